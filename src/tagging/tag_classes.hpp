// The classes over which counts are taken: parts of speech, refined where neighbours care
// (schemas/fr/tagging/ classes.json). A reading belongs to the first class whose pattern holds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/schemas.hpp"
#include "tagging/pattern.hpp"

namespace maillon {

/// Lower-cased form with the straight apostrophe: the key of forms in counts and patterns.
std::string pattern_form(std::string_view form);
/// The same without allocation where `form` needs no change; else the key is built in `buffer`, which the
/// view then points into.
std::string_view pattern_form(std::string_view form, std::string& buffer);

class TagClasses {
 public:
  static Result<TagClasses> load(const Schemas&);

  /// size() is the number of classes; boundary() a number beyond them that stands for a sentence's edges.
  std::size_t size() const { return names_.size(); }
  std::uint8_t boundary() const { return static_cast<std::uint8_t>(names_.size()); }
  std::string_view name(std::uint8_t c) const { return c == boundary() ? std::string_view("#") : names_[c]; }
  /// Part of speech of the class: what its name begins with ("NOUN.sg").
  Upos upos(std::uint8_t c) const { return upos_from(name(c).substr(0, name(c).find('.'))); }
  /// kUnknown where there is no such class.
  std::uint8_t find(std::string_view name) const;
  static constexpr std::uint8_t kUnknown = 0xFF;

  PatternBits token_bits(const TokenView& t) const { return patterns_.token_bits(t); }
  /// Every reading has a class: the last ones of the file are as wide as a part of speech.
  std::uint8_t of(const Reading& r, const PatternBits& token) const {
    return static_cast<std::uint8_t>(patterns_.match(r, token, patterns_.lemma_bits(r.lemma)).first());
  }

 private:
  PatternSet patterns_;
  std::vector<std::string> names_;
  std::vector<std::uint8_t> by_name_;  ///< classes in the order of their names
};

}  // namespace maillon
