#include "cypher/parse_tree.hpp"

#include <algorithm>
#include <new>
#include <string>

#include "cypher/failure.hpp"

namespace maillon::cypher {

namespace {

constexpr std::size_t kDeepestNesting = 100;
constexpr std::size_t kLongestText = 1 << 20;

/// How far the parser came, and what it looked for there: of rules that say what they expect.
struct Farthest {
  const char* at = nullptr;
  std::vector<const char*> expected;

  void note(const char* where, const char* what) {
    if (where < at) return;
    if (where > at) expected.clear();
    at = where;
    if (std::find(expected.begin(), expected.end(), what) == expected.end()) expected.push_back(what);
  }
};

struct Build {
  ParseTree& tree;
  Farthest farthest;
};

/// What is done around each rule.
template <class Rule>
struct Building : tao::pegtl::normal<Rule> {
  template <tao::pegtl::apply_mode A, tao::pegtl::rewind_mode M, template <class...> class Action,
            template <class...> class Control, class Input>
  static bool match(Input& in, Build& build) {
    const std::size_t before = build.tree.waiting();
    const char* const begin = in.current();
    if (!tao::pegtl::normal<Rule>::template match<A, M, Action, Control>(in, build)) {
      build.tree.shrink(before);
      if constexpr (requires { Rule::expected; }) build.farthest.note(in.current(), Rule::expected);
      return false;
    }
    if constexpr (kLeavesNode<Rule> || kFoldsOne<Rule>) {
      const std::string_view text(begin, static_cast<std::size_t>(in.current() - begin));
      if (!kFoldsOne<Rule> || build.tree.waiting() - before != 1)
        build.tree.reduce(before, &kRuleTag<Rule>, text);
    }
    return true;
  }
  template <class Input>
  [[noreturn]] static void raise(const Input&, Build&) {
    throw tao::pegtl::parse_error("syntax", tao::pegtl::position(0, 1, 1, ""));
  }
};

std::string upper_if_word(std::string_view what) {
  std::string out(what);
  if (std::all_of(out.begin(), out.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c - 0x20); });
  return out;
}

std::string list_of(std::vector<const char*> expected) {
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

void ParseTree::reduce(std::size_t count, const char* rule, std::string_view text) {
  const std::size_t size = waiting_.size() - count;
  const ParseNode** children = allocator_.allocate_object<const ParseNode*>(size);
  std::copy(waiting_.begin() + static_cast<std::ptrdiff_t>(count), waiting_.end(), children);
  waiting_.resize(count);
  waiting_.push_back(new (allocator_.allocate_object<ParseNode>()) ParseNode{rule, text, {children, size}});
}

void parse_into(ParseTree& tree, std::string_view text) {
  if (text.size() > kLongestText) fail_syntax("UnexpectedSyntax", "a query is 1 MB at most");
  if (nesting(text) > kDeepestNesting)
    fail_syntax("UnexpectedSyntax", "brackets are nested more than 100 deep");
  tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf_crlf, const char*> in(
      text.data(), text.data() + text.size(), "query");
  Build build{tree, {}};
  try {
    if (tao::pegtl::parse<g::text, tao::pegtl::nothing, Building>(in, build)) return;
  } catch (const tao::pegtl::parse_error&) {
  }
  fail_at(text, build.farthest);
}

}  // namespace maillon::cypher
