// What kind of thing a proper name names. Internal to mentions/.
#pragma once

#include <cstdint>
#include <string_view>

#include "mentions/draft.hpp"

namespace maillon {

class NameTyper {
 public:
  explicit NameTyper(Draft& draft) : draft_(draft), parsed_(draft.parsed), words_(draft.vocabulary.words) {}

  void run();

 private:
  /// Signs the name; true, so that rules end with it.
  static bool set(NameSpan& name, EntityType type, std::string_view rule) {
    name.type = type;
    name.rule = rule;
    return true;
  }

  // name_types.cpp: shape and words of the name itself
  void type(NameSpan& name);
  bool several_words(NameSpan& name) const;
  bool association(const NameSpan& name) const;
  bool keyword(NameSpan& name);
  bool ordinary_pair(const NameSpan& name) const;
  static bool is_acronym(std::string_view form);
  bool acronym(NameSpan& name);
  bool first_name(NameSpan& name);
  bool brand(NameSpan& name) const;
  bool beside_person(NameSpan& name) const;
  bool bracketed(NameSpan& name) const;
  bool made_by(const NameSpan& name) const;
  bool by_lexicon(NameSpan& name);
  void collect_person_parts();

  // name_contexts.cpp: what stands beside it
  std::uint32_t article(const NameSpan& name) const;
  bool has_complement(const NameSpan& name) const;
  bool plural_article(const NameSpan& name) const;
  bool adjoined(const NameSpan& name) const;
  bool in_title(const NameSpan& name) const;
  bool quoted(const NameSpan& name) const;
  bool titled(NameSpan& name);
  bool holder(NameSpan& name) const;
  bool beside_noun(NameSpan& name);
  bool behind_noun(NameSpan& name);
  bool said_to_be(NameSpan& name);
  bool is_a(NameSpan& name, std::uint32_t noun);
  bool typed_by(NameSpan& name, const NounClass& noun, std::uint32_t head, Deprel d, bool preposition);
  bool state(NameSpan& name);
  bool placed(const NameSpan& name) const;
  bool located(NameSpan& name) const;
  bool lived_in(NameSpan& name) const;
  bool joined_with_place(const NameSpan& name) const;
  std::uint32_t owner_of(const NameSpan& name) const;
  bool ruled(const NameSpan& name) const;
  bool receives(const NameSpan& name) const;
  bool speaks(const NameSpan& name) const;
  bool makes(NameSpan& name) const;
  bool acts_as_firm(const NameSpan& name) const;
  bool company(NameSpan& name) const;
  bool by_function(NameSpan& name) const;
  void find_demonym_stems();
  std::string_view preposition_lemma(const NameSpan& name) const;

  // name_votes.cpp: what the article says of it elsewhere
  void coordinate();
  void list();
  bool in_row(const NameSpan& a, const NameSpan& b, bool& coordinated) const;
  void agree();

  Draft& draft_;
  const ParsedText& parsed_;
  const WordSets& words_;
  StringSet person_parts_;
  StringSet body_parts_;     ///< folded first words of bodies that the article names in full
  StringSet demonym_stems_;  ///< folded beginnings of unknown adjectives of origin: "orsan" of "orsanien"
};

}  // namespace maillon
