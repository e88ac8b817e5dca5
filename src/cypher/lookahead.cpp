#include "cypher/lookahead.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace maillon::cypher {

namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Walks over a query's text token by token; only brackets, names and strings are told apart.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  bool done() const { return at_ >= text_.size(); }
  char current() const { return done() ? '\0' : text_[at_]; }
  std::string_view rest() const { return text_.substr(std::min(at_, text_.size())); }
  bool starts_with(std::string_view prefix) const { return rest().starts_with(prefix); }

  void skip_space() { at_ += spaces_at(rest()); }
  /// Over one token, and the space after it. A string or a quoted name is one.
  void skip_token() {
    const char c = current();
    if (c == '\'' || c == '"' || c == '`') {
      skip_quoted(c);
    } else if (!take_name().empty()) {
      return;
    } else {
      ++at_;
    }
    skip_space();
  }
  /// The name or number here, and over it; empty where there is none.
  std::string_view take_name() {
    const std::size_t begin = at_;
    if (current() == '`') {
      skip_quoted('`');
    } else {
      while (const std::size_t n = name_other_at(rest())) at_ += n;
    }
    const std::string_view name = text_.substr(begin, at_ - begin);
    if (!name.empty()) skip_space();
    return name;
  }
  bool take(char c) {
    if (current() != c) return false;
    ++at_;
    skip_space();
    return true;
  }
  /// From an opening bracket to behind the one that closes it; false where none does.
  bool skip_bracketed() {
    std::size_t depth = 0;
    while (!done()) {
      const char c = current();
      if (c == '(' || c == '[' || c == '{') ++depth;
      const bool closes = c == ')' || c == ']' || c == '}';
      skip_token();
      if (closes && --depth == 0) return true;
    }
    return false;
  }

 private:
  void skip_quoted(char quote) {
    for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_)
      if (text_[at_] == '\\' && quote != '`') ++at_;
    at_ = std::min(at_ + 1, text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_word(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() &&
         std::equal(name.begin(), name.end(), lower.begin(), [](char a, char b) {
           return (is_ascii_letter(a) ? static_cast<char>(a | 0x20) : a) == b;
         });
}

/// Sorted.
constexpr std::string_view kReserved[] = {
    "and",      "as",    "case",   "contains", "create", "delete", "detach", "distinct", "else",
    "ends",     "false", "in",     "is",       "limit",  "match",  "merge",  "not",      "null",
    "optional", "or",    "order",  "remove",   "return", "set",    "skip",   "starts",   "then",
    "true",     "union", "unwind", "when",     "where",  "with",   "xor"};
constexpr std::size_t kLongestReserved = 8;
static_assert(std::is_sorted(std::begin(kReserved), std::end(kReserved)));

char32_t first_of(std::string_view rest, std::size_t& size) {
  size = 0;
  return utf8::next(rest, size);
}

}  // namespace

bool starts_pattern(std::string_view rest) {
  if (rest.empty() || rest.front() != '(') return false;
  Walk walk(rest);
  if (!walk.skip_bracketed()) return false;
  walk.take('<');
  if (walk.starts_with("--")) return true;  // but not "- -": that is arithmetic
  return walk.take('-') && walk.current() == '[';
}

bool starts_list_comprehension(std::string_view rest) {
  Walk walk(rest);
  if (!walk.take('[') || walk.take_name().empty() || !is_word(walk.take_name(), "in")) return false;
  while (!walk.done()) {
    const char c = walk.current();
    if (c == '|' || c == ']') return true;
    if (c == ',') return false;
    if (c == '(' || c == '[' || c == '{') {
      if (!walk.skip_bracketed()) return true;
    } else if (const std::string_view name = walk.take_name(); !name.empty()) {
      if (is_word(name, "where")) return true;
    } else {
      walk.skip_token();
    }
  }
  return true;
}

bool starts_pattern_comprehension(std::string_view rest) {
  Walk walk(rest);
  if (!walk.take('[')) return false;
  if (!walk.take_name().empty() && !walk.take('=')) return false;
  return starts_pattern(walk.rest());
}

std::size_t white_space_at(std::string_view rest) {
  if (rest.empty()) return 0;
  const char c = rest.front();
  if (static_cast<unsigned char>(c) < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 28 && c <= 31);
  std::size_t size = 0;
  return utf8::is_space(first_of(rest, size)) ? size : 0;
}

std::size_t name_first_at(std::string_view rest) {
  if (rest.empty()) return 0;
  const char c = rest.front();
  if (static_cast<unsigned char>(c) < 0x80) return is_ascii_letter(c) || c == '_';
  std::size_t size = 0;
  return utf8::is_alpha(first_of(rest, size)) ? size : 0;
}

std::size_t name_other_at(std::string_view rest) {
  if (rest.empty()) return 0;
  if (is_ascii_digit(rest.front())) return 1;
  return name_first_at(rest);
}

std::size_t name_at(std::string_view rest) {
  std::size_t at = name_first_at(rest);
  if (at == 0) return 0;
  while (const std::size_t n = name_other_at(rest.substr(at))) at += n;
  return at;
}

std::size_t query_rest_at(std::string_view rest) {
  Walk walk(rest);
  for (std::size_t depth = 0; !walk.done(); walk.skip_token()) {
    if (walk.current() == '{') ++depth;
    if (walk.current() == '}' && depth-- == 0) break;
  }
  return rest.size() - walk.rest().size();
}

std::size_t spaces_at(std::string_view rest) {
  std::size_t at = 0;
  const auto past = [&](std::string_view end) {
    const std::size_t found = rest.find(end, at + 2);
    return found == std::string_view::npos ? rest.size() : found + end.size();
  };
  while (at < rest.size()) {
    const std::string_view here = rest.substr(at);
    if (const std::size_t n = white_space_at(here)) {
      at += n;
    } else if (here.starts_with("//")) {
      at = past("\n");
    } else if (here.starts_with("/*") && here.find("*/", 2) != std::string_view::npos) {
      at = past("*/");
    } else {
      break;
    }
  }
  return at;
}

bool starts_reserved(std::string_view rest) {
  char word[kLongestReserved];
  std::size_t size = 0;
  for (; size < rest.size() && is_ascii_letter(rest[size]); ++size) {
    if (size == kLongestReserved) return false;
    word[size] = static_cast<char>(rest[size] | 0x20);
  }
  return name_other_at(rest.substr(size)) == 0 &&
         std::binary_search(std::begin(kReserved), std::end(kReserved), std::string_view(word, size));
}

std::size_t nesting(std::string_view text) {
  std::size_t depth = 0, deepest = 0;
  Walk walk(text);
  walk.skip_space();
  while (!walk.done()) {
    const char c = walk.current();
    if (const std::string_view name = walk.take_name(); !name.empty()) {
      if (is_word(name, "case")) ++depth;
      if (is_word(name, "end") && depth > 0) --depth;
    } else {
      if (c == '(' || c == '[' || c == '{') ++depth;
      if ((c == ')' || c == ']' || c == '}') && depth > 0) --depth;
      walk.skip_token();
    }
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

}  // namespace maillon::cypher
