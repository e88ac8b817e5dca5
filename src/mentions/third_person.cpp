// Pronouns of the third person: the mention that agrees, fits and stands out most.
#include <algorithm>

#include "mentions/reference_linker.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kSentences = 4;  // sentences a pronoun looks back
constexpr int kRepeated = 4;             // earlier mentions that count

bool finite(const ParsedText& parsed, std::uint32_t word) {
  if (parsed.word(word).morph.verb_form == VerbForm::fin) return true;
  for (const std::uint32_t child : parsed.children(word))
    if (parsed.word(child).upos == Upos::AUX && parsed.word(child).morph.verb_form == VerbForm::fin)
      return true;
  return false;
}

bool argument(Deprel d) {
  const Deprel u = universal(d);
  return u == Deprel::nsubj || u == Deprel::obj || u == Deprel::iobj || u == Deprel::obl;
}

}  // namespace

/// lui and l' before their verb say nothing of gender.
bool ReferenceLinker::clitic_without_gender(std::uint32_t m) const {
  const TaggedWord& w = draft_.word(draft_.mentions[m].head);
  const std::uint32_t verb = parsed_.head(draft_.mentions[m].head);
  if (verb == kNone || verb < draft_.mentions[m].head) return false;
  return w.form == "lui" || w.form == "Lui" || w.form == "l'" || w.form == "l’" || w.form == "leur";
}

/// The finite predicate whose clause the word stands in, or the sentence's root.
std::uint32_t ReferenceLinker::clause_of(std::uint32_t word) const {
  for (int i = 0; i < kClimb; ++i) {
    const std::uint32_t above = parsed_.head(word);
    if (finite(parsed_, word) || above == kNone) break;
    word = above;
  }
  return word;
}

/// "sa main", "son épouse": nouns of what only persons have.
bool ReferenceLinker::personal_noun(std::uint32_t noun) const {
  const NounClass* kind = draft_.vocabulary.nouns.find(draft_.word(noun));
  return (kind != nullptr && (kind->traits & kKin) != 0) ||
         words_.set("noun.of-body").contains(draft_.word(noun).lemma);
}

/// What the noun asks of its owner: "son entourage", "ses États membres" are those of somebody who acts.
ReferenceLinker::Wanted::Kind ReferenceLinker::owner_kind(std::uint32_t noun) const {
  if (personal_noun(noun)) return Wanted::Kind::person;
  if (words_.set("noun.of-party").contains(draft_.word(noun).lemma)) return Wanted::Kind::party;
  if (words_.set("noun.of-anything").contains(draft_.word(noun).lemma)) return Wanted::Kind::any;
  const NounClass* kind = draft_.vocabulary.nouns.find(draft_.word(noun));
  const bool people =
      kind != nullptr && (kind->type == EntityType::Person || kind->type == EntityType::Group ||
                          kind->type == EntityType::State || kind->type == EntityType::Organization);
  return people ? Wanted::Kind::party : Wanted::Kind::any;
}

/// What the verb or noun that the pronoun belongs to asks of it.
ReferenceLinker::Wanted::Kind ReferenceLinker::wanted_kind(std::uint32_t m) const {
  using Kind = Wanted::Kind;
  const std::uint32_t head = draft_.mentions[m].head, governor = parsed_.head(head);
  const TaggedWord& w = draft_.word(head);
  if (governor == kNone) return Kind::any;
  const TaggedWord& g = draft_.word(governor);
  if (draft_.mentions[m].rule == "possessive") return owner_kind(governor);
  if (w.lemma == "y" || w.lemma == "en")
    return g.upos == Upos::VERB && !takes_part(governor) ? Kind::place
                                                         : Kind::thing;  // "elle en est la présidente"
  const Deprel d = parsed_.deprel(head);
  if (universal(d) == Deprel::iobj &&
      (w.form == "lui" || w.form == "leur" || w.form == "Lui" || w.form == "Leur"))
    return Kind::party;
  if (universal(d) == Deprel::obj || d == Deprel::nsubj_pass)
    return words_.set("verb.on-person").contains(g.lemma)  ? Kind::party
           : words_.set("verb.on-thing").contains(g.lemma) ? Kind::thing
                                                           : Kind::any;
  if (universal(d) == Deprel::nsubj) {
    if (g.upos == Upos::VERB) {
      if (words_.set("verb.of-person").contains(g.lemma)) return Kind::person;
      if (says(governor) || words_.set("verb.of-party").contains(g.lemma)) return Kind::party;
      return words_.set("verb.of-thing").contains(g.lemma) ? Kind::thing : Kind::any;
    }
    if (g.upos == Upos::ADJ && words_.set("adjective.of-person").contains(g.lemma)) return Kind::person;
    const NounClass* noun = g.upos == Upos::NOUN ? draft_.vocabulary.nouns.find(g) : nullptr;
    return noun != nullptr && (noun->traits & (kOffice | kRole | kKin)) != 0 ? Kind::person : Kind::any;
  }
  const std::uint32_t p = preposition_of(parsed_, head);
  return p != kNone && words_.set("preposition.source").contains(draft_.word(p).lemma) ? Kind::party
                                                                                       : Kind::any;
}

bool ReferenceLinker::fits(Wanted::Kind kind, const DocumentEntity& e) {
  using Kind = Wanted::Kind;
  const bool people = e.type == EntityType::Person || e.type == EntityType::Group;
  switch (kind) {
    case Kind::person:
      return people || (e.named && e.type == EntityType::Concept);
    case Kind::party:
      return people || e.type == EntityType::Organization || e.type == EntityType::State ||
             (e.named && (e.type == EntityType::Concept || e.type == EntityType::Place));
    case Kind::thing:
      return !people;
    case Kind::place:
      return e.type == EntityType::Place || e.type == EntityType::State;
    case Kind::any:
      break;
  }
  return true;
}

/// The body whose people the subject of the verb are, by a possessive; kNone where none is told.
std::uint32_t ReferenceLinker::body_of_subject(std::uint32_t verb) const {
  const std::uint32_t subject = subject_of(parsed_, verb);
  const std::uint32_t det = subject == kNone ? kNone : parsed_.child(subject, Deprel::det);
  const std::uint32_t owner = det == kNone ? kNone : draft_.mention_at[det];
  if (owner == kNone || draft_.mentions[owner].rule != "possessive" || draft_.mentions[owner].entity == kNone)
    return kNone;
  const std::uint32_t entity = draft_.mentions[owner].entity;
  const EntityType type = draft_.entities[entity].type;
  return type == EntityType::Organization || type == EntityType::State ? entity : kNone;
}

/// A pronoun is none of the other arguments of its verb.
void ReferenceLinker::exclude_arguments(std::uint32_t m, std::uint32_t verb, Wanted& out) {
  const std::uint32_t head = draft_.mentions[m].head;
  const auto exclude = [&](std::uint32_t other) {
    if (other == kNone || other == m) return;
    if (other < m) resolve(other);
    if (draft_.mentions[other].entity == kNone) return;
    out.excluded.push_back(draft_.mentions[other].entity);
    const auto& more = draft_.mentions[other].more_entities;
    out.excluded.insert(out.excluded.end(), more.begin(), more.end());
  };
  if (!out.subject) exclude(subject_through(verb));
  for (const std::uint32_t child : parsed_.children(verb))
    if (child != head && argument(parsed_.deprel(child))) exclude(mention_of_word(draft_, child));
}

ReferenceLinker::Wanted ReferenceLinker::wanted(std::uint32_t m) {
  const std::uint32_t head = draft_.mentions[m].head;
  const Facets& f = draft_.facets[m];
  const Deprel d = universal(parsed_.deprel(head));
  Wanted out;
  out.possessive = draft_.mentions[m].rule == "possessive";
  out.function = out.possessive ? Deprel::det : d;
  out.subject = d == Deprel::nsubj;
  out.gender = out.possessive || clitic_without_gender(m) ? Gender::none : f.gender;
  if (const std::uint32_t verb = parsed_.head(head); d == Deprel::obj && verb != kNone && verb > head &&
                                                     draft_.word(verb).morph.verb_form == VerbForm::part &&
                                                     draft_.word(verb).morph.gender == Gender::fem)
    out.gender = Gender::fem;  // "il l'a appelée"
  out.number = f.number;
  out.word = head;
  out.says_again = out.subject && draft_.word(head).form.starts_with("-") && says(parsed_.head(head));
  out.kind = wanted_kind(m);
  out.judged = (d == Deprel::obj || parsed_.deprel(head) == Deprel::nsubj_pass) &&
               parsed_.head(head) != kNone &&
               words_.set("verb.of-justice").contains(draft_.word(parsed_.head(head)).lemma);
  out.quotation = quotation_at(head);
  out.clause = clause_of(parsed_.head(head) == kNone ? head : parsed_.head(head));
  if (const std::uint32_t by = quoted_by(m); by != kNone) out.excluded.push_back(by);
  if (out.possessive && owned(m) != kNone) out.excluded.push_back(owned(m));
  if (d == Deprel::obj && parsed_.head(head) != kNone)  // "Ses experts l'examineront": not the body
    if (const std::uint32_t owner = body_of_subject(parsed_.head(head)); owner != kNone)
      out.excluded.push_back(owner);
  const bool predicate = parsed_.child(head, Deprel::cop) != kNone;  // "la tour est à lui"
  if (predicate) exclude_arguments(m, head, out);
  if (!out.possessive && parsed_.head(head) != kNone &&
      (out.subject || d == Deprel::obj || d == Deprel::iobj))
    exclude_arguments(m, parsed_.head(head), out);
  return out;
}

/// "avoir peur", "à titre d'exemple": a noun in the singular without a determiner names no thing, unless it
/// is a subject.
bool ReferenceLinker::refers(std::uint32_t c) const {
  const Mention& mention = draft_.mentions[c];
  const Facets& f = draft_.facets[c];
  if (mention.kind != MentionKind::nominal || f.number == Number::plur || mention.quantity != kNone ||
      !mention.link.empty() || draft_.entities[mention.entity].named)
    return true;
  const Deprel d = universal(parsed_.deprel(mention.head));
  if (d != Deprel::obj && d != Deprel::obl && d != Deprel::nmod) return true;
  for (const std::uint32_t child : parsed_.children(mention.head)) {
    const Deprel own = universal(parsed_.deprel(child));
    if (own == Deprel::det || own == Deprel::nummod) return true;
  }
  return false;
}

/// "la décision de vendre la mine si elle …": the word stands in the phrase of c, but not in a relative
/// clause of it.
bool ReferenceLinker::inside(std::uint32_t c, std::uint32_t word) const {
  const std::uint32_t head = draft_.mentions[c].head;
  if (parsed_.sentence_of(head) != parsed_.sentence_of(word)) return false;
  for (int i = 0; i < kClimb && word != kNone && word != head; ++i, word = parsed_.head(word))
    if (parsed_.deprel(word) == Deprel::acl_relcl) return false;
  return word == head;
}

/// "Le réseau est simple, mais il …": the word is the subject of the clause that `clause` is joined to.
bool ReferenceLinker::goes_on(std::uint32_t word, std::uint32_t clause) const {
  if (universal(parsed_.deprel(clause)) != Deprel::conj || universal(parsed_.deprel(word)) != Deprel::nsubj)
    return false;
  return parsed_.head(word) == parsed_.head(clause);
}

/// The candidate agrees with the pronoun and nothing forbids it.
bool ReferenceLinker::may_be(const Wanted& want, std::uint32_t c) const {
  const Mention& candidate = draft_.mentions[c];
  const DocumentEntity& e = draft_.entities[candidate.entity];
  if (candidate.kind == MentionKind::derived || nameless(candidate.entity)) return false;
  if (candidate.kind == MentionKind::pronoun && candidate.link.empty()) return false;  // "ça", "on"
  if (want.kind == Wanted::Kind::place) {
    // "les rues de Riga": one goes to Riga
    if (!fits(want.kind, e) || (!e.named && e.number == Number::plur)) return false;
  }
  if (std::find(want.excluded.begin(), want.excluded.end(), candidate.entity) != want.excluded.end())
    return false;
  const std::string_view lemma = draft_.word(candidate.head).lemma;
  if (words_.set("noun.unit").contains(lemma) || words_.set("noun.vague").contains(lemma)) return false;
  // "Anna est une actrice. Elle …": what is said of Anna is not taken up, she is
  if (candidate.kind == MentionKind::nominal && parsed_.child(candidate.head, Deprel::cop) != kNone) {
    const std::uint32_t subject = mention_of_word(draft_, subject_of(parsed_, candidate.head));
    if (subject != kNone && draft_.mentions[subject].entity != kNone &&
        !nameless(draft_.mentions[subject].entity))
      return false;
  }
  if (!refers(c)) return false;
  // "les membres de leur parti" may be theirs, "les États en charge de leur gestion" are not
  const NounClass* noun = draft_.facets[c].noun;
  const bool human = noun != nullptr && (noun->traits & kHuman) != 0;
  if (candidate.kind == MentionKind::nominal && !(want.possessive ? human : e.type == EntityType::Person) &&
      inside(c, want.word))
    return false;
  // whoever says something is no climate
  if (want.says_again && !fits(want.kind, e)) return false;
  // "…", a-t-il dit: not who is spoken of
  if (want.says_again && quotation_at(candidate.head) != kNone &&
      parsed_.sentence_of(candidate.head) == parsed_.sentence_of(want.word))
    return false;
  const bool body = e.type == EntityType::Organization || e.type == EntityType::State;
  if (want.function == Deprel::obj && want.kind == Wanted::Kind::thing && (body || !fits(want.kind, e)))
    return false;
  // "La junte les a remportées": what several are done is not done to one body
  if (want.number == Number::plur && want.function == Deprel::obj && body && e.number != Number::plur &&
      candidate.more_entities.empty() && coordinated(c).empty())
    return false;
  if (agrees(e, want.gender, want.number)) return true;
  if (want.number != Number::plur || coordinated(c).empty()) return false;
  return want.gender != Gender::fem || agrees(e, want.gender, Number::none);  // one man makes "ils"
}

/// Points for a candidate that may be the antecedent.
int ReferenceLinker::points(const Wanted& want, std::uint32_t c, std::uint32_t sentences_away,
                            std::uint32_t mentions_away) const {
  const Salience& s = draft_.vocabulary.salience;
  const Mention& mention = draft_.mentions[c];
  const DocumentEntity& e = draft_.entities[mention.entity];
  int score = salience(c, sentences_away, mentions_away);
  const Deprel function = universal(parsed_.deprel(mention.head));
  if (function == want.function || (function == Deprel::obl && want.function == Deprel::iobj))
    score += s.of(Clue::parallel);
  if (want.subject && sentences_away == 0 && clause_of(mention.head) == want.clause)
    score += s.of(Clue::same_clause);
  if (want.subject && sentences_away == 0 && goes_on(mention.head, want.clause)) score += s.of(Clue::goes_on);
  if (quotation_at(mention.head) != kNone && quotation_at(mention.head) != want.quotation)
    score += s.of(Clue::quoted);
  const bool several = e.number == Number::plur || !mention.more_entities.empty();
  if (want.possessive && mention.kind == MentionKind::nominal && inside(c, want.word))
    score += s.of(Clue::same_clause);
  const bool joined = mention.kind != MentionKind::pronoun && !coordinated(c).empty();
  if (want.number == Number::plur && !several && !joined) score += s.of(Clue::collective);
  if (want.number == Number::sing && joined) score += s.of(Clue::joined);
  if (mention.words.begin > 0 && draft_.word(mention.words.begin - 1).form == "(")
    score += s.of(Clue::bracketed);
  if (want.gender != Gender::none && e.gender == Gender::none) score += s.of(Clue::unknown_gender);
  if (want.function == Deprel::obj &&
      (want.kind == Wanted::Kind::any || want.kind == Wanted::Kind::thing)) {  // an object is as well a thing
    if (e.type == EntityType::Person) score -= s.of(Clue::person);
    if (e.type == EntityType::Concept || e.type == EntityType::Event) score -= s.of(Clue::thing);
  }
  // "Le procureur a requis dix ans contre le maire. La cour l'a condamné": not who prosecutes
  if (want.judged && words_.set("noun.of-justice").contains(draft_.word(mention.head).lemma))
    score += s.of(Clue::unfit);
  if (!fits(want.kind, e)) score += s.of(Clue::unfit);
  if (want.kind == Wanted::Kind::place && (mention.as_place || e.type == EntityType::Place))
    score -= s.of(Clue::place);
  return score;
}

void ReferenceLinker::third_person(std::uint32_t m) {
  const bool possessive = draft_.mentions[m].rule == "possessive";
  if (as_provided(m) || impersonal(m) || clausal(m) || styled(m)) return;
  if (possessive && (takes_turn(m) || anybodys(m) || announced(m) || owner_in_clause(m))) return;
  if (emphatic(m) || speaks_again(m)) return;
  const Wanted want = wanted(m);
  const std::uint32_t here = parsed_.sentence_of(draft_.mentions[m].head);
  const std::uint32_t sentences = aside(m) ? 0 : kSentences;
  std::uint32_t best = kNone;
  int best_points = draft_.vocabulary.salience.of(Clue::least) - 1;
  for (std::uint32_t c = m; c-- > 0 && m - c < kWindow;) {
    const Mention& candidate = draft_.mentions[c];
    const std::uint32_t away = here - parsed_.sentence_of(candidate.head);
    if (away > sentences) break;
    if (candidate.entity == kNone || (away > 0 && aside(c)) || !may_be(want, c)) continue;
    const int score = points(want, c, away, m - c);
    if (score <= best_points) continue;
    best = c;
    best_points = score;
  }
  if (best == kNone) {
    if (!possessive && want.subject) announced(m);
    return;
  }
  link(draft_, m, draft_.mentions[best].entity, possessive ? "link.possessive" : "link.pronoun");
  if (want.number != Number::plur) return;
  draft_.mentions[m].more_entities = draft_.mentions[best].more_entities;
  for (const std::uint32_t other : coordinated(best)) draft_.mentions[m].more_entities.push_back(other);
}

/// "il a lui aussi signé", "elle-même": the subject once more.
bool ReferenceLinker::emphatic(std::uint32_t m) {
  const std::uint32_t head = draft_.mentions[m].head, verb = parsed_.head(head);
  const std::string_view form = draft_.word(head).form;
  const bool stressed = form == "lui" || form == "elle" || form == "eux" || form == "elles";
  if (!form.ends_with("-même") && !form.ends_with("-mêmes") &&
      !(stressed && head > 0 && draft_.word(head - 1).upos == Upos::AUX && verb != kNone && verb > head))
    return false;
  return verb != kNone && link_to_mention(m, subject_through(verb), "link.reflexive");
}

/// Points for a mention by itself: near, subject, named, a person.
int ReferenceLinker::salience(std::uint32_t c, std::uint32_t sentences_away,
                              std::uint32_t mentions_away) const {
  const Salience& s = draft_.vocabulary.salience;
  const Mention& mention = draft_.mentions[c];
  const DocumentEntity& e = draft_.entities[mention.entity];
  int score = s.of(Clue::mention) + s.of(Clue::sentence) * static_cast<int>(sentences_away) +
              s.of(Clue::between) * static_cast<int>(mentions_away);
  switch (universal(parsed_.deprel(mention.head))) {
    case Deprel::nsubj:
      score += s.of(Clue::subject);
      // what a sentence is about, rather than what it says of others
      if (const std::uint32_t verb = parsed_.head(mention.head);
          verb != kNone && parsed_.deprel(verb) == Deprel::root)
        score += s.of(Clue::main_subject);
      break;
    case Deprel::root:
      score += s.of(Clue::predicate);
      break;
    case Deprel::obj:
      score += s.of(Clue::object);
      break;
    case Deprel::nmod:
      score += s.of(Clue::complement);
      break;
    default:
      break;
  }
  if (mention.kind == MentionKind::pronoun && draft_.facets[c].person == Person::third &&
      mention.rule != "possessive")
    score += s.of(Clue::continued);
  score += s.of(Clue::repeated) *
           std::min<int>(kRepeated, mention.entity < told_of_.size() ? told_of_[mention.entity] : 0);
  if (e.type == EntityType::Person) score += s.of(Clue::person);
  if (e.named) score += s.of(Clue::named);
  if (e.type == EntityType::Concept || e.type == EntityType::Event) score += s.of(Clue::thing);
  if (mention.as_place || e.type == EntityType::Place) score += s.of(Clue::place);
  return score;
}

}  // namespace maillon
