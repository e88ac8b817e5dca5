// Marks are written carelessly: "texte », d' »texte », «texte ». A mark therefore opens or closes by its form
// first, and by the white space around it and by what is open where the form contradicts those.

#include "text/quotation_finder.hpp"

#include <algorithm>
#include <array>

namespace maillon::text {

namespace {

using Family = QuoteFamily;
enum class Direction : std::uint8_t { either, opens, closes };

struct Mark {
  Family family = Family::none;
  Direction direction = Direction::either;
};

Mark mark_of(char32_t c) {
  switch (c) {
    case 0xAB:
      return {Family::guillemet, Direction::opens};
    case 0xBB:
      return {Family::guillemet, Direction::closes};
    case 0x2039:
      return {Family::angle, Direction::opens};
    case 0x203A:
      return {Family::angle, Direction::closes};
    case 0x201C:
    case 0x201E:
    case 0x201F:
      return {Family::double_curly, Direction::opens};
    case 0x201D:
      return {Family::double_curly, Direction::closes};
    case 0x2018:
    case 0x201A:
      return {Family::single_curly, Direction::opens};
    case 0x2019:
      return {Family::single_curly, Direction::closes};
    case U'"':
    case 0xFF02:
      return {Family::straight, Direction::either};
    case U'\'':
      return {Family::straight_single, Direction::either};
    default:
      return {};
  }
}

bool is_single(Family family) { return family == Family::single_curly || family == Family::straight_single; }

class Finder {
 public:
  Finder(std::string_view body, const CharacterTable& characters, const std::vector<Token>& tokens,
         IndexRange range, std::vector<Quotation>& quotations)
      : body_(body), characters_(characters), tokens_(tokens), range_(range), quotations_(quotations) {}

  void see(std::uint32_t token, Mark mark) {
    if (opens(token, mark)) {
      open(token, mark.family);
    } else {
      close(token, mark.family);
    }
  }

  void finish() {
    if (depth_ > 0) unclosed_ = stack_[0];
    while (depth_ > 0) pop(range_.end, false);
    if (unclosed_.quotation >= quotations_.size()) unclosed_ = {};  // it was empty
  }

  struct Open {
    std::uint32_t quotation = kNone;
    Family family = Family::none;
  };
  /// The outermost quotation that the paragraph's end closed.
  Open unclosed() const { return unclosed_; }
  /// The paragraph's first mark, where it closes nothing; kNone else.
  std::uint32_t stray() const { return stray_; }
  Family stray_family() const { return stray_family_; }

 private:
  bool is_open(Family family) const {
    return std::any_of(stack_.begin(), stack_.begin() + depth_, [&](Open o) { return o.family == family; });
  }

  /// White space before the mark, or what a quotation may follow without: an opening mark, an elided word.
  bool free_before(std::uint32_t token) const {
    if (token == range_.begin || tokens_[token - 1].space_after) return true;
    const CharClass last = characters_.before(body_, tokens_[token].span.begin).kind;
    return last == CharClass::opening || last == CharClass::apostrophe;
  }

  bool free_after(std::uint32_t token) const {
    return token + 1 == range_.end || tokens_[token].space_after || next_kind(token) == CharClass::period;
  }

  /// Followed by punctuation that no quotation begins with (it may begin with an ellipsis).
  bool ends_before_punctuation(std::uint32_t token) const {
    if (token + 1 == range_.end || tokens_[token].space_after) return false;
    const CharClass next = next_kind(token);
    return next == CharClass::terminator || next == CharClass::closing ||
           (next >= CharClass::colon && next <= CharClass::comma);
  }

  CharClass next_kind(std::uint32_t token) const {
    return characters_.at(body_, tokens_[token].span.end).kind;
  }

  bool opens(std::uint32_t token, Mark mark) const {
    const bool before = free_before(token), after = free_after(token);
    const bool open_already = is_open(mark.family);
    if (mark.direction == Direction::either) {
      return !open_already && !ends_before_punctuation(token) && (before || !after);
    }
    if (mark.direction == Direction::closes) return depth_ == 0 && before && !after;
    return !(open_already && !before && after);
  }

  void open(std::uint32_t token, Family family) {
    if (depth_ == stack_.size()) return;
    Quotation q;
    q.tokens = {token + 1, token + 1};
    q.parent = depth_ == 0 ? kNone : stack_[depth_ - 1].quotation;
    stack_[depth_++] = {static_cast<std::uint32_t>(quotations_.size()), family};
    quotations_.push_back(q);
  }

  /// Closes the innermost quotation of the family and what it holds; a double mark may answer to another one.
  void close(std::uint32_t token, Family family) {
    std::uint32_t level = depth_;
    while (level > 0 && stack_[level - 1].family != family) --level;
    if (level == 0 && is_single(family)) return;
    if (level == 0) level = depth_;
    if (level == 0 && quotations_.size() == before_ && stray_ == kNone) {
      stray_ = token;
      stray_family_ = family;
    }
    if (level == 0) return;
    while (depth_ > level) pop(token, false);
    pop(token, true);
  }

  void pop(std::uint32_t end, bool closed) {
    Quotation& q = quotations_[stack_[--depth_].quotation];
    q.tokens.end = end;
    q.closed = closed;
    if (q.tokens.empty()) quotations_.pop_back();  // it holds no other: the last one
  }

  std::string_view body_;
  const CharacterTable& characters_;
  const std::vector<Token>& tokens_;
  IndexRange range_;
  std::vector<Quotation>& quotations_;
  const std::size_t before_ = quotations_.size();
  std::array<Open, 8> stack_{};
  std::uint32_t depth_ = 0;
  Open unclosed_;
  std::uint32_t stray_ = kNone;
  Family stray_family_ = Family::none;
};

}  // namespace

void QuotationFinder::paragraph(IndexRange range) {
  const std::size_t before = quotations_.size();
  Finder finder(body_, characters_, tokens_, range, quotations_);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Token& t = tokens_[i];
    if (t.kind != TokenKind::punctuation) continue;
    const Character c = characters_.at(body_, t.span.begin);
    if (c.size != t.span.size()) continue;
    const Mark mark = mark_of(c.code);
    if (mark.family != Family::none) finder.see(i, mark);
  }
  finder.finish();

  if (open_ != kNone && finder.stray() != kNone && finder.stray_family() == family_) {
    quotations_[open_].tokens.end = finder.stray();
    quotations_[open_].closed = true;
    open_ = kNone;
  } else if (finder.stray() != kNone || quotations_.size() > before || ++paragraphs_ > kMostParagraphs) {
    open_ = kNone;
  }
  if (const auto [quotation, family] = finder.unclosed(); quotation != kNone && !is_single(family)) {
    open_ = quotation;
    family_ = family;
    paragraphs_ = 0;
  }
}

}  // namespace maillon::text
