// Offices, professions, memberships and kinship: who holds them, of what.
#include <algorithm>

#include "mentions/draft.hpp"
#include "mentions/references.hpp"

namespace maillon {

namespace {

class RoleFinder {
 public:
  explicit RoleFinder(Draft& draft) : draft_(draft), parsed_(draft.parsed) {}

  void run() {
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) affiliation(m);
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) {
      const NounClass* noun = draft_.facets[m].noun;
      if (noun == nullptr || (noun->traits & (kHuman | kOffice)) == 0 || (noun->traits & kHonorific) != 0)
        continue;
      role(m);
    }
  }

 private:
  /// "Anna Berg (PSO)": the body in brackets right behind a person is hers.
  void affiliation(std::uint32_t m) {
    const Mention& body = draft_.mentions[m];
    const std::uint32_t begin = body.words.begin, end = body.words.end;
    if (draft_.facets[m].name == kNone || draft_.entities[body.entity].type != EntityType::Organization)
      return;
    if (begin < 2 || end >= parsed_.size() || draft_.word(begin - 1).form != "(") return;
    const std::string_view close = draft_.word(end).form;
    if (close != ")" && close != ",") return;
    const std::uint32_t name = draft_.name_at[begin - 2];
    if (name == kNone || draft_.names[name].rule == "name.several-words") return;
    const std::uint32_t holder = draft_.mention_at[draft_.names[name].head];
    if (holder == kNone || draft_.entities[draft_.mentions[holder].entity].type != EntityType::Person) return;
    Role r;
    r.holder = holder;
    r.other = m;
    r.head = body.head;
    r.lemma = draft_.vocabulary.words.list("noun.affiliation").front();
    r.preposition = "de";
    r.rule = "role.brackets";
    draft_.roles.push_back(std::move(r));
  }

  void role(std::uint32_t m) {
    const std::uint32_t head = draft_.mentions[m].head;
    std::uint32_t holder = m;
    std::string_view rule = "role.description";
    if (const std::uint32_t subject = copula_subject(head); subject != kNone) {
      holder = subject;
      rule = "role.copula";
    } else if (draft_.mentions[m].link.starts_with("link.title")) {
      rule = "role.title";
    } else if (draft_.mentions[m].link.starts_with("link.apposition")) {
      rule = "role.apposition";
    } else if (parsed_.deprel(head) == Deprel::appos) {
      const std::uint32_t other = mention_of_word(draft_, parsed_.head(head));
      if (other == kNone) return;
      const EntityType type = draft_.entities[draft_.mentions[other].entity].type;
      const bool body = type == EntityType::State || type == EntityType::Organization;
      const bool fits = body ? draft_.vocabulary.words.set("noun.of-bodies").contains(draft_.word(head).lemma)
                             : type == EntityType::Person && draft_.facets[m].type == EntityType::Person;
      if (!fits) return;
      holder = other;
      rule = "role.apposition";
    }
    bool any = false;
    for (const std::uint32_t child : parsed_.children(head)) {
      const std::uint32_t other = mention_of_word(draft_, child);
      if (other == kNone || draft_.mentions[other].entity == draft_.mentions[holder].entity) continue;
      const Deprel d = universal(parsed_.deprel(child));
      if (d == Deprel::amod && draft_.mentions[other].kind == MentionKind::derived) {
        add(m, holder, other, {}, rule);
        any = true;
      } else if (d == Deprel::nmod) {
        const std::uint32_t p = preposition_of(parsed_, child);
        if (p == kNone || !bears(m, draft_.word(p).lemma)) continue;
        if (kind(child, p)) {
          // "la secrétaire d'État norvégienne", in the tree of State: the demonym is the holder's
          const std::uint32_t demonym = demonym_of(child);
          if (demonym != kNone) add(m, holder, demonym, {}, rule);
          any |= demonym != kNone;
          continue;
        }
        add(m, holder, other, draft_.word(p).lemma, rule);
        if (const std::uint32_t state = state_of(child); state != kNone) add(m, holder, state, "de", rule);
        any = true;
      } else if (d == Deprel::det && draft_.mentions[other].rule == "possessive") {
        add(m, holder, other, "de", rule);
        any = true;
      }
    }
    if (!any && rule != "role.description") add(m, holder, kNone, {}, rule);
  }

  /// "chef d'orchestre", "agent de change": a bare common noun in the singular says what kind of office it
  /// is.
  bool kind(std::uint32_t word, std::uint32_t preposition) const {
    const TaggedWord& w = draft_.word(word);
    const bool state = draft_.vocabulary.words.set("noun.led").contains(w.lemma);
    const std::uint32_t amod = parsed_.child(word, Deprel::amod);
    return word == preposition + 1 && w.upos == Upos::NOUN && (w.shape == Shape::lower || state) &&
           w.morph.number != Number::plur && draft_.word(preposition).lemma == "de" &&
           parsed_.child(word, Deprel::nmod) == kNone && (amod == kNone || demonym_of(word) != kNone);
  }

  /// The mention of "américain" below the noun.
  std::uint32_t demonym_of(std::uint32_t word) const {
    for (const std::uint32_t child : parsed_.children(word)) {
      const std::uint32_t m = mention_of_word(draft_, child);
      if (m != kNone && universal(parsed_.deprel(child)) == Deprel::amod &&
          draft_.mentions[m].kind == MentionKind::derived)
        return m;
    }
    return kNone;
  }

  /// Prepositions that lead to what the role is of; others tell something else.
  bool bears(std::uint32_t m, std::string_view preposition) const {
    if (preposition == "de" || preposition == "à") return true;
    return (draft_.facets[m].noun->traits & kOffice) != 0 &&
           draft_.vocabulary.words.set("preposition.of-office").contains(preposition);
  }

  /// "ministre de la Justice du Danemark": the state hangs on the field of the office in the tree and is said
  /// of the office all the same; kNone where the complement is a body of its own.
  std::uint32_t state_of(std::uint32_t complement) const {
    const std::uint32_t field = mention_of_word(draft_, complement);
    if (field == kNone || draft_.facets[field].type != EntityType::Concept) return kNone;
    for (const std::uint32_t child : parsed_.children(complement)) {
      const std::uint32_t other = mention_of_word(draft_, child);
      if (other == kNone || draft_.mentions[other].kind != MentionKind::name) continue;
      if (draft_.entities[draft_.mentions[other].entity].type == EntityType::State) return other;
    }
    return kNone;
  }

  std::uint32_t copula_subject(std::uint32_t head) const {
    if (parsed_.child(head, Deprel::cop) == kNone) return kNone;
    return mention_of_word(draft_, subject_of(parsed_, head));
  }

  void add(std::uint32_t m, std::uint32_t holder, std::uint32_t other, std::string_view preposition,
           std::string_view rule) {
    Role r;
    r.holder = holder;
    r.other = other;
    r.head = draft_.mentions[m].head;
    r.lemma = draft_.word(r.head).lemma;
    r.preposition = preposition;
    r.former = former(r.head);
    r.rule = rule;
    if (r.lemma.starts_with("ex-")) {
      r.lemma.erase(0, 3);
      r.former = true;
    }
    draft_.roles.push_back(std::move(r));
  }

  bool former(std::uint32_t head) const {
    const StringSet& words = draft_.vocabulary.words.set("adjective.former");
    for (const std::uint32_t child : parsed_.children(head))
      if (parsed_.deprel(child) == Deprel::amod && words.contains(draft_.word(child).lemma)) return true;
    return false;
  }

  Draft& draft_;
  const ParsedText& parsed_;
};

}  // namespace

void find_roles(Draft& draft) { RoleFinder(draft).run(); }

}  // namespace maillon
