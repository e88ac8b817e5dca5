#include "mentions/salience.hpp"

#include <string>

#include "mentions/rule_file.hpp"

namespace maillon {

namespace {

constexpr std::string_view kSalienceFile = "fr/mentions/salience.json";
constexpr std::array<std::string_view, kClueCount> kNames = {
    "mention",    "sentence",   "between",   "subject",        "main-subject", "predicate",
    "object",     "complement", "parallel",  "continued",      "repeated",     "person",
    "named",      "thing",      "place",     "same-clause",    "goes-on",      "quoted",
    "collective", "joined",     "bracketed", "unknown-gender", "unfit",        "least"};

}  // namespace

Result<Salience> Salience::load(const Schemas& schemas) {
  auto document = read_json(schemas, kSalienceFile);
  if (!document) return document.error();
  if (!document->IsObject() || !document->HasMember("clues"))
    return error_in(std::string(kSalienceFile), "an object with the member 'clues' is wanted");
  Salience out;
  std::array<bool, kClueCount> told{};
  for (const auto& row : (*document)["clues"].GetArray()) {
    const std::string_view id = text_of(row, "id");
    std::size_t clue = 0;
    while (clue < kClueCount && kNames[clue] != id) ++clue;
    if (clue == kClueCount)
      return error_in(std::string(kSalienceFile), "unknown clue '" + std::string(id) + "'");
    if (!row.HasMember("points") || !row["points"].IsInt())
      return error_in(std::string(kSalienceFile),
                      "the clue '" + std::string(id) + "' wants 'points', a whole number");
    out.points_[clue] = row["points"].GetInt();
    told[clue] = true;
  }
  for (std::size_t clue = 0; clue < kClueCount; ++clue)
    if (!told[clue])
      return error_in(std::string(kSalienceFile), "the clue '" + std::string(kNames[clue]) + "' is missing");
  return out;
}

}  // namespace maillon
