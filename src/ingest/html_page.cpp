#include "ingest/html_page.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "ingest/html_text.hpp"

namespace maillon {

namespace {

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* a = gumbo_get_attribute(&node.v.element.attributes, name);
  return a != nullptr ? std::string_view(a->value) : std::string_view();
}

/// Values of metadata, each from the best place that has it.
class Metadata {
 public:
  void element(const GumboNode& node) {
    switch (node.v.element.tag) {
      case GUMBO_TAG_META:
        return meta(node);
      case GUMBO_TAG_LINK:
        if (attribute(node, "rel") == "canonical") offer(url_, 0, attribute(node, "href"));
        return;
      case GUMBO_TAG_TITLE:
        return offer(title_, 2, inner_text(node));
      case GUMBO_TAG_H1:
        return offer(title_, 1, inner_text(node));
      case GUMBO_TAG_TIME: {
        const std::string_view machine = attribute(node, "datetime");
        const bool published =
            attribute(node, "itemprop") == "datePublished" || attribute(node, "pubdate").data() != nullptr;
        return machine.empty() ? offer(date_, 6, inner_text(node)) : offer(date_, published ? 3 : 5, machine);
      }
      case GUMBO_TAG_SCRIPT:
        if (attribute(node, "type") == "application/ld+json") linked_data(node);
        return;
      default:
        return;
    }
  }

  void move_to(HtmlPage& page) {
    page.title = std::move(title_.value);
    page.date = std::move(date_.value);
    page.source = std::move(source_.value);
    page.url = std::move(url_.value);
  }

 private:
  struct Slot {
    std::string value;
    int rank = 100;  ///< of the place it came from; lower is better, the first of equals stays
  };
  static void offer(Slot& slot, int rank, std::string_view value) {
    if (value.empty() || rank >= slot.rank) return;
    slot.value = value;
    slot.rank = rank;
  }

  void meta(const GumboNode& node) {
    static const std::array<std::string_view, 8> kDates = {"article:published_time",
                                                           "datepublished",
                                                           "og:published_time",
                                                           "dc.date.issued",
                                                           "dcterms.created",
                                                           "dc.date",
                                                           "date",
                                                           "pubdate"};
    std::string name;
    for (const char* key : {"property", "name", "itemprop"})
      if (name.empty()) name = ascii_lower(attribute(node, key));
    const std::string_view value = attribute(node, "content");
    if (name == "og:title") return offer(title_, 0, value);
    if (name == "og:site_name") return offer(source_, 0, value);
    if (name == "og:url") return offer(url_, 1, value);
    if (std::find(kDates.begin(), kDates.end(), name) != kDates.end())
      offer(date_, name == kDates[0] || name == kDates[1] ? 0 : 4, value);
  }

  /// schema.org in JSON-LD: only the one value that pages agree on is looked for.
  void linked_data(const GumboNode& node) {
    const std::string json = raw_text(node);
    constexpr std::string_view kKey = "\"datePublished\"";
    const std::size_t key = json.find(kKey);
    if (key == std::string::npos) return;
    const std::size_t open = json.find('"', key + kKey.size());
    if (open == std::string::npos) return;
    const std::size_t close = json.find('"', open + 1);
    if (close != std::string::npos)
      offer(date_, 1, std::string_view(json).substr(open + 1, close - open - 1));
  }

  Slot title_, date_, source_, url_;
};

bool is_declared_body(const GumboNode& node) {
  const GumboTag tag = node.v.element.tag;
  return tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || attribute(node, "itemprop") == "articleBody";
}

/// Looks for the element that holds the article: every paragraph counts for its parent, and half for the
/// parent's parent.
class BodySearch {
 public:
  void element(const GumboNode& node) {
    if (is_declared_body(node)) declared_.push_back(&node);
    if (node.v.element.tag != GUMBO_TAG_P) return;
    const std::size_t size = prose_size(node);
    total_ += size;
    if (node.parent == nullptr) return;
    add(node.parent, size);
    if (node.parent->parent != nullptr) add(node.parent->parent, size / 2);
  }

  /// Null where the page has no paragraphs.
  const GumboNode* best() const {
    const GumboNode* found = nullptr;
    std::size_t most = 0;
    for (const GumboNode* node :
         declared_) {  // in document order: an inner one wins over its equal outer one
      const std::size_t size = prose_below(*node);
      if (size * 2 >= total_ && size > 0 && (found == nullptr || size * 10 >= most * 9)) {
        found = node;
        most = std::max(most, size);
      }
    }
    if (found != nullptr) return found;
    for (const auto& [node, score] : scores_)
      if (score > most) {
        most = score;
        found = node;
      }
    return found;
  }

 private:
  void add(const GumboNode* node, std::size_t score) {
    const auto [at, fresh] = place_.emplace(node, scores_.size());
    if (fresh)
      scores_.emplace_back(node, score);
    else
      scores_[at->second].second += score;
  }

  std::vector<const GumboNode*> declared_;
  std::vector<std::pair<const GumboNode*, std::size_t>> scores_;  ///< in document order
  std::unordered_map<const GumboNode*, std::size_t> place_;       ///< index into scores_
  std::size_t total_ = 0;
};

}  // namespace

std::optional<std::string> declared_charset(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, 1024));
  std::size_t at = head.find("charset=");
  if (at == std::string::npos) return std::nullopt;
  at += 8;
  if (at < head.size() && (head[at] == '"' || head[at] == '\'')) ++at;
  const std::size_t end = head.find_first_of("\"' \t\r\n;/>", at);
  if (end == std::string::npos || end == at) return std::nullopt;
  return head.substr(at, end - at);
}

Result<HtmlPage> read_html(std::string_view html) {
  constexpr std::size_t kDeepest = 512;
  if (nesting_depth(html) > kDeepest) return error_in({}, "the HTML nests its elements too deeply");
  const HtmlTree tree(html);
  HtmlPage page;
  Metadata metadata;
  BodySearch search;
  for_each_element(tree.root(), [&](const GumboNode& node) {
    metadata.element(node);
    search.element(node);
  });
  metadata.move_to(page);
  const GumboNode* body = search.best();
  page.text = block_text(body != nullptr ? *body : tree.root());
  return page;
}

}  // namespace maillon
