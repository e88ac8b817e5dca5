// Descriptions and pronouns -> the entities they take up, in one pass through the text.
#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "mentions/draft.hpp"
#include "mentions/references.hpp"
#include "mentions/rule_file.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kWindow = 90;                // mentions looked back for an antecedent
constexpr std::uint32_t kSentences = 4;              // sentences a pronoun looks back
constexpr std::uint32_t kDescriptionSentences = 12;  // sentences a description looks back

class ReferenceLinker {
 public:
  explicit ReferenceLinker(Draft& draft)
      : draft_(draft),
        parsed_(draft.parsed),
        words_(draft.vocabulary.words),
        busy_(draft.mentions.size(), false) {}

  void run() {
    for (std::uint32_t m = 0; m < draft_.mentions.size(); ++m) resolve(m);
  }

 private:
  void resolve(std::uint32_t m) {
    Mention& mention = draft_.mentions[m];
    if (busy_[m]) return;
    busy_[m] = true;
    if (mention.entity != kNone) return remember(m);
    if (mention.kind == MentionKind::pronoun)
      pronoun(m);
    else
      description(m);
    if (draft_.mentions[m].entity == kNone) fresh(m);
    remember(m);
  }

  /// What later descriptions find again: the label and the head noun of a mention.
  void remember(std::uint32_t m) {
    const Mention& mention = draft_.mentions[m];
    if (mention.kind != MentionKind::nominal) return;
    by_label_[utf8::fold(draft_.facets[m].label)] = mention.entity;
    by_head_[std::string(draft_.word(mention.head).lemma)] = m;
  }

  void fresh(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    const std::uint32_t entity = new_entity(draft_, f.type, f.label, false);
    draft_.entities[entity].gender = f.gender;
    draft_.entities[entity].number = f.number;
    draft_.mentions[m].entity = entity;
  }

  // --- descriptions
  // -----------------------------------------------------------------------------------------

  void description(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    const std::string_view lemma = draft_.word(draft_.mentions[m].head).lemma;
    if (measure(m)) return;
    if (latter(m, lemma)) return;
    if (pair(m, lemma)) return;
    const bool taken_up = f.definite || f.demonstrative;
    if (!(f.indefinite && f.number == Number::sing))
      if (const auto same = by_label_.find(utf8::fold(f.label)); same != by_label_.end() && !f.possessive)
        return link(draft_, m, same->second, "link.same-phrase");
    if (!taken_up || f.number == Number::plur) return;
    if (same_head(m, lemma)) return;
    if (bare(m)) generic(m, lemma);
  }

  /// "une dizaine de soldats": the dozen is the soldiers.
  bool measure(std::uint32_t m) {
    const NounClass* noun = draft_.facets[m].noun;
    if (noun == nullptr || (noun->traits & (kMeasure | kPart)) == 0) return false;
    for (const std::uint32_t child : parsed_.children(draft_.mentions[m].head)) {
      if (parsed_.deprel(child) != Deprel::nmod) continue;
      const std::uint32_t p = preposition_of(parsed_, child);
      const std::uint32_t other = mention_of_word(draft_, child);
      if (p == kNone || draft_.word(p).lemma != "de" || other == kNone) continue;
      resolve(other);
      if (draft_.mentions[other].entity == kNone) continue;
      link(draft_, m, draft_.mentions[other].entity, "link.measure");
      return true;
    }
    return false;
  }

  /// "ce dernier", "cette dernière": the last thing named that agrees.
  bool latter(std::uint32_t m, std::string_view lemma) {
    const Facets& f = draft_.facets[m];
    if (lemma != "dernier" || !f.demonstrative) return false;
    const std::uint32_t found = antecedent(
        m, kSentences,
        [&](std::uint32_t c) {
          const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
          return agrees(e, f.gender, f.number) && e.type != EntityType::Event &&
                 e.type != EntityType::Concept;
        },
        Preference::recency);
    if (found == kNone) return false;
    link(draft_, m, draft_.mentions[found].entity, "link.latter");
    return true;
  }

  /// "les deux pays", "les deux hommes": the two last entities of that kind.
  bool pair(std::uint32_t m, std::string_view lemma) {
    const Facets& f = draft_.facets[m];
    if (f.number != Number::plur || !(f.definite || f.demonstrative)) return false;
    const std::uint32_t q = draft_.quantity_at[draft_.mentions[m].head];
    const bool two = q != kNone && draft_.quantities[q].value == 2;
    const auto type = described(lemma);
    if (!two || !type) return false;
    std::vector<std::uint32_t> found;
    for (std::uint32_t c = m; c-- > 0 && m - c < kWindow && found.size() < 2;) {
      const Mention& candidate = draft_.mentions[c];
      if (candidate.entity == kNone) continue;
      const DocumentEntity& e = draft_.entities[candidate.entity];
      if (e.type != *type || !e.named) continue;
      if (std::find(found.begin(), found.end(), candidate.entity) == found.end())
        found.push_back(candidate.entity);
    }
    if (found.size() < 2) return false;
    link(draft_, m, found[1], "link.two");
    draft_.mentions[m].more_entities = {found[0]};
    return true;
  }

  std::optional<EntityType> described(std::string_view lemma) const {
    if (words_.set("description.state").contains(lemma)) return EntityType::State;
    if (words_.set("description.person").contains(lemma)) return EntityType::Person;
    if (words_.set("description.organization").contains(lemma)) return EntityType::Organization;
    if (words_.set("description.place").contains(lemma)) return EntityType::Place;
    return std::nullopt;
  }

  /// No complement or adjective of its own that tells it apart.
  bool bare(std::uint32_t m) const {
    for (const std::uint32_t child : parsed_.children(draft_.mentions[m].head)) {
      const Deprel d = universal(parsed_.deprel(child));
      if (d == Deprel::nmod || d == Deprel::amod || d == Deprel::acl || d == Deprel::appos) return false;
    }
    return true;
  }

  bool same_head(std::uint32_t m, std::string_view lemma) {
    const auto before = by_head_.find(lemma);
    if (before == by_head_.end()) return false;
    const std::uint32_t c = before->second;
    if (c >= m || draft_.facets[c].number != draft_.facets[m].number || !(bare(m) || subset(m, c)))
      return false;
    link(draft_, m, draft_.mentions[c].entity, "link.same-head");
    return true;
  }

  /// Every word of m's label stands in c's.
  bool subset(std::uint32_t m, std::uint32_t c) const {
    const std::string small = utf8::fold(draft_.facets[m].label), big = utf8::fold(draft_.facets[c].label);
    const auto known = split(big, ' ');
    for (const std::string_view word : split(small, ' '))
      if (std::find(known.begin(), known.end(), word) == known.end()) return false;
    return true;
  }

  /// "le pays", "l'organisation", "la ministre": the last entity that the noun can describe.
  void generic(std::uint32_t m, std::string_view lemma) {
    const Facets& f = draft_.facets[m];
    auto type = described(lemma);
    const bool office = f.noun != nullptr && (f.noun->traits & kOffice) != 0;
    if (!type && office && f.definite) type = EntityType::Person;
    if (!type) return;
    const std::uint32_t found = antecedent(
        m, kDescriptionSentences,
        [&](std::uint32_t c) {
          const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
          if (e.type != *type || !e.named) return false;
          return *type != EntityType::Person || agrees(e, f.gender, f.number);
        },
        Preference::recency);
    if (found != kNone) link(draft_, m, draft_.mentions[found].entity, "link.description");
  }

  // --- pronouns
  // ---------------------------------------------------------------------------------------------

  void pronoun(std::uint32_t m) {
    const Mention& mention = draft_.mentions[m];
    const TaggedWord& w = draft_.word(mention.head);
    const Facets& f = draft_.facets[m];
    if (w.morph.pron_type == PronType::rel || w.lemma == "qui" || w.lemma == "dont" || w.lemma == "lequel")
      if (relative(m)) return;
    if (f.person == Person::first) return speaker(m);
    if (f.person == Person::second) return;
    if (w.morph.reflexive || w.lemma == "se") {
      take_subject(m, "link.reflexive");
      return;
    }
    const bool personal = mention.rule == "possessive" || w.morph.pron_type == PronType::prs ||
                          w.lemma == "il" || w.lemma == "lui" || w.lemma == "le" || w.lemma == "elle" ||
                          w.lemma == "leur";
    if (personal && w.lemma != "on") third_person(m);
  }

  bool relative(std::uint32_t m) {
    std::uint32_t word = draft_.mentions[m].head;
    for (int i = 0; i < 8 && word != kNone; ++i, word = parsed_.head(word)) {
      if (parsed_.deprel(word) != Deprel::acl_relcl && parsed_.deprel(word) != Deprel::advcl_cleft) continue;
      const std::uint32_t other = mention_of_word(draft_, parsed_.head(word));
      if (other == kNone || other == m) return false;
      resolve(other);
      if (draft_.mentions[other].entity == kNone) return false;
      link(draft_, m, draft_.mentions[other].entity, "link.relative");
      draft_.mentions[m].more_entities = draft_.mentions[other].more_entities;
      return true;
    }
    return false;
  }

  bool take_subject(std::uint32_t m, std::string_view rule) {
    std::uint32_t verb = parsed_.head(draft_.mentions[m].head);
    const std::uint32_t other = mention_of_word(draft_, subject_of(parsed_, verb));
    if (other == kNone || other == m) return false;
    resolve(other);
    if (draft_.mentions[other].entity == kNone) return false;
    link(draft_, m, draft_.mentions[other].entity, rule);
    draft_.mentions[m].more_entities = draft_.mentions[other].more_entities;
    return true;
  }

  /// je, nous inside a quotation: the subject of the verb of speech around it.
  void speaker(std::uint32_t m) {
    std::uint32_t word = draft_.mentions[m].head;
    for (int i = 0; i < 16 && word != kNone; ++i, word = parsed_.head(word)) {
      std::uint32_t verb = word;
      if (!says(verb)) {
        verb = kNone;
        for (const std::uint32_t child : parsed_.children(word))
          if (universal(parsed_.deprel(child)) == Deprel::parataxis && says(child)) verb = child;
      }
      if (verb == kNone) continue;
      const std::uint32_t other = mention_of_word(draft_, subject_of(parsed_, verb));
      if (other == kNone || other == m || draft_.facets[other].person == Person::first) continue;
      resolve(other);
      if (draft_.mentions[other].entity == kNone) continue;
      return link(draft_, m, draft_.mentions[other].entity, "link.speaker");
    }
  }

  bool says(std::uint32_t word) const {
    return draft_.word(word).upos == Upos::VERB &&
           words_.set("verb.speech").contains(draft_.word(word).lemma);
  }

  void third_person(std::uint32_t m) {
    const Facets& f = draft_.facets[m];
    const bool possessive = draft_.mentions[m].rule == "possessive";
    const Gender gender = possessive ? Gender::none : f.gender;
    const std::uint32_t found = antecedent(
        m, kSentences,
        [&](std::uint32_t c) {
          const Mention& candidate = draft_.mentions[c];
          const DocumentEntity& e = draft_.entities[candidate.entity];
          if (!agrees(e, gender, f.number)) return false;
          if (candidate.kind == MentionKind::derived) return false;
          return !same_clause_argument(m, c);
        },
        Preference::salience);
    if (found == kNone) return;
    link(draft_, m, draft_.mentions[found].entity, possessive ? "link.possessive" : "link.pronoun");
    if (f.number == Number::plur) draft_.mentions[m].more_entities = draft_.mentions[found].more_entities;
  }

  /// An object pronoun is never its own verb's subject.
  bool same_clause_argument(std::uint32_t m, std::uint32_t c) const {
    if (draft_.mentions[m].rule == "possessive") return false;
    const std::uint32_t verb = parsed_.head(draft_.mentions[m].head);
    return verb != kNone && parsed_.head(draft_.mentions[c].head) == verb;
  }

  enum class Preference { recency, salience };

  /// The best mention before m that `allowed` admits; by recency the last one.
  template <class Allowed>
  std::uint32_t antecedent(std::uint32_t m, std::uint32_t sentences, Allowed allowed,
                           Preference preference) const {
    const std::uint32_t here = parsed_.sentence_of(draft_.mentions[m].head);
    std::uint32_t best = kNone;
    int best_score = 0;
    for (std::uint32_t c = m; c-- > 0 && m - c < kWindow;) {
      const Mention& candidate = draft_.mentions[c];
      const std::uint32_t away = here - parsed_.sentence_of(candidate.head);
      if (away > sentences) break;
      if (candidate.entity == kNone || !allowed(c)) continue;
      if (preference == Preference::recency) return c;
      const int score = salience(c, away, m - c);
      if (best == kNone || score > best_score) {
        best = c;
        best_score = score;
      }
    }
    return best;
  }

  int salience(std::uint32_t c, std::uint32_t sentences_away, std::uint32_t mentions_away) const {
    const Mention& mention = draft_.mentions[c];
    const DocumentEntity& e = draft_.entities[mention.entity];
    int score = 100 - 22 * static_cast<int>(sentences_away) - static_cast<int>(mentions_away);
    switch (universal(parsed_.deprel(mention.head))) {
      case Deprel::nsubj:
        score += 16;
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

  Draft& draft_;
  const ParsedText& parsed_;
  const WordSets& words_;
  std::vector<bool> busy_;
  StringMap<std::uint32_t> by_label_;  ///< folded label -> entity
  StringMap<std::uint32_t> by_head_;   ///< head lemma -> last mention
};

}  // namespace

void resolve_references(Draft& draft) { ReferenceLinker(draft).run(); }

}  // namespace maillon
