#include "text/sentence_splitter.hpp"

namespace maillon::text {

namespace {

bool is_stop(CharClass c) {
  return c == CharClass::period || c == CharClass::terminator || c == CharClass::ellipsis;
}

}  // namespace

void SentenceSplitter::split(IndexRange range, std::uint32_t paragraph) {
  begin_ = range.begin;
  end_ = range.end;
  in_straight_ = false;
  lines_lost_ = holds_items();
  if (lines_lost_) remember_small_words();
  std::uint32_t begin = range.begin;
  for (std::uint32_t i = range.begin; i < range.end;) {
    if (first_character(i).kind == CharClass::quote) in_straight_ = !in_straight_;
    const std::uint32_t next = next_begin(begin, i);
    if (next == kNone) {
      ++i;
      continue;
    }
    for (++i; i < next; ++i) {
      if (first_character(i).kind == CharClass::quote) in_straight_ = !in_straight_;
    }
    add({begin, next}, paragraph, begin == range.begin && next == range.end);
    begin = next;
  }
  if (begin < range.end) add({begin, range.end}, paragraph, begin == range.begin);
}

/// The first token of the next sentence where one ends at `token` (or at closing marks after it); else kNone.
std::uint32_t SentenceSplitter::next_begin(std::uint32_t begin, std::uint32_t token) const {
  const Token& t = tokens_[token];
  const std::uint32_t next = token + 1;
  if (next >= end_) return kNone;
  const Character first = first_character(token);
  if (is_stop(first.kind)) return after_stop(token);
  if (t.kind == TokenKind::word && body_[t.span.end - 1] == '.')
    return after_abbreviation(token) ? next : kNone;
  if (new_item(token)) return next;
  if (first.kind == CharClass::semicolon) {
    const bool starts = is_capitalized(next) && (flags(next) & word::kStarter) != 0;
    return starts || (lines_lost_ && !is_capitalized(next)) ? next : kNone;
  }
  if (first.kind == CharClass::colon) return after_label(begin, token) ? next : kNone;
  return after_headline(begin, token) ? next : kNone;
}

std::uint32_t SentenceSplitter::after_stop(std::uint32_t token) const {
  std::uint32_t next = token + 1;
  while (next < end_ && (is_closing(next) || is_stop(first_character(next).kind))) ++next;
  if (next == end_) return next;
  // "(…)" marks an omission, not an end.
  if (token > begin_ && first_character(token - 1).kind == CharClass::opening && next == token + 2)
    return kNone;
  const CharClass mark = first_character(next).kind;
  if (mark >= CharClass::colon && mark <= CharClass::comma) return kNone;
  const std::uint32_t word = first_word(next);
  if (word == end_ || is_capitalized(word) || is_item_mark(next)) return next;
  const Token& w = tokens_[word];
  const bool period = form(token) == "." && next == token + 1 && tokens_[token].space_after;
  return period && (w.kind == TokenKind::number || w.kind == TokenKind::word) ? next : kNone;
}

bool SentenceSplitter::after_abbreviation(std::uint32_t token) const {
  if (is_stop(first_character(token + 1).kind)) return false;
  const std::uint32_t word = first_word(token + 1);
  if (word == end_ || !is_capitalized(word)) return false;
  const WordTable::Flags known = data_.exact.find(form(token));
  if ((known & exact::kAbbreviation) != 0) return (known & exact::kEndsSentence) != 0;
  return (flags(word) & word::kStarter) != 0;
}

/// A headline without a full stop before a sentence on the same line: "Sommet de Riga Cette rencontre…".
bool SentenceSplitter::after_headline(std::uint32_t begin, std::uint32_t token) const {
  const std::uint32_t next = token + 1;
  if (!tokens_[token].space_after || !is_capitalized(next) || tokens_[next].kind != TokenKind::word)
    return false;
  const CharClass last = data_.characters.before(body_, tokens_[token].span.end).kind;
  if (!is_word_part(last) && last != CharClass::closing) return false;
  if (after_capitals(token)) return true;
  const WordTable::Flags word = flags(next);
  if (next + 1 == end_ || (flags(token) & word::kUnfinished) != 0) return false;
  if (lines_lost_ && at_lost_line_end(begin, token)) return true;
  if ((word & word::kHeadlineStarter) == 0 || !runs_on(next + 1)) return false;
  const bool in_name = is_capitalized(token) && tokens_[next + 1].shape != Shape::numeric && !lines_lost_;
  return !in_name || (word & word::kNameLike) == 0;
}

/// Whether the token can be the second of a sentence whose first is no name.
bool SentenceSplitter::runs_on(std::uint32_t token) const {
  return tokens_[token].shape == Shape::lower || tokens_[token].shape == Shape::numeric ||
         first_character(token).kind == CharClass::comma;
}

/// In a paragraph that has lost its line ends: labels, words that the paragraph also writes small, what
/// follows a bracket, and headlines in capitals begin anew. Precondition: a capitalised word follows.
bool SentenceSplitter::at_lost_line_end(std::uint32_t begin, std::uint32_t token) const {
  constexpr std::uint32_t kLanguageMark = 4;  // "- (en) Title": tokens that open an item
  const std::uint32_t next = token + 1;
  const bool label =
      is_item_mark(next + 1) || (first_character(next + 1).kind == CharClass::colon && written_small(next));
  if (first_character(token).kind == CharClass::closing) return token - begin > kLanguageMark && !label;
  const bool in_capitals = is_in_capitals(next, 4) && is_in_capitals(next + 1, 2);
  if (in_capitals && tokens_[token].shape != Shape::upper) return true;
  if (is_capitalized(token)) return false;
  return label || (tokens_[token].kind != TokenKind::number && written_small(next) && runs_on(next + 1));
}

bool SentenceSplitter::is_in_capitals(std::uint32_t token, std::uint32_t least_bytes) const {
  const Token& t = tokens_[token];
  return t.shape == Shape::upper && t.kind == TokenKind::word && t.span.size() >= least_bytes;
}

/// A short label before a sentence on the same line ("Cas particulier : Le conseil siège…"); a name before
/// the colon is a speaker, a figure a date, and both belong to what follows.
bool SentenceSplitter::after_label(std::uint32_t begin, std::uint32_t token) const {
  constexpr std::uint32_t kLongestLabel = 4;
  const std::uint32_t next = token + 1;
  if (token == begin || (token - begin > kLongestLabel && !lines_lost_) || next + 1 >= end_) return false;
  if (tokens_[token - 1].kind != TokenKind::word || (token - 1 != begin && is_capitalized(token - 1)))
    return false;
  return tokens_[next].shape != Shape::lower && is_capitalized(next) &&
         tokens_[next + 1].shape == Shape::lower && (flags(next) & word::kStarter) != 0;
}

/// Whether a list item begins within the paragraph.
bool SentenceSplitter::holds_items() const {
  for (std::uint32_t i = begin_ + 1; i < end_; ++i) {
    if (!is_item_mark(i)) continue;
    const CharClass before = first_character(i - 1).kind;
    if (is_stop(before) || before == CharClass::semicolon || before == CharClass::colon) return true;
  }
  return false;
}

/// A paragraph with list items has lost its line ends, and headlines may stand anywhere in it. What tells
/// their first word from a name is that the paragraph also writes it small.
void SentenceSplitter::remember_small_words() {
  small_words_ = WordTable();
  for (std::uint32_t i = begin_; i < end_; ++i) {
    const Token& t = tokens_[i];
    if (t.kind == TokenKind::word && t.shape == Shape::lower) small_words_.add(form(i), 1);
  }
}

bool SentenceSplitter::written_small(std::uint32_t token) const {
  return tokens_[token].shape == Shape::capitalized && small_words_.find(FoldedForm(form(token)).view()) != 0;
}

/// A headline in capitals before a capitalised word: "SOMMET DE RIGA Anna Berg…".
bool SentenceSplitter::after_capitals(std::uint32_t token) const {
  constexpr std::uint32_t kNoAcronym = 4;  // bytes; shorter words may be acronyms in running text
  if (tokens_[token + 1].shape != Shape::capitalized || token < begin_ + 2 ||
      !is_in_capitals(token, kNoAcronym)) {
    return false;
  }
  return is_in_capitals(token - 1, kNoAcronym) ||
         (is_in_capitals(token - 1, 2) && is_in_capitals(token - 2, 2));
}

/// An item of a list that runs on in one line: ": - …", "; - …"; once there was one, every hyphen between
/// blanks.
bool SentenceSplitter::new_item(std::uint32_t token) const {
  const std::uint32_t mark = token + 1;
  if (!tokens_[token].space_after || !is_item_mark(mark) || is_item_mark(token)) return false;
  const CharClass last = first_character(token).kind;
  if (last == CharClass::semicolon || last == CharClass::colon) return true;
  return lines_lost_ && first_character(mark).kind != CharClass::dash;
}

bool SentenceSplitter::is_item_mark(std::uint32_t token) const {
  const Character c = first_character(token);
  const bool mark =
      c.kind == CharClass::hyphen || c.kind == CharClass::dash || c.code == 0x2022 || c.code == 0xB7;
  return mark && tokens_[token].span.size() == c.size && tokens_[token].space_after;
}

/// Marks that close what the sentence opened; those without direction by the white space around them.
bool SentenceSplitter::is_closing(std::uint32_t token) const {
  const Character c = first_character(token);
  if (c.kind == CharClass::closing) return true;
  const bool directionless = c.kind == CharClass::quote || c.code == U'*' ||
                             (c.kind == CharClass::apostrophe && tokens_[token].span.size() == c.size);
  if (!directionless) return false;
  const bool space_before = tokens_[token - 1].space_after;
  const bool space_after = tokens_[token].space_after || token + 1 == end_;
  if (space_before != space_after) return space_after;
  return c.kind == CharClass::quote && in_straight_;
}

bool SentenceSplitter::is_capitalized(std::uint32_t token) const {
  return token < end_ && first_character(token).kind == CharClass::upper;
}

/// The first token from `token` on that is no opening mark; end_ where there is none.
std::uint32_t SentenceSplitter::first_word(std::uint32_t token) const {
  while (token < end_ && tokens_[token].kind != TokenKind::word && tokens_[token].kind != TokenKind::number &&
         tokens_[token].kind != TokenKind::url) {
    ++token;
  }
  return token;
}

bool SentenceSplitter::ends_with_stop(std::uint32_t token) const {
  if (body_[tokens_[token].span.end - 1] == '.') return true;
  const CharClass c = first_character(token).kind;
  return is_stop(c) || c == CharClass::colon || c == CharClass::semicolon || c == CharClass::comma;
}

void SentenceSplitter::add(IndexRange range, std::uint32_t paragraph, bool whole_paragraph) {
  Sentence s;
  s.tokens = range;
  s.span = {tokens_[range.begin].span.begin, tokens_[range.end - 1].span.end};
  s.paragraph = paragraph;
  s.run_together = lines_lost_;
  std::uint32_t last = range.end - 1;
  while (last > range.begin && is_closing(last)) --last;
  if (is_item_mark(range.begin)) {
    s.kind = SentenceKind::list_item;
  } else if (whole_paragraph && !ends_with_stop(last)) {
    s.kind = SentenceKind::headline;
  }
  sentences_.push_back(s);
}

}  // namespace maillon::text
