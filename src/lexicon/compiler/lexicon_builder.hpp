// Collects readings form by form and writes the lexicon image (lexicon/lexicon_image.hpp).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "lexicon/lexicon_image.hpp"

namespace maillon::lexc {

/// One reading of one form, strings owned.
struct BuiltReading {
  std::string lemma;
  image::AnalysisRecord analysis;
  // of contractions:
  std::string first_form, second_form, second_lemma;
  Upos second_upos = Upos::X;
  Morph second_morph;

  bool contraction() const { return !second_form.empty(); }
  friend bool operator==(const BuiltReading&, const BuiltReading&) = default;
};

/// Forms are kept with the straight apostrophe; the order of a form's readings is the order of adding.
class LexiconBuilder {
 public:
  /// Ignores a reading that the form already has.
  void add(std::string_view form, BuiltReading reading);
  void remove_form(std::string_view form);
  /// Removes the form's readings with that part of speech, and lemma where one is given. How many went.
  std::size_t remove(std::string_view form, Upos upos, std::string_view lemma);
  /// Where a form has the same reading under a traditional and a reformed spelling of the lemma (naître,
  /// naitre), only the traditional one stays, which UD French has.
  void prefer_traditional_lemmas();
  /// Forms with œ also exist as typewriters have them, form and lemma with oe (UD French keeps the spelling).
  void add_typewriter_ligatures();
  /// Null where the form is not there.
  std::vector<BuiltReading>* find(std::string_view form);

  std::map<std::string, std::vector<BuiltReading>, std::less<>>& forms() { return forms_; }

  /// The image's bytes. A Diagnostic where a table outgrows its index width.
  Result<std::string> write() const;

 private:
  std::map<std::string, std::vector<BuiltReading>, std::less<>> forms_;
};

}  // namespace maillon::lexc
