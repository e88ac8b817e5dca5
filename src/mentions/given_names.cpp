#include "mentions/given_names.hpp"

#include <string>

#include "mentions/rule_file.hpp"

namespace maillon {

namespace {
constexpr std::string_view kPath = "fr/mentions/given_names.tsv";
}

Result<GivenNames> GivenNames::load(const Schemas& schemas) {
  const auto text = schemas.read(kPath);
  if (!text) return text.error();
  GivenNames out;
  for (const auto& row : rows_of(*text)) {
    if (row.size() != 3)
      return error_in(std::string(kPath),
                      "the row of '" + std::string(row.front()) + "' needs language, gender and names",
                      "columns are separated by one tab");
    const Gender gender = row[1] == "m" ? Gender::masc : row[1] == "f" ? Gender::fem : Gender::none;
    for (const std::string_view name : split(row[2], ';')) {
      const auto [at, fresh] = out.names_.try_emplace(std::string(name), gender);
      if (!fresh && at->second != gender) at->second = Gender::none;  // Andrea is a man in Italian
    }
  }
  return out;
}

const Gender* GivenNames::find(std::string_view form) const {
  const auto at = names_.find(form);
  return at == names_.end() ? nullptr : &at->second;
}

bool GivenNames::contains(std::string_view form) const {
  if (find(form) != nullptr) return true;
  const std::size_t hyphen = form.find('-');
  return hyphen != std::string_view::npos && find(form.substr(0, hyphen)) != nullptr &&
         find(form.substr(hyphen + 1)) != nullptr;
}

Gender GivenNames::gender(std::string_view form) const {
  const Gender* whole = find(form);
  if (whole == nullptr) whole = find(form.substr(0, form.find('-')));
  return whole == nullptr ? Gender::none : *whole;
}

}  // namespace maillon
