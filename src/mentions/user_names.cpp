#include "mentions/user_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/csv_reader.hpp"
#include "base/utf8.hpp"

namespace maillon {

namespace {

constexpr std::string_view kGazetteerHeader = "name,type,iri";
constexpr std::string_view kSameAsHeader = "name,canonical,type,iri";
constexpr std::string_view kTypeNames =
    "State, Person, Event, Place, Organization, Group, Agreement, Artifact or Concept";
/// Of canonical names without an IRI of their own.
constexpr std::string_view kIriBase = "urn:maillon:same-as:";
/// Folded articles with the space that follows them.
constexpr std::array<std::string_view, 4> kArticles = {"le ", "la ", "les ", "l "};

std::string key_of(std::string_view name) {
  std::string key = utf8::fold(name);
  for (const std::string_view article : kArticles)
    if (key.size() > article.size() && key.starts_with(article)) return key.substr(article.size());
  return key;
}

Diagnostic at_line(std::string_view path, std::uint32_t line, std::string message, std::string hint) {
  Diagnostic d = error_in("schemas/" + std::string(path), std::move(message), std::move(hint));
  d.line = line;
  return d;
}

/// RFC 3987, 2.2: a scheme, a colon, and none of the characters that an IRI cannot hold.
bool is_iri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) return false;
  const auto in_scheme = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '-' || c == '.';
  };
  if (text[0] >= '0' && text[0] <= '9') return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), in_scheme) &&
         std::none_of(text.begin(), text.end(), [](char c) {
           return (c >= 0 && c <= ' ') || std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos;
         });
}

std::string lower_header(const std::vector<std::string>& fields) {
  std::string out;
  for (const std::string& field : fields) {
    std::string word = utf8::to_lower(field);
    if (word == "canonical name") word = "canonical";
    out.append(out.empty() ? "" : ",").append(word);
  }
  return out;
}

std::string slug(std::string_view name) {
  std::string out = utf8::fold(name);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

}  // namespace

Result<UserNames> UserNames::load(const Schemas& schemas) {
  UserNames out;
  for (const std::string_view path : {kUserSameAs, kUserGazetteer})
    if (auto problem = out.read(schemas, path)) return *std::move(problem);
  return out;
}

std::optional<Diagnostic> UserNames::read(const Schemas& schemas, std::string_view path) {
  if (schemas.list(path).empty()) return std::nullopt;
  const auto text = schemas.read(path);
  if (!text) return text.error();
  if (const std::size_t bad = utf8::first_invalid(*text); bad != text->size())
    return at_line(path,
                   static_cast<std::uint32_t>(
                       1 + std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(bad), '\n')),
                   "invalid UTF-8", "save the file as UTF-8");
  const bool same_as = path == kUserSameAs;
  const std::string header(same_as ? kSameAsHeader : kGazetteerHeader);
  CsvReader rows(*text);
  if (!rows.next() || lower_header(rows.fields()) != header)
    return at_line(path, 1, "the first line is not the header " + header,
                   "begin the file with the line " + header + ", columns separated by commas");
  const std::size_t columns = rows.fields().size();
  while (rows.next()) {
    const std::vector<std::string>& f = rows.fields();
    if (rows.malformed())
      return at_line(path, rows.line(), "a quoted field does not end where it should",
                     "write a quote inside quotes twice: \"\"");
    if (f.size() != columns)
      return at_line(
          path, rows.line(),
          "the row has " + std::to_string(f.size()) + " columns instead of " + std::to_string(columns),
          "a column may be empty but its comma stays; a name with a comma stands in quotes");
    UserName name;
    name.name = f[0];
    name.label = same_as ? f[1] : f[0];
    name.iri = f[columns - 1];
    name.line = rows.line();
    const std::string& type = f[columns - 2];
    if (key_of(name.name).empty())
      return at_line(path, rows.line(), "the row has no name", "fill the first column");
    if (key_of(name.label).empty())
      return at_line(path, rows.line(), "'" + name.name + "' has no canonical name",
                     "fill the second column");
    name.type = entity_type_from(type);
    if (name.type == EntityType::Literal)
      return at_line(path, rows.line(), "'" + type + "' is no type of entity",
                     "write " + std::string(kTypeNames));
    if (!name.iri.empty() && !is_iri(name.iri))
      return at_line(path, rows.line(), "'" + name.iri + "' is no IRI",
                     "write an absolute one, such as https://www.wikidata.org/entity/Q1, or leave it empty");
    if (same_as && name.iri.empty()) name.iri = std::string(kIriBase) + slug(name.label);
    if (auto problem = add(std::move(name), path)) return problem;
  }
  return std::nullopt;
}

/// Under its name; the canonical name of a same-as row stands for itself as well.
std::optional<Diagnostic> UserNames::add(UserName name, std::string_view path) {
  const auto index = static_cast<std::uint32_t>(names_.size());
  const auto [known, fresh] = by_key_.try_emplace(key_of(name.name), index);
  if (!fresh) {
    const UserName& other = names_[known->second];
    if (key_of(other.label) != key_of(name.label) || other.type != name.type || other.iri != name.iri)
      return at_line(path, name.line,
                     "'" + name.name + "' is said to be something else in line " + std::to_string(other.line),
                     "keep one of the two rows");
    return std::nullopt;
  }
  const auto [canonical, first] = by_key_.try_emplace(key_of(name.label), index);
  if (!first && canonical->second != index) {
    const UserName& other = names_[canonical->second];
    if (other.type != name.type || other.iri != name.iri)
      return at_line(path, name.line,
                     "'" + name.label + "' has another type or IRI in line " + std::to_string(other.line),
                     "give a canonical name one type and one IRI");
  }
  names_.push_back(std::move(name));
  return std::nullopt;
}

const UserName* UserNames::find(std::string_view name) const {
  if (by_key_.empty()) return nullptr;
  const auto found = by_key_.find(key_of(name));
  return found == by_key_.end() ? nullptr : &names_[found->second];
}

void UserNames::apply(std::vector<DocumentEntity>& entities) const {
  if (names_.empty()) return;
  for (DocumentEntity& e : entities) {
    const UserName* known = find(e.label);
    for (std::size_t i = 0; known == nullptr && e.named && i < e.aliases.size(); ++i)
      known = find(e.aliases[i]);
    if (known == nullptr) continue;
    if (e.label != known->label) {
      std::erase(e.aliases, known->label);
      const auto at = std::lower_bound(e.aliases.begin(), e.aliases.end(), e.label);
      if (at == e.aliases.end() || *at != e.label) e.aliases.insert(at, e.label);
      e.label = known->label;
    }
    e.type = known->type;
    if (!known->iri.empty()) e.iri = known->iri;
    e.named = true;
  }
}

}  // namespace maillon
