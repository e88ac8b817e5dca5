#include "affix_file.hpp"

#include <fstream>

#include "base/utf8.hpp"

namespace maillon::lexc {

namespace {

std::vector<ConditionSlot> parse_condition(std::string_view text) {
  std::vector<ConditionSlot> out;
  if (text == ".") return out;
  for (std::size_t at = 0; at < text.size();) {
    ConditionSlot slot;
    char32_t c = utf8::next(text, at);
    if (c == U'[') {
      if (at < text.size() && text[at] == '^') {
        slot.negated = true;
        ++at;
      }
      while (at < text.size() && (c = utf8::next(text, at)) != U']') slot.characters += c;
    } else if (c != U'.') {
      slot.characters += c;
    }
    out.push_back(std::move(slot));
  }
  return out;
}

SuffixRule parse_rule(const std::vector<std::string_view>& fields) {
  SuffixRule rule;
  if (fields[2] != "0") rule.strip = fields[2];
  const std::string_view add = fields[3].substr(0, fields[3].find('/'));
  if (add != "0") rule.add = add;
  rule.condition = parse_condition(fields[4]);
  for (std::size_t i = 5; i < fields.size(); ++i) rule.tags.emplace_back(fields[i]);
  return rule;
}

bool is_header(const std::vector<std::string_view>& fields) {
  return fields.size() == 4 && (fields[2] == "Y" || fields[2] == "N");
}

}  // namespace

bool SuffixRule::applies_to(std::string_view word) const {
  if (!word.ends_with(strip)) return false;
  for (auto slot = condition.rbegin(); slot != condition.rend(); ++slot) {
    if (word.empty()) return false;
    const char32_t c = utf8::previous(word, word.size());
    if (!slot->characters.empty() && (slot->characters.find(c) != std::u32string::npos) == slot->negated)
      return false;
    std::string last;
    utf8::append(last, c);
    word.remove_suffix(last.size());
  }
  return true;
}

std::string SuffixRule::apply(std::string_view word) const {
  return std::string(word.substr(0, word.size() - strip.size())) + add;
}

Result<AffixTable> read_affix_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return error_in(path, "cannot be read", "install hunspell-fr-comprehensive");
  AffixTable out;
  std::uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const bool suffix = line.starts_with("SFX ");
    if (!suffix && !line.starts_with("PFX ")) continue;
    const auto fields = split_blanks(line);
    if (is_header(fields)) continue;
    if (fields.size() < 5) {
      Diagnostic d = error_in(path, "an affix rule lacks its condition");
      d.line = number;
      return d;
    }
    if (suffix) {
      out.suffixes[std::string(fields[1])].push_back(parse_rule(fields));
      continue;
    }
    const std::string_view add = fields[3].substr(0, fields[3].find('/'));
    const bool elided = add.find('\'') != std::string_view::npos;
    if (elided || fields[2] != "0") continue;
    const std::string_view flags = add.size() < fields[3].size() ? fields[3].substr(add.size() + 1) : "";
    out.prefixes[std::string(fields[1])].push_back({add == "0" ? "" : std::string(add), std::string(flags)});
  }
  return out;
}

std::vector<std::string_view> split_blanks(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \t\r", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t\r", begin), text.size());
    out.push_back(text.substr(begin, at - begin));
  }
  return out;
}

}  // namespace maillon::lexc
