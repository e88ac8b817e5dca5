#include "graph/state_organs.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "graph/name_keys.hpp"
#include "graph/name_table.hpp"

namespace maillon {

namespace {

/// Folded words between an organ and its state.
constexpr std::array<std::string_view, 8> kLinks = {"de", "du", "d", "des", "la", "l", "le", "les"};

/// Folded organs whose field is written with a capital.
constexpr std::array<std::string_view, 2> kWithField = {"ministere", "secretariat"};

bool begins_with_words(std::string_view text, std::string_view words) {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

/// A name behind the first `head` words: "Cour suprême du Minnesota", but not the field of an office in
/// "ministère de la Défense".
bool has_name(std::string_view label, const std::vector<std::string_view>& words, std::size_t head) {
  if (words.size() <= head) return false;
  const bool linked = std::find(kLinks.begin(), kLinks.end(), words[head]) != kLinks.end();
  if (linked && std::find(kWithField.begin(), kWithField.end(), words.front()) != kWithField.end())
    return false;
  std::size_t left = words.size() - head;  // words of the label, from its end
  bool capital = false;
  for (std::size_t at = label.size(); at > 0 && left > 0;) {
    const char32_t c = utf8::previous(label, at);
    do --at;
    while (at > 0 && (static_cast<unsigned char>(label[at]) & 0xC0) == 0x80);
    const char32_t before = utf8::previous(label, at);
    if (!utf8::is_alpha(c) || utf8::is_alpha(before)) continue;
    capital = capital || utf8::is_upper(c);
    --left;
  }
  return capital;
}

}  // namespace

StateOrgans::StateOrgans(const std::vector<std::string>& names, Gazetteer gazetteer)
    : gazetteer_(std::move(gazetteer)) {
  for (const std::string& synonyms : names) {
    std::string first;
    for (std::size_t begin = 0; begin <= synonyms.size();) {
      const std::size_t end = std::min(synonyms.find('=', begin), synonyms.size());
      std::string name = utf8::fold(std::string_view(synonyms).substr(begin, end - begin));
      if (first.empty()) first = name;
      names_.emplace_back(std::move(name), first);
      begin = end + 1;
    }
  }
  std::sort(names_.begin(), names_.end(), [](const auto& a, const auto& b) {
    return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a < b;
  });
}

/// The first state or region that a demonym or a name of `words` from `from` on stands for.
std::optional<StateOrgans::Place> StateOrgans::place_in(const std::vector<std::string_view>& words,
                                                        std::size_t from) const {
  const auto place = [&](std::size_t begin, std::size_t length, std::uint32_t entry) {
    const GazetteerEntry& e = gazetteer_.entry(entry);
    return Place{begin, begin + length, e.type == EntityType::State ? utf8::fold(e.label) : std::string()};
  };
  for (std::size_t i = from; i < words.size(); ++i) {
    for (const std::uint8_t length : gazetteer_.lengths(words[i])) {
      if (i + length > words.size()) continue;
      const std::string_view name(words[i].data(),
                                  static_cast<std::size_t>(words[i + length - 1].data() +
                                                           words[i + length - 1].size() - words[i].data()));
      const std::uint32_t entry = gazetteer_.find(name, "X");
      if (entry != kNone && of_land(entry)) return place(i, length, entry);
    }
    for (const std::size_t length : {std::size_t{2}, std::size_t{1}}) {  // "nord coreen" before "coreen"
      if (i + length > words.size()) continue;
      std::string form(words[i]);
      if (length == 2) form.append("-").append(words[i + 1]);
      const std::uint32_t entry = gazetteer_.demonym(form);
      if (entry != kNone) return place(i, length, entry);
    }
  }
  return std::nullopt;
}

bool StateOrgans::of_land(std::uint32_t entry) const {
  const GazetteerEntry& e = gazetteer_.entry(entry);
  return e.type == EntityType::State || e.kind == GazetteerKind::region;
}

std::optional<StateOrgan> StateOrgans::read(std::string_view label) const {
  const std::string label_key = NameKeys::plain(label);
  const auto organ = std::find_if(names_.begin(), names_.end(),
                                  [&](const auto& name) { return begins_with_words(label_key, name.first); });
  if (organ == names_.end()) return std::nullopt;
  const std::string key = organ->second + label_key.substr(organ->first.size());
  const auto words = parts_of(key);
  const auto state = place_in(words, 1);
  if (state && state->state.empty()) return std::nullopt;  // the European Central Bank
  if (!state && has_name(label, parts_of(label_key), parts_of(organ->first).size())) return std::nullopt;
  StateOrgan out;
  if (state) out.state = state->state;
  std::size_t links = state ? state->begin : words.size();
  while (links > 1 && std::find(kLinks.begin(), kLinks.end(), words[links - 1]) != kLinks.end()) --links;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (state && i >= links && i < state->end) continue;
    if (!out.name.empty()) out.name += ' ';
    out.name += words[i];
  }
  return out;
}

}  // namespace maillon
