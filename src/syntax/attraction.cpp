#include "syntax/attraction.hpp"

#include <charconv>
#include <optional>

#include "syntax/data_file.hpp"

namespace maillon::syntax {

namespace {

constexpr std::string_view kPath = "fr/syntax/attraction.tsv";
constexpr std::string_view kOther = "*";  ///< any preposition without lines of its own
constexpr std::string_view kPhrase = "phrase";
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
      "host, preposition, comma, time, values by step; or host (or phrase), lemma, preposition, value");
}

}  // namespace

std::string_view to_string(Host h) { return kHostNames[static_cast<std::size_t>(h)]; }

Status Attraction::load(const Schemas& schemas, const Numbers& prepositions) {
  return each_line(schemas, kPath, strings_, [&](std::string_view line) -> Status {
    const auto columns = split(line, '\t');
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
  int comma = 0, time = 0;
  const auto values = split(columns[4], ' ');
  if (!preposition || !read_number(columns[2], comma) || !read_number(columns[3], time) ||
      values.size() != kStepLimit)
    return malformed();
  for (int step = 0; step < kStepLimit; ++step) {
    std::int16_t value = 0;
    if (!read_number(values[static_cast<std::size_t>(step)], value)) return malformed();
    general_[index(host, *preposition, step, comma != 0, time != 0)] = value;
    if (*preposition != kNoPreposition) continue;
    for (Preposition p = 1; p < kPrepositionLimit; ++p)  // the default of all others
      general_[index(host, p, step, comma != 0, time != 0)] = value;
  }
  return {};
}

}  // namespace maillon::syntax
