// Where proper names begin and end. Internal to mentions/.
#pragma once

#include <cstdint>
#include <string_view>

#include "mentions/draft.hpp"

namespace maillon {

class NameFinder {
 public:
  explicit NameFinder(Draft& draft);

  void sentence(IndexRange words);

 private:
  // names.cpp
  std::uint32_t name_from(std::uint32_t i);
  std::uint32_t add(std::uint32_t begin, std::uint32_t end, std::uint32_t entry);
  std::uint32_t own_words_end(const NameSpan& name) const;
  std::uint32_t head_of(IndexRange words) const;
  bool ordinary(std::uint32_t i) const;
  bool opens(std::uint32_t i) const;
  bool in_capitals(IndexRange words) const;
  bool capital(std::uint32_t i) const;
  bool honorific(std::string_view form) const;
  bool office_alone(std::uint32_t i) const;
  bool holder_begins(std::uint32_t i, std::uint32_t next) const;
  std::uint32_t model_end(std::uint32_t i, std::uint32_t end) const;
  bool directed(std::uint32_t end) const;
  bool reporter_begins(std::uint32_t i, std::uint32_t next) const;
  bool portfolio(std::uint32_t i) const;
  bool opens_name(std::uint32_t i) const;
  bool name_like(std::uint32_t i) const;
  std::uint32_t run_from(std::uint32_t i) const;
  bool function_word_in_name(std::uint32_t i) const;
  bool member_begins(std::uint32_t i, std::uint32_t next) const;
  bool initial(std::uint32_t i) const;
  bool family_name_first(std::uint32_t i) const;
  bool firm_noun(std::uint32_t i) const;
  bool letter_in_name(std::uint32_t i) const;
  bool particle(std::uint32_t i, bool first_name) const;
  std::uint32_t epithet_end(std::uint32_t i, std::uint32_t end) const;
  bool follows_office(std::uint32_t i) const;
  bool gazetteer_place_after(std::uint32_t i) const;
  std::uint32_t gazetteer_from(std::uint32_t i, std::uint32_t& entry) const;

  // proper_phrases.cpp
  std::uint32_t feature(std::uint32_t i);
  std::uint32_t proper_phrase(std::uint32_t i);
  std::uint32_t proper_end(std::uint32_t head, bool place) const;
  bool has_object(std::uint32_t participle) const;
  bool belongs(std::uint32_t head, std::uint32_t preposition, std::uint32_t noun, bool first) const;
  bool for_whom(std::uint32_t preposition, std::uint32_t noun) const;
  std::uint32_t coordinated_end(std::uint32_t end, std::uint32_t first_noun) const;
  std::uint32_t joined_end(std::uint32_t end, std::uint32_t noun) const;
  std::uint32_t of_place(std::uint32_t i, std::uint32_t end) const;
  std::uint32_t title_of_work(std::uint32_t i);
  std::uint32_t newspaper(std::uint32_t i);
  std::uint32_t club_end(std::uint32_t i, std::uint32_t end) const;
  std::uint32_t team(std::uint32_t i);
  std::uint32_t part_of_country(std::uint32_t end, std::uint32_t entry) const;
  void add_typed(std::uint32_t begin, std::uint32_t end, EntityType type, std::string_view rule);

  Draft& draft_;
  const ParsedText& parsed_;
  const Gazetteer& gazetteer_;
  const WordSets& words_;
  const StringSet& particles_;
  const StringSet& french_particles_;
  IndexRange sentence_;
  bool headline_ = false;  ///< the sentence is all in capitals
};

}  // namespace maillon
