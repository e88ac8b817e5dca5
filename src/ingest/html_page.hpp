// A news page in HTML -> title, date and main text (WHATWG HTML, parsed by gumbo).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace maillon {

struct HtmlPage {
  std::string title;
  std::string date;    ///< as the page writes it; empty where it does not
  std::string source;  ///< the site's name
  std::string url;
  std::string text;  ///< paragraphs, headings and list items, a blank line between two
};

/// The charset that the first kilobyte of a page declares (WHATWG HTML §13.2.3.2).
std::optional<std::string> declared_charset(std::string_view bytes);

/// HTML parsing has an answer for everything but a page that nests elements hundreds deep, which no page
/// needs and which would take the parser quadratic time: that is a Diagnostic. `html` is valid UTF-8. The
/// main text is that of <article>, [itemprop=articleBody] or <main> where they hold most of the page's
/// paragraphs, else of the element with the most paragraph text; blocks that consist of links, menus, forms
/// and scripts are left out.
Result<HtmlPage> read_html(std::string_view html);

}  // namespace maillon
