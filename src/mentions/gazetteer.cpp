#include "mentions/gazetteer.hpp"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "mentions/rule_file.hpp"
#include "mentions/user_names.hpp"

namespace maillon {

namespace {

constexpr std::string_view kFolder = "fr/mentions/";

Diagnostic bad_row(std::string_view file, const std::vector<std::string_view>& row, std::size_t wanted) {
  return error_in(std::string(kFolder) + std::string(file),
                  "the row of '" + std::string(row.front()) + "' has " + std::to_string(row.size()) +
                      " columns instead of " + std::to_string(wanted),
                  "columns are separated by one tab; an empty column still has its tab");
}

void agreement(std::string_view column, GazetteerEntry& e) {
  e.gender = column.starts_with('f') ? Gender::fem : column.starts_with('m') ? Gender::masc : Gender::none;
  e.number = column.ends_with('p') ? Number::plur : Number::sing;
}

constexpr std::size_t kShortAcronym = 4;  // bytes: "US", "ETA", "AFP" are also words

bool all_capitals(std::string_view name) {
  for (std::size_t at = 0; at < name.size();)
    if (utf8::is_lower(utf8::next(name, at))) return false;
  return true;
}

/// Feminine of a masculine demonym, by its ending (Grevisse, § "adjectifs: formation du féminin").
std::string feminine(const std::string& masculine) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kEndings = {{
      {"ien", "ienne"},
      {"éen", "éenne"},
      {"een", "eenne"},
      {"grec", "grecque"},
      {"turc", "turque"},
      {"ton", "tonne"},
      {"on", "onne"},
      {"if", "ive"},
      {"el", "elle"},
  }};
  if (masculine.ends_with("e")) return masculine;
  for (const auto& [end, with] : kEndings)
    if (masculine.ends_with(end))
      return masculine.substr(0, masculine.size() - end.size()) + std::string(with);
  return masculine + "e";
}

/// Plural of a form: nothing after s or x.
std::string plural(const std::string& singular) {
  return singular.ends_with('s') || singular.ends_with('x') ? singular : singular + "s";
}

}  // namespace

std::uint32_t Gazetteer::add(GazetteerEntry e) {
  entries_.push_back(std::move(e));
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

void Gazetteer::add_name(std::string_view name, std::uint32_t entry) {
  std::string key = utf8::fold(name);
  if (key.empty()) return;
  const auto words = static_cast<std::uint8_t>(1 + std::count(key.begin(), key.end(), ' '));
  std::vector<std::uint8_t>& lengths = lengths_[key.substr(0, key.find(' '))];
  const auto at = std::lower_bound(lengths.begin(), lengths.end(), words, std::greater<>());
  if (at == lengths.end() || *at != words) lengths.insert(at, words);
  Name value;
  value.entry = entry;
  std::size_t begin = 0;
  value.capital = utf8::is_upper(utf8::next(name, begin)) || name.front() < 'A';
  value.acronym = name.size() <= kShortAcronym && all_capitals(name);
  if (!value.capital) lower_starts_.emplace(name.substr(0, name.find_first_of(" '")));
  if (const std::size_t second = name.find_first_of(" '"); second != std::string_view::npos) {
    std::size_t letter = second + 1;
    value.article =
        key.starts_with("le ") || key.starts_with("la ") || key.starts_with("les ") || key.starts_with("l ");
    value.article &= letter < name.size() && utf8::is_upper(utf8::next(name, letter));
  }
  const auto [known, fresh] = by_name_.try_emplace(std::move(key), value);
  // "ONU" that the press writes "Onu" as well
  if (fresh || known->second.entry != entry) return;
  known->second.acronym &= value.acronym;
  known->second.capital &= value.capital;  // "Talibans", "talibans"
}

void Gazetteer::add_demonym(std::string_view masculine, std::uint32_t entry) {
  const std::string m = utf8::fold(masculine);
  const std::string f = feminine(m);
  for (const std::string& form : {m, f, plural(m), plural(f)}) {
    const auto [at, fresh] = by_demonym_.try_emplace(form, entry);
    if (!fresh && at->second != entry) other_bearers_.try_emplace(form, entry);
  }
  if (m.ends_with("ton")) by_demonym_.try_emplace(m + "e", entry);  // lettone beside lettonne
  stems_.emplace_back(m, entry);
}

std::uint32_t Gazetteer::find(std::string_view folded, std::string_view written) const {
  const auto found = by_name_.find(folded);
  if (found == by_name_.end()) return kNone;
  std::size_t at = 0;
  const char32_t first = utf8::next(written, at);
  if (found->second.capital && utf8::is_lower(first)) return kNone;
  if (found->second.acronym && !all_capitals(written)) return kNone;
  if (found->second.article) {  // "Le monde arabe", "L'équipe" are no newspapers
    at = written.find_first_of(" '");
    if (const std::size_t curly = written.find("’"); curly < at)
      at = curly + std::string_view("’").size() - 1;
    if (at != std::string_view::npos && ++at < written.size() && utf8::is_lower(utf8::next(written, at)))
      return kNone;
  }
  return found->second.entry;
}

std::span<const std::uint8_t> Gazetteer::lengths(std::string_view first) const {
  const auto at = lengths_.find(first);
  if (at == lengths_.end()) return {};
  return at->second;
}

std::uint32_t Gazetteer::demonym(std::string_view form) const {
  const auto at = by_demonym_.find(utf8::fold(form));
  return at == by_demonym_.end() ? kNone : at->second;
}

std::uint32_t Gazetteer::other_bearer(std::string_view form) const {
  const auto at = other_bearers_.find(utf8::fold(form));
  return at == other_bearers_.end() ? kNone : at->second;
}

std::pair<std::uint32_t, std::uint32_t> Gazetteer::demonyms(std::string_view form) const {
  const std::string key = utf8::fold(form);
  if (const auto whole = by_demonym_.find(key); whole != by_demonym_.end()) return {whole->second, kNone};
  const std::size_t gap = key.find(' ');
  if (gap == std::string::npos || gap < 4 || key[gap - 1] != 'o') return {kNone, kNone};
  const auto second = by_demonym_.find(std::string_view(key).substr(gap + 1));
  if (second == by_demonym_.end()) return {kNone, kNone};
  if (const auto known = combining_forms_.find(std::string_view(key).substr(0, gap));
      known != combining_forms_.end())
    return {known->second, second->second};
  const std::string stem = key.substr(0, gap - 1);
  const auto first = std::lower_bound(stems_.begin(), stems_.end(), stem,
                                      [](const auto& s, const std::string& k) { return s.first < k; });
  if (first == stems_.end() || !first->first.starts_with(stem)) return {kNone, kNone};
  return {first->second, second->second};
}

Status Gazetteer::load_states(const Schemas& schemas) {
  const auto text = schemas.read("fr/mentions/states.tsv");
  if (!text) return text.error();
  for (const auto& row : rows_of(*text)) {
    if (row.size() != 7) return bad_row("states.tsv", row, 7);
    GazetteerEntry e;
    e.type = EntityType::State;
    e.kind = GazetteerKind::state;
    e.label = row[1];
    if (row[0] != "-") e.iso3166 = row[0];
    agreement(row[2], e);
    for (const auto name : split(row[3], ';'))
      if (!name.empty()) e.aliases.emplace_back(name);
    const std::uint32_t state = add(e);
    add_name(e.label, state);
    for (const std::string& name : e.aliases) add_name(name, state);
    if (!e.iso3166.empty()) by_iso_.emplace(e.iso3166, state);
    for (const auto name : split(row[4], ';'))
      if (!name.empty()) add_demonym(name, state);
    for (const std::size_t column : {std::size_t{5}, std::size_t{6}}) {
      const auto names = split(row[column], ';');
      if (names.front().empty()) continue;
      GazetteerEntry place;
      place.kind = column == 5 ? GazetteerKind::capital : GazetteerKind::seat;
      place.iso3166 = e.iso3166;
      place.state = state;
      for (const auto one : names) {
        const auto spellings = split(one, '=');
        place.label = spellings.front();
        const std::uint32_t at = add(place);
        for (const auto name : spellings) add_name(name, at);
      }
    }
  }
  return {};
}

std::uint32_t Gazetteer::add_with_aliases(GazetteerEntry e, std::string_view aliases) {
  for (const auto name : split(aliases, ';'))
    if (!name.empty()) e.aliases.emplace_back(name);
  const std::uint32_t at = add(e);
  add_name(e.label, at);
  for (const std::string& name : e.aliases) add_name(name, at);
  return at;
}

Status Gazetteer::load_combining_forms(const Schemas& schemas) {
  const auto text = schemas.read("fr/mentions/combining_forms.tsv");
  if (!text) return text.error();
  for (const auto& row : rows_of(*text)) {
    if (row.size() != 2) return bad_row("combining_forms.tsv", row, 2);
    const auto state = by_iso_.find(row[1]);
    if (state == by_iso_.end())
      return error_in(std::string(kFolder) + "combining_forms.tsv",
                      "states.tsv has no state with the code '" + std::string(row[1]) + "'");
    combining_forms_.emplace(utf8::fold(row[0]), state->second);
  }
  return {};
}

Status Gazetteer::load_regions(const Schemas& schemas) {
  const auto text = schemas.read("fr/mentions/regions.tsv");
  if (!text) return text.error();
  for (const auto& row : rows_of(*text)) {
    if (row.size() != 4) return bad_row("regions.tsv", row, 4);
    GazetteerEntry e;
    e.kind = GazetteerKind::region;
    e.label = row[0];
    agreement(row[1], e);
    const std::uint32_t at = add_with_aliases(std::move(e), row[2]);
    for (const auto name : split(row[3], ';'))
      if (!name.empty()) add_demonym(name, at);
  }
  return {};
}

Status Gazetteer::load_cities(const Schemas& schemas) {
  const auto text = schemas.read("fr/mentions/cities.tsv");
  if (!text) return text.error();
  for (const auto& row : rows_of(*text)) {
    if (row.size() != 2) return bad_row("cities.tsv", row, 2);
    for (const auto city : split(row[1], ';')) {
      const auto names = split(city, '=');
      GazetteerEntry e;
      e.kind = GazetteerKind::city;
      e.label = names.front();
      e.iso3166 = row[0];
      for (std::size_t i = 1; i < names.size(); ++i) e.aliases.emplace_back(names[i]);
      const std::uint32_t at = add(std::move(e));
      for (const auto name : names) add_name(name, at);
    }
  }
  return {};
}

Status Gazetteer::load_organizations(const Schemas& schemas) {
  const auto text = schemas.read("fr/mentions/organizations.tsv");
  if (!text) return text.error();
  for (const auto& row : rows_of(*text)) {
    if (row.size() != 3 && row.size() != 4) return bad_row("organizations.tsv", row, 3);
    GazetteerEntry e;
    e.type = EntityType::Organization;
    e.kind = GazetteerKind::organization;
    e.label = row[0];
    agreement(row[1], e);
    const std::uint32_t body = add_with_aliases(std::move(e), row[2]);
    if (row.size() < 4) continue;
    const std::uint32_t seat = find(utf8::fold(row[3]), row[3]);
    if (seat == kNone || entries_[seat].state == kNone)
      return error_in(
          std::string(kFolder) + "organizations.tsv",
          "states.tsv has no capital '" + std::string(row[3]) + "', the seat of " + std::string(row[0]));
    entries_[seat].bodies.push_back(body);
  }
  return {};
}

void Gazetteer::add_icu_names() {
  const icu::Locale french("fr");
  for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr; ++region) {
    icu::UnicodeString shown;
    icu::Locale("", *region).getDisplayCountry(french, shown);
    std::string name;
    shown.toUTF8String(name);
    if (name == *region) continue;
    const auto known = by_iso_.find(std::string_view(*region));
    std::uint32_t at = known == by_iso_.end() ? kNone : known->second;
    if (at == kNone) {  // dependent territories: places with a code of their own
      GazetteerEntry e;
      e.label = name;
      e.iso3166 = *region;
      at = add(std::move(e));
    }
    add_name(name, at);
  }
}

void Gazetteer::add_user_names(const UserNames& user_names) {
  for (const UserName& name : user_names.names()) {
    GazetteerEntry e;
    e.type = name.type;
    e.kind = name.type == EntityType::State          ? GazetteerKind::state
             : name.type == EntityType::Place        ? GazetteerKind::city
             : name.type == EntityType::Organization ? GazetteerKind::organization
                                                     : GazetteerKind::other;
    e.label = name.label;
    const std::uint32_t at = add(std::move(e));
    add_name(name.name, at);
    add_name(name.label, at);
  }
}

Result<Gazetteer> Gazetteer::load(const Schemas& schemas, const UserNames* user_names) {
  Gazetteer out;
  if (user_names != nullptr) out.add_user_names(*user_names);
  for (const auto step : {&Gazetteer::load_states, &Gazetteer::load_combining_forms, &Gazetteer::load_regions,
                          &Gazetteer::load_cities, &Gazetteer::load_organizations}) {
    const Status status = (out.*step)(schemas);
    if (!status) return status.error();
  }
  out.add_icu_names();
  std::stable_sort(out.stems_.begin(), out.stems_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return out;
}

}  // namespace maillon
