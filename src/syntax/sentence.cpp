#include "syntax/sentence.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace maillon::syntax {

namespace {

bool open_class(Upos u) {
  switch (u) {
    case Upos::NOUN:
    case Upos::VERB:
    case Upos::AUX:
    case Upos::ADJ:
      return true;
    default:
      return false;
  }
}

}  // namespace

void Sentence::start(const TaggedText& text, IndexRange range, const Vocabulary& vocabulary) {
  vocabulary_ = &vocabulary;
  units.clear();
  words_.assign(range.size(), Word{});
  std::size_t bytes = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) bytes += text.words[i].form.size() + 8;
  forms_.clear();
  forms_.reserve(bytes);  // views into it must stay valid
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    Word& w = words_[i];
    w.tag = &text.words[range.begin + i];
    w.begin = i;
    w.end = i + 1;
    const std::size_t at = forms_.size();
    for (std::size_t k = 0; k < w.tag->form.size();) {
      const unsigned char first = static_cast<unsigned char>(w.tag->form[k]);
      if (first < 0x80) {
        forms_ += static_cast<char>(first >= 'A' && first <= 'Z' ? first + 32 : first);
        ++k;
      } else if (const char32_t c = utf8::next(w.tag->form, k); c == U'’') {
        forms_ += '\'';
      } else if (c >= U'À' && c <= U'Þ') {
        utf8::append(forms_, c + 32);
      } else {
        utf8::append(forms_, c);
      }
    }
    w.form = std::string_view(forms_).substr(at);
    const LexicalEntry entry = vocabulary.find(w.tag->upos, open_class(w.tag->upos) ? w.tag->lemma : w.form);
    w.classes = entry.classes;
    w.valency = entry.valency;
    if ((w.tag->frame & kTransitive) != 0) w.valency |= kGovernsObject;
    if ((w.tag->frame & kClausal) != 0) w.valency |= kGovernsQue;
  }
}

bool is_verbal(Kind k) {
  return k == Kind::finite || k == Kind::infinitive || k == Kind::participle || k == Kind::gerund;
}

bool is_day(const Sentence& s, const Word& w) {
  return w.is(Upos::NUM) && w.determined && s[w.begin].form == "le";
}

bool tells_lapse(const Sentence& s, std::uint32_t w) {
  const Word& verb = s[w];
  if (!verb.impersonal || !verb.is(WordClass::have)) return false;
  const auto next = std::lower_bound(s.units.begin(), s.units.end(), verb.end,
                                     [&](std::uint32_t u, std::uint32_t at) { return s[u].begin < at; });
  if (next == s.units.end() || s[*next].begin != verb.end) return false;
  if (s[*next].is(WordClass::quantity) || s[*next].is(WordClass::numeral))  // il y a près de dix ans
    return next + 1 != s.units.end() && s[next[1]].is(WordClass::time) && s[next[1]].begin == s[*next].end;
  return s[*next].is(WordClass::time) && (s[*next].counted || s[s[*next].begin].is(WordClass::indefinite));
}

bool agree(const Morph& a, const Morph& b) {
  return (a.gender == Gender::none || b.gender == Gender::none || a.gender == b.gender) &&
         (a.number == Number::none || b.number == Number::none || a.number == b.number);
}

}  // namespace maillon::syntax
