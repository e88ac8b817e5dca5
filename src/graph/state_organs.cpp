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

bool begins_with_words(std::string_view text, std::string_view words) {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

}  // namespace

StateOrgans::StateOrgans(std::vector<std::string> names, Gazetteer gazetteer)
    : names_(std::move(names)), gazetteer_(std::move(gazetteer)) {}

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
  const std::string key = NameKeys::plain(label);
  const auto words = parts_of(key);
  const auto is_organ = [&](const std::string& name) { return begins_with_words(key, name); };
  if (std::none_of(names_.begin(), names_.end(), is_organ)) return std::nullopt;
  const auto state = place_in(words, 1);
  if (state && state->state.empty()) return std::nullopt;  // the European Central Bank
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
