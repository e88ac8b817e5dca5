// Links that the tree gives: titles and appositions with names, relative pronouns with their antecedent,
// reflexives with their subject.
#include <algorithm>

#include "mentions/draft.hpp"
#include "mentions/references.hpp"

namespace maillon {

std::uint32_t mention_of_word(const Draft& draft, std::uint32_t word) {
  if (word == kNone) return kNone;
  if (draft.name_at[word] != kNone) word = draft.names[draft.name_at[word]].head;
  return draft.mention_at[word];
}

std::uint32_t subject_of(const ParsedText& parsed, std::uint32_t verb) {
  if (verb == kNone) return kNone;
  for (const Deprel d : {Deprel::nsubj, Deprel::nsubj_pass, Deprel::nsubj_caus})
    if (const std::uint32_t s = parsed.child(verb, d); s != kNone) return s;
  return kNone;
}

namespace {

bool compatible(EntityType noun, EntityType name) {
  if (noun == name || noun == EntityType::Concept) return true;
  if (noun == EntityType::State || name == EntityType::State)
    return noun == EntityType::Place || name == EntityType::Place || noun == EntityType::Organization;
  return (noun == EntityType::Group && name == EntityType::Organization) ||
         (noun == EntityType::Place && name == EntityType::Organization) ||
         (noun == EntityType::Organization && name == EntityType::Place);
}

class StructureLinker {
 public:
  explicit StructureLinker(Draft& draft) : draft_(draft), parsed_(draft.parsed) {}

  void run() {
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      if (draft_.mentions[m].entity != kNone) continue;
      if (draft_.mentions[m].kind == MentionKind::nominal) title(m);
    }
  }

 private:
  /// "le ministre, X", "le ministre X", "l'agence X": noun and name are one.
  void title(std::uint32_t m) {
    const std::uint32_t head = draft_.mentions[m].head;
    for (const std::uint32_t child : parsed_.children(head)) {
      const std::uint32_t other = mention_of_word(draft_, child);
      if (other == kNone || draft_.mentions[other].kind != MentionKind::name) continue;
      const Deprel d = universal(parsed_.deprel(child));
      const bool bare = parsed_.child(child, Deprel::case_) == kNone;
      if (d != Deprel::appos && d != Deprel::flat && !(d == Deprel::nmod && bare)) continue;
      if (child < head || !(fits(m, other, d == Deprel::appos) || introduces(m, other))) continue;
      return join(m, other, d == Deprel::appos ? "link.apposition" : "link.title");
    }
    const Deprel d = parsed_.deprel(head);
    if (d == Deprel::appos && preposition_of(parsed_, head) == kNone) {
      const std::uint32_t other = mention_of_word(draft_, parsed_.head(head));
      if (other != kNone && draft_.mentions[other].kind == MentionKind::name && fits(m, other, true))
        return join(m, other, "link.apposition");
    }
    // "le ministre est X": the name tells who the noun is
    const std::uint32_t above = parsed_.head(head);
    if (universal(d) == Deprel::nsubj && draft_.facets[m].definite &&
        parsed_.child(above, Deprel::cop) != kNone) {
      const std::uint32_t other = mention_of_word(draft_, above);
      if (other != kNone && draft_.mentions[other].kind == MentionKind::name &&
          draft_.facets[other].type == EntityType::Person && fits(m, other, true))
        return join(m, other, "link.identity");
    }
    // "M. de Novak", "le général de Berg": a particle, and no complement
    if (draft_.facets[m].number != Number::plur && head + 2 < parsed_.size() &&
        draft_.word(head + 1).lemma == "de" && draft_.name_at[head + 2] != kNone &&
        draft_.vocabulary.words.set("noun.title-with-particle").contains(draft_.word(head).lemma)) {
      const std::uint32_t other = mention_of_word(draft_, head + 2);
      if (other != kNone && draft_.mentions[other].words.begin == head + 2 &&
          draft_.facets[other].type == EntityType::Person && draft_.mentions[other].words.size() == 1)
        return join(m, other, "link.title");
    }
    // a locality noun with its name: "la ville de X" is X
    const NounClass* noun = draft_.facets[m].noun;
    if (noun != nullptr && (noun->traits & kLocality) != 0) {
      for (const std::uint32_t child : parsed_.children(head)) {
        const std::uint32_t other = mention_of_word(draft_, child);
        if (other == kNone || draft_.mentions[other].kind != MentionKind::name) continue;
        if (draft_.facets[other].type != EntityType::Place || child < head) continue;
        if (!named_by(draft_.word(head).lemma, other)) continue;
        const std::uint32_t p = preposition_of(parsed_, child);
        if (p != kNone && draft_.word(p).lemma == "de") return join(m, other, "link.locality");
      }
    }
  }

  /// "la ville de X" is X, and so is "la région de X" where X is no town of its own.
  bool named_by(std::string_view lemma, std::uint32_t name) const {
    const WordSets& words = draft_.vocabulary.words;
    if (words.set("noun.settlement").contains(lemma)) return true;
    if (!words.set("noun.division").contains(lemma)) return false;
    const std::uint32_t entry = draft_.facets[name].entry;
    if (entry == kNone) return true;
    const GazetteerKind kind = draft_.vocabulary.gazetteer.entry(entry).kind;
    return kind != GazetteerKind::city && kind != GazetteerKind::capital;
  }

  /// "la claviste X": a noun that no class lists right before the full name of a person.
  bool introduces(std::uint32_t m, std::uint32_t name) const {
    const Facets& f = draft_.facets[m];
    const Mention& person = draft_.mentions[name];
    if (f.noun != nullptr || !f.definite || f.number == Number::plur || person.rule != "name.first-name")
      return false;
    const WordSets& words = draft_.vocabulary.words;
    const std::string_view lemma = draft_.word(draft_.mentions[m].head).lemma;
    if (draft_.word(draft_.mentions[m].head).upos != Upos::NOUN ||
        words.set("noun.named-after").contains(lemma) || words.set("noun.work").contains(lemma) ||
        draft_.mentions[m].words.end != person.words.begin)
      return false;
    for (const std::string& end : words.list("noun.thing-ending"))
      if (lemma.ends_with(end)) return false;
    const DocumentEntity& e = draft_.entities[person.entity];
    return agrees(e, f.gender, f.number);
  }

  /// "un ministre, X," is X; "un ministre X" may be another.
  bool fits(std::uint32_t m, std::uint32_t name, bool apposition) const {
    const Facets& f = draft_.facets[m];
    if (f.noun == nullptr || f.number == Number::plur || draft_.mentions[name].rule == "name.eponym")
      return false;
    const EntityType noun = f.type, type = draft_.entities[draft_.mentions[name].entity].type;
    const bool set_off = apposition && type == EntityType::Person && noun == EntityType::Person &&
                         comma_between(draft_.mentions[m].head, draft_.mentions[name].words);
    return compatible(noun, type) && (!f.indefinite || set_off);
  }

  bool comma_between(std::uint32_t head, IndexRange name) const {
    return name.begin > head && draft_.word(name.begin - 1).form == ",";
  }

  void join(std::uint32_t m, std::uint32_t name, std::string_view rule) {
    const std::uint32_t entity = draft_.mentions[name].entity;
    link(draft_, m, entity, rule);
    if (draft_.entities[entity].gender == Gender::none)
      draft_.entities[entity].gender = draft_.facets[m].gender;
  }

  Draft& draft_;
  const ParsedText& parsed_;
};

}  // namespace

void resolve_structure(Draft& draft) { StructureLinker(draft).run(); }

}  // namespace maillon
