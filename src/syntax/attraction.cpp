#include "syntax/attraction.hpp"

#include <charconv>
#include <optional>

#include "syntax/data_file.hpp"

namespace maillon::syntax {

namespace {

constexpr std::string_view kPath = "fr/syntax/attraction.tsv";
constexpr std::string_view kOther = "*";  ///< any preposition without lines of its own
constexpr std::string_view kPhrase = "phrase";
constexpr std::string_view kTrait = "trait";
constexpr std::array<std::string_view, kPhraseKindCount> kPhraseKindNames = {
    "bare", "determined", "counted", "time", "name", "pronoun", "number"};
constexpr std::array<std::string_view, kHostCount> kHostNames = {
    "finite",  "infinitive", "participle", "noun",    "bare-complement", "bare-object",
    "measure", "name",       "number",     "pronoun", "adjective",       "adverb"};

template <class Number>
bool read_number(std::string_view text, Number& out) {
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
  return code == std::errc{} && end == text.data() + text.size();
}

std::optional<Preposition> number_of(std::string_view form, const Attraction::Numbers& prepositions) {
  if (form == kOther) return kNoPreposition;
  const auto at = prepositions.find(form);
  return at == prepositions.end() ? std::nullopt : std::optional(at->second);
}

Diagnostic malformed() {
  return error_in(
      {}, "not a line of attachment counts",
      "host, preposition, comma, phrase, values by step; or trait, host, preposition, trait, far, "
      "values; or host (or phrase), lemma, preposition, value");
}

}  // namespace

std::string_view to_string(Host h) { return kHostNames[static_cast<std::size_t>(h)]; }
std::string_view to_string(PhraseKind k) { return kPhraseKindNames[static_cast<std::size_t>(k)]; }

Status Attraction::load(const Schemas& schemas, const Numbers& prepositions) {
  return each_line(schemas, kPath, strings_, [&](std::string_view line) -> Status {
    const auto columns = split(line, '\t');
    if (columns.front() == kTrait) return load_trait(columns, prepositions);
    const auto host = std::find(kHostNames.begin(), kHostNames.end(), columns.front());
    const auto h = static_cast<std::size_t>(host - kHostNames.begin());
    if (columns.size() == 5 && host != kHostNames.end())
      return load_general(static_cast<Host>(h), columns, prepositions);
    const bool phrase = columns.front() == kPhrase;
    const auto preposition = columns.size() == 4 ? number_of(columns[2], prepositions) : std::nullopt;
    std::int16_t value = 0;
    if (!preposition || (host == kHostNames.end() && !phrase) || !read_number(columns[3], value))
      return malformed();
    const auto [at, made] = (phrase ? phrases_ : lexical_[h]).try_emplace(columns[1]);
    if (made) at->second.fill(0);
    at->second[*preposition] = value;
    return {};
  });
}

Status Attraction::load_general(Host host, const std::vector<std::string_view>& columns,
                                const Numbers& prepositions) {
  const auto preposition = number_of(columns[1], prepositions);
  int comma = 0;
  const auto found = std::find(kPhraseKindNames.begin(), kPhraseKindNames.end(), columns[3]);
  const auto values = split(columns[4], ' ');
  if (!preposition || !read_number(columns[2], comma) || found == kPhraseKindNames.end() ||
      values.size() != kStepLimit)
    return malformed();
  const auto kind = static_cast<PhraseKind>(found - kPhraseKindNames.begin());
  for (int step = 0; step < kStepLimit; ++step) {
    std::int16_t value = 0;
    if (!read_number(values[static_cast<std::size_t>(step)], value)) return malformed();
    general_[index(host, *preposition, step, comma != 0, kind)] = value;
    if (*preposition != kNoPreposition) continue;
    for (Preposition p = 1; p < kPrepositionLimit; ++p)  // the default of all others
      general_[index(host, p, step, comma != 0, kind)] = value;
  }
  return {};
}

Status Attraction::load_trait(const std::vector<std::string_view>& columns, const Numbers& prepositions) {
  if (columns.size() != 6) return malformed();
  const auto host = std::find(kHostNames.begin(), kHostNames.end(), columns[1]);
  const auto preposition = number_of(columns[2], prepositions);
  const auto trait = std::find(kTraitNames.begin(), kTraitNames.end(), columns[3]);
  int far = 0;
  const auto values = split(columns[5], ' ');
  if (host == kHostNames.end() || !preposition || trait == kTraitNames.end() ||
      !read_number(columns[4], far) || values.size() > kTraitLimit)
    return malformed();
  const auto h = static_cast<Host>(host - kHostNames.begin());
  const auto t = static_cast<std::size_t>(trait - kTraitNames.begin());
  const Preposition last = *preposition == kNoPreposition ? kPrepositionLimit - 1 : *preposition;
  for (Preposition p = *preposition; p <= last; ++p)  // the default of all others
    for (std::size_t v = 0; v < values.size(); ++v)
      if (!read_number(values[v], traits_[trait_index(h, p, t, far != 0) + v])) return malformed();
  return {};
}

}  // namespace maillon::syntax
