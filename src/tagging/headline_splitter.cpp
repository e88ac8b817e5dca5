#include "tagging/headline_splitter.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

#include "tagging/tag_classes.hpp"

namespace maillon {

namespace {

constexpr std::string_view kHeadlinesFile = "fr/tagging/headlines.json";
constexpr std::uint32_t kLabelLimit = 14;    ///< words looked at for the colon of the next label
constexpr std::size_t kLeastCapitals = 4;    ///< bytes; shorter words in capitals may be acronyms
constexpr std::size_t kLeastLonelyWord = 5;  ///< bytes of a headline of one word

bool finite(const TaggedWord& w) {
  return (w.upos == Upos::VERB || w.upos == Upos::AUX) && w.morph.verb_form == VerbForm::fin;
}
bool capital(const TaggedWord& w) { return w.shape == Shape::capitalized || w.shape == Shape::upper; }
bool all_capitals(const TaggedWord& w) { return w.shape == Shape::upper && w.form.size() >= kLeastCapitals; }
bool name(const TaggedWord& w) { return w.upos == Upos::PROPN || w.upos == Upos::X; }
bool bracket(const TaggedWord& w, std::string_view marks) {
  return w.form.size() == 1 && marks.find(w.form) != std::string_view::npos;
}
bool quote(const TaggedWord& w) {
  return w.upos == Upos::PUNCT && (w.form == "\"" || w.form == "«" || w.form == "»" || w.form == "“");
}
bool number(const TaggedWord& w) {
  return w.upos == Upos::NUM ||
         (!w.form.empty() && w.form.find_first_not_of("IVXLC") == std::string_view::npos);
}
bool year(const TaggedWord& w) {
  return w.form.size() == 4 && (w.form.front() == '1' || w.form.front() == '2') &&
         w.form.find_first_not_of("0123456789") == std::string_view::npos;
}
/// A word that can be the last of a headline.
bool closes(const TaggedWord& w) {
  switch (w.upos) {
    case Upos::ADP:
    case Upos::DET:
    case Upos::CCONJ:
    case Upos::SCONJ:
    case Upos::AUX:
    case Upos::PUNCT:
    case Upos::SYM:
      return false;
    default:
      return w.form.back() != '.';
  }
}

/// One walk over the words of a sentence; the state is what the headline so far holds.
class Scan {
 public:
  Scan(const TaggedText& tagged, const ReadingLattice& lattice, IndexRange words,
       const std::set<std::string, std::less<>>& numbered)
      : tagged_(tagged), lattice_(lattice), numbered_(numbered), end_(words.end) {
    restart(words.begin);
  }

  void run(std::vector<std::uint32_t>& begins) {
    for (std::uint32_t w = begin_; w + 1 < end_; ++w) {
      take(w);
      const std::uint32_t next = tagged_.words[w + 1].token;
      if (next == tagged_.words[w].token || !cuts_after(w)) continue;
      begins.push_back(next);
      restart(w + 1);
    }
  }

 private:
  const TaggedWord& at(std::uint32_t w) const { return tagged_.words[w]; }

  void restart(std::uint32_t w) {
    begin_ = w;
    const bool item =
        at(w).upos == Upos::PUNCT && (at(w).form == "-" || at(w).form == "–" || at(w).form == "•");
    first_ = item && w + 1 < end_ ? w + 1 : w;
    brackets_ = 0;
    finite_ = quoted_ = divided_ = determined_ = false;
    label_before_ = label_cut_;
    label_cut_ = false;
  }

  void take(std::uint32_t w) {
    const TaggedWord& word = at(w);
    finite_ |= finite(word);
    quoted_ |= quote(word);
    divided_ |= word.form == ",";
    determined_ |= own_determiner(w);
    brackets_ += bracket(word, "([") ? 1 : bracket(word, ")]") ? -1 : 0;
  }

  bool cuts_after(std::uint32_t w) {
    const TaggedWord& last = at(w);
    const TaggedWord& next = at(w + 1);
    if (w < first_ || !capital(next) || !capital(at(first_)) || !tagged_.text->tokens[last.token].space_after)
      return false;
    if (before_label(w) || after_year(w) || after_semicolon(w)) return true;
    if (finite_) return false;
    if (last.form == next.form && last.form.size() > 2 && w > first_) return true;
    return numbered_title(w) || between_labels(w) || (brackets_ == 0 && !quoted_ && phrase_ends(w));
  }

  bool numbered(std::uint32_t w) const { return numbered_.contains(pattern_form(at(w).form)); }
  bool numbered_part(std::uint32_t w) const { return w + 1 < end_ && numbered(w) && number(at(w + 1)); }

  /// "… Riga Sources : …"
  bool before_label(std::uint32_t w) const {
    return closes(at(w)) && common_noun(w + 1) && w + 2 < end_ && at(w + 2).form == ":";
  }

  /// A reference ends with its year.
  bool after_year(std::uint32_t w) const { return year(at(w)) && common_noun(w + 1); }

  /// An item of a list; names with what explains them are listed within one.
  bool after_semicolon(std::uint32_t w) const {
    if (at(w).form != ";") return false;
    const bool in_capitals = all_capitals(at(w + 1)) && w + 2 < end_ && all_capitals(at(w + 2));
    return !name(at(w + 1)) || in_capitals || common_noun(w + 1) || verb_follows(w + 1);
  }

  /// "Annexe II", "Tableau 3 :" before their title.
  bool numbered_title(std::uint32_t w) const {
    return numbered_part(first_) && (w == first_ + 1 || (w == first_ + 2 && at(w).form == ":"));
  }

  /// A label right before another one; then that one is a headline, too.
  bool between_labels(std::uint32_t w) {
    if (at(w).form != ":" || (name(at(w + 1)) && !common_noun(w + 1))) return false;
    if (label_before_ && !divided_) return true;
    for (std::uint32_t k = w + 2; k < end_ && k <= w + kLabelLimit && !finite(at(k)); ++k)
      if (at(k).form == ":") return label_cut_ = true;
    return false;
  }

  bool phrase_ends(std::uint32_t w) const {
    const TaggedWord& last = at(w);
    const TaggedWord& next = at(w + 1);
    const bool noun = common_noun(w + 1);
    if (bracket(last, ")]")) return noun && nominal(first_);
    if (!closes(last)) return false;
    if (two_in_capitals(w) || numbered_part(w + 1)) return true;
    if (function_word(next)) return opens_clause(w);
    if (first_ != begin_ && name(last))  // an item that is a name
      return noun && runs_on(w + 1) && (last.name_class & kFirstName) == 0;
    if (!nominal(first_)) return false;
    const bool lonely = w == first_;
    if (last.shape == Shape::upper) return noun;  // an abbreviation
    if (capital(last) && !(lonely && last.form.size() >= kLeastLonelyWord)) return false;
    if (!lonely && own_determiner(w - 1)) return false;  // le restaurant Mer Bleue
    if (noun || (!name(next) && next.shape == Shape::capitalized && !next.unknown)) return true;
    return name(next) && !determined_ && !divided_ && verb_follows(w + 1);
  }

  /// A function word that runs on into a phrase; articles also stand inside names.
  bool opens_clause(std::uint32_t w) const {
    const TaggedWord& next = at(w + 1);
    if (next.upos == Upos::DET && name(at(w))) return false;
    return runs_on(w + 1) || (next.shape == Shape::capitalized && !capital(at(w)) &&
                              (next.upos == Upos::ADP || next.upos == Upos::SCONJ));
  }

  /// A noun of the dictionary that is no listed name, whatever the tag of its capital says.
  bool common_noun(std::uint32_t w) const { return at(w).shape == Shape::capitalized && dictionary_noun(w); }

  bool dictionary_noun(std::uint32_t w) const {
    if (at(w).name_class != 0) return false;
    if (!name(at(w))) return at(w).upos == Upos::NOUN && !at(w).unknown;
    bool noun = false;
    for (std::uint32_t r = lattice_.first[at(w).token]; r < lattice_.first[at(w).token + 1]; ++r) {
      const Reading& reading = lattice_.readings[r];
      if (reading.name_class != 0) return false;
      noun |= reading.upos == Upos::NOUN && reading.source == ReadingSource::dictionary;
    }
    return noun;
  }

  /// "très fréquent" is led by its adjective.
  bool nominal(std::uint32_t w) const {
    if (at(w).upos == Upos::ADV && w + 1 < end_) ++w;
    return at(w).upos == Upos::NOUN || at(w).upos == Upos::ADJ;
  }
  static bool function_word(const TaggedWord& w) {
    return w.upos == Upos::ADP || w.upos == Upos::DET || w.upos == Upos::PRON || w.upos == Upos::ADV ||
           w.upos == Upos::SCONJ;
  }
  /// The token behind that of `w` has no capital.
  bool runs_on(std::uint32_t w) const {
    const std::uint32_t behind = tagged_.first_word[at(w).token] + 1;
    const std::uint32_t next = behind < end_ && at(behind).token == at(w).token ? behind + 1 : behind;
    return next < end_ && at(next).shape == Shape::lower;
  }

  /// No part of a contraction.
  bool own_determiner(std::uint32_t w) const {
    return at(w).upos == Upos::DET && at(w).form == tagged_.text->form(at(w).token);
  }

  bool two_in_capitals(std::uint32_t w) const {
    if (!all_capitals(at(w)) || !all_capitals(at(w + 1)) || !dictionary_noun(w + 1)) return false;
    return dictionary_noun(w) || (at(w).upos == Upos::ADJ && w > first_ && at(w - 1).upos == Upos::NOUN);
  }

  /// A finite verb stands right after the name at `w`.
  bool verb_follows(std::uint32_t w) const {
    while (w < end_ && (name(at(w)) || at(w).upos == Upos::NUM)) ++w;
    while (w < end_ && (at(w).upos == Upos::PRON || at(w).lemma == "ne")) ++w;
    return w < end_ && finite(at(w));
  }

  const TaggedText& tagged_;
  const ReadingLattice& lattice_;
  const std::set<std::string, std::less<>>& numbered_;
  std::uint32_t end_;
  std::uint32_t begin_ = 0, first_ = 0;  ///< of the headline; first_ is past a list mark
  int brackets_ = 0;
  bool finite_ = false, quoted_ = false, divided_ = false, determined_ = false;
  bool label_before_ = false, label_cut_ = false;  ///< a label was cut off before this headline, or behind it
};

}  // namespace

Result<HeadlineSplitter> HeadlineSplitter::load(const Schemas& schemas) {
  const auto text = schemas.read(kHeadlinesFile);
  if (!text) return text.error();
  rapidjson::Document json;
  json.Parse(text->data(), text->size());
  const std::string path = "schemas/" + std::string(kHeadlinesFile);
  if (json.HasParseError()) return error_in(path, rapidjson::GetParseError_En(json.GetParseError()));
  if (!json.IsObject() || !json.HasMember("numbered") || !json["numbered"].IsArray())
    return error_in(path, "an array \"numbered\" is missing");
  HeadlineSplitter out;
  for (const auto& word : json["numbered"].GetArray()) {
    if (!word.IsString()) return error_in(path, "a word of \"numbered\" is no string");
    out.numbered_.emplace(word.GetString());
  }
  return out;
}

void HeadlineSplitter::find(const TaggedText& tagged, const ReadingLattice& lattice, IndexRange words,
                            std::vector<std::uint32_t>& begins) const {
  if (words.size() > 1) Scan(tagged, lattice, words, numbered_).run(begins);
}

}  // namespace maillon
