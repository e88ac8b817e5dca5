#include "cypher/parse_tree.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "cypher/failure.hpp"

namespace maillon::cypher {

namespace {

constexpr std::size_t kDeepestNesting = 100;
constexpr std::size_t kLongestText = 1 << 20;

/// How far the parser came, and what it looked for there: of rules that say what they expect.
struct Farthest {
  const char* at = nullptr;
  std::vector<std::string_view> expected;

  void note(const char* where, std::string_view what) {
    if (where < at) return;
    if (where > at) expected.clear();
    at = where;
    if (std::find(expected.begin(), expected.end(), what) == expected.end()) expected.push_back(what);
  }
};

template <typename Rule>
struct Tracking : tao::pegtl::normal<Rule> {
  template <typename Input, typename... States>
  static void failure([[maybe_unused]] const Input& in, [[maybe_unused]] Farthest& farthest, States&&...) {
    if constexpr (requires { Rule::expected; }) farthest.note(in.current(), Rule::expected);
  }
  template <typename Input, typename... States>
  [[noreturn]] static void raise(const Input&, States&&...) {
    throw tao::pegtl::parse_error("syntax", tao::pegtl::position(0, 1, 1, ""));
  }
};

std::string upper_if_word(std::string_view what) {
  std::string out(what);
  if (std::all_of(out.begin(), out.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c - 0x20); });
  return out;
}

std::string list_of(std::vector<std::string_view> expected) {
  constexpr std::size_t kMost = 6;
  if (expected.size() > kMost) expected.resize(kMost);
  std::string out;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (i > 0) out += i + 1 == expected.size() ? " or " : ", ";
    out += upper_if_word(expected[i]);
  }
  return out;
}

[[noreturn]] void fail_at(std::string_view text, const Farthest& farthest) {
  const auto at = static_cast<std::uint32_t>(farthest.at == nullptr ? 0 : farthest.at - text.data());
  const TextRange where{at, std::min(at + 1, static_cast<std::uint32_t>(text.size()))};
  const std::string expected = farthest.expected.empty() ? "" : "expected " + list_of(farthest.expected);
  if (at >= text.size()) fail_syntax("UnexpectedSyntax", "the query ends too early", where, expected);
  if (static_cast<unsigned char>(text[at]) >= 0x80)
    fail_syntax("InvalidUnicodeCharacter", "a character that has no meaning here", where, expected);
  fail_syntax("UnexpectedSyntax", "this does not belong here", where, expected);
}

}  // namespace

std::unique_ptr<ParseNode> parse_tree_of(std::string_view text) {
  if (text.size() > kLongestText) fail_syntax("UnexpectedSyntax", "a query is 1 MB at most");
  if (nesting(text) > kDeepestNesting)
    fail_syntax("UnexpectedSyntax", "brackets are nested more than 100 deep");
  tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy> in(text.data(), text.data() + text.size(),
                                                               "query");
  Farthest farthest;
  try {
    auto root =
        tao::pegtl::parse_tree::parse<g::text, ParseNode, NodeSelector, tao::pegtl::nothing, Tracking>(
            in, farthest);
    if (root != nullptr) return root;
  } catch (const tao::pegtl::parse_error&) {
  }
  fail_at(text, farthest);
}

}  // namespace maillon::cypher
