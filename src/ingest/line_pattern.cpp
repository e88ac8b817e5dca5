#include "ingest/line_pattern.hpp"

#include <algorithm>
#include <set>

namespace maillon {

/// Recursive descent from the pattern's text to a program in the manner of Thompson (CACM 11(6), 1968).
class LinePattern::Compiler {
 public:
  Compiler(std::string_view text, const PatternContext& context) : text_(text) { out_.context_ = &context; }

  Result<LinePattern> run() {
    if (Status s = sequence(); !s) return s.error();
    if (!next().empty()) return fail("']' without '['");
    emit({Op::accept, {}, nullptr, 0, 0});
    first_words();
    return std::move(out_);
  }

 private:
  static Diagnostic fail(std::string message) {
    return error_in({}, "in the pattern: " + std::move(message));
  }

  /// The pattern's next piece, separated by white space or a bracket; empty at the end.
  std::string_view next() {
    const std::size_t begin = std::min(text_.find_first_not_of(' '), text_.size());
    text_.remove_prefix(begin);
    std::size_t size = std::min(text_.find_first_of(" []"), text_.size());
    if (size == 0 && !text_.empty()) size = text_.starts_with("]?") ? 2 : 1;
    return text_.substr(0, size);
  }
  void take(std::string_view piece) { text_.remove_prefix(piece.size()); }

  std::uint32_t emit(Instruction i) {
    out_.program_.push_back(std::move(i));
    return static_cast<std::uint32_t>(out_.program_.size() - 1);
  }
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.program_.size()); }

  /// Up to the end, a "|" or a "]" of the group around it.
  Status sequence() {
    for (std::string_view piece = next(); !piece.empty(); piece = next()) {
      if (piece == "|" || piece.starts_with(']')) break;
      take(piece);
      if (Status s = piece == "[" ? group() : element(piece); !s) return s;
    }
    return {};
  }

  Status group() {
    std::vector<std::uint32_t> splits, jumps;
    for (;;) {
      splits.push_back(emit({Op::split, {}, nullptr, here() + 1, 0}));
      if (Status s = sequence(); !s) return s;
      jumps.push_back(emit({Op::jump, {}, nullptr, 0, 0}));
      out_.program_[splits.back()].other = here();
      const std::string_view piece = next();
      if (piece.empty()) return fail("'[' without ']'");
      take(piece);
      if (piece == "|") continue;
      if (piece == "]?") break;  // the last split's other way leads on
      // without "?", the last alternative is the only way left
      out_.program_[splits.back()].other = splits.back() + 1;
      break;
    }
    for (const std::uint32_t jump : jumps) out_.program_[jump].to = here();
    return {};
  }

  Status element(std::string_view piece) {
    if (piece == "...") {
      const std::uint32_t split = emit({Op::split, {}, nullptr, here() + 3, here() + 1});
      emit({Op::any, {}, nullptr, 0, 0});
      emit({Op::jump, {}, nullptr, split, 0});
      return {};
    }
    if (piece.size() > 1 && piece.ends_with('?')) {
      const std::uint32_t split = emit({Op::split, {}, nullptr, here() + 1, 0});
      if (Status s = element(piece.substr(0, piece.size() - 1)); !s) return s;
      out_.program_[split].other = here();
      return {};
    }
    if (piece.size() > 2 && piece.front() == '<' && piece.back() == '>')
      return class_element(piece.substr(1, piece.size() - 2));
    LineTokens tokens;
    tokenize_line(piece, tokens);
    for (LineToken& t : tokens) emit({Op::word, std::move(t.folded), nullptr, 0, 0});
    return {};
  }

  Status class_element(std::string_view name) {
    static const std::map<std::string_view, Op> kBuiltIn = {
        {"date", Op::date},     {"full_date", Op::full_date}, {"time", Op::time}, {"number", Op::number},
        {"word", Op::any_word}, {"name", Op::name},           {"any", Op::any}};
    if (const auto op = kBuiltIn.find(name); op != kBuiltIn.end()) {
      emit({op->second, {}, nullptr, 0, 0});
      return {};
    }
    const auto phrases = out_.context_->classes.find(name);
    if (phrases == out_.context_->classes.end()) return fail("unknown class <" + std::string(name) + ">");
    emit({Op::phrases, {}, &phrases->second, 0, 0});
    return {};
  }

  void first_words() {
    std::set<std::string> words;
    std::set<std::uint32_t> seen;
    if (collect(0, words, seen)) out_.first_words_.assign(words.begin(), words.end());
  }
  /// False where a path from `at` begins with something else than a known word.
  bool collect(std::uint32_t at, std::set<std::string>& words, std::set<std::uint32_t>& seen) {
    if (!seen.insert(at).second) return true;
    const Instruction& i = out_.program_[at];
    if (i.op == Op::word) {
      words.insert(i.word);
      return true;
    }
    if (i.op == Op::phrases) {
      for (const auto& phrase : *i.phrases) words.insert(phrase.front());
      return true;
    }
    if (i.op == Op::jump) return collect(i.to, words, seen);
    if (i.op == Op::split) return collect(i.to, words, seen) && collect(i.other, words, seen);
    return false;
  }

  std::string_view text_;
  LinePattern out_;
};

class LinePattern::Matcher {
 public:
  Matcher(const LinePattern& pattern, const LineTokens& tokens, bool whole)
      : pattern_(pattern), tokens_(tokens), whole_(whole) {}

  bool run(std::uint32_t pc, std::size_t at) {
    const Instruction& i = pattern_.program_[pc];
    switch (i.op) {
      case Op::accept:
        if (whole_ && at != tokens_.size()) return false;
        match.end = at;
        return true;
      case Op::jump:
        return run(i.to, at);
      case Op::split:
        return run(i.to, at) || run(i.other, at);
      case Op::word:
        return at < tokens_.size() && tokens_[at].folded == i.word && run(pc + 1, at + 1);
      case Op::any:
        return at < tokens_.size() && run(pc + 1, at + 1);
      case Op::number:
        return is(at, LineTokenKind::number) && run(pc + 1, at + 1);
      case Op::any_word:
        return is(at, LineTokenKind::word) && run(pc + 1, at + 1);
      case Op::phrases:
        return phrases(*i.phrases, pc, at);
      case Op::date:
        return date(pc, at, false);
      case Op::full_date:
        return date(pc, at, true);
      case Op::time:
        return time(pc, at);
      case Op::name:
        return name(pc, at);
    }
    return false;
  }

  LineMatch match;

 private:
  bool is(std::size_t at, LineTokenKind kind) const {
    return at < tokens_.size() && tokens_[at].kind == kind;
  }
  bool is(std::size_t at, std::string_view text) const {
    return at < tokens_.size() && tokens_[at].folded == text;
  }

  bool phrases(const std::vector<std::vector<std::string>>& list, std::uint32_t pc, std::size_t at) {
    for (const auto& phrase : list) {
      std::size_t n = 0;
      while (n < phrase.size() && is(at + n, phrase[n])) ++n;
      if (n == phrase.size() && run(pc + 1, at + n)) return true;
    }
    return false;
  }

  bool date(std::uint32_t pc, std::size_t at, bool with_year) {
    auto found = pattern_.context_->dates.match(tokens_, at);
    if (!found || (with_year && found->value.empty()) || !run(pc + 1, found->end)) return false;
    if (match.date.empty()) match.date = std::move(found->value);
    return true;
  }

  /// 6h, 06h53, 6 h 53, 06:53, 06:53:20
  bool time(std::uint32_t pc, std::size_t at) {
    if (!is(at, LineTokenKind::number) || tokens_[at].folded.size() > 2) return false;
    if (is(at + 1, "h"))
      return (is(at + 2, LineTokenKind::number) && run(pc + 1, at + 3)) || run(pc + 1, at + 2);
    if (!is(at + 1, ":") || !is(at + 2, LineTokenKind::number)) return false;
    if (is(at + 3, ":") && is(at + 4, LineTokenKind::number) && run(pc + 1, at + 5)) return true;
    return run(pc + 1, at + 3);
  }

  /// Capitalised words; particles, hyphens, apostrophes and initials' stops only between them. Longest first.
  bool name(std::uint32_t pc, std::size_t at) {
    constexpr std::size_t kMostWords = 6;
    std::vector<std::size_t> ends;
    std::size_t end = at;
    while (ends.size() < kMostWords) {
      std::size_t next = end;
      if (end > at) next = joint(next);
      if (next >= tokens_.size() || !tokens_[next].capital || tokens_[next].kind != LineTokenKind::word)
        break;
      end = next + 1;
      if (is(end, LineTokenKind::number) && tokens_[end].span.begin == tokens_[next].span.end) ++end;
      ends.push_back(end);
    }
    return std::any_of(ends.rbegin(), ends.rend(), [&](std::size_t e) { return run(pc + 1, e); });
  }
  std::size_t joint(std::size_t at) const {
    const auto particles = pattern_.context_->classes.find("particle");
    for (int n = 0; n < 3 && at < tokens_.size(); ++n, ++at) {
      const std::string& t = tokens_[at].folded;
      const bool sign = t == "-" || t == "." || t == "'";
      const bool particle =
          !tokens_[at].capital && particles != pattern_.context_->classes.end() &&
          std::any_of(particles->second.begin(), particles->second.end(),
                      [&](const std::vector<std::string>& p) { return p.size() == 1 && p[0] == t; });
      if (!sign && !particle) break;
    }
    return at;
  }

  const LinePattern& pattern_;
  const LineTokens& tokens_;
  bool whole_;
};

Result<LinePattern> LinePattern::compile(std::string_view pattern, const PatternContext& context) {
  return Compiler(pattern, context).run();
}

std::optional<LineMatch> LinePattern::match(const LineTokens& tokens, std::size_t at, bool whole) const {
  Matcher matcher(*this, tokens, whole);
  if (!matcher.run(0, at)) return std::nullopt;
  return std::move(matcher.match);
}

}  // namespace maillon
