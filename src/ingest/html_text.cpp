#include "ingest/html_text.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"

namespace maillon {

namespace {

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

const GumboVector* children(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return is_element(node) ? &node.v.element.children : nullptr;
}

/// Visits a tree with an explicit stack: `enter` says whether to go below, `leave` follows the children.
template <class Enter, class Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  struct Frame {
    const GumboNode* node;
    unsigned next;
  };
  if (!enter(root)) return;
  std::vector<Frame> stack{{&root, 0}};
  while (!stack.empty()) {
    Frame& top = stack.back();
    const GumboVector* below = children(*top.node);
    if (below == nullptr || top.next >= below->length) {
      leave(*top.node);
      stack.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(below->data[top.next++]);
    if (enter(child)) stack.push_back({&child, 0});
  }
}

constexpr auto kNothing = [](const GumboNode&) {};

bool is_invisible(const GumboNode& node) {
  if (node.type == GUMBO_NODE_COMMENT) return true;
  if (!is_element(node)) return false;
  switch (node.v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
      return true;
    default:
      return gumbo_get_attribute(&node.v.element.attributes, "hidden") != nullptr;
  }
}

bool is_furniture(const GumboNode& node) {
  if (!is_element(node)) return false;
  switch (node.v.element.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_HEAD:
      return true;
    default:
      return false;
  }
}

/// Elements that flow inside a line; all others begin and end one.
bool is_inline(GumboTag tag) {
  static constexpr GumboTag kInline[] = {
      GUMBO_TAG_A,      GUMBO_TAG_ABBR, GUMBO_TAG_B,   GUMBO_TAG_BDI,  GUMBO_TAG_BDO,     GUMBO_TAG_CITE,
      GUMBO_TAG_CODE,   GUMBO_TAG_DATA, GUMBO_TAG_DFN, GUMBO_TAG_EM,   GUMBO_TAG_I,       GUMBO_TAG_KBD,
      GUMBO_TAG_MARK,   GUMBO_TAG_Q,    GUMBO_TAG_S,   GUMBO_TAG_SAMP, GUMBO_TAG_SMALL,   GUMBO_TAG_SPAN,
      GUMBO_TAG_STRONG, GUMBO_TAG_SUB,  GUMBO_TAG_SUP, GUMBO_TAG_TIME, GUMBO_TAG_U,       GUMBO_TAG_VAR,
      GUMBO_TAG_WBR,    GUMBO_TAG_FONT, GUMBO_TAG_INS, GUMBO_TAG_DEL,  GUMBO_TAG_ACRONYM, GUMBO_TAG_BIG,
      GUMBO_TAG_TT,     GUMBO_TAG_NOBR};
  return std::find(std::begin(kInline), std::end(kInline), tag) != std::end(kInline);
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE;
}

/// Appends `text` with runs of white space as one space; no-break spaces stay.
void append_folded(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
}

/// Collects lines; a line that is a link for its most part leads elsewhere and is dropped.
class Lines {
 public:
  bool enter(const GumboNode& node) {
    if (is_text(node)) {
      const std::size_t before = line_.size();
      append_folded(line_, node.v.text.text);
      if (links_ > 0) linked_ += line_.size() - before;
      return false;
    }
    if (!is_element(node)) return node.type == GUMBO_NODE_DOCUMENT;
    if (is_invisible(node) || is_furniture(node)) return false;
    const GumboTag tag = node.v.element.tag;
    if (!is_inline(tag)) flush();
    if (tag == GUMBO_TAG_A) ++links_;
    return true;
  }
  void leave(const GumboNode& node) {
    if (!is_element(node)) return;
    if (node.v.element.tag == GUMBO_TAG_A) --links_;
    if (!is_inline(node.v.element.tag)) flush();
  }
  std::string take() {
    flush();
    return std::move(text_);
  }

 private:
  void flush() {
    while (line_.ends_with(' ')) line_.pop_back();
    if (!line_.empty() && linked_ * 5 < line_.size() * 4) {
      if (!text_.empty()) text_ += "\n\n";
      text_ += line_;
    }
    line_.clear();
    linked_ = 0;
  }

  std::string text_, line_;
  std::size_t linked_ = 0;  ///< bytes of line_ inside links
  int links_ = 0;
};

}  // namespace

namespace {

/// Elements without end tag, or whose end tag may be left out (WHATWG HTML §13.1.2).
bool closes_itself(GumboTag tag) {
  static constexpr GumboTag kTags[] = {
      GUMBO_TAG_AREA,  GUMBO_TAG_BASE,   GUMBO_TAG_BR,       GUMBO_TAG_COL,   GUMBO_TAG_EMBED,
      GUMBO_TAG_HR,    GUMBO_TAG_IMG,    GUMBO_TAG_INPUT,    GUMBO_TAG_LINK,  GUMBO_TAG_META,
      GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_WBR,      GUMBO_TAG_TRACK, GUMBO_TAG_P,
      GUMBO_TAG_LI,    GUMBO_TAG_DD,     GUMBO_TAG_DT,       GUMBO_TAG_TR,    GUMBO_TAG_TD,
      GUMBO_TAG_TH,    GUMBO_TAG_OPTION, GUMBO_TAG_HTML,     GUMBO_TAG_BODY,  GUMBO_TAG_HEAD,
      GUMBO_TAG_TBODY, GUMBO_TAG_THEAD,  GUMBO_TAG_COLGROUP, GUMBO_TAG_TFOOT, GUMBO_TAG_OPTGROUP};
  return std::find(std::begin(kTags), std::end(kTags), tag) != std::end(kTags);
}

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

std::size_t nesting_depth(std::string_view html) {
  std::size_t depth = 0, deepest = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    ++at;
    const bool closing = at < html.size() && html[at] == '/';
    if (closing) ++at;
    std::size_t end = at;
    while (end < html.size() && is_name(html[end])) ++end;
    if (end == at) continue;  // a comment, a doctype, or a plain "<"
    const GumboTag tag = gumbo_tagn_enum(html.data() + at, static_cast<unsigned>(end - at));
    at = end;
    if (closes_itself(tag)) continue;
    if (closing) {
      if (depth > 0) --depth;
      continue;
    }
    const std::size_t close = html.find('>', at);
    if (close != std::string_view::npos && html[close - 1] == '/') continue;
    deepest = std::max(deepest, ++depth);
    if (tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE) at = std::min(html.find("</", at), html.size());
  }
  return deepest;
}

HtmlTree::HtmlTree(std::string_view html)
    : output_(gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size())) {}

HtmlTree::~HtmlTree() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }

void for_each_element(const GumboNode& root, const std::function<void(const GumboNode&)>& visit) {
  walk(
      root,
      [&](const GumboNode& node) {
        if (!is_element(node)) return false;
        visit(node);
        return true;
      },
      kNothing);
}

std::string inner_text(const GumboNode& element) {
  std::string out;
  walk(
      element,
      [&](const GumboNode& node) {
        if (is_text(node)) append_folded(out, node.v.text.text);
        return !is_text(node) && !is_invisible(node);
      },
      kNothing);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string raw_text(const GumboNode& element) {
  std::string out;
  walk(
      element,
      [&](const GumboNode& node) {
        if (is_text(node)) out += node.v.text.text;
        return !is_text(node);
      },
      kNothing);
  return out;
}

std::size_t prose_size(const GumboNode& element) {
  std::size_t size = 0;
  walk(
      element,
      [&](const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEXT) size += std::string_view(node.v.text.text).size();
        if (is_invisible(node) || is_furniture(node)) return false;
        return is_element(node) && node.v.element.tag != GUMBO_TAG_A;
      },
      kNothing);
  return size;
}

std::size_t prose_below(const GumboNode& element) {
  std::size_t size = 0;
  walk(
      element,
      [&](const GumboNode& node) {
        if (!is_element(node) || is_furniture(node)) return false;
        if (node.v.element.tag == GUMBO_TAG_P) {
          size += prose_size(node);
          return false;
        }
        return true;
      },
      kNothing);
  return size;
}

std::string block_text(const GumboNode& element) {
  Lines lines;
  walk(
      element, [&](const GumboNode& node) { return lines.enter(node); },
      [&](const GumboNode& node) { lines.leave(node); });
  return lines.take();
}

}  // namespace maillon
