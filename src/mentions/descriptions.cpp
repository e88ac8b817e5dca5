// Nominal descriptions that take up an entity: repeated phrases and heads, "ce dernier", "les deux pays",
// "l'organisation", "son homologue".
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/reference_linker.hpp"
#include "mentions/rule_file.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kDescriptionSentences = 12;  // sentences a description looks back
constexpr std::uint32_t kLatterSentences = 3;
constexpr std::uint32_t kConceptSentences = 3;  // an abstract noun is taken up from nearby only
constexpr std::uint32_t kHolderSentences = 2;
constexpr std::uint32_t kToldSentences = 3;  // sentences back to the verb that told an event

}  // namespace

void ReferenceLinker::resolve(std::uint32_t m) {
  if (busy_[m]) return;
  busy_[m] = true;
  if (draft_.mentions[m].entity == kNone) {
    if (draft_.mentions[m].kind == MentionKind::pronoun)
      pronoun(m);
    else
      description(m);
    if (draft_.mentions[m].entity == kNone) fresh(m);
  }
  const std::uint32_t entity = draft_.mentions[m].entity;
  if (entity >= told_of_.size()) told_of_.resize(draft_.entities.size() + 64);
  ++told_of_[entity];
  if (aside(m)) return;
  note_speaker(m);
  remember(m);
}

void ReferenceLinker::find_asides() {
  const Article& article = parsed_.article();
  if (std::none_of(article.boilerplate.begin(), article.boilerplate.end(),
                   [](const Boilerplate& b) { return b.kind == BoilerplateKind::headline; }))
    return;
  for (const IndexRange sentence : parsed_.tagged().sentences)
    asides_.push_back(article.in_headline(parsed_.tagged().span(sentence).begin));
}

/// What later descriptions find again: the label and the head noun of a mention.
void ReferenceLinker::remember(std::uint32_t m) {
  const Mention& mention = draft_.mentions[m];
  const std::uint32_t name = draft_.facets[m].name;
  const bool phrase =  // "l'hôtel X" is found again by "l'hôtel"
      name != kNone && (draft_.names[name].phrase || draft_.names[name].rule == "name.feature");
  if (mention.kind != MentionKind::nominal && !phrase) return;
  if (!mention.more_entities.empty()) return;  // "le pays" is not "les deux pays"
  by_label_[utf8::fold(draft_.facets[m].label)] = mention.entity;
  by_head_[std::string(draft_.word(mention.head).lemma)] = m;
}

void ReferenceLinker::fresh(std::uint32_t m) {
  const Facets& f = draft_.facets[m];
  const std::uint32_t entity = new_entity(draft_, f.type, f.label, false);
  draft_.entities[entity].gender = f.gender;
  draft_.entities[entity].number = f.number;
  if (!f.long_label.empty()) draft_.entities[entity].aliases.push_back(f.long_label);
  draft_.mentions[m].entity = entity;
  if (draft_.mentions[m].kind != MentionKind::pronoun) return;
  nameless_.resize(entity + 1);
  nameless_[entity] = true;
}

void ReferenceLinker::description(std::uint32_t m) {
  const Facets& f = draft_.facets[m];
  const std::string_view lemma = draft_.word(draft_.mentions[m].head).lemma;
  if (measure(m) || half(m) || latter(m, lemma) || pair(m, lemma) || counterpart(m, lemma) ||
      own_state(m, lemma))
    return;
  if (epithet(m)) return;
  // "le groupe" after another body was named is that one rather than the group of long ago
  if (f.definite && f.number != Number::plur && described(lemma) == EntityType::Organization && bare(m) &&
      long_ago(m) && generic(m, lemma))
    return;
  if (!(f.indefinite && f.number == Number::sing) && !f.possessive && (!f.any || f.definite))
    if (const auto same = by_label_.find(utf8::fold(f.label));
        same != by_label_.end() && (draft_.entities[same->second].named || !takes_up(m, lemma)) &&
        (draft_.entities[same->second].type == EntityType::State) == (f.type == EntityType::State))
      return link(draft_, m, same->second, "link.same-phrase");
  if (!f.definite && !f.demonstrative) return;
  if (told(m, lemma)) return;
  if ((!takes_up(m, lemma) && same_head(m, lemma)) || office_holder(m, lemma)) return;
  if (name_begins_with(m, lemma)) return;
  if (f.number != Number::plur && bare(m) && generic(m, lemma)) return;
  if (f.demonstrative && bare(m)) same_kind(m);
}

/// What the same phrase stood for is not spoken of in this sentence or the ones before.
bool ReferenceLinker::long_ago(std::uint32_t m) const {
  const auto same = by_label_.find(utf8::fold(draft_.facets[m].label));
  if (same == by_label_.end()) return false;
  const std::uint32_t here = parsed_.sentence_of(draft_.mentions[m].head);
  for (std::uint32_t c = m;
       c-- > 0 && here - parsed_.sentence_of(draft_.mentions[c].head) <= kLatterSentences;)
    if (draft_.mentions[c].entity == same->second) return false;
  return true;
}

/// "une dizaine de soldats": the dozen is the soldiers. A share is so where it is one of people: "10 % des
/// voix" is an amount.
bool ReferenceLinker::measure(std::uint32_t m) {
  const NounClass* noun = draft_.facets[m].noun;
  if (noun == nullptr || (noun->traits & (kMeasure | kPart)) == 0) return false;
  for (const std::uint32_t child : parsed_.children(draft_.mentions[m].head)) {
    if (universal(parsed_.deprel(child)) != Deprel::nmod) continue;
    const std::uint32_t p = preposition_of(parsed_, child);
    const std::uint32_t other = mention_of_word(draft_, child);
    if (p == kNone || draft_.word(p).lemma != "de" || other == kNone) continue;
    resolve(other);
    const std::uint32_t entity = draft_.mentions[other].entity;
    if (entity == kNone) continue;
    const EntityType type = draft_.entities[entity].type;
    if (draft_.word(draft_.mentions[m].head).upos == Upos::SYM ||
        draft_.word(draft_.mentions[m].head).form == "%")
      if (type != EntityType::Group && type != EntityType::Person) continue;
    link(draft_, m, entity, "link.measure");
    return true;
  }
  return false;
}

/// "le Nord" where the article tells of la Corée du Nord: not "dans le Nord", which is a region.
bool ReferenceLinker::half(std::uint32_t m) {
  const Mention& mention = draft_.mentions[m];
  const TaggedWord& head = draft_.word(mention.head);
  if (head.shape != Shape::capitalized || !draft_.vocabulary.words.set("noun.half").contains(head.lemma) ||
      mention.head + 1 != mention.words.end)
    return false;
  for (const std::uint32_t child : parsed_.children(mention.head)) {
    const Deprel d = universal(parsed_.deprel(child));
    if (d == Deprel::nmod || d == Deprel::amod) return false;
  }
  const std::uint32_t p = preposition_of(parsed_, mention.head);
  if (p != kNone && !draft_.vocabulary.words.set("preposition.of-state").contains(draft_.word(p).lemma))
    return false;
  std::uint32_t found = kNone;
  for (std::uint32_t e = 0; e < draft_.entities.size(); ++e) {
    const DocumentEntity& state = draft_.entities[e];
    if (state.type != EntityType::State || !state.label.ends_with(head.form) ||
        state.label.size() <= head.form.size())
      continue;
    if (found != kNone) return false;
    found = e;
  }
  if (found == kNone) return false;
  link(draft_, m, found, "link.half");
  return true;
}

/// "ce dernier", "cette dernière": the last thing named that agrees.
bool ReferenceLinker::latter(std::uint32_t m, std::string_view lemma) {
  const Facets& f = draft_.facets[m];
  if (lemma != "dernier" || !f.demonstrative) return false;
  const auto allowed = [&](std::uint32_t c) {
    const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
    // "ces derniers" are several, which a firm with its people is not
    const bool number = f.number != Number::plur || e.number == Number::plur || e.type == EntityType::Group ||
                        !draft_.mentions[c].more_entities.empty();
    return number && agrees(e, f.gender, f.number) && e.type != EntityType::Event &&
           e.type != EntityType::Concept && e.type != EntityType::Place;
  };
  const std::uint32_t found = antecedent(m, kLatterSentences, allowed, Preference::recency);
  if (found == kNone) return false;
  link(draft_, m, draft_.mentions[found].entity, "link.latter");
  return true;
}

/// Type of the last named entity that can be a party to something.
std::optional<EntityType> ReferenceLinker::last_actor(std::uint32_t m) const {
  for (std::uint32_t c = m; c-- > 0 && m - c < kWindow;) {
    if (draft_.mentions[c].entity == kNone || draft_.mentions[c].as_place) continue;
    const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
    if (e.named && speaking(e.type)) return e.type;
  }
  return std::nullopt;
}

/// "les deux pays", "les deux hommes": the two last entities of that kind.
bool ReferenceLinker::pair(std::uint32_t m, std::string_view lemma) {
  const Facets& f = draft_.facets[m];
  if (f.number != Number::plur || !(f.definite || f.demonstrative)) return false;
  const std::uint32_t q = draft_.quantity_at[draft_.mentions[m].head];
  const bool two = q != kNone && draft_.quantities[q].value == 2;
  // "les parties" are two whatever they are
  const std::uint32_t head = draft_.mentions[m].head;
  const bool told_apart =
      head + 1 < parsed_.size() && draft_.word(head + 1).upos == Upos::ADJ;  // "les parties basses"
  const bool parties = (two || (bare(m) && !told_apart)) && words_.set("description.parties").contains(lemma);
  auto type = described(lemma);
  if (!parties && (!two || !type)) return false;
  if (parties) type = last_actor(m);
  if (!type) return false;
  std::vector<std::uint32_t> found;
  const auto collect = [&](bool acting) {
    for (std::uint32_t c = m; c-- > 0 && m - c < kWindow && found.size() < 2;) {
      const Mention& candidate = draft_.mentions[c];
      if (candidate.entity == kNone) continue;
      const DocumentEntity& e = draft_.entities[candidate.entity];
      const bool person = *type == EntityType::Person;
      if (e.type != *type || (!e.named && !person)) continue;
      if (acting && candidate.as_place) continue;  // "en Suède" tells where, not who
      if (person && f.gender == Gender::fem && e.gender == Gender::masc) continue;
      if (person && f.gender == Gender::masc && e.gender == Gender::fem && lemma == "homme") continue;
      if (std::find(found.begin(), found.end(), candidate.entity) == found.end())
        found.push_back(candidate.entity);
    }
  };
  collect(true);
  if (found.size() < 2) {
    found.clear();
    collect(false);
  }
  if (found.size() < 2) return false;
  link(draft_, m, found[1], "link.two");
  draft_.mentions[m].more_entities = {found[0]};
  return true;
}

/// "son homologue suédois": the holder of the same office there, where the article names one.
bool ReferenceLinker::counterpart(std::uint32_t m, std::string_view lemma) {
  if (lemma != "homologue") return false;
  std::uint32_t state = kNone;
  for (const std::uint32_t child : parsed_.children(draft_.mentions[m].head)) {
    const std::uint32_t other = mention_of_word(draft_, child);
    if (other != kNone && draft_.mentions[other].kind == MentionKind::derived)
      state = draft_.mentions[other].entity;
  }
  if (state == kNone) return false;
  // an office noun with the same demonym that is linked to a named person
  for (std::uint32_t c = m; c-- > 0 && m - c < 4 * kWindow;) {
    const NounClass* noun = draft_.facets[c].noun;
    const std::uint32_t person = draft_.mentions[c].entity;
    if (noun == nullptr || (noun->traits & kOffice) == 0 || person == kNone || !draft_.entities[person].named)
      continue;
    for (const std::uint32_t child : parsed_.children(draft_.mentions[c].head)) {
      const std::uint32_t other = mention_of_word(draft_, child);
      if (other == kNone || draft_.mentions[other].entity != state) continue;
      link(draft_, m, person, "link.counterpart");
      return true;
    }
  }
  return false;
}

/// The state that the phrase of m names by a demonym is `state`.
bool ReferenceLinker::of_state(std::uint32_t m, std::uint32_t state) const {
  const IndexRange phrase = parsed_.subtree(draft_.mentions[m].head);
  for (std::uint32_t w = phrase.begin; w < phrase.end; ++w) {
    const std::uint32_t other = draft_.mention_at[w];
    if (other != kNone && draft_.mentions[other].kind == MentionKind::derived)
      return draft_.mentions[other].entity == state;
  }
  return true;
}

/// "son pays": the state that the owner is, or in which the article gives them an office.
bool ReferenceLinker::own_state(std::uint32_t m, std::string_view lemma) {
  const Facets& f = draft_.facets[m];
  if (!f.possessive || f.number == Number::plur || described(lemma) != EntityType::State) return false;
  std::uint32_t owner = kNone;
  for (const std::uint32_t child : parsed_.children(draft_.mentions[m].head)) {
    const std::uint32_t other = mention_of_word(draft_, child);
    if (universal(parsed_.deprel(child)) != Deprel::det || other == kNone || other == m) continue;
    resolve(other);
    owner = draft_.mentions[other].entity;
  }
  if (owner == kNone) return false;
  if (draft_.entities[owner].type == EntityType::State) {
    link(draft_, m, owner, "link.own-state");
    return true;
  }
  for (std::uint32_t c = 0; c < m; ++c) {
    if (draft_.mentions[c].entity != owner || draft_.mentions[c].kind != MentionKind::nominal) continue;
    const std::uint32_t state = state_led(draft_.mentions[c].head);
    if (state == kNone) continue;
    link(draft_, m, state, "link.own-state");
    return true;
  }
  return false;
}

/// A bare noun such as "le pays", which takes up something named rather than another such noun.
bool ReferenceLinker::takes_up(std::uint32_t m, std::string_view lemma) const {
  const Facets& f = draft_.facets[m];
  return f.definite && f.number != Number::plur && described(lemma) == EntityType::State && bare(m);
}

/// The state whose demonym stands with the noun, or with the state that it leads: "le chef de l'État
/// maltais".
std::uint32_t ReferenceLinker::state_led(std::uint32_t head) const {
  for (const std::uint32_t child : parsed_.children(head)) {
    const std::uint32_t other = mention_of_word(draft_, child);
    if (other != kNone && draft_.mentions[other].kind == MentionKind::derived)
      return draft_.mentions[other].entity;
    if (universal(parsed_.deprel(child)) != Deprel::nmod ||
        !words_.set("noun.led").contains(draft_.word(child).lemma))
      continue;
    if (const std::uint32_t state = state_led(child); state != kNone) return state;
  }
  return kNone;
}

/// "le dirigeant maltais": whoever the article last spoke of who leads, or who holds no office elsewhere.
bool ReferenceLinker::office_holder(std::uint32_t m, std::string_view lemma) {
  const Facets& f = draft_.facets[m];
  if (!f.definite || f.number == Number::plur || !words_.set("noun.head-of-state").contains(lemma))
    return false;
  const std::uint32_t state = state_led(draft_.mentions[m].head);
  if (state == kNone) return head_of_state(m);
  // persons with a title: one of another state, or a lesser one, is not meant
  std::vector<std::uint32_t> excluded;
  for (std::uint32_t c = 0; c < draft_.mentions.size(); ++c) {
    const NounClass* noun = draft_.facets[c].noun;
    const std::uint32_t person = draft_.mentions[c].entity;
    if (c == m || noun == nullptr || (noun->traits & kHuman) == 0 || person == kNone ||
        (noun->traits & kHonorific) != 0 || draft_.mentions[c].kind != MentionKind::nominal)
      continue;
    if (!words_.set("noun.head-of-state").contains(draft_.word(draft_.mentions[c].head).lemma) ||
        !of_state(c, state))
      excluded.push_back(person);
  }
  // who is spoken of in the same sentence would be taken up by a pronoun
  const std::uint32_t here = parsed_.sentence_of(draft_.mentions[m].head);
  for (std::uint32_t c = m; c-- > 0 && parsed_.sentence_of(draft_.mentions[c].head) == here;)
    if (draft_.mentions[c].entity != kNone) excluded.push_back(draft_.mentions[c].entity);
  const auto allowed = [&](std::uint32_t c) {
    const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
    return e.type == EntityType::Person && e.named && agrees(e, f.gender, f.number) &&
           std::find(excluded.begin(), excluded.end(), draft_.mentions[c].entity) == excluded.end();
  };
  const std::uint32_t found = antecedent(m, kHolderSentences, allowed, Preference::salience);
  if (found == kNone) return false;
  link(draft_, m, draft_.mentions[found].entity, "link.office-holder");
  return true;
}

/// "le chef de l'État" that the article has named with another title: the last president, king or emir.
bool ReferenceLinker::head_of_state(std::uint32_t m) {
  std::uint32_t led = kNone;
  for (const std::uint32_t child : parsed_.children(draft_.mentions[m].head))
    if (universal(parsed_.deprel(child)) == Deprel::nmod &&
        words_.set("noun.led").contains(draft_.word(child).lemma))
      led = child;
  if (led == kNone || parsed_.child(led, Deprel::nmod) != kNone) return false;
  const bool government = words_.set("noun.led-by-premier").contains(draft_.word(led).lemma);
  return (government && last_titled(m, words_.set("noun.premier"))) ||
         last_titled(m, words_.set("noun.head-of-state"));
}

/// Links m to the last person who is named with one of the titles, in no body.
bool ReferenceLinker::last_titled(std::uint32_t m, const StringSet& titles) {
  const std::uint32_t here = parsed_.sentence_of(draft_.mentions[m].head);
  for (std::uint32_t c = m; c-- > 0;) {
    const Mention& title = draft_.mentions[c];
    if (here - parsed_.sentence_of(title.head) > kDescriptionSentences) return false;
    if (title.kind != MentionKind::nominal || title.entity == kNone || draft_.facets[c].noun == nullptr ||
        !titles.contains(draft_.word(title.head).lemma))
      continue;
    if (draft_.word(title.head).lemma == "ministre" &&
        !utf8::fold(draft_.facets[c].label).starts_with("premier"))
      continue;
    const DocumentEntity& e = draft_.entities[title.entity];
    if (e.type != EntityType::Person || !e.named || of_body(title.head)) continue;
    link(draft_, m, title.entity, "link.head-of-state");
    return true;
  }
  return false;
}

/// "le président de la banque": the title is held in something that is no state.
bool ReferenceLinker::of_body(std::uint32_t head) const {
  for (const std::uint32_t child : parsed_.children(head)) {
    if (universal(parsed_.deprel(child)) != Deprel::nmod) continue;
    const std::uint32_t p = preposition_of(parsed_, child);
    if (p == kNone || draft_.word(p).lemma != "de") continue;
    const std::uint32_t other = mention_of_word(draft_, child);
    if (other == kNone || draft_.mentions[other].entity == kNone) return true;
    const EntityType type = draft_.entities[draft_.mentions[other].entity].type;
    if (type != EntityType::State && !words_.set("noun.led").contains(draft_.word(child).lemma)) return true;
  }
  return false;
}

std::optional<EntityType> ReferenceLinker::described(std::string_view lemma) const {
  if (words_.set("description.state").contains(lemma)) return EntityType::State;
  if (words_.set("description.person").contains(lemma)) return EntityType::Person;
  if (words_.set("description.organization").contains(lemma)) return EntityType::Organization;
  if (words_.set("description.place").contains(lemma)) return EntityType::Place;
  return std::nullopt;
}

/// No complement or adjective of its own that tells it apart.
bool ReferenceLinker::bare(std::uint32_t m) const {
  for (const std::uint32_t child : parsed_.children(draft_.mentions[m].head)) {
    const Deprel d = universal(parsed_.deprel(child));
    if (d == Deprel::nmod || d == Deprel::amod || d == Deprel::acl || d == Deprel::appos ||
        d == Deprel::ccomp || d == Deprel::xcomp || d == Deprel::advcl)
      return false;
  }
  return true;
}

/// "quatre firmes dont l'histoire est longue": the noun is that of the relative pronoun's antecedent.
bool ReferenceLinker::of_relative(std::uint32_t m) const {
  const std::uint32_t verb = parsed_.head(draft_.mentions[m].head);
  if (verb == kNone) return false;
  for (const std::uint32_t child : parsed_.children(verb))
    if (draft_.word(child).lemma == "dont") return true;
  for (const std::uint32_t child : parsed_.children(draft_.mentions[m].head))
    if (draft_.word(child).lemma == "dont") return true;
  return false;
}

/// "ministre de l'intérieur", "droits de l'homme": the complement names a field, no thing.
bool ReferenceLinker::portfolio(std::uint32_t m) const {
  const std::uint32_t head = draft_.mentions[m].head, above = parsed_.head(head);
  return above != kNone && universal(parsed_.deprel(head)) == Deprel::nmod &&
         draft_.facets[m].number != Number::plur &&
         (words_.set("noun.with-portfolio").contains(draft_.word(above).lemma) ||
          words_.set("noun.of-field").contains(draft_.word(above).lemma));
}

bool ReferenceLinker::same_head(std::uint32_t m, std::string_view lemma) {
  if (words_.set("noun.vague").contains(lemma)) return false;  // "le fait", "le cas" are each time others
  const auto before = by_head_.find(lemma);
  if (before == by_head_.end()) return false;
  const std::uint32_t c = before->second;
  const Facets &f = draft_.facets[m], &known = draft_.facets[c];
  const bool plural = f.number == Number::plur;
  if (c >= m || plural != (known.number == Number::plur) || draft_.mentions[c].entity == kNone ||
      (f.gender != Gender::none && known.gender != Gender::none && f.gender != known.gender) ||
      !(bare(m) || subset(m, c)))
    return false;
  if (!f.demonstrative && (of_relative(m) || portfolio(m))) return false;
  // "les jeunes" after "les jeunes exilés" are others; after "des jeunes exilés" they are those
  if (plural && !f.demonstrative && bare(m) && known.definite &&
      parsed_.child(draft_.mentions[c].head, Deprel::amod) != kNone)
    return false;
  const std::uint32_t away =
      parsed_.sentence_of(draft_.mentions[m].head) - parsed_.sentence_of(draft_.mentions[c].head);
  if (f.type == EntityType::Concept && away > kConceptSentences) return false;
  link(draft_, m, draft_.mentions[c].entity, "link.same-head");
  return true;
}

/// "ce traité" after "un accord": the last thing of the same class of nouns.
bool ReferenceLinker::same_kind(std::uint32_t m) {
  const NounClass* noun = draft_.facets[m].noun;
  if (noun == nullptr || noun->type != EntityType::Agreement)
    return false;  // other classes hold unlike things
  const auto allowed = [&](std::uint32_t c) {
    return draft_.facets[c].noun == noun && draft_.facets[c].number == draft_.facets[m].number;
  };
  const std::uint32_t found = antecedent(m, kLatterSentences, allowed, Preference::recency);
  if (found == kNone) return false;
  link(draft_, m, draft_.mentions[found].entity, "link.same-kind");
  return true;
}

/// The last verb before m, at most kToldSentences back, that told what the noun names; kNone where a noun of
/// the same head came later.
std::uint32_t ReferenceLinker::telling_verb(std::uint32_t m, std::string_view lemma) const {
  const std::uint32_t head = draft_.mentions[m].head;
  const std::uint32_t here = parsed_.sentence_of(head);
  std::uint32_t begin = parsed_.tagged().sentences[here < kToldSentences ? 0 : here - kToldSentences].begin;
  if (const auto before = by_head_.find(lemma); before != by_head_.end())
    begin = std::max(begin, draft_.mentions[before->second].head);
  const IndexRange own = parsed_.tagged().sentences[here];
  for (std::uint32_t i = head; i-- > begin;) {
    if (draft_.word(i).upos != Upos::VERB) continue;
    // the clause that the noun stands in does not tell its event
    if (own.contains(i) && parsed_.subtree(i).contains(head)) continue;
    if (!draft_.vocabulary.nominalizations.rule(lemma, draft_.word(i).lemma).empty()) return i;
  }
  return kNone;
}

/// "cette rencontre" after "X a rencontré Y": the event that a verb told; of definite nouns those of events
/// alone, "la rencontre".
bool ReferenceLinker::told(std::uint32_t m, std::string_view lemma) {
  const Facets& f = draft_.facets[m];
  const bool eventive = f.type == EntityType::Event || f.type == EntityType::Agreement;
  if (!bare(m) || (!f.demonstrative && !eventive) || (f.noun != nullptr && (f.noun->traits & kHuman) != 0))
    return false;
  if (!f.demonstrative && f.type == EntityType::Agreement) return false;
  const std::uint32_t verb = telling_verb(m, lemma);
  if (verb == kNone) return false;
  const auto [at, fresh] = told_.try_emplace(verb, kNone);
  if (fresh) {
    at->second = new_entity(draft_, eventive ? f.type : EntityType::Event, f.label, false);
    draft_.entities.back().gender = f.gender;
    draft_.entities.back().number = f.number;
  }
  link(draft_, m, at->second, "link.told-by-verb");
  draft_.mentions[m].told_by = verb;
  return true;
}

/// Every word of m's label stands in c's.
bool ReferenceLinker::subset(std::uint32_t m, std::uint32_t c) const {
  const std::string small = utf8::fold(draft_.facets[m].label), big = utf8::fold(draft_.facets[c].label);
  const auto known = split(big, ' ');
  for (const std::string_view word : split(small, ' '))
    if (std::find(known.begin(), known.end(), word) == known.end()) return false;
  return true;
}

/// The first mention that is, or belongs to, the subject of the main clause of c's sentence.
template <class Allowed>
std::uint32_t ReferenceLinker::in_subject(std::uint32_t c, Allowed allowed) const {
  const IndexRange sentence = parsed_.tagged().sentences[parsed_.sentence_of(draft_.mentions[c].head)];
  std::uint32_t root = sentence.begin;
  while (root < sentence.end && parsed_.deprel(root) != Deprel::root) ++root;
  if (root == sentence.end) return kNone;
  const std::uint32_t subject = subject_of(parsed_, root);
  if (subject == kNone) return kNone;
  const IndexRange phrase = parsed_.subtree(subject);
  for (std::uint32_t other = 0; other <= c; ++other) {
    const Mention& mention = draft_.mentions[other];
    if (phrase.contains(mention.head) && mention.entity != kNone && !mention.as_place && allowed(other))
      return other;
  }
  return kNone;
}

/// "le journal", "la banque", "la capitale" take up what the article or its name says to be one;
/// "l'organisation" takes up any.
bool ReferenceLinker::of_kind(std::uint32_t m, std::uint32_t entity, std::string_view lemma) const {
  if (!words_.set("description.of-kind").contains(lemma)) return true;
  const StringSet& press = words_.set("noun.press");  // a quotidien is a journal
  const auto same = [&](std::string_view other) {
    return other == lemma || (press.contains(lemma) && press.contains(other));
  };
  const std::string key = utf8::fold(lemma);
  const DocumentEntity& e = draft_.entities[entity];
  const auto names = [&](const std::string& label) {
    const std::string folded = utf8::fold(label);
    const std::vector<std::string_view> parts = split(folded, ' ');
    return std::find(parts.begin(), parts.end(), key) != parts.end();
  };
  if (names(e.label) || std::any_of(e.aliases.begin(), e.aliases.end(), names)) return true;
  for (std::uint32_t c = m; c-- > 0 && m - c < 4 * kWindow;) {
    if (draft_.mentions[c].entity != entity) continue;
    if (same(draft_.word(draft_.mentions[c].head).lemma)) return true;
    const std::uint32_t above = parsed_.head(draft_.mentions[c].head);  // "le quotidien turc « X »"
    if (above != kNone && same(draft_.word(above).lemma) && draft_.mentions[c].kind == MentionKind::name &&
        preposition_of(parsed_, draft_.mentions[c].head) == kNone)
      return true;
    const std::uint32_t entry = draft_.facets[c].entry;
    if (lemma == "capitale" && entry != kNone &&
        draft_.vocabulary.gazetteer.entry(entry).kind == GazetteerKind::capital)
      return true;
  }
  return false;
}

/// A congress or a ministry, by the noun that its name begins with: no "société".
bool ReferenceLinker::public_body(const DocumentEntity& e) const {
  const std::string first = utf8::to_lower(e.label.substr(0, e.label.find(' ')));
  const NounClass* noun = draft_.vocabulary.nouns.find(first);
  return noun != nullptr && noun->id == "noun.organization.government";
}

/// "le pays", "l'organisation", "le dirigeant": the last entity that the noun can describe.
bool ReferenceLinker::generic(std::uint32_t m, std::string_view lemma) {
  const Facets& f = draft_.facets[m];
  const auto type = described(lemma);
  if (!type || portfolio(m) || of_relative(m)) return false;
  // "Riga reproche au groupe …": not what the clause says of somebody
  std::uint32_t own = kNone;
  if (const std::uint32_t above = parsed_.head(draft_.mentions[m].head); above != kNone) {
    const std::uint32_t subject = mention_of_word(draft_, subject_of(parsed_, clause_of(above)));
    if (subject != kNone && subject < m) own = draft_.mentions[subject].entity;
  }
  const auto allowed = [&](std::uint32_t c) {
    const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
    if (own != kNone && draft_.mentions[c].entity == own) return false;
    if (words_.set("description.firm").contains(lemma) && public_body(e)) return false;
    if (e.type != *type || !e.named || !of_kind(m, draft_.mentions[c].entity, lemma)) return false;
    if (draft_.mentions[c].kind == MentionKind::derived && *type != EntityType::State) return false;
    return *type != EntityType::Person || agrees(e, f.gender, f.number);
  };
  std::uint32_t found = antecedent(m, kDescriptionSentences, allowed, Preference::recency);
  if (found == kNone) return false;
  // subjects go on: "Le soutien de Malte à Oslo dure; le pays a promis des chars"
  if (*type == EntityType::State && universal(parsed_.deprel(draft_.mentions[m].head)) == Deprel::nsubj)
    if (const std::uint32_t topic = in_subject(found, allowed); topic != kNone) found = topic;
  link(draft_, m, draft_.mentions[found].entity, "link.description");
  return true;
}

void resolve_references(Draft& draft) { ReferenceLinker(draft).run(); }

}  // namespace maillon
