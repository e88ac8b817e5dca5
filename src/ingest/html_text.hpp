// Walks over gumbo's trees: text of elements as paragraphs.
#pragma once

#include <gumbo.h>

#include <functional>
#include <string>
#include <string_view>

namespace maillon {

/// The greatest number of elements that are open at a time, by their tags alone: void elements and those that
/// HTML closes by itself (<p>, <li>, …) do not count. Linear.
std::size_t nesting_depth(std::string_view html);

/// Owns a parsed page. Its text must outlive it.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;
  const GumboNode& root() const { return *output_->root; }

 private:
  GumboOutput* output_;
};

/// Every element below and including `root`, in document order. No recursion: pages may nest without bound.
void for_each_element(const GumboNode& root, const std::function<void(const GumboNode&)>& visit);

/// The text inside, white space folded, without scripts; one line.
std::string inner_text(const GumboNode& element);
/// The text children as they are, for <script>.
std::string raw_text(const GumboNode& element);
/// Bytes of text inside that are no link.
std::size_t prose_size(const GumboNode& element);
/// The same over all <p> inside.
std::size_t prose_below(const GumboNode& element);
/// Blocks (paragraphs, headings, list items, quotations, <br>) as lines with a blank line between two.
/// Menus, forms, asides, scripts, and blocks that are links for the most part are left out.
std::string block_text(const GumboNode& element);

}  // namespace maillon
