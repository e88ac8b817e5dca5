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
      if (name.words.size() > 1 || name.entry != kNone) type(name);
    collect_person_parts();
    for (NameSpan& name : draft_.names)
      if (name.words.size() == 1 && name.entry == kNone) type(name);
  }

 private:
  static void set(NameSpan& name, EntityType type, std::string_view rule) {
    name.type = type;
    name.rule = rule;
  }

  void type(NameSpan& name) {
    if (name.entry != kNone)
      return set(name, draft_.vocabulary.gazetteer.entry(name.entry).type, "name.gazetteer");
    if (beside_noun(name) || keyword(name) || acronym(name)) return;
    if (name.words.size() == 1 && person_parts_.contains(name.key))
      return set(name, EntityType::Person, "name.part");
    if (first_name(name)) return;
    if (placed(name)) return set(name, EntityType::Place, "name.after-place-preposition");
    if (by_lexicon(name)) return;
    if (name.words.size() > 1) return set(name, EntityType::Person, "name.several-words");
    if (speaks(name)) return set(name, EntityType::Person, "name.speaks");
    by_function(name);
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
    // a title just before, whatever the tree says
    if (name.words.begin > 0 &&
        parsed_.sentence_of(name.words.begin - 1) == parsed_.sentence_of(name.words.begin)) {
      const TaggedWord& before = parsed_.word(name.words.begin - 1);
      const NounClass* noun = draft_.vocabulary.nouns.find(before.lemma);
      if (noun == nullptr) noun = draft_.vocabulary.nouns.find(before.form);
      if (noun != nullptr && (noun->traits & (kHonorific | kOffice)) != 0) {
        name.gender = before.morph.gender;
        set(name, EntityType::Person, "name.after-title");
        return true;
      }
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
    if (close && (noun.type == EntityType::Organization || noun.type == EntityType::Place ||
                  noun.type == EntityType::Artifact || noun.type == EntityType::Agreement)) {
      set(name, noun.type, "name.beside-class-noun");
      return true;
    }
    if (preposition && d == Deprel::nmod && (noun.traits & kLocality) != 0) {
      const std::uint32_t p = parsed_.child(name.head, Deprel::case_);
      if (parsed_.word(p).lemma == "de") {
        set(name, EntityType::Place, "name.of-locality");
        return true;
      }
    }
    return false;
  }

  bool keyword(NameSpan& name) {
    const StringSet& organizations = words_.set("name.organization-word");
    const StringSet& places = words_.set("name.place-word");
    for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
      const std::string key = utf8::fold(parsed_.word(i).form);
      const bool single = name.words.size() == 1;
      if (organizations.contains(key) && !single)
        return set(name, EntityType::Organization, "name.organization-word"), true;
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
    if (letters < 1 || w.form.size() < 2 || w.form.size() > 10) return false;
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
    return words_.set("preposition.name-place").contains(parsed_.word(p).lemma);
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
    const std::uint32_t p = parsed_.child(name.head, Deprel::case_);
    const bool determined = parsed_.child(name.head, Deprel::det) != kNone;
    switch (universal(parsed_.deprel(name.head))) {
      case Deprel::nmod:
        if (p != kNone && parsed_.word(p).lemma == "de" && !determined)
          return set(name, EntityType::Place, "name.complement");
        break;
      case Deprel::nsubj:
      case Deprel::obj:
      case Deprel::iobj:
        if (!determined) return set(name, EntityType::Person, "name.bare-argument");
        break;
      default:
        break;
    }
    if (determined) return set(name, EntityType::Organization, "name.with-article");
    set(name, p != kNone ? EntityType::Place : EntityType::Person, "name.default");
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
};

}  // namespace

void type_names(Draft& draft) { NameTyper(draft).run(); }

}  // namespace maillon
