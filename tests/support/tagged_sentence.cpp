#include "support/tagged_sentence.hpp"

#include <stdexcept>

#include "base/utf8.hpp"

namespace maillon::test {

namespace {

template <class T>
const T& loaded(Result<T> (*load)(const Schemas&)) {
  static const T kValue = [load] {
    Result<T> value = load(Schemas::embedded());
    if (!value.ok()) throw std::runtime_error(value.error().to_string());
    return *std::move(value);
  }();
  return kValue;
}

}  // namespace

Shape shape_of_form(std::string_view form) {
  bool upper_first = false, upper_rest = false, lower = false, digit = false, first = true;
  for (std::size_t at = 0; at < form.size(); first = false) {
    const char32_t c = utf8::next(form, at);
    if (utf8::is_upper(c)) (first ? upper_first : upper_rest) = true;
    if (utf8::is_lower(c)) lower = true;
    if (utf8::is_digit(c)) digit = true;
  }
  if (upper_first && !upper_rest && lower) return Shape::capitalized;
  if (upper_first && !lower) return Shape::upper;
  if (upper_first || upper_rest) return Shape::mixed;
  if (lower) return Shape::lower;
  return digit ? Shape::numeric : Shape::other;
}

TokenKind kind_of_form(std::string_view form) {
  std::size_t at = 0;
  if (utf8::is_digit(utf8::next(form, at))) return TokenKind::number;
  for (std::size_t i = 0; i < form.size();)
    if (utf8::is_alpha(utf8::next(form, i))) return TokenKind::word;
  for (std::size_t i = 0; i < form.size();)
    if (utf8::is_digit(utf8::next(form, i))) return TokenKind::number;
  constexpr std::string_view kSymbols = "%€$£¥+=°<>&§/#@*|~^×±";
  return kSymbols.find(form.substr(0, at)) != std::string_view::npos ? TokenKind::symbol
                                                                     : TokenKind::punctuation;
}

void make_sentence(std::string_view words, TaggedSentence& out) {
  out.article.body = words;
  out.text.article = &out.article;
  const std::string_view body = out.article.body;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find(' ', at), body.size());
    Token t;
    t.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    t.kind = kind_of_form(body.substr(at, end - at));
    t.shape = shape_of_form(body.substr(at, end - at));
    t.space_after = true;
    out.text.tokens.push_back(t);
    at = end + 1;
  }
  Sentence s;
  s.span = {0, static_cast<std::uint32_t>(body.size())};
  s.tokens = {0, static_cast<std::uint32_t>(out.text.tokens.size())};
  out.text.sentences.push_back(s);
}

const Lexicon& shared_lexicon() { return loaded<Lexicon>(&Lexicon::load); }
const Tagger& shared_tagger() { return loaded<Tagger>(&Tagger::load); }

std::unique_ptr<TaggedSentence> tag_sentence(std::string_view words) {
  auto out = std::make_unique<TaggedSentence>();
  make_sentence(words, *out);
  out->lattice = shared_lexicon().analyze(out->text);
  out->tagged = shared_tagger().tag(out->text, out->lattice);
  return out;
}

}  // namespace maillon::test
