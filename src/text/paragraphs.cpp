// Text that was wrapped by an editor or a mail program breaks a line only where the next word would not have
// fitted. The longest line of the article gives that width; where it is too long for a wrapped text, or where
// the breaks show no sentence running on, every line is a paragraph of its own (as news sites write them).

#include "text/paragraphs.hpp"

#include <algorithm>

namespace maillon::text {

namespace {

constexpr std::uint32_t kWidestWrap = 130;  ///< characters; wrapped text is narrower

struct Line {
  ByteSpan span;                 ///< without white space at both ends
  std::uint32_t width = 0;       ///< characters
  std::uint32_t first_word = 0;  ///< characters up to the first space
  CharClass first = CharClass::none;
  CharClass last = CharClass::none;
  bool item = false;        ///< begins with a dash or bullet and a space
  bool follows_on = false;  ///< only a line end stands between it and the line before
};

class LineReader {
 public:
  LineReader(std::string_view body, const CharacterTable& characters)
      : body_(body), characters_(characters) {}

  /// Appends the lines of [begin, end) that are not blank.
  void read(std::uint32_t begin, std::uint32_t end, std::vector<Line>& lines) const {
    bool blank_before = true;
    while (begin < end) {
      const std::size_t feed = body_.find('\n', begin);
      const auto stop = static_cast<std::uint32_t>(std::min<std::size_t>(feed, end));
      Line line = measure(begin, stop);
      if (line.width > 0) {
        line.follows_on = !blank_before;
        lines.push_back(line);
      }
      blank_before = line.width == 0;
      begin = stop + 1;
    }
  }

 private:
  Line measure(std::uint32_t begin, std::uint32_t end) const {
    Line line;
    std::uint32_t count = 0;
    Character previous;
    for (std::uint32_t at = begin; at < end;) {
      const Character c = characters_.at(body_, at);
      if (!is_blank(c.kind)) {
        if (line.width == 0) {
          line.span.begin = at;
          line.first = c.kind;
          count = 0;
        }
        ++count;
        line.width = count;
        line.last = c.kind;
        line.span.end = at + c.size;
      } else if (line.width > 0) {
        if (line.first_word == 0) {
          line.first_word = line.width;
          line.item = line.width == 1 && !is_word_part(line.first) && !opens(previous);
        }
        ++count;
      }
      previous = c;
      at += c.size;
    }
    if (line.first_word == 0) line.first_word = line.width;
    return line;
  }

  static bool opens(const Character& c) {
    return c.kind == CharClass::opening || c.kind == CharClass::closing || c.kind == CharClass::quote;
  }

  std::string_view body_;
  const CharacterTable& characters_;
};

bool ends_sentence(const Line& line) {
  return line.last == CharClass::period || line.last == CharClass::terminator ||
         line.last == CharClass::ellipsis;
}

bool runs_on(const Line& before, const Line& line) {
  return line.follows_on && !ends_sentence(before) && line.first == CharClass::lower;
}

/// Whether the first word of the line would not have fitted on the line before.
bool had_to_break(const Line& before, const Line& line, std::uint32_t width) {
  return before.width + 1 + line.first_word > width;
}

/// The width that the lines were wrapped to; 0 where they were not.
std::uint32_t wrap_width(const std::vector<Line>& lines) {
  std::uint32_t width = 0, open = 0, running = 0;
  for (const Line& line : lines) width = std::max(width, line.width);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i].follows_on || ends_sentence(lines[i - 1]) || !had_to_break(lines[i - 1], lines[i], width))
      continue;
    ++open;
    if (runs_on(lines[i - 1], lines[i])) ++running;
  }
  return running > 0 && 2 * running >= open && width <= kWidestWrap ? width : 0;
}

bool joins(const Line& before, const Line& line, std::uint32_t width) {
  if (!line.follows_on || line.item) return false;
  if (width > 0) return had_to_break(before, line, width);
  return runs_on(before, line);
}

}  // namespace

std::vector<ByteSpan> find_paragraphs(const Article& article, const CharacterTable& characters) {
  const LineReader reader(article.body, characters);
  std::vector<Line> lines;
  std::uint32_t at = 0;
  for (const Boilerplate& b : article.boilerplate) {
    if (b.kind == BoilerplateKind::markup) continue;
    reader.read(at, b.span.begin, lines);
    if (is_read(b.kind)) reader.read(b.span.begin, b.span.end, lines);
    at = b.span.end;
  }
  reader.read(at, static_cast<std::uint32_t>(article.body.size()), lines);

  const std::uint32_t width = wrap_width(lines);
  std::vector<ByteSpan> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && joins(lines[i - 1], lines[i], width)) {
      paragraphs.back().end = lines[i].span.end;
    } else {
      paragraphs.push_back(lines[i].span);
    }
  }
  return paragraphs;
}

}  // namespace maillon::text
