#include "text/token_scanner.hpp"

#include <algorithm>

namespace maillon::text {

void TokenScanner::scan(ByteSpan span) {
  text_ = body_.substr(0, span.end);
  for (std::uint32_t i = span.begin; i < span.end;) {
    const Character c = at(i);
    if (is_blank(c.kind)) {
      i += c.size;
    } else if (is_letter(c.kind)) {
      i = at_address(i) ? scan_address(i) : scan_word(i);
    } else if (c.kind == CharClass::digit || signs_number(i, c)) {
      i = scan_number(i);
    } else {
      i = scan_mark(i, c);
    }
  }
}

// Words

TokenScanner::Run TokenScanner::read_run(std::uint32_t begin) const {
  Run run;
  std::uint32_t i = begin;
  Character previous;
  while (true) {
    const Character c = at(i);
    if (is_word_part(c.kind)) {
      previous = c;
      i += c.size;
      continue;
    }
    const bool joint = c.kind == CharClass::hyphen || c.kind == CharClass::apostrophe ||
                       c.kind == CharClass::period || c.kind == CharClass::slash || c.code == U'@' ||
                       c.code == U'_' || (c.code == U'&' && previous.kind == CharClass::upper);
    if (!joint) break;
    Character next = at(i + c.size);
    // J.-C., c.-à-d.
    const bool abbreviated = c.kind == CharClass::period && next.kind == CharClass::hyphen;
    if (abbreviated && !single_letters(run.period == kNone ? begin : run.period + 1, i)) break;
    if (abbreviated) next = at(i + c.size + next.size);
    if (!is_letter(next.kind) && next.kind != CharClass::digit) break;
    if (c.kind == CharClass::apostrophe && run.apostrophe == kNone) run.apostrophe = i;
    if (c.kind == CharClass::period && run.period == kNone) run.period = i;
    if (c.kind == CharClass::slash && run.slash == kNone) run.slash = i;
    run.hyphen |= c.kind == CharClass::hyphen;
    run.at_sign |= c.code == U'@';
    previous = c;
    i += c.size;
  }
  run.end = i;
  return run;
}

std::uint32_t TokenScanner::scan_word(std::uint32_t begin) {
  Run run = read_run(begin);
  if (run.at_sign) {
    push(begin, run.end, TokenKind::url);
    return run.end;
  }
  const bool joined = run.hyphen || run.apostrophe != kNone || run.slash != kNone;
  if (joined && (data_.flags(slice(begin, run.end)) & word::kCompound) != 0)
    return finish_word(begin, run.end);
  const std::uint32_t apostrophe = run.apostrophe != kNone ? run.apostrophe : run.end;
  if (const std::uint32_t end = elided(begin, apostrophe, run.end); end != 0) {
    push_word(begin, end);
    return end;
  }
  if (run.period != kNone) run.end = cut_at_period(begin, run);
  if (run.slash != kNone) run.end = std::min(run.end, run.slash);
  return run.hyphen ? scan_hyphenated(begin, run.end) : finish_word(begin, run.end);
}

/// Where the elided word that ends on the apostrophe ends; 0 where there is none.
std::uint32_t TokenScanner::elided(std::uint32_t begin, std::uint32_t apostrophe, std::uint32_t end) const {
  const Character mark = at(apostrophe);
  if (mark.kind != CharClass::apostrophe || apostrophe - begin > 6) return 0;
  if ((data_.flags(slice(begin, apostrophe)) & word::kElision) == 0) return 0;
  const std::uint32_t after = apostrophe + mark.size;
  // N'Djamena, M'Bow: no elided pronoun or negation stands before a capital in running text.
  const char head = body_[begin];
  if (apostrophe - begin == 1 && (head == 'N' || head == 'M') && after < end) {
    const Character first = at(after);
    if (first.kind == CharClass::upper && at(after + first.size).kind == CharClass::lower) return 0;
  }
  return after;
}

bool TokenScanner::single_letters(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t letters = 0;
  for (std::uint32_t i = begin; i < end;) {
    const Character c = at(i);
    if (c.kind == CharClass::period || c.kind == CharClass::hyphen) {
      letters = 0;
    } else if (!is_letter(c.kind) || ++letters > 1) {
      return false;
    }
    i += c.size;
  }
  return true;
}

/// The end of the word in a run that holds full stops: one of them may end a sentence (alliés.Commence).
std::uint32_t TokenScanner::cut_at_period(std::uint32_t begin, const Run& run) const {
  const std::string_view whole = slice(begin, run.end);
  if (single_letters(begin, run.end)) return run.end;
  const std::string_view tail = whole.substr(whole.rfind('.') + 1);
  if ((data_.flags(tail) & word::kDomain) != 0) return run.end;
  for (std::uint32_t i = run.period; i < run.end; ++i) {
    if (body_[i] != '.') continue;
    const Character left = before(i);
    const Character right = at(i + 1);
    const std::uint32_t stop =
        static_cast<std::uint32_t>(std::min<std::size_t>(body_.find_first_of(".'-", i + 1), run.end));
    const bool long_enough = i - begin > 3 || (data_.flags(slice(i + 1, stop)) & word::kStarter) != 0;
    if (right.kind == CharClass::upper && left.kind != CharClass::upper && long_enough) return i;
    // Abbreviations written without a space: M.Novak, art.5
    if ((data_.exact.find(slice(begin, i + 1)) & exact::kAbbreviation) != 0) return i;
  }
  return run.end;
}

std::uint32_t TokenScanner::scan_hyphenated(std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t cut = clitic_begin(begin, end);
  if (cut == end) return finish_word(begin, end);
  push_word(begin, cut);
  for (std::uint32_t piece = cut; piece < end;) {
    // A clitic begins with its hyphen; the euphonic t belongs to the pronoun after it.
    std::uint32_t next = next_hyphen(piece + at(piece).size, end);
    const bool euphonic =
        next < end && (body_[next - 1] | 0x20) == 't' && before(next - 1).kind == CharClass::hyphen;
    if (euphonic) next = next_hyphen(next + at(next).size, end);
    push_word(piece, next);
    piece = next;
  }
  return end;
}

/// The byte of the next hyphen from `begin` on; `end` where there is none.
std::uint32_t TokenScanner::next_hyphen(std::uint32_t begin, std::uint32_t end) const {
  while (begin < end && at(begin).kind != CharClass::hyphen) begin += at(begin).size;
  return begin;
}

/// The byte of the last hyphen before `end`; `begin` where there is none.
std::uint32_t TokenScanner::last_hyphen(std::uint32_t begin, std::uint32_t end) const {
  while (end > begin) {
    const Character c = before(end);
    end -= c.size;
    if (c.kind == CharClass::hyphen) break;
  }
  return end;
}

/// Where the clitics at the end of a hyphenated word begin; `end` where there are none.
std::uint32_t TokenScanner::clitic_begin(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t cut = end;
  for (int clitics = 0; clitics < 2; ++clitics) {
    std::uint32_t hyphen = last_hyphen(begin, cut);
    if (hyphen == begin) break;
    const WordTable::Flags groups = data_.flags(slice(hyphen + at(hyphen).size, cut)) >> word::kFirstClitic;
    if (groups == 0) break;
    const std::uint32_t t = last_hyphen(begin, hyphen);
    const bool euphonic = t != begin && hyphen == t + at(t).size + 1 && (body_[hyphen - 1] | 0x20) == 't';
    if (euphonic) hyphen = t;
    if (!sounds_right(slice(begin, hyphen), groups, euphonic)) break;
    cut = hyphen;
  }
  if (cut == end) return end;
  // Park Mi-la: a capitalised word after another is a name; all capitals are a headline (EST-CE).
  const Character first = at(begin);
  const Character second = at(begin + first.size);
  const bool capitalized =
      first.kind == CharClass::upper && second.kind != CharClass::upper && second.kind != CharClass::hyphen;
  return capitalized && follows_capitalized() ? end : cut;
}

bool TokenScanner::sounds_right(std::string_view base, WordTable::Flags groups, bool euphonic) const {
  const FoldedForm folded(base);
  for (std::size_t g = 0; g < data_.clitics.size(); ++g) {
    if ((groups >> g & 1U) == 0) continue;
    if (euphonic) return data_.clitics[g].euphonic_t;
    for (const std::string& ending : data_.clitics[g].after) {
      if (folded.view().ends_with(ending)) return true;
    }
  }
  return false;
}

bool TokenScanner::follows_capitalized() const {
  return !tokens_.empty() && tokens_.back().kind == TokenKind::word &&
         tokens_.back().shape == Shape::capitalized && body_[tokens_.back().span.end - 1] != '\'';
}

/// Ends a word whose letters are known: what clings to its end belongs to it or is left for the next token.
std::uint32_t TokenScanner::finish_word(std::uint32_t begin, std::uint32_t end) {
  const Character next = at(end);
  if (next.kind == CharClass::period) {
    end = abbreviation_end(begin, end);
  } else if ((next.code == 0xB0 || next.code == 0xBA) && end - begin == 1 && (body_[begin] | 0x20) == 'n') {
    end += next.size;  // n°
  } else if (next.code == U'(') {
    // délégué(e)s: an ending in brackets of at most three letters, with nothing but letters around it
    std::uint32_t i = end + 1;
    while (is_letter(at(i).kind) && i - end <= 3) i += at(i).size;
    if (i > end + 1 && at(i).code == U')' && before(i).kind == before(end).kind) {
      ++i;
      if (at(i).code == U's') ++i;
      if (!is_word_part(at(i).kind)) end = i;
    }
  }
  push_word(begin, end);
  return end;
}

/// `end`, or one more where the full stop there belongs to the word.
std::uint32_t TokenScanner::abbreviation_end(std::uint32_t begin, std::uint32_t end) const {
  const std::uint32_t after = end + 1;
  const std::string_view form = slice(begin, end);
  if (at(after).kind == CharClass::period) return end;  // an ellipsis
  if (form.find('.') != std::string_view::npos) {
    const bool known = (data_.exact.find(slice(begin, after)) & exact::kAbbreviation) != 0;
    return known || single_letters(begin, end) ? after : end;
  }
  const WordTable::Flags flags = data_.exact.find(slice(begin, after));
  if ((flags & exact::kNextAny) != 0) return after;
  const Character next = next_visible(after);
  if ((flags & exact::kNextCapital) != 0 && next.kind == CharClass::upper) return after;
  if ((flags & exact::kNextDigit) != 0 && (next.kind == CharClass::digit || roman_numeral(after)))
    return after;
  return initial(begin, end) ? after : end;
}

/// Whether the word after the white space at `byte` is written in the capitals I V X L C.
bool TokenScanner::roman_numeral(std::uint32_t byte) const {
  while (at(byte).kind == CharClass::space) byte += at(byte).size;
  const std::uint32_t begin = byte;
  while (byte < text_.size() && std::string_view("IVXLC").find(body_[byte]) != std::string_view::npos) ++byte;
  return byte > begin && !is_word_part(at(byte).kind) && at(byte).kind != CharClass::apostrophe;
}

/// A lone capital before a capitalised word that does not begin a sentence (J. Novak) or a figure (art. L.
/// 12).
bool TokenScanner::initial(std::uint32_t begin, std::uint32_t end) const {
  const Character only = at(begin);
  if (only.kind != CharClass::upper || begin + only.size != end) return false;
  std::uint32_t i = end + 1;
  while (at(i).kind == CharClass::space) i += at(i).size;
  if (at(i).kind == CharClass::digit) return true;
  if (at(i).kind == CharClass::lower) return follows_capitalized();
  if (at(i).kind != CharClass::upper) return false;
  std::uint32_t stop = i;
  while (is_word_part(at(stop).kind)) stop += at(stop).size;
  const Character mark = at(stop);
  if (mark.kind == CharClass::apostrophe) stop += mark.size;
  return (data_.flags(slice(i, stop)) & word::kStarter) == 0;
}

Character TokenScanner::next_visible(std::uint32_t byte) const {
  Character c = at(byte);
  while (c.kind == CharClass::space) {
    byte += c.size;
    c = at(byte);
  }
  return c;
}

// Figures

bool TokenScanner::signs_number(std::uint32_t begin, Character sign) const {
  if (sign.code != U'-' && sign.code != U'+' && sign.code != 0x2212) return false;
  if (at(begin + sign.size).kind != CharClass::digit) return false;
  const CharClass left = before(begin).kind;
  return left == CharClass::none || is_blank(left) || left == CharClass::opening;
}

/// The end of a group of exactly three digits after a separator at `end`; 0 where there is none.
std::uint32_t TokenScanner::grouped_digits(std::uint32_t end) const {
  const Character separator = at(end);
  const bool blank = separator.kind == CharClass::space && separator.code != U'\t';
  if (!blank && separator.kind != CharClass::apostrophe) return 0;
  std::uint32_t i = end + separator.size;
  for (int n = 0; n < 3; ++n, ++i) {
    if (at(i).kind != CharClass::digit) return 0;
  }
  return is_word_part(at(i).kind) ? 0 : i;
}

std::uint32_t TokenScanner::scan_number(std::uint32_t begin) {
  std::uint32_t i = begin + (at(begin).kind == CharClass::digit ? 0 : at(begin).size);
  const std::uint32_t first = i;
  while (at(i).kind == CharClass::digit) ++i;
  if (i - first <= 3 && body_[first] != '0') {
    for (std::uint32_t end = grouped_digits(i); end != 0; end = grouped_digits(i)) i = end;
  }
  // 3,5  10.000  12/03/2024  1971-72  14:30
  for (Character c = at(i); at(i + c.size).kind == CharClass::digit; c = at(i)) {
    const bool joint = c.kind == CharClass::comma || c.kind == CharClass::period ||
                       c.kind == CharClass::slash || c.kind == CharClass::hyphen ||
                       (c.kind == CharClass::colon && i - first <= 2);
    if (!joint) break;
    i += c.size;
    while (at(i).kind == CharClass::digit) ++i;
  }
  const Character next = at(i);
  if (!is_letter(next.kind) && !(next.kind == CharClass::hyphen && is_letter(at(i + next.size).kind))) {
    push(begin, i, TokenKind::number);
    return i;
  }
  std::uint32_t letters = i;
  while (is_letter(at(letters).kind)) letters += at(letters).size;
  const std::string_view suffix = slice(i, letters);
  if ((data_.exact.find(suffix) & exact::kUnit) != 0) {
    push(begin, i, TokenKind::number);
    if (at(letters).kind != CharClass::digit) return i;
    push_word(i, letters);  // 14h30
    return letters;
  }
  if ((data_.flags(suffix) & word::kOrdinal) != 0 && !is_word_part(at(letters).kind)) {
    push(begin, letters, TokenKind::number);
    return letters;
  }
  const Run run = read_run(i);
  return scan_hyphenated(begin, run.slash != kNone ? run.slash : run.end);
}

// Addresses and marks

bool TokenScanner::at_address(std::uint32_t begin) const {
  const char c = body_[begin];
  if (c != 'h' && c != 'w' && c != 'H' && c != 'W') return false;
  const std::string_view rest = text_.substr(begin);
  return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
}

std::uint32_t TokenScanner::scan_address(std::uint32_t begin) {
  std::uint32_t end = begin;
  for (Character c = at(end); c.size != 0 && !is_blank(c.kind) && c.kind != CharClass::closing &&
                              c.kind != CharClass::quote && c.kind != CharClass::opening;
       c = at(end)) {
    end += c.size;
  }
  for (Character c = before(end); c.kind >= CharClass::period && c.kind <= CharClass::comma;
       c = before(end)) {
    end -= c.size;
  }
  push(begin, end, TokenKind::url);
  return end;
}

std::uint32_t TokenScanner::scan_mark(std::uint32_t begin, Character first) {
  std::uint32_t end = begin + first.size;
  const Character second = at(end);
  TokenKind kind = TokenKind::punctuation;
  if (first.kind == CharClass::period || first.kind == CharClass::hyphen) {
    while (at(end).code == first.code) end += first.size;
  } else if (first.code == U'+' && text_.substr(begin).starts_with("+/-")) {
    end += 2;
    kind = TokenKind::symbol;
  } else if ((first.code == U'#' || first.code == U'@') && is_letter(second.kind)) {
    while (is_word_part(at(end).kind) || at(end).code == U'_') end += at(end).size;
    kind = TokenKind::url;
  } else if (first.code == 0xB0 && (second.code == U'C' || second.code == U'F') &&
             !is_word_part(at(end + 1).kind)) {
    ++end;
    kind = TokenKind::symbol;
  } else if (first.kind == CharClass::symbol || first.kind == CharClass::slash ||
             first.kind == CharClass::mark) {
    kind = TokenKind::symbol;
  }
  while (at(end).kind == CharClass::mark) end += at(end).size;
  push(begin, end, kind);
  return end;
}

// Tokens

void TokenScanner::push_word(std::uint32_t begin, std::uint32_t end) { push(begin, end, TokenKind::word); }

void TokenScanner::push(std::uint32_t begin, std::uint32_t end, TokenKind kind) {
  Token token;
  token.span = {begin, end};
  token.kind = kind;
  bool first = true, first_upper = false, later_upper = false, lower = false, digit = false;
  for (std::uint32_t i = begin; i < end;) {
    const Character c = at(i);
    if (c.kind == CharClass::upper) (first ? first_upper : later_upper) = true;
    lower |= c.kind == CharClass::lower || c.kind == CharClass::letter;
    digit |= c.kind == CharClass::digit;
    // Jean-Claude and J.-C. are capitalised words, each part of them
    first = c.kind == CharClass::hyphen || c.kind == CharClass::period || (first && !is_letter(c.kind));
    i += c.size;
  }
  if (first_upper) {
    token.shape = lower && later_upper    ? Shape::mixed
                  : later_upper || !lower ? Shape::upper
                                          : Shape::capitalized;
  } else if (lower) {
    token.shape = later_upper ? Shape::mixed : Shape::lower;
  } else {
    token.shape = digit ? Shape::numeric : Shape::other;
  }
  if (!tokens_.empty()) tokens_.back().space_after = begin > tokens_.back().span.end;
  tokens_.push_back(token);
}

}  // namespace maillon::text
