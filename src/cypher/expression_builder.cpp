#include <charconv>
#include <cmath>
#include <limits>

#include "base/utf8.hpp"
#include "cypher/ast_builder.hpp"

namespace maillon::cypher {

namespace {

using ast::Expr;
using ast::ExprKind;
using ast::ExprPtr;
using ast::Op;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

Op operator_of(const ParseNode& n) {
  if (n.is_type<g::op_power>()) return Op::power;
  if (n.is_type<g::op_multiply>()) return Op::multiply;
  if (n.is_type<g::op_divide>()) return Op::divide;
  if (n.is_type<g::op_modulo>()) return Op::modulo;
  if (n.is_type<g::op_add>()) return Op::add;
  if (n.is_type<g::op_subtract>()) return Op::subtract;
  if (n.is_type<g::op_starts>()) return Op::starts_with;
  if (n.is_type<g::op_ends>()) return Op::ends_with;
  if (n.is_type<g::op_contains>()) return Op::contains;
  if (n.is_type<g::op_in>()) return Op::in;
  if (n.is_type<g::op_matches>()) return Op::matches;
  if (n.is_type<g::op_not_equal>()) return Op::not_equal;
  if (n.is_type<g::op_less_equal>()) return Op::less_equal;
  if (n.is_type<g::op_greater_equal>()) return Op::greater_equal;
  if (n.is_type<g::op_equal>()) return Op::equal;
  if (n.is_type<g::op_less>()) return Op::less;
  return Op::greater;
}

char32_t code_point(std::string_view digits, TextRange where) {
  std::uint32_t out = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out, 16);
  if (error != std::errc() || end != digits.data() + digits.size() || out > 0x10FFFF)
    fail_syntax("InvalidUnicodeLiteral", "a \\u escape has four hexadecimal digits, a \\U escape eight",
                where);
  return out;
}

}  // namespace

std::string name_of(const ParseNode& n) {
  const std::string_view text = n.string_view();
  std::string out;
  if (!text.empty() && text.front() == '`') {
    for (std::size_t i = 1; i < text.size(); ++i) {
      if (text[i] != '`') {
        out += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '`') {
        out += text[i++];
      } else {
        break;
      }
    }
    return out;
  }
  std::size_t at = 0;
  while (const std::size_t size = name_other_at(text.substr(at))) at += size;
  return std::string(text.substr(0, at));
}

std::string unescape(std::string_view quoted, TextRange where) {
  const std::string_view in = quoted.substr(1, quoted.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (in[i] != '\\') {
      out += in[i];
      continue;
    }
    switch (const char c = in[++i]) {
      case 'b':
        out += '\b';
        break;
      case 'f':
        out += '\f';
        break;
      case 'n':
        out += '\n';
        break;
      case 'r':
        out += '\r';
        break;
      case 't':
        out += '\t';
        break;
      case 'u':
      case 'U': {
        const std::size_t size = c == 'u' ? 4 : 8;
        const std::string_view digits = in.substr(i + 1, size);
        if (digits.size() < size) code_point("", where);
        utf8::append(out, code_point(digits, where));
        i += size;
        break;
      }
      default:
        out += c;
    }
  }
  return out;
}

ExprPtr AstBuilder::make(ExprKind kind, const ParseNode& n) const {
  return std::make_unique<Expr>(kind, range(n));
}

ExprPtr AstBuilder::expression(const ParseNode& n) {
  if (n.is_type<g::expression>() || n.is_type<g::exclusive>() || n.is_type<g::conjunction>() ||
      n.is_type<g::comparison>() || n.is_type<g::sum>() || n.is_type<g::product>() || n.is_type<g::power>())
    return operators(n);
  if (n.is_type<g::postfix>()) return postfix(n);
  if (n.is_type<g::unary>() || n.is_type<g::negation>()) return unary(n);
  if (n.is_type<g::tested>()) return tested(n);
  if (n.is_type<g::case_expression>()) return case_expression(n);
  if (n.is_type<g::function_call>()) return call(n);
  if (n.is_type<g::variable>()) {
    auto out = make(ExprKind::variable, n);
    out->name = name_of(n);
    return out;
  }
  if (n.is_type<g::slice_lower>() || n.is_type<g::slice_upper>() || n.is_type<g::case_subject>() ||
      n.is_type<g::parenthesized>())
    return expression(*n.children.front());
  return bracketed(n);
}

ExprPtr AstBuilder::bracketed(const ParseNode& n) {
  if (n.is_type<g::quantifier>()) return quantifier(n);
  if (n.is_type<g::list_comprehension>()) return comprehension(n);
  if (n.is_type<g::pattern_comprehension>()) return pattern_comprehension(n);
  if (n.is_type<g::exists_subquery>()) return exists(n);
  if (n.is_type<g::map_literal>()) return map(n);
  if (n.is_type<g::map_projection>()) return map_projection(n);
  if (n.is_type<g::count_star>()) return make(ExprKind::count_star, n);
  if (n.is_type<g::list_literal>()) {
    auto out = make(ExprKind::list, n);
    for (const auto& child : n.children) out->children.push_back(expression(*child));
    return out;
  }
  if (n.is_type<g::pattern_predicate>()) {
    auto out = make(ExprKind::pattern, n);
    out->pattern = std::make_unique<ast::Pattern>();
    out->pattern->range = out->range;
    chain(*n.children.front(), *out->pattern);
    return out;
  }
  if (n.is_type<g::shortest_pattern>()) {
    auto out = make(ExprKind::shortest_path, n);
    out->pattern = std::make_unique<ast::Pattern>();
    out->pattern->range = out->range;
    out->pattern->kind = n.children.front()->is_type<g::k_shortestpath>() ? ast::PathKind::shortest
                                                                          : ast::PathKind::all_shortest;
    chain(*n.children.back(), *out->pattern);
    return out;
  }
  if (n.is_type<g::reduce_expression>()) {
    auto out = make(ExprKind::reduce, n);
    out->name = name_of(*n.children[0]);
    out->names.push_back(name_of(*n.children[2]));
    out->children.push_back(expression(*n.children[1]));
    out->children.push_back(expression(*n.children[3]));
    out->children.push_back(expression(*n.children[4]->children.front()));
    return out;
  }
  return literal(n);
}

ExprPtr AstBuilder::literal(const ParseNode& n) {
  if (n.is_type<g::parameter>()) {
    auto out = make(ExprKind::parameter, n);
    const std::string_view text = n.string_view().substr(1);
    std::size_t at = 0;
    if (text.starts_with('`')) {
      at = text.find('`', 1);
      out->name = std::string(text.substr(1, at - 1));
    } else {
      while (const std::size_t size = name_other_at(text.substr(at))) at += size;
      out->name = std::string(text.substr(0, at));
    }
    return out;
  }
  auto out = make(ExprKind::literal, n);
  if (n.is_type<g::true_literal>() || n.is_type<g::false_literal>()) {
    out->value = Value(n.is_type<g::true_literal>());
  } else if (n.is_type<g::string_literal>()) {
    out->value = Value(unescape(n.string_view(), out->range));
  } else if (n.is_type<g::real>()) {
    const std::string text(n.string_view());
    double x = 0;
    std::from_chars(text.data(), text.data() + text.size(), x);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), x);
    if (error == std::errc::result_out_of_range && std::strtod(text.c_str(), nullptr) != 0.0)
      fail_syntax("FloatingPointOverflow", "this number is too large", out->range);
    out->value = Value(error == std::errc() ? x : 0.0);
  } else if (n.is_type<g::bad_number>()) {
    fail_syntax("InvalidNumberLiteral", "this is no number", out->range);
  } else if (!n.is_type<g::null_literal>()) {
    return integer(n, false);
  }
  return out;
}

ExprPtr AstBuilder::integer(const ParseNode& n, bool negative) {
  auto out = make(ExprKind::literal, n);
  std::string_view digits = n.string_view();
  const int base = n.is_type<g::hex_integer>() ? 16 : n.is_type<g::octal_integer>() ? 8 : 10;
  if (base != 10) digits.remove_prefix(2);
  std::uint64_t magnitude = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), magnitude, base);
  const std::uint64_t most = std::uint64_t{std::numeric_limits<std::int64_t>::max()} + (negative ? 1 : 0);
  if (error != std::errc() || magnitude > most)
    fail_syntax("IntegerOverflow", "this integer does not fit 64 bits", out->range);
  out->value = Value(static_cast<std::int64_t>(negative ? ~magnitude + 1 : magnitude));
  return out;
}

ExprPtr AstBuilder::operators(const ParseNode& n) {
  const bool comparing = n.is_type<g::comparison>();
  auto out = make(comparing ? ExprKind::comparison : ExprKind::binary, n);
  const Op logical = n.is_type<g::expression>()    ? Op::or_
                     : n.is_type<g::exclusive>()   ? Op::xor_
                     : n.is_type<g::conjunction>() ? Op::and_
                                                   : Op::none;
  if (logical != Op::none) {
    for (const auto& child : n.children) out->children.push_back(expression(*child));
    out->operators.assign(out->children.size() - 1, logical);
    return out;
  }
  for (std::size_t i = 0; i < n.children.size(); ++i) {
    if (i % 2 == 0)
      out->children.push_back(expression(*n.children[i]));
    else
      out->operators.push_back(operator_of(*n.children[i]));
  }
  return out;
}

ExprPtr AstBuilder::postfix(const ParseNode& n) {
  constexpr std::size_t kLongest = 500;
  if (n.children.size() > kLongest) fail_syntax("UnexpectedSyntax", "too many look-ups in a row", range(n));
  ExprPtr out = expression(*n.children.front());
  for (std::size_t i = 1; i < n.children.size(); ++i) {
    const ParseNode& part = *n.children[i];
    if (part.is_type<g::subscript>()) {
      out = subscript(std::move(out), part);
      continue;
    }
    const bool property = part.is_type<g::property_lookup>();
    auto next = make(property ? ExprKind::property : ExprKind::labels, part);
    if (property) {
      next->name = name_of(*part.children.front());
      next->range = range(*part.children.front());
    } else {
      for (const auto& label : part.children) next->names.push_back(name_of(*label));
    }
    next->children.push_back(std::move(out));
    out = std::move(next);
  }
  return out;
}

ExprPtr AstBuilder::subscript(ExprPtr base, const ParseNode& n) {
  const ParseNode *lower = nullptr, *upper = nullptr;
  bool slice = false;
  for (const auto& child : n.children) {
    if (child->is_type<g::dots>())
      slice = true;
    else
      (child->is_type<g::slice_lower>() ? lower : upper) = child;
  }
  auto out = make(slice ? ExprKind::slice : ExprKind::index, n);
  out->children.push_back(std::move(base));
  out->children.push_back(lower != nullptr ? expression(*lower) : nullptr);
  if (slice) out->children.push_back(upper != nullptr ? expression(*upper) : nullptr);
  return out;
}

ExprPtr AstBuilder::unary(const ParseNode& n) {
  constexpr std::size_t kLongest = 500;
  if (n.children.size() > kLongest) fail_syntax("UnexpectedSyntax", "too many signs in a row", range(n));
  const ParseNode& operand = *n.children.back();
  std::size_t signs = n.children.size() - 1;
  ExprPtr out;
  const bool is_integer = operand.is_type<g::decimal_integer>() || operand.is_type<g::hex_integer>() ||
                          operand.is_type<g::octal_integer>();
  if (is_integer && n.children[signs - 1]->is_type<g::minus_sign>()) {
    out = integer(operand, true);
    --signs;
  } else {
    out = expression(operand);
  }
  while (signs-- > 0) {
    const ParseNode& sign = *n.children[signs];
    auto next = make(ExprKind::unary, n);
    next->op = sign.is_type<g::op_not>() ? Op::not_ : sign.is_type<g::minus_sign>() ? Op::negate : Op::plus;
    next->children.push_back(std::move(out));
    out = std::move(next);
  }
  return out;
}

ExprPtr AstBuilder::tested(const ParseNode& n) {
  constexpr std::size_t kLongest = 500;
  if (n.children.size() > kLongest) fail_syntax("UnexpectedSyntax", "too many tests in a row", range(n));
  ExprPtr out = expression(*n.children.front());
  for (std::size_t i = 1; i < n.children.size(); ++i) {
    const ParseNode& test = *n.children[i];
    ExprPtr next;
    if (test.is_type<g::text_or_list_test>()) {
      next = make(ExprKind::binary, n);
      next->operators.push_back(operator_of(*test.children.front()));
      next->children.push_back(std::move(out));
      next->children.push_back(expression(*test.children.back()));
    } else {
      next = make(ExprKind::is_null, n);
      next->negated = test.is_type<g::not_null>();
      next->children.push_back(std::move(out));
    }
    out = std::move(next);
  }
  return out;
}

ExprPtr AstBuilder::call(const ParseNode& n) {
  auto out = make(ExprKind::call, n);
  out->name = lower(std::string(n.children.front()->string_view()));
  for (std::size_t i = 1; i < n.children.size(); ++i) {
    if (n.children[i]->is_type<g::distinct>())
      out->distinct = true;
    else
      out->children.push_back(expression(*n.children[i]));
  }
  return out;
}

ExprPtr AstBuilder::case_expression(const ParseNode& n) {
  auto out = make(ExprKind::case_of, n);
  out->children.emplace_back();
  ExprPtr otherwise;
  for (const auto& child : n.children) {
    if (child->is_type<g::case_subject>()) {
      out->children.front() = expression(*child);
    } else if (child->is_type<g::case_else>()) {
      otherwise = expression(*child->children.front());
    } else {
      out->children.push_back(expression(*child->children[0]));
      out->children.push_back(expression(*child->children[1]));
    }
  }
  out->children.push_back(std::move(otherwise));
  return out;
}

ExprPtr AstBuilder::quantifier(const ParseNode& n) {
  auto out = make(ExprKind::quantifier, n);
  const ParseNode& which = *n.children[0];
  out->op = which.is_type<g::q_all>()    ? Op::all
            : which.is_type<g::q_any>()  ? Op::any
            : which.is_type<g::q_none>() ? Op::none_of
                                         : Op::single;
  out->name = name_of(*n.children[1]);
  out->children.push_back(expression(*n.children[2]));
  out->children.push_back(n.children.size() > 3 ? expression(*n.children[3]->children.front()) : nullptr);
  return out;
}

ExprPtr AstBuilder::comprehension(const ParseNode& n) {
  auto out = make(ExprKind::comprehension, n);
  out->name = name_of(*n.children[0]);
  out->children.push_back(expression(*n.children[1]));
  out->children.resize(3);
  for (std::size_t i = 2; i < n.children.size(); ++i)
    out->children[n.children[i]->is_type<g::where_part>() ? 1 : 2] =
        expression(*n.children[i]->children.front());
  return out;
}

ExprPtr AstBuilder::pattern_comprehension(const ParseNode& n) {
  auto out = make(ExprKind::pattern_comprehension, n);
  out->pattern = std::make_unique<ast::Pattern>();
  out->pattern->range = out->range;
  out->children.resize(2);
  for (const auto& child : n.children) {
    if (child->is_type<g::path_variable>())
      out->pattern->variable = name_of(*child->children.front());
    else if (child->is_type<g::pattern_chain>())
      chain(*child, *out->pattern);
    else
      out->children[child->is_type<g::where_part>() ? 0 : 1] = expression(*child->children.front());
  }
  return out;
}

ExprPtr AstBuilder::exists(const ParseNode& n) {
  auto out = make(ExprKind::exists_subquery, n);
  out->query = std::make_unique<ast::Query>();
  if (n.children.front()->is_type<g::query>()) {
    *out->query = query(*n.children.front());
    return out;
  }
  ast::Clause match{.kind = ast::ClauseKind::match, .range = out->range};
  for (const auto& child : n.children) {
    if (child->is_type<g::where_part>())
      match.where = expression(*child->children.front());
    else
      match.patterns.push_back(pattern(*child));
  }
  out->query->parts.emplace_back();
  out->query->parts.back().clauses.push_back(std::move(match));
  return out;
}

ExprPtr AstBuilder::map(const ParseNode& n) {
  auto out = make(ExprKind::map, n);
  for (const auto& entry : n.children) {
    out->names.push_back(name_of(*entry->children[0]));
    out->children.push_back(expression(*entry->children[1]));
  }
  return out;
}

/// An entry without an expression is a variable's or property's own name; "*" stands for all properties.
ExprPtr AstBuilder::map_projection(const ParseNode& n) {
  auto out = make(ExprKind::map_projection, n);
  out->name = name_of(*n.children.front());
  for (std::size_t i = 1; i < n.children.size(); ++i) {
    const ParseNode& entry = *n.children[i];
    ExprPtr value;
    if (entry.is_type<g::all_properties>()) {
      out->names.emplace_back("*");
    } else if (entry.is_type<g::projected_entry>()) {
      out->names.push_back(name_of(*entry.children[0]));
      value = expression(*entry.children[1]);
    } else if (entry.is_type<g::variable>()) {
      out->names.push_back(name_of(entry));
      value = expression(entry);
    } else {  // .name
      auto base = make(ExprKind::variable, *n.children.front());
      base->name = out->name;
      value = make(ExprKind::property, entry);
      value->name = name_of(*entry.children.front());
      value->children.push_back(std::move(base));
      out->names.push_back(value->name);
    }
    out->children.push_back(std::move(value));
  }
  return out;
}

}  // namespace maillon::cypher
