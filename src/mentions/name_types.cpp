// What kind of thing a proper name names: gazetteer, titles and nouns beside it, shape, first names,
// prepositions.
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/draft.hpp"

namespace maillon {

namespace {

class NameTyper {
 public:
  explicit NameTyper(Draft& draft) : draft_(draft), parsed_(draft.parsed), words_(draft.vocabulary.words) {}

  void run() {
    for (NameSpan& name : draft_.names)
      if (!name.phrase && (name.words.size() > 1 || name.entry != kNone)) type(name);
    collect_person_parts();
    collect_known();
    for (NameSpan& name : draft_.names)
      if (!name.phrase && name.words.size() == 1 && name.entry == kNone) type(name);
    coordinate();
    agree();
  }

 private:
  static void set(NameSpan& name, EntityType type, std::string_view rule) {
    name.type = type;
    name.rule = rule;
  }

  void type(NameSpan& name) {
    if (!name.rule.empty()) return;
    if (name.entry != kNone && name.words.size() == 1 && titled(name)) {  // "M. Israël" is no country
      name.entry = kNone;
      return;
    }
    if (name.entry != kNone)
      return set(name, draft_.vocabulary.gazetteer.entry(name.entry).type, "name.gazetteer");
    if (titled(name) || (adjoined(name) && beside_noun(name))) return;
    if (name.words.size() > 1 && first_name(name)) return;
    if (beside_noun(name)) return;
    if (has_complement(name) && article(name) != kNone)
      return set(name, EntityType::Organization, "name.team");
    if (keyword(name) || acronym(name)) return;
    if (name.words.size() == 1 && person_parts_.contains(name.key))
      return set(name, EntityType::Person, "name.part");
    if (const auto known = known_.find(name.key); known != known_.end())
      return set(name, known->second, "name.as-elsewhere");
    if (plural_article(name)) return set(name, EntityType::Group, "name.plural");
    if (quoted(name)) return set(name, EntityType::Concept, "name.quoted");
    if (receives(name)) return set(name, EntityType::Person, "name.recipient");
    if (placed(name)) return set(name, EntityType::Place, "name.after-place-preposition");
    if (by_lexicon(name)) return;
    if (speaks(name)) return set(name, EntityType::Person, "name.speaks");
    if (name.words.size() > 1) return several_words(name);
    by_function(name);
  }

  /// A run of capitals without other evidence is a person of unknown name, unless an article or figures speak
  /// against it.
  void several_words(NameSpan& name) const {
    bool figures = false;
    for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
      const TaggedWord& w = parsed_.word(i);
      figures |=
          w.shape == Shape::numeric || (w.shape == Shape::upper && w.form.size() < 4 &&
                                        i > name.words.begin && w.form.find('.') == std::string_view::npos);
    }
    for (std::uint32_t i = name.words.begin; i < name.words.end; ++i)
      if (words_.set("word.english").contains(parsed_.word(i).form))
        return set(name, EntityType::Organization, "name.english");
    if (figures) return set(name, EntityType::Concept, "name.with-figures");
    if (article(name) != kNone) return set(name, EntityType::Organization, "name.several-words-with-article");
    set(name, EntityType::Person, "name.several-words");
  }

  std::uint32_t article(const NameSpan& name) const {
    const std::uint32_t det = parsed_.child(name.head, Deprel::det);
    if (det != kNone || name.words.begin == 0) return det;
    const std::uint32_t before = name.words.begin - 1;
    return parsed_.word(before).upos == Upos::DET &&
                   parsed_.sentence_of(before) == parsed_.sentence_of(name.words.begin)
               ? before
               : kNone;
  }

  /// "les Rouges de Prague"
  bool has_complement(const NameSpan& name) const {
    for (std::uint32_t i = name.words.begin + 1; i < name.words.end; ++i)
      if (parsed_.word(i).lemma == "de") return true;
    return false;
  }

  bool plural_article(const NameSpan& name) const {
    const std::uint32_t det = article(name);
    return det != kNone &&
           (parsed_.word(det).morph.number == Number::plur || parsed_.word(det).form == "les");
  }

  /// The noun that the name hangs on stands right before it.
  bool adjoined(const NameSpan& name) const { return parsed_.head(name.head) + 1 == name.words.begin; }

  /// Titles of works stand in quote marks; persons and places do not.
  bool quoted(const NameSpan& name) const {
    if (name.words.begin == 0) return false;
    const std::string_view before = parsed_.word(name.words.begin - 1).form;
    return words_.set("mark.opening-quote").contains(before);
  }

  /// A title just before, whatever the tree says.
  bool titled(NameSpan& name) {
    if (name.words.begin == 0) return false;
    const std::uint32_t before = name.words.begin - 1;
    if (parsed_.sentence_of(before) != parsed_.sentence_of(name.words.begin)) return false;
    const TaggedWord& title = parsed_.word(before);
    const NounClass* noun = draft_.vocabulary.nouns.find(title.lemma);
    if (noun == nullptr) noun = draft_.vocabulary.nouns.find(title.form);
    if (noun == nullptr || (noun->traits & (kHonorific | kOffice | kHuman)) == 0) return false;
    const bool certain = (noun->traits & (kHonorific | kOffice)) != 0;
    if (!certain && (name.words.size() == 1 || title.morph.number == Number::plur)) return false;
    name.gender = title.morph.gender;
    set(name, EntityType::Person, "name.after-title");
    return true;
  }

  /// Titles and class nouns that the name stands in apposition to: "le ministre X", "l'agence X", "la ville
  /// de X".
  bool beside_noun(NameSpan& name) {
    const std::uint32_t head = parsed_.head(name.head);
    const bool preposition = parsed_.child(name.head, Deprel::case_) != kNone;
    if (head != kNone && parsed_.word(head).upos == Upos::NOUN && !name.words.contains(head)) {
      const NounClass* noun = draft_.vocabulary.nouns.find(parsed_.word(head).lemma);
      const Deprel d = universal(parsed_.deprel(name.head));
      if (noun != nullptr && typed_by(name, *noun, head, d, preposition)) return true;
    }
    return false;
  }

  bool typed_by(NameSpan& name, const NounClass& noun, std::uint32_t head, Deprel d, bool preposition) {
    const bool close = d == Deprel::appos || d == Deprel::flat || (d == Deprel::nmod && !preposition);
    if (close && (noun.traits & (kHuman | kHonorific)) != 0) {
      name.gender = parsed_.word(head).morph.gender;
      set(name, EntityType::Person, "name.beside-title");
      return true;
    }
    if (close && words_.set("noun.named-after").contains(parsed_.word(head).lemma)) {
      set(name, EntityType::Person, "name.eponym");  // "le gouvernement X"
      return true;
    }
    if (close && (noun.type == EntityType::Organization || noun.type == EntityType::Place ||
                  noun.type == EntityType::Artifact || noun.type == EntityType::Agreement)) {
      set(name, noun.type, "name.beside-class-noun");
      return true;
    }
    if (!preposition || d != Deprel::nmod ||
        parsed_.word(parsed_.child(name.head, Deprel::case_)).lemma != "de")
      return false;
    const std::string_view lemma = parsed_.word(head).lemma;
    if (words_.set("noun.settlement").contains(lemma) || words_.set("noun.division").contains(lemma) ||
        (name.words.size() == 1 && words_.set("noun.town-of").contains(lemma))) {
      set(name, EntityType::Place, "name.of-locality");
      return true;
    }
    if ((noun.traits & kKin) != 0) {
      set(name, EntityType::Person, "name.of-kin");
      return true;
    }
    return false;
  }

  bool keyword(NameSpan& name) {
    const StringSet& organizations = words_.set("name.organization-word");
    const StringSet& places = words_.set("name.place-word");
    const StringSet& events = words_.set("name.foreign-event-word");
    for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
      const std::string key = utf8::fold(parsed_.word(i).form);
      const bool single = name.words.size() == 1;
      if (organizations.contains(key) && !single)
        return set(name, EntityType::Organization, "name.organization-word"), true;
      if (events.contains(key) && !single) return set(name, EntityType::Event, "name.event-word"), true;
      if (places.contains(key) && !single) return set(name, EntityType::Place, "name.place-word"), true;
    }
    for (const std::string& end : words_.list("name.place-suffix"))
      if (name.words.size() == 1 && name.key.size() > end.size() + 2 && name.key.ends_with(end))
        return set(name, EntityType::Place, "name.place-suffix"), true;
    return false;
  }

  bool acronym(NameSpan& name) {
    if (name.words.size() > 1) return false;
    const TaggedWord& w = parsed_.word(name.words.begin);
    std::size_t letters = 0;
    for (std::size_t at = 0; at < w.form.size();) {
      const char32_t c = utf8::next(w.form, at);
      if (utf8::is_lower(c)) return false;
      if (utf8::is_alpha(c)) ++letters;
    }
    if (letters < 1 || w.form.size() < 2 || w.form.size() > 10 || w.form.find('\'') != std::string_view::npos)
      return false;
    if (w.form.find_first_of("0123456789") != std::string_view::npos &&
        w.form.find('-') != std::string_view::npos) {
      set(name, EntityType::Artifact, "name.model");  // F-22
      return true;
    }
    if (words_.set("acronym.common").contains(w.form)) {
      set(name, EntityType::Concept, "name.common-acronym");
      return true;
    }
    const std::uint32_t det = article(name);
    if (letters < 2 && (w.form.size() == letters || w.form.ends_with('.'))) return false;
    if (det != kNone && parsed_.word(det).morph.indefinite) {
      set(name, EntityType::Concept, "name.counted-acronym");  // "un DVD"
      return true;
    }
    set(name, EntityType::Organization, "name.acronym");
    return true;
  }

  bool first_name(NameSpan& name) {
    if (name.words.size() < 2) return false;
    const TaggedWord& w = parsed_.word(name.words.begin);
    if ((w.name_class & kFirstName) == 0) return false;
    name.gender = w.morph.gender;
    set(name, EntityType::Person, "name.first-name");
    return true;
  }

  bool placed(const NameSpan& name) const {
    const std::uint32_t p = parsed_.child(name.head, Deprel::case_);
    if (p == kNone) return false;
    const std::string_view lemma = parsed_.word(p).lemma;
    const bool several = name.words.size() > 1;
    return words_.set(several ? "preposition.inside" : "preposition.name-place").contains(lemma);
  }

  /// "promettre à X": the complement with à of a verb of giving and saying is no place.
  bool receives(const NameSpan& name) const {
    const std::uint32_t p = parsed_.child(name.head, Deprel::case_);
    const std::uint32_t verb = parsed_.head(name.head);
    if (p == kNone || p == 0 || parsed_.word(p - 1).upos == Upos::PUNCT) return false;
    return verb != kNone && parsed_.word(p).lemma == "à" && article(name) == kNone &&
           words_.set("verb.to-government").contains(parsed_.word(verb).lemma);
  }

  bool by_lexicon(NameSpan& name) {
    if (name.words.size() > 1) return false;
    const std::uint8_t c = parsed_.word(name.words.begin).name_class;
    if ((c & kPlaceName) != 0 && (c & (kFirstName | kFamilyName)) == 0)
      return set(name, EntityType::Place, "name.lexicon-place"), true;
    if ((c & (kFirstName | kFamilyName)) != 0 && (c & kPlaceName) == 0)
      return set(name, EntityType::Person, "name.lexicon-person"), true;
    if ((c & kOrganizationName) != 0)
      return set(name, EntityType::Organization, "name.lexicon-organization"), true;
    return false;
  }

  bool speaks(const NameSpan& name) const {
    if (parsed_.deprel(name.head) != Deprel::nsubj) return false;
    const std::uint32_t verb = parsed_.head(name.head);
    return verb != kNone && words_.set("verb.speech").contains(parsed_.word(verb).lemma);
  }

  void by_function(NameSpan& name) const {
    const bool determined = article(name) != kNone;
    const Deprel d = parsed_.deprel(name.head);
    if (d == Deprel::nsubj && !determined) return set(name, EntityType::Person, "name.bare-subject");
    const std::uint32_t p = parsed_.child(name.head, Deprel::case_);
    const TaggedWord& w = parsed_.word(name.head);
    if (w.upos == Upos::NOUN && !w.unknown) return set(name, EntityType::Concept, "name.common-word");
    const bool complement = universal(d) == Deprel::nmod || universal(d) == Deprel::obl;
    if (!determined && complement && p != kNone && parsed_.word(p).lemma == "de")
      return set(name, EntityType::Place, "name.complement");
    if (determined && (d == Deprel::nsubj || d == Deprel::obl_agent))
      return set(name, EntityType::Organization, "name.acting-with-article");
    set(name, EntityType::Concept, "name.unknown");
  }

  /// A name of unknown kind is what the names it is coordinated with are: "Berg, Novak et Weiss".
  void coordinate() {
    for (NameSpan& name : draft_.names) {
      if (name.phrase || name.entry != kNone || universal(parsed_.deprel(name.head)) != Deprel::conj)
        continue;
      const std::uint32_t head = parsed_.head(name.head);
      if (head == kNone || draft_.name_at[head] == kNone) continue;
      NameSpan& first = draft_.names[draft_.name_at[head]];
      const auto place = [](const NameSpan& n) {
        return n.type == EntityType::State ? EntityType::Place : n.type;
      };
      if (strength(name.rule) <= 1 && strength(first.rule) >= 2)
        set(name, place(first), "name.coordinated");
      else if (strength(first.rule) <= 1 && strength(name.rule) >= 2 && first.entry == kNone && !first.phrase)
        set(first, place(name), "name.coordinated");
    }
  }

  /// How much the rule that typed a name says: what stands beside it more than how it is used, that more than
  /// nothing.
  static int strength(std::string_view rule) {
    if (rule == "name.unknown") return 0;
    if (rule == "name.bare-subject" || rule == "name.acting-with-article" || rule == "name.complement")
      return 1;
    if (rule == "name.several-words" || rule == "name.several-words-with-article" || rule == "name.plural" ||
        rule == "name.quoted" || rule.starts_with("name.lexicon"))
      return 2;
    return 3;
  }

  /// The same name is the same kind of thing throughout the article: the strongest evidence decides.
  void agree() {
    StringMap<const NameSpan*> best;
    for (const NameSpan& name : draft_.names) {
      if (name.phrase || name.entry != kNone) continue;
      const auto [at, fresh] = best.try_emplace(name.key, &name);
      if (!fresh && strength(name.rule) > strength(at->second->rule)) at->second = &name;
    }
    for (NameSpan& name : draft_.names) {
      const auto found = best.find(name.key);
      if (name.phrase || name.entry != kNone || found == best.end()) continue;
      if (found->second->type != name.type && strength(found->second->rule) > strength(name.rule))
        set(name, found->second->type, "name.as-elsewhere");
    }
  }

  /// What names are elsewhere in the article, where something beside them tells.
  void collect_known() {
    for (const NameSpan& name : draft_.names)
      if (name.rule == "name.beside-class-noun" || name.rule == "name.of-locality")
        known_.try_emplace(name.key, name.type);
  }

  /// Family names of the persons that the article names in full.
  void collect_person_parts() {
    for (const NameSpan& name : draft_.names) {
      if (name.type != EntityType::Person || name.words.size() < 2) continue;
      for (std::uint32_t i = name.words.begin; i < name.words.end; ++i)
        if (parsed_.word(i).shape != Shape::lower) person_parts_.insert(utf8::fold(parsed_.word(i).form));
    }
  }

  Draft& draft_;
  const ParsedText& parsed_;
  const WordSets& words_;
  StringSet person_parts_;
  StringMap<EntityType> known_;  ///< by folded name
};

}  // namespace

void type_names(Draft& draft) { NameTyper(draft).run(); }

}  // namespace maillon
