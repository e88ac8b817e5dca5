// Descriptions that say something new of what was just named: "l'avocat de 36 ans", "le diplomate portugais",
// "le tribunal" after "le Tribunal pénal international".
#include "base/utf8.hpp"
#include "mentions/reference_linker.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kAgedSentences = 2;
constexpr std::uint32_t kNamedSentences = 12;  // sentences back to the body whose name begins with the noun

}  // namespace

/// "de 36 ans"
bool ReferenceLinker::aged(std::uint32_t m) const {
  for (const std::uint32_t child : parsed_.children(draft_.mentions[m].head))
    if (universal(parsed_.deprel(child)) == Deprel::nmod && draft_.quantity_at[child] != kNone &&
        draft_.word(child).lemma == "an")
      return true;
  return false;
}

/// The person named who is the subject of the sentence before, or kNone.
std::uint32_t ReferenceLinker::topic_before(std::uint32_t sentence) const {
  if (sentence == 0) return kNone;
  const IndexRange words = parsed_.tagged().sentences[sentence - 1];
  std::uint32_t root = words.begin;
  while (root < words.end && parsed_.deprel(root) != Deprel::root) ++root;
  if (root == words.end) return kNone;
  const std::uint32_t topic = mention_of_word(draft_, subject_of(parsed_, root));
  if (topic == kNone || draft_.mentions[topic].entity == kNone ||
      !draft_.mentions[topic].more_entities.empty() || aside(topic))
    return kNone;
  const DocumentEntity& e = draft_.entities[draft_.mentions[topic].entity];
  return e.named && e.type == EntityType::Person ? topic : kNone;
}

/// "Le fabricant finlandais" that opens a sentence: the body last named, unless the article gives it another
/// origin.
bool ReferenceLinker::epithet_of_body(std::uint32_t m) {
  const Facets& f = draft_.facets[m];
  const std::uint32_t head = draft_.mentions[m].head;
  if (!f.definite || f.number == Number::plur || universal(parsed_.deprel(head)) != Deprel::nsubj ||
      !words_.set("description.epithet-of-body").contains(draft_.word(head).lemma))
    return false;
  for (const std::uint32_t child : parsed_.children(head)) {
    const Deprel d = universal(parsed_.deprel(child));
    if (d == Deprel::nmod || d == Deprel::appos || d == Deprel::flat || d == Deprel::acl) return false;
  }
  const std::uint32_t state = state_led(head);
  if (state == kNone) return false;
  const auto allowed = [&](std::uint32_t c) {
    const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
    return e.named && e.type == EntityType::Organization && !public_body(e) &&
           parsed_.sentence_of(draft_.mentions[c].head) != parsed_.sentence_of(head);
  };
  const std::uint32_t found = antecedent(m, kAgedSentences, allowed, Preference::salience);
  if (found == kNone) return false;
  const std::uint32_t body = draft_.mentions[found].entity;
  for (std::uint32_t c = 0; c < draft_.mentions.size(); ++c)
    if (draft_.mentions[c].entity == body && draft_.mentions[c].kind == MentionKind::nominal &&
        !of_state(c, state))
      return false;
  link(draft_, m, body, "link.epithet");
  return true;
}

/// "L'avocat de 36 ans": the person last spoken of. "Le diplomate portugais": whoever the sentence before is
/// about, unless the article gives them another nationality.
bool ReferenceLinker::epithet(std::uint32_t m) {
  if (epithet_of_body(m)) return true;
  const Facets& f = draft_.facets[m];
  const std::uint32_t head = draft_.mentions[m].head;
  if (!f.definite || f.number == Number::plur || f.noun == nullptr || (f.noun->traits & kHuman) == 0 ||
      (f.noun->traits & (kHonorific | kKin)) != 0)
    return false;
  const auto suits = [&](std::uint32_t c) {
    const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
    return e.type == EntityType::Person && e.named && agrees(e, f.gender, f.number) &&
           parsed_.sentence_of(draft_.mentions[c].head) != parsed_.sentence_of(head);
  };
  if (aged(m) && !portfolio(m)) {
    const std::uint32_t found = antecedent(m, kAgedSentences, suits, Preference::salience);
    if (found != kNone) link(draft_, m, draft_.mentions[found].entity, "link.aged");
    return found != kNone;
  }
  const bool laureate = words_.set("description.laureate").contains(draft_.word(head).lemma);
  if (!(laureate || words_.set("description.epithet").contains(draft_.word(head).lemma)) ||
      universal(parsed_.deprel(head)) != Deprel::nsubj || parsed_.head(head) == kNone ||
      parsed_.deprel(parsed_.head(head)) != Deprel::root)
    return false;
  bool adjective = laureate;  // "la lauréate du prix X"
  for (const std::uint32_t child : parsed_.children(head)) {
    const Deprel d = universal(parsed_.deprel(child));
    if ((d == Deprel::nmod && !laureate) || d == Deprel::appos || d == Deprel::flat || d == Deprel::acl)
      return false;
    adjective |= d == Deprel::amod && child > head;
  }
  const std::uint32_t topic = adjective ? topic_before(parsed_.sentence_of(head)) : kNone;
  if (topic == kNone || !suits(topic)) return false;
  const std::uint32_t state = state_led(head), person = draft_.mentions[topic].entity;
  for (std::uint32_t c = 0; state != kNone && c < draft_.mentions.size(); ++c)
    if (draft_.mentions[c].entity == person && draft_.mentions[c].kind == MentionKind::nominal &&
        !of_state(c, state))
      return false;
  link(draft_, m, person, "link.epithet");
  return true;
}

/// "le tribunal" after "le Tribunal pénal international": the last body whose name begins with the noun.
bool ReferenceLinker::name_begins_with(std::uint32_t m, std::string_view lemma) {
  const Facets& f = draft_.facets[m];
  if (!(f.definite || f.demonstrative) || f.number == Number::plur || f.noun == nullptr ||
      f.type != EntityType::Organization || !bare(m) || described(lemma) || portfolio(m))
    return false;
  const std::string key = utf8::fold(lemma);
  const auto begins = [&](std::string_view name) {
    const std::string folded = utf8::fold(name);
    return folded.size() > key.size() && folded.starts_with(key) && folded[key.size()] == ' ';
  };
  const auto allowed = [&](std::uint32_t c) {
    const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
    if (!e.named || e.type != EntityType::Organization) return false;
    if (begins(e.label)) return true;
    for (const std::string& alias : e.aliases)
      if (begins(alias)) return true;
    return false;
  };
  const std::uint32_t found = antecedent(m, kNamedSentences, allowed, Preference::recency);
  if (found == kNone) return false;
  link(draft_, m, draft_.mentions[found].entity, "link.name-begins");
  return true;
}

}  // namespace maillon
