// Pronouns, clitics and possessives: relative, reflexive, of the speaker, of the third person, demonstrative.
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/reference_linker.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kSentences = 4;  // sentences a pronoun looks back
constexpr int kClimb = 16;               // arcs climbed at most: trees of bad sentences are deep

}  // namespace

void ReferenceLinker::pronoun(std::uint32_t m) {
  const Mention& mention = draft_.mentions[m];
  const TaggedWord& w = draft_.word(mention.head);
  const Facets& f = draft_.facets[m];
  if (w.morph.pron_type == PronType::rel || w.lemma == "qui" || w.lemma == "dont" || w.lemma == "lequel" ||
      w.lemma == "où")
    if (relative(m)) return;
  if (f.person == Person::first) return speaker(m);
  if (f.person == Person::second) return;
  if (w.morph.reflexive || w.lemma == "se") {
    take_subject(m);
    return;
  }
  if (f.demonstrative || w.lemma.starts_with("celui")) return demonstrative(m);
  const bool personal = mention.rule == "possessive" || w.morph.pron_type == PronType::prs ||
                        w.lemma == "il" || w.lemma == "lui" || w.lemma == "le" || w.lemma == "elle" ||
                        w.lemma == "leur";
  if (personal && w.lemma != "on") third_person(m);
}

bool ReferenceLinker::link_to_mention(std::uint32_t m, std::uint32_t other, std::string_view rule) {
  if (other == kNone || other == m) return false;
  resolve(other);
  if (draft_.mentions[other].entity == kNone) return false;
  link(draft_, m, draft_.mentions[other].entity, rule);
  draft_.mentions[m].more_entities = draft_.mentions[other].more_entities;
  return true;
}

/// qui, que, dont, où, lequel: the noun that the relative clause hangs on.
bool ReferenceLinker::relative(std::uint32_t m) {
  std::uint32_t word = draft_.mentions[m].head;
  for (int i = 0; i < kClimb && word != kNone; ++i, word = parsed_.head(word)) {
    if (parsed_.deprel(word) != Deprel::acl_relcl && parsed_.deprel(word) != Deprel::advcl_cleft) continue;
    return link_to_mention(m, mention_of_word(draft_, parsed_.head(word)), "link.relative");
  }
  return false;
}

bool ReferenceLinker::take_subject(std::uint32_t m) {
  const std::uint32_t verb = parsed_.head(draft_.mentions[m].head);
  return link_to_mention(m, subject_through(verb), "link.reflexive");
}

/// Mention of the subject of a verb: its own, that of the verb it is coordinated with, or the controller of
/// an infinitive.
std::uint32_t ReferenceLinker::subject_through(std::uint32_t verb) {
  for (int i = 0; i < kClimb && verb != kNone; ++i) {
    if (const std::uint32_t own = subject_of(parsed_, verb); own != kNone)
      return mention_of_word(draft_, own);
    const std::uint32_t above = parsed_.head(verb);
    if (above == kNone) return kNone;
    switch (universal(parsed_.deprel(verb))) {
      case Deprel::conj:
        break;
      case Deprel::xcomp:
      case Deprel::advcl:
      case Deprel::obl:
      case Deprel::ccomp:
        if (draft_.word(verb).morph.verb_form == VerbForm::fin) return kNone;
        if (const std::uint32_t other = controller(verb, above); other != kNone) return other;
        break;
      case Deprel::acl:
        return mention_of_word(draft_, above);
      default:
        return kNone;
    }
    verb = above;
  }
  return kNone;
}

/// "Oslo a demandé à Malte de libérer": the object controls the infinitive, by a class of verbs.
std::uint32_t ReferenceLinker::controller(std::uint32_t infinitive, std::uint32_t verb) const {
  if (universal(parsed_.deprel(infinitive)) == Deprel::advcl) return kNone;
  if (!words_.set("verb.object-control").contains(draft_.word(verb).lemma)) return kNone;
  for (const std::uint32_t child : parsed_.children(verb)) {
    const Deprel d = parsed_.deprel(child);
    if (universal(d) != Deprel::obj && universal(d) != Deprel::iobj && d != Deprel::obl_arg) continue;
    if (const std::uint32_t other = mention_of_word(draft_, child); other != kNone) return other;
  }
  return kNone;
}

/// je, nous, mon, notre: whoever speaks the quotation or clause.
void ReferenceLinker::speaker(std::uint32_t m) {
  std::uint32_t other = speaker_around(m);
  if (other == kNone) other = speaker_by_quotation(m);
  if (link_to_mention(m, other, "link.speaker")) return;
  // whoever spoke last goes on speaking
  const std::uint32_t here = parsed_.sentence_of(draft_.mentions[m].head);
  if (last_speaker_ != kNone && here - last_speaker_sentence_ <= 2)
    link(draft_, m, last_speaker_, "link.speaker-goes-on");
}

/// Subjects of verbs of speech and sources after selon.
void ReferenceLinker::note_speaker(std::uint32_t m) {
  const Mention& mention = draft_.mentions[m];
  const std::uint32_t head = parsed_.head(mention.head);
  if (head == kNone || mention.entity == kNone || draft_.facets[m].person == Person::first) return;
  const EntityType type = draft_.entities[mention.entity].type;
  if (type != EntityType::Person) return;
  const bool subject = universal(parsed_.deprel(mention.head)) == Deprel::nsubj && says(head);
  const std::uint32_t p = preposition_of(parsed_, mention.head);
  const bool source = p != kNone && words_.set("preposition.source").contains(draft_.word(p).lemma);
  if (!subject && !source) return;
  last_speaker_ = mention.entity;
  last_speaker_sentence_ = parsed_.sentence_of(mention.head);
}

/// "a-t-il souligné": the inverted subject of a verb of speech is the one who spoke last.
bool ReferenceLinker::speaks_again(std::uint32_t m) {
  const Mention& mention = draft_.mentions[m];
  const std::uint32_t verb = parsed_.head(mention.head);
  if (last_speaker_ == kNone || verb == kNone || !says(verb)) return false;
  const std::string_view form = draft_.word(mention.head).form;
  if (!form.starts_with("-") || parsed_.sentence_of(mention.head) - last_speaker_sentence_ > 2) return false;
  if (!agrees(draft_.entities[last_speaker_], draft_.facets[m].gender, draft_.facets[m].number)) return false;
  link(draft_, m, last_speaker_, "link.speaks-again");
  return true;
}

bool ReferenceLinker::says(std::uint32_t word) const {
  return draft_.word(word).upos == Upos::VERB && words_.set("verb.speech").contains(draft_.word(word).lemma);
}

/// Subject of the verb of speech that the clause of m hangs on, or that hangs on it ("…, a dit X").
std::uint32_t ReferenceLinker::speaker_around(std::uint32_t m) {
  std::uint32_t word = draft_.mentions[m].head;
  for (int i = 0; i < kClimb && word != kNone; ++i, word = parsed_.head(word)) {
    // "cette dernière m'a proposé": the verb whose own object speaks is told by the one who speaks
    std::uint32_t verb = i != 1 && says(word) ? word : kNone;
    for (const std::uint32_t child : parsed_.children(word))
      if (universal(parsed_.deprel(child)) == Deprel::parataxis && says(child)) verb = child;
    if (verb == kNone) continue;
    const std::uint32_t other = mention_of_word(draft_, subject_of(parsed_, verb));
    if (other != kNone && other != m && draft_.facets[other].person != Person::first) return other;
  }
  return kNone;
}

/// A verb of speech with its subject in the sentences that the quotation of m begins and ends in.
std::uint32_t ReferenceLinker::speaker_by_quotation(std::uint32_t m) {
  const std::uint32_t token = draft_.word(draft_.mentions[m].head).token;
  const auto& quotations = parsed_.text().quotations;
  const TaggedText& tagged = parsed_.tagged();
  for (const Quotation& q : quotations) {
    if (!q.tokens.contains(token)) continue;
    const std::uint32_t first = tagged.first_word[q.tokens.begin];
    const std::uint32_t last = tagged.first_word[q.tokens.end] - 1;
    for (const std::uint32_t s : {parsed_.sentence_of(last), parsed_.sentence_of(first)}) {
      const IndexRange words = tagged.sentences[s];
      for (std::uint32_t i = words.begin; i < words.end; ++i) {
        if ((i >= first && i <= last) || !says(i)) continue;
        const std::uint32_t other = mention_of_word(draft_, subject_of(parsed_, i));
        if (other != kNone && other != m && draft_.facets[other].person != Person::first) return other;
      }
    }
  }
  return kNone;
}

/// celui-ci: the last thing named that agrees; "celle de X": a thing of the noun last named that agrees.
void ReferenceLinker::demonstrative(std::uint32_t m) {
  const Facets& f = draft_.facets[m];
  const std::string form = utf8::to_lower(draft_.word(draft_.mentions[m].head).form);
  if (!form.starts_with("cel") && !form.starts_with("ceu")) return;
  if (form.ends_with("-ci") || form.ends_with("-là")) {
    const auto allowed = [&](std::uint32_t c) {
      const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
      return agrees(e, f.gender, f.number) && draft_.mentions[c].kind != MentionKind::derived;
    };
    const std::uint32_t found = antecedent(m, 2, allowed, Preference::recency);
    if (found != kNone) link(draft_, m, draft_.mentions[found].entity, "link.latter");
    return;
  }
  const auto allowed = [&](std::uint32_t c) {
    const Facets& other = draft_.facets[c];
    return draft_.mentions[c].kind == MentionKind::nominal && other.noun != nullptr &&
           other.gender == f.gender;
  };
  const std::uint32_t found = antecedent(m, 2, allowed, Preference::recency);
  if (found == kNone) return;
  Facets& own = draft_.facets[m];
  own.type = draft_.facets[found].type;
  // "celle de Riga" -> "colline de Riga"
  std::string label(draft_.word(draft_.mentions[found].head).form);
  const std::size_t rest = own.label.find(' ');
  if (rest != std::string::npos) label.append(own.label, rest, std::string::npos);
  own.label = std::move(label);
}

/// The mention with those coordinated to it, as entities; empty where there are none.
std::vector<std::uint32_t> ReferenceLinker::coordinated(std::uint32_t m) const {
  std::vector<std::uint32_t> out;
  const Mention& mention = draft_.mentions[m];
  const IndexRange words =
      mention.kind == MentionKind::name ? mention.words : IndexRange{mention.head, mention.head + 1};
  for (std::uint32_t word = words.begin; word < words.end; ++word)
    for (const std::uint32_t child : parsed_.children(word)) {
      if (universal(parsed_.deprel(child)) != Deprel::conj) continue;
      const std::uint32_t other = mention_of_word(draft_, child);
      if (other != kNone && other != m && draft_.mentions[other].entity != kNone)
        out.push_back(draft_.mentions[other].entity);
    }
  return out;
}

/// A possessive or pronoun in a phrase before the subject announces it: "Lors de sa rencontre avec Y, X …".
bool ReferenceLinker::announced(std::uint32_t m) {
  const std::uint32_t head = draft_.mentions[m].head;
  std::uint32_t word = head;
  for (int i = 0; i < kClimb && word != kNone; ++i, word = parsed_.head(word)) {
    if (draft_.word(word).upos != Upos::VERB) continue;
    const std::uint32_t subject = subject_of(parsed_, word);
    if (subject == kNone || subject < head || parsed_.subtree(subject).contains(head)) return false;
    const std::uint32_t other = mention_of_word(draft_, subject);
    if (other == kNone || draft_.mentions[other].kind == MentionKind::pronoun) return false;
    resolve(other);
    if (draft_.mentions[other].entity == kNone) return false;
    const DocumentEntity& e = draft_.entities[draft_.mentions[other].entity];
    if (e.type == EntityType::Concept || e.type == EntityType::Event ||
        !agrees(e, Gender::none, draft_.facets[m].number))
      return false;
    return link_to_mention(m, other, "link.announced");
  }
  return false;
}

/// "il est certain que": the subject stands for the clause that follows.
bool ReferenceLinker::impersonal(std::uint32_t m) const {
  const std::uint32_t predicate = parsed_.head(draft_.mentions[m].head);
  if (predicate == kNone || universal(parsed_.deprel(draft_.mentions[m].head)) != Deprel::nsubj ||
      !words_.set("adjective.impersonal").contains(draft_.word(predicate).lemma))
    return false;
  for (const std::uint32_t child : parsed_.children(predicate)) {
    const Deprel d = universal(parsed_.deprel(child));
    if (child > predicate && (d == Deprel::ccomp || d == Deprel::xcomp || d == Deprel::csubj)) return true;
  }
  return false;
}

/// Things that can say something; a place or an event cannot.
bool ReferenceLinker::speaking(EntityType type) {
  return type == EntityType::Person || type == EntityType::Organization || type == EntityType::State ||
         type == EntityType::Group;
}

/// lui and l' before their verb say nothing of gender.
bool ReferenceLinker::clitic_without_gender(std::uint32_t m) const {
  const TaggedWord& w = draft_.word(draft_.mentions[m].head);
  const std::uint32_t verb = parsed_.head(draft_.mentions[m].head);
  if (verb == kNone || verb < draft_.mentions[m].head) return false;
  return w.form == "lui" || w.form == "Lui" || w.form == "l'" || w.form == "l’" || w.form == "leur";
}

void ReferenceLinker::third_person(std::uint32_t m) {
  const Facets& f = draft_.facets[m];
  const bool possessive = draft_.mentions[m].rule == "possessive";
  if ((possessive && announced(m)) || speaks_again(m)) return;
  const bool blind = possessive || clitic_without_gender(m);
  const Gender gender = blind ? Gender::none : f.gender;
  const Deprel d = universal(parsed_.deprel(draft_.mentions[m].head));
  const bool adverbial = draft_.word(draft_.mentions[m].head).lemma == "y";
  if (impersonal(m)) return;
  const std::uint32_t verb = parsed_.head(draft_.mentions[m].head);
  // "elle va y aller" leads to a place
  const bool way =
      adverbial && verb != kNone && words_.set("verb.of-motion").contains(draft_.word(verb).lemma);
  const bool speaks = !possessive && d == Deprel::nsubj && verb != kNone && says(verb);
  // an object is not the subject of its own verb
  std::uint32_t excluded = kNone;
  if (!possessive && d != Deprel::nsubj) {
    const std::uint32_t subject = subject_through(parsed_.head(draft_.mentions[m].head));
    if (subject != kNone && subject != m) {
      if (subject < m) resolve(subject);
      excluded = draft_.mentions[subject].entity;
    }
  }
  const auto allowed = [&](std::uint32_t c) {
    const Mention& candidate = draft_.mentions[c];
    const DocumentEntity& e = draft_.entities[candidate.entity];
    if (adverbial && (e.type == EntityType::Person || e.type == EntityType::Group)) return false;
    if (way && e.type != EntityType::Place && e.type != EntityType::State) return false;
    if (way && !e.named && e.number == Number::plur) return false;  // "les rues de Riga": one goes to Riga
    if (candidate.entity == excluded || candidate.kind == MentionKind::derived) return false;
    if (candidate.kind == MentionKind::pronoun && candidate.link.empty()) return false;     // "ça", "on"
    if (words_.set("noun.unit").contains(draft_.word(candidate.head).lemma)) return false;  // "trois mètres"
    if (speaks && !speaking(e.type)) return false;
    if (agrees(e, gender, f.number)) return true;
    if (f.number != Number::plur || coordinated(c).empty()) return false;
    return gender != Gender::fem || agrees(e, gender, Number::none);  // one man makes "ils"
  };
  const std::uint32_t found = antecedent(m, kSentences, allowed, Preference::salience);
  if (found == kNone) return;
  link(draft_, m, draft_.mentions[found].entity, possessive ? "link.possessive" : "link.pronoun");
  if (f.number == Number::plur) {
    draft_.mentions[m].more_entities = draft_.mentions[found].more_entities;
    for (const std::uint32_t other : coordinated(found)) draft_.mentions[m].more_entities.push_back(other);
  }
}

/// Points for a candidate: near, subject, named, a person.
int ReferenceLinker::salience(std::uint32_t c, std::uint32_t sentences_away,
                              std::uint32_t mentions_away) const {
  const Mention& mention = draft_.mentions[c];
  const DocumentEntity& e = draft_.entities[mention.entity];
  int score = 100 - 22 * static_cast<int>(sentences_away) - static_cast<int>(mentions_away);
  switch (universal(parsed_.deprel(mention.head))) {
    case Deprel::nsubj:
      score += 16;
      // what a sentence is about, rather than what it says of others
      if (const std::uint32_t verb = parsed_.head(mention.head);
          verb != kNone && parsed_.deprel(verb) == Deprel::root)
        score += 5;
      break;
    case Deprel::root:
      score += 8;
      break;
    case Deprel::obj:
      score += 4;
      break;
    case Deprel::nmod:
      score -= 8;
      break;
    default:
      break;
  }
  if (e.type == EntityType::Person) score += 12;
  if (e.named) score += 6;
  if (e.type == EntityType::Concept || e.type == EntityType::Event) score -= 12;
  if (mention.as_place) score -= 10;
  return score;
}

}  // namespace maillon
