#include "graph/merge_keys.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace maillon {

namespace {

/// "TV" and "PC" are kinds of things.
constexpr std::size_t kAcronymBytes = 3;
constexpr std::size_t kAcronymMostBytes = 8;
/// The initials of too many names are the same three letters.
constexpr std::size_t kInitials = 4;
/// Shorter spellings are another word too often.
constexpr std::size_t kSpellingBytes = 4;

using Keys = std::vector<std::string>;

struct Source {
  const BearerNames& names;
  EntityType type;
  const ResolutionRules& rules;
  NameTable& table;

  std::string_view spelt(std::uint32_t label) const { return table.text(table.spelt(label)); }
  std::string_view plain(std::uint32_t label) const { return table.text(table.plain(label)); }
};

bool has_capital(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (utf8::is_upper(utf8::next(text, at))) return true;
  return false;
}

bool has_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (utf8::is_lower(utf8::next(text, at))) return true;
  return false;
}

bool is_acronym(std::string_view word) {
  if (word.size() < kAcronymBytes || word.size() > kAcronymMostBytes) return false;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::next(word, at);
    if (utf8::is_upper(c)) {
      ++capitals;
    } else if (!utf8::is_digit(c) && c != '-' && c != '.') {
      return false;
    }
  }
  return capitals >= 2;
}

/// Letters of an acronym, folded: "O.T.S.C." and "OTSC" are one.
std::string letters_of(std::string_view acronym) {
  std::string out = utf8::fold(acronym);
  std::erase(out, ' ');
  return out;
}

std::string joined(std::string_view parts) {
  std::string out(parts);
  std::erase(out, ' ');
  return out;
}

std::string two(std::string_view a, std::string_view b) { return std::string(a) + ' ' + std::string(b); }

void identifier(const Source& s, Keys& out) {
  for (const std::uint32_t iri : s.names.iris) out.emplace_back(s.table.text(iri));
  for (const std::uint32_t iso : s.names.isos) out.emplace_back(s.table.text(iso));
}

void name(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels) out.emplace_back(s.plain(label));
}

void spelling(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels)
    if (std::string key = joined(s.spelt(label)); key.size() >= kSpellingBytes) out.push_back(std::move(key));
}

void parts(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels) {
    auto words = parts_of(s.spelt(label));
    if (words.size() < 2) continue;
    std::sort(words.begin(), words.end());
    std::string key;
    for (const std::string_view word : words) key.append(word) += ' ';
    out.push_back(std::move(key));
  }
}

void family_first(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels) {
    const std::string_view text = s.table.text(label);
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos || space < kAcronymBytes) continue;
    const std::string_view family = text.substr(0, space), given = text.substr(space + 1);
    if (has_lower(family) || !has_lower(given)) continue;
    const auto words = parts_of(s.spelt(label));
    if (words.size() < 2) continue;
    std::string key;
    for (std::size_t i = 1; i < words.size(); ++i) key += words[i];
    out.push_back(key.append(words[0]));
  }
}

/// "l'agence danoise NORD" is NORD; "l'envoyé du NORD" is not.
void acronym(const Source& s, Keys& out) {
  const auto& blockers = s.rules.acronym_blockers;
  for (const std::uint32_t label : s.names.labels) {
    const std::string_view text = s.table.text(label);
    const std::size_t space = text.find_last_of(" '");
    const std::string_view last = text.substr(space == std::string_view::npos ? 0 : space + 1);
    if (!is_acronym(last)) continue;
    const auto words = parts_of(s.plain(label));
    const bool blocked =
        words.size() > 1 && std::binary_search(blockers.begin(), blockers.end(), words[words.size() - 2]);
    if (!blocked) out.push_back(letters_of(last));
  }
}

void whole_acronym(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels)
    if (const std::string_view text = s.table.text(label); is_acronym(text)) out.push_back(letters_of(text));
}

void initials(const Source& s, Keys& out) {
  const auto& small = s.rules.acronym_blockers;
  for (const std::uint32_t label : s.names.labels) {
    const auto words = parts_of(s.plain(label));
    if (words.size() < kInitials) continue;
    std::string content, all;
    for (const std::string_view word : words) {
      all += word[0];
      if (!std::binary_search(small.begin(), small.end(), word)) content += word[0];
    }
    for (std::string* key : {&content, &all})
      if (key->size() >= kInitials) out.push_back(*key);
  }
}

void alias(const Source& s, Keys& out) {
  for (const std::uint32_t a : s.names.aliases) {
    if (!has_capital(s.table.text(a))) continue;
    const std::string_view key = s.plain(a);
    if (s.type == EntityType::Person && key.find(' ') == std::string_view::npos) continue;
    out.emplace_back(key);
  }
}

void given_family(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels) {
    const auto words = parts_of(s.spelt(label));
    if (words.size() == 2) out.push_back(two(words[0], words[1]));
  }
}

void shortened(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels) {
    const auto words = parts_of(s.spelt(label));
    if (words.size() < 3) continue;
    out.push_back(two(words.front(), words.back()));
    out.push_back(two(words[0], words[1]));
  }
}

void three_parts(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels)
    if (const std::string_view key = s.spelt(label); parts_of(key).size() >= 3) out.emplace_back(key);
}

void cut(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels) {
    const auto words = parts_of(s.spelt(label));
    if (words.size() < 4) continue;
    for (const std::size_t left_out : {std::size_t{0}, std::size_t{1}, words.size() - 1}) {
      std::string key;
      for (std::size_t i = 0; i < words.size(); ++i)
        if (i != left_out) key.append(key.empty() ? "" : " ").append(words[i]);
      out.push_back(std::move(key));
    }
  }
}

/// "Université de Riga" and "Université Riga", "Baltica Lines" and "Baltica Lines Ltd"; a name of one word is
/// left alone.
void content(const Source& s, Keys& out) {
  const auto listed = [](const std::vector<std::string>& list, std::string_view word) {
    return std::binary_search(list.begin(), list.end(), word);
  };
  for (const std::uint32_t label : s.names.labels) {
    auto words = parts_of(s.plain(label));
    if (words.size() > 1 && listed(s.rules.legal_forms, words.back())) words.pop_back();
    std::erase_if(words, [&](std::string_view word) { return listed(s.rules.acronym_blockers, word); });
    if (words.size() < 2) continue;
    std::string key;
    for (const std::string_view word : words) key.append(key.empty() ? "" : " ").append(word);
    out.push_back(std::move(key));
  }
}

void initialled(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels) {
    const auto plain = parts_of(s.plain(label)), words = parts_of(s.spelt(label));
    if (words.size() >= 2 && plain[0].size() == 1 && words.back().size() > 1)
      out.push_back(two(plain[0], words.back()));
  }
}

void as_initialled(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels) {
    const auto plain = parts_of(s.plain(label)), words = parts_of(s.spelt(label));
    if (words.size() >= 2 && plain[0].size() > 1) out.push_back(two(plain[0].substr(0, 1), words.back()));
  }
}

void single(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels)
    if (const std::string_view key = s.spelt(label); !key.empty() && key.find(' ') == std::string_view::npos)
      out.emplace_back(key);
}

void family(const Source& s, Keys& out) {
  for (const std::uint32_t label : s.names.labels) {
    const auto words = parts_of(s.spelt(label));
    if (words.size() < 2) continue;
    out.emplace_back(words.back());
    for (const std::uint32_t a : s.names.aliases)
      if (const std::string_view key = s.spelt(a); !key.empty() && key.find(' ') == std::string_view::npos)
        out.emplace_back(key);
  }
}

struct Kind {
  std::string_view name;
  void (*append)(const Source&, Keys&);
};
constexpr std::array<Kind, 18> kKinds = {{{"identifier", identifier},
                                          {"name", name},
                                          {"spelling", spelling},
                                          {"parts", parts},
                                          {"family-first", family_first},
                                          {"acronym", acronym},
                                          {"whole-acronym", whole_acronym},
                                          {"initials", initials},
                                          {"alias", alias},
                                          {"given-family", given_family},
                                          {"shortened", shortened},
                                          {"three-parts", three_parts},
                                          {"cut", cut},
                                          {"content", content},
                                          {"initialled", initialled},
                                          {"as-initialled", as_initialled},
                                          {"single", single},
                                          {"family", family}}};

}  // namespace

bool is_key_kind(std::string_view kind) {
  return std::any_of(kKinds.begin(), kKinds.end(), [&](const Kind& k) { return k.name == kind; });
}

void append_keys(std::string_view kind, const BearerNames& names, EntityType type,
                 const ResolutionRules& rules, NameTable& table, std::vector<std::string>& out) {
  for (const Kind& k : kKinds)
    if (k.name == kind) k.append({names, type, rules, table}, out);
}

}  // namespace maillon
