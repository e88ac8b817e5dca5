#include "text/sentence_splitter.hpp"

namespace maillon::text {

namespace {

bool is_stop(CharClass c) {
  return c == CharClass::period || c == CharClass::terminator || c == CharClass::ellipsis;
}

}  // namespace

void SentenceSplitter::split(IndexRange range, std::uint32_t paragraph) {
  end_ = range.end;
  in_straight_ = false;
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
  if (new_item(begin, token)) return next;
  if (first.kind == CharClass::semicolon) {
    return is_capitalized(next) && (flags(next) & word::kStarter) != 0 ? next : kNone;
  }
  return after_headline(token) ? next : kNone;
}

std::uint32_t SentenceSplitter::after_stop(std::uint32_t token) const {
  std::uint32_t next = token + 1;
  while (next < end_ && (is_closing(next) || is_stop(first_character(next).kind))) ++next;
  if (next == end_) return next;
  const std::uint32_t word = first_word(next);
  if (word == end_ || is_capitalized(word)) return next;
  const Token& w = tokens_[word];
  const bool period = form(token) == "." && tokens_[next - 1].space_after;
  return period && (w.kind == TokenKind::number || w.kind == TokenKind::word) ? next : kNone;
}

bool SentenceSplitter::after_abbreviation(std::uint32_t token) const {
  const std::uint32_t word = first_word(token + 1);
  if (word == end_ || !is_capitalized(word)) return false;
  const WordTable::Flags known = data_.exact.find(form(token));
  if ((known & exact::kAbbreviation) != 0) return (known & exact::kEndsSentence) != 0;
  return (flags(word) & word::kStarter) != 0;
}

/// A headline without a full stop before a sentence on the same line: "Sommet de Riga Cette rencontre…".
bool SentenceSplitter::after_headline(std::uint32_t token) const {
  const std::uint32_t next = token + 1;
  const Token& t = tokens_[token];
  if (!t.space_after || tokens_[next].shape != Shape::capitalized || tokens_[next].kind != TokenKind::word) {
    return false;
  }
  const CharClass last = data_.characters.before(body_, t.span.end).kind;
  if (!is_word_part(last) && last != CharClass::closing) return false;
  if ((flags(next) & word::kHeadlineStarter) == 0 || (flags(token) & word::kUnfinished) != 0) return false;
  return next + 1 < end_ && tokens_[next + 1].shape == Shape::lower;
}

/// An item of a list that runs on in one line: ": - …", "; - …", or a dash where the sentence began with one.
bool SentenceSplitter::new_item(std::uint32_t begin, std::uint32_t token) const {
  const std::uint32_t next = token + 1;
  if (!tokens_[token].space_after || !is_item_mark(next)) return false;
  const CharClass last = first_character(token).kind;
  if (last == CharClass::semicolon || last == CharClass::colon) return true;
  return is_item_mark(begin) && begin != token && is_capitalized(first_word(next));
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
