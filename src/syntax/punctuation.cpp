// Pass "punctuation": every mark hangs on the highest word it delimits, without crossing an arc.
#include <vector>

#include "syntax/passes.hpp"

namespace maillon::syntax {

namespace {

class Punctuation {
 public:
  explicit Punctuation(Sentence& s) : s_(s), n_(s.size()) {}

  void run() {
    for (std::uint32_t i = 0; i < n_; ++i)
      if (s_[i].is(Upos::PUNCT)) {
        if (s_[i].head == kNone) continue;  // the sentence is nothing but punctuation
        place(i);
      }
  }

 private:
  std::uint32_t next_word(std::uint32_t i) const {
    for (++i; i < n_; ++i)
      if (!s_[i].is(Upos::PUNCT)) return i;
    return kNone;
  }
  std::uint32_t previous_word(std::uint32_t i) const {
    while (i-- > 0)
      if (!s_[i].is(Upos::PUNCT)) return i;
    return kNone;
  }
  /// Highest ancestor of `w` whose path stays on one side of `limit`.
  std::uint32_t top(std::uint32_t w, std::uint32_t limit) const {
    const bool left = w < limit;
    while (s_[w].head != kNone && (s_[w].head < limit) == left) w = s_[w].head;
    return w;
  }
  std::uint32_t partner(std::uint32_t i) const {
    if (!s_[i].is(WordClass::bracket_open) && !s_[i].is(WordClass::quote_open)) return kNone;
    const WordClass close =
        s_[i].is(WordClass::bracket_open) ? WordClass::bracket_close : WordClass::quote_close;
    const std::uint32_t limit = std::min(n_, i + 80);
    for (std::uint32_t k = i + 1; k < limit; ++k)
      if (s_[k].is(close)) return k;
    return kNone;
  }

  void place(std::uint32_t i) {
    const std::uint32_t l = previous_word(i), r = next_word(i);
    std::uint32_t host = kNone;
    if (l == kNone && r == kNone) return;
    if (r == kNone) {
      host = s_[i].is(WordClass::stop)                                                ? root_of(l)
             : s_[i].is(WordClass::bracket_close) || s_[i].is(WordClass::quote_close) ? l
                                                                                      : root_of(l);
    } else if (l == kNone) {
      host = top(r, i);
    } else {
      const std::uint32_t lt = top(l, i), rt = top(r, i);
      const bool opening = s_[i].is(WordClass::bracket_open) || s_[i].is(WordClass::quote_open);
      if (opening)
        host = rt_below(rt, r);
      else if (s_[lt].head != kNone && s_[lt].head > i)
        host = lt;  // closes what precedes its head
      else
        host = s_[rt].head != kNone ? rt : lt;
    }
    const std::uint32_t p = partner(i);
    (void)p;
    s_.attach(i, host, Deprel::punct, "punctuation");
  }

  std::uint32_t rt_below(std::uint32_t rt, std::uint32_t) const { return rt; }
  std::uint32_t root_of(std::uint32_t w) const {
    while (s_[w].head != kNone) w = s_[w].head;
    return w;
  }

  Sentence& s_;
  std::uint32_t n_;
};

}  // namespace

void attach_punctuation(Sentence& s) { Punctuation(s).run(); }

}  // namespace maillon::syntax
