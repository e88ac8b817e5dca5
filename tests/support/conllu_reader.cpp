#include "support/conllu_reader.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

#include "base/utf8.hpp"
#include "support/tagged_sentence.hpp"

namespace maillon::test {

namespace {

TokenKind kind_of(Upos upos) {
  if (upos == Upos::PUNCT) return TokenKind::punctuation;
  if (upos == Upos::SYM) return TokenKind::symbol;
  return upos == Upos::NUM ? TokenKind::number : TokenKind::word;
}

class Reader {
 public:
  explicit Reader(AnalyzedDocument& out, bool given) : out_(out), given_(given) {
    out_.text.article = &out_.article;
    out_.tagged.text = &out_.text;
  }

  void line(std::string_view row, int number) {
    number_ = number;
    if (row.empty()) return end_sentence();
    if (row.starts_with("# text = ") && !given_) {
      if (!out_.article.body.empty()) out_.article.body += "\n\n";
      at_ = out_.article.body.size();
      out_.article.body += row.substr(9);
    }
    if (row.front() == '#') return;
    std::array<std::string_view, 10> column;
    for (std::size_t i = 0; i < 10; ++i) {
      const std::size_t tab = std::min(row.find('\t'), row.size());
      column[i] = row.substr(0, tab);
      row.remove_prefix(std::min(tab + 1, row.size()));
    }
    if (column[0].find('.') != std::string_view::npos) return;
    word(column);
  }

  void end_sentence() {
    const std::uint32_t end = static_cast<std::uint32_t>(out_.tagged.words.size());
    if (end == sentence_words_) return;
    Sentence s;
    s.tokens = {sentence_tokens_, static_cast<std::uint32_t>(out_.text.tokens.size())};
    s.span = {out_.text.tokens[s.tokens.begin].span.begin, out_.text.tokens.back().span.end};
    s.paragraph = static_cast<std::uint32_t>(out_.text.sentences.size());
    out_.text.sentences.push_back(s);
    out_.tagged.sentences.push_back({sentence_words_, end});
    for (std::uint32_t i = sentence_words_; i < end; ++i)
      if (arcs_[i].head != kNone) arcs_[i].head += sentence_words_;
    sentence_words_ = end;
    sentence_tokens_ = s.tokens.end;
  }

  void finish() {
    end_sentence();
    out_.tagged.first_word.push_back(static_cast<std::uint32_t>(out_.tagged.words.size()));
    // forms were views into a body that could still grow
    for (TaggedWord& w : out_.tagged.words)
      if (w.form.empty()) w.form = out_.text.form(w.token);
    out_.parsed = ParsedText(out_.tagged, std::move(arcs_));
  }

 private:
  static std::uint32_t integer(std::string_view text) {
    std::uint32_t n = 0;
    std::from_chars(text.data(), text.data() + text.size(), n);
    return n;
  }

  void token(std::string_view form, Upos upos) {
    const std::string_view body = out_.article.body;
    std::size_t at = at_;
    for (;;) {  // white space is no part of the comparison
      while (at < body.size()) {
        std::size_t next = at;
        if (!utf8::is_space(utf8::next(body, next))) break;
        at = next;
      }
      std::size_t end = at;
      if (matches(body, end, form)) {
        Token t;
        t.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        t.kind = kind_of(upos);
        t.shape = shape_of_form(form);
        std::size_t after = end;
        t.space_after = end >= body.size() || utf8::is_space(utf8::next(body, after));
        out_.text.tokens.push_back(t);
        at_ = end;
        return;
      }
      throw std::runtime_error("line " + std::to_string(number_) + ": '" + std::string(form) +
                               "' does not stand in the text at byte " + std::to_string(at));
    }
  }

  static bool matches(std::string_view body, std::size_t& at, std::string_view form) {
    for (std::size_t i = 0; i < form.size();) {
      const char32_t want = utf8::next(form, i);
      if (utf8::is_space(want)) continue;
      char32_t got = 0;
      do {
        if (at >= body.size()) return false;
        got = utf8::next(body, at);
      } while (i > 0 && utf8::is_space(got));
      if (got != want) return false;
    }
    return true;
  }

  void word(const std::array<std::string_view, 10>& c) {
    const std::size_t dash = c[0].find('-');
    if (dash != std::string_view::npos) {
      token(c[1], Upos::X);
      inside_until_ = integer(c[0].substr(dash + 1));
      out_.tagged.first_word.push_back(static_cast<std::uint32_t>(out_.tagged.words.size()));
      return;
    }
    TaggedWord w;
    w.upos = upos_from(c[3]);
    if (integer(c[0]) > inside_until_) {
      token(c[1], w.upos);
      out_.tagged.first_word.push_back(static_cast<std::uint32_t>(out_.tagged.words.size()));
      inside_until_ = 0;
    } else {
      w.form = out_.tagged.arena.store(c[1]);
      if (integer(c[0]) == inside_until_) inside_until_ = 0;
    }
    w.token = static_cast<std::uint32_t>(out_.text.tokens.size() - 1);
    w.lemma = out_.tagged.arena.store(c[2]);
    w.shape = out_.text.tokens.back().shape;
    w.morph = morph_from_feats(c[5]);
    w.rule = "conllu";
    Arc arc;
    const std::uint32_t head = integer(c[6]);
    arc.head = head == 0 ? kNone : head - 1;
    arc.deprel = deprel_from(c[7]);
    arc.rule = "conllu";
    out_.tagged.words.push_back(w);
    arcs_.push_back(arc);
  }

  AnalyzedDocument& out_;
  bool given_;
  int number_ = 0;
  std::size_t at_ = 0;
  std::uint32_t inside_until_ = 0;
  std::uint32_t sentence_words_ = 0, sentence_tokens_ = 0;
  std::vector<Arc> arcs_;
};

}  // namespace

std::unique_ptr<AnalyzedDocument> read_conllu(std::string_view conllu, std::optional<Article> article) {
  auto out = std::make_unique<AnalyzedDocument>();
  const bool given = article.has_value();
  if (given) out->article = std::move(*article);
  Reader reader(*out, given);
  int number = 0;
  while (!conllu.empty()) {
    const std::size_t end = std::min(conllu.find('\n'), conllu.size());
    std::string_view row = conllu.substr(0, end);
    if (row.ends_with('\r')) row.remove_suffix(1);
    reader.line(row, ++number);
    conllu.remove_prefix(std::min(end + 1, conllu.size()));
  }
  reader.finish();
  return out;
}

}  // namespace maillon::test
