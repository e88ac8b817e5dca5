#include "syntax/attraction.hpp"

#include <charconv>

#include "syntax/data_file.hpp"

namespace maillon::syntax {

namespace {

constexpr std::string_view kPath = "fr/syntax/attraction.tsv";
constexpr std::string_view kPhrase = "phrase";
constexpr std::array<std::string_view, kHostCount> kHostNames = {
    "finite",  "infinitive", "participle", "noun",    "bare-complement", "bare-object",
    "measure", "name",       "number",     "pronoun", "adjective",       "adverb"};

template <class Number>
bool read_number(std::string_view text, Number& out) {
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
  return code == std::errc{} && end == text.data() + text.size();
}

}  // namespace

std::string_view to_string(Host h) { return kHostNames[static_cast<std::size_t>(h)]; }

Status Attraction::load(const Schemas& schemas,
                        const std::unordered_map<std::string_view, Preposition>& prepositions) {
  return each_line(schemas, kPath, strings_, [&](std::string_view line) -> Status {
    const auto columns = split(line, '\t');
    const Diagnostic bad = error_in(
        {}, "not a line of attachment counts",
        "host, preposition, step, comma, time, value; or host (or phrase), lemma, preposition, value");
    if (columns.size() < 4) return bad;
    const auto host = std::find(kHostNames.begin(), kHostNames.end(), columns[0]);
    const bool phrase = columns[0] == kPhrase && columns.size() == 4;
    if (host == kHostNames.end() && !phrase) return bad;
    const auto h = static_cast<std::size_t>(host - kHostNames.begin());
    const std::string_view form = columns[columns.size() == 6 ? 1 : 2];
    const auto preposition = prepositions.find(form);
    if (preposition == prepositions.end() && form != "*") return bad;
    const Preposition p = preposition == prepositions.end() ? kNoPreposition : preposition->second;
    std::int16_t value = 0;
    if (!read_number(columns.back(), value)) return bad;
    if (columns.size() == 6) {
      int step = 0, comma = 0, time = 0;
      if (!read_number(columns[2], step) || !read_number(columns[3], comma) || !read_number(columns[4], time))
        return bad;
      general_[index(static_cast<Host>(h), p, step, comma != 0, time != 0)] = value;
    } else {
      const auto [at, made] = (phrase ? phrases_ : lexical_[h]).try_emplace(columns[1]);
      if (made) at->second.fill(0);
      at->second[p] = value;
    }
    return {};
  });
}

}  // namespace maillon::syntax
