#include "expected_value.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <stdexcept>
#include <vector>

#include "cypher/value_text.hpp"

namespace maillon::tck {

namespace {

using cypher::Kind;
using cypher::Value;
using Items = std::vector<std::string>;

std::string joined(Items items, std::string_view open, std::string_view close, bool sort) {
  if (sort) std::sort(items.begin(), items.end());
  std::string out(open);
  for (std::size_t i = 0; i < items.size(); ++i) out.append(i > 0 ? ", " : "").append(items[i]);
  return out.append(close);
}

std::string node_text(Items labels, const std::string& properties) {
  std::sort(labels.begin(), labels.end());
  std::string out = "(";
  for (const std::string& l : labels) out += ":" + l;
  return out + properties + ")";
}

/// Reads a cell from left to right.
class Cell {
 public:
  Cell(std::string_view text, bool any_order) : text_(text), any_order_(any_order) {}

  std::string whole() {
    std::string out = value();
    skip_space();
    if (at_ < text_.size()) fail();
    return out;
  }

 private:
  [[noreturn]] void fail() const { throw std::runtime_error("no value: " + std::string(text_)); }
  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  char peek() {
    skip_space();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool take(std::string_view what) {
    skip_space();
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }
  void expect(std::string_view what) {
    if (!take(what)) fail();
  }
  std::string name() {
    skip_space();
    if (take("`")) {
      const std::size_t begin = at_, end = text_.find('`', at_);
      if (end == std::string_view::npos) fail();
      at_ = end + 1;
      return std::string(text_.substr(begin, end - begin));
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           std::string_view(" :,{}()[]<>-'|").find(text_[at_]) == std::string_view::npos)
      ++at_;
    if (at_ == begin) fail();
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string value() {
    switch (peek()) {
      case '\'':
        return string();
      case '[':
        return list_or_relationship();
      case '{':
        return map();
      case '(':
        return node();
      case '<':
        return path();
      default:
        return word();
    }
  }
  /// A backslash stands for itself but before a quote or another backslash: the table has undone the rest.
  std::string string() {
    std::string out;
    for (++at_; at_ < text_.size() && text_[at_] != '\''; ++at_) {
      const bool escapes =
          text_[at_] == '\\' && at_ + 2 < text_.size() && (text_[at_ + 1] == '\'' || text_[at_ + 1] == '\\');
      if (escapes) ++at_;
      out += text_[at_];
    }
    expect("'");
    return "'" + out + "'";
  }
  std::string list_or_relationship() {
    expect("[");
    if (peek() == ':') return relationship();
    Items items;
    while (!take("]")) {
      if (!items.empty()) expect(",");
      items.push_back(value());
    }
    return joined(std::move(items), "[", "]", any_order_);
  }
  std::string map() {
    expect("{");
    Items entries;
    while (!take("}")) {
      if (!entries.empty()) expect(",");
      std::string key = name();
      expect(":");
      entries.push_back(key + ": " + value());
    }
    return joined(std::move(entries), "{", "}", true);
  }
  std::string properties() { return peek() == '{' ? " " + map() : ""; }
  std::string node() {
    expect("(");
    Items labels;
    while (take(":")) labels.push_back(name());
    const std::string all = properties();
    expect(")");
    return node_text(std::move(labels), all);
  }
  /// Behind the opening bracket.
  std::string relationship() {
    expect(":");
    const std::string type = name();
    const std::string all = properties();
    expect("]");
    return "[:" + type + all + "]";
  }
  std::string path() {
    expect("<");
    std::string out = "<" + node();
    while (!take(">")) {
      const bool backwards = take("<-");
      if (!backwards) expect("-");
      expect("[");
      const std::string r = relationship();
      expect(backwards ? "-" : "->");
      out += (backwards ? "<-" : "-") + r + (backwards ? "-" : "->");
      out += node();
    }
    return out + ">";
  }
  std::string word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::string_view(" ,]})").find(text_[at_]) == std::string_view::npos) ++at_;
    std::string_view w = text_.substr(begin, at_ - begin);
    if (w == "null" || w == "true" || w == "false") return std::string(w);
    if (w == "NaN") return "NaN";
    if (w == "Inf" || w == "-Inf")
      return cypher::real_text(w == "Inf" ? std::numeric_limits<double>::infinity()
                                          : -std::numeric_limits<double>::infinity());
    const bool is_integer = w.find_first_of(".eE") == std::string_view::npos;
    double x = 0;
    const auto [end, error] = std::from_chars(w.data(), w.data() + w.size(), x);
    if (error != std::errc() || end != w.data() + w.size()) fail();
    return is_integer ? std::string(w) : cypher::real_text(x);
  }

  std::string_view text_;
  bool any_order_;
  std::size_t at_ = 0;
};

class Writer {
 public:
  Writer(const cypher::PropertyGraph& graph, bool any_order) : graph_(graph), any_order_(any_order) {}

  std::string value(const Value& v) const {
    switch (v.kind()) {
      case Kind::string:
        return "'" + std::string(v.text()) + "'";
      case Kind::list: {
        Items items;
        for (const Value& item : v.list()) items.push_back(value(item));
        return joined(std::move(items), "[", "]", any_order_);
      }
      case Kind::map:
        return map(v.map());
      case Kind::node:
        return node(v.id());
      case Kind::relationship:
        return relationship(v.id());
      case Kind::path:
        return path(v.path());
      default:
        return v.is_temporal() ? "'" + cypher::plain_text(v) + "'" : cypher::plain_text(v);
    }
  }

 private:
  std::string map(const cypher::Map& entries) const {
    Items out;
    for (const auto& [key, v] : entries) out.push_back(key + ": " + value(v));
    return joined(std::move(out), "{", "}", true);
  }
  std::string node(std::uint32_t id) const {
    Items labels;
    for (const std::uint32_t l : graph_.labels_of(id)) labels.push_back(graph_.labels().name(l));
    const cypher::Map all = graph_.node_properties(id);
    return node_text(std::move(labels), all.empty() ? "" : " " + map(all));
  }
  std::string relationship(std::uint32_t id) const {
    const cypher::Map all = graph_.relationship_properties(id);
    return "[:" + graph_.types().name(graph_.type(id)) + (all.empty() ? "" : " " + map(all)) + "]";
  }
  std::string path(const cypher::Path& p) const {
    std::string out = "<" + node(p.nodes[0]);
    for (std::size_t i = 0; i < p.relationships.size(); ++i) {
      const bool forward = graph_.source(p.relationships[i]) == p.nodes[i];
      out += (forward ? "-" : "<-") + relationship(p.relationships[i]) + (forward ? "->" : "-");
      out += node(p.nodes[i + 1]);
    }
    return out + ">";
  }

  const cypher::PropertyGraph& graph_;
  bool any_order_;
};

}  // namespace

std::string canonical(std::string_view cell, bool any_order) {
  std::string out = Cell(cell, any_order).whole();
  return out == "-0.0" ? "0.0" : out;
}

std::string canonical(const Value& value, const cypher::PropertyGraph& graph, bool any_order) {
  std::string out = Writer(graph, any_order).value(value);
  return out == "-0.0" ? "0.0" : out;
}

}  // namespace maillon::tck
