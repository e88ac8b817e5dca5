// Pass "punctuation": pairs hang on the head of what they enclose, single marks on the highest unit that
// begins or ends at them (universaldependencies.org/u/dep/punct.html), so that no arc is crossed.
#include <algorithm>
#include <vector>

#include "syntax/passes.hpp"

namespace maillon::syntax {

namespace {

constexpr std::uint32_t kLongestPair = 120;  ///< words between a mark and its partner

/// Memory that lasts from sentence to sentence.
struct Scratch {
  std::vector<std::uint32_t> low, high, children, ready, partner;
};

class Punctuation {
 public:
  Punctuation(Sentence& s, Scratch& scratch) : s_(s), n_(s.size()), m_(scratch) {}

  void run() {
    spans();
    pairs();
    for (std::uint32_t i = 0; i < n_; ++i)
      if (s_[i].is(Upos::PUNCT) && s_[i].head != kNone && s_[i].deprel != Deprel::fixed) place(i);
  }

 private:
  bool counts(std::uint32_t i) const {
    return !s_[i].is(Upos::PUNCT) || s_[i].head == kNone || s_[i].deprel == Deprel::fixed;
  }

  /// First and last word below each word, punctuation aside.
  void spans() {
    m_.low.resize(n_);
    m_.high.resize(n_);
    m_.children.assign(n_, 0);
    m_.ready.clear();
    for (std::uint32_t i = 0; i < n_; ++i) {
      m_.low[i] = m_.high[i] = i;
      if (counts(i) && s_[i].head != kNone) ++m_.children[s_[i].head];
    }
    for (std::uint32_t i = 0; i < n_; ++i)
      if (counts(i) && m_.children[i] == 0) m_.ready.push_back(i);
    for (std::size_t k = 0; k < m_.ready.size(); ++k) {  // children before heads
      const std::uint32_t i = m_.ready[k], h = s_[i].head;
      if (h == kNone) continue;
      m_.low[h] = std::min(m_.low[h], m_.low[i]);
      m_.high[h] = std::max(m_.high[h], m_.high[i]);
      if (--m_.children[h] == 0) m_.ready.push_back(h);
    }
  }

  void pairs() {
    m_.partner.assign(n_, kNone);
    std::uint32_t quote = kNone;
    for (std::uint32_t i = 0; i < n_; ++i) {
      const Word& w = s_[i];
      if (!w.is(Upos::PUNCT)) continue;
      if (w.is(WordClass::quote)) {
        if (quote == kNone) {
          quote = i;
        } else {
          couple(quote, i);
          quote = kNone;
        }
      } else if (w.is(WordClass::bracket_open)) {
        find_close(i, WordClass::bracket_open, WordClass::bracket_close);
      } else if (w.is(WordClass::quote_open)) {
        find_close(i, WordClass::quote_open, WordClass::quote_close);
      }
    }
  }

  void couple(std::uint32_t a, std::uint32_t b) {
    m_.partner[a] = b;
    m_.partner[b] = a;
  }

  void find_close(std::uint32_t i, WordClass opening, WordClass closing) {
    int depth = 0;
    const std::uint32_t limit = std::min(n_, i + kLongestPair);
    for (std::uint32_t k = i; k < limit; ++k) {
      if (s_[k].is(opening)) ++depth;
      if (s_[k].is(closing) && --depth == 0) return couple(i, k);
    }
  }

  std::uint32_t next_word(std::uint32_t i) const {
    for (++i; i < n_; ++i)
      if (counts(i)) return i;
    return kNone;
  }
  std::uint32_t previous_word(std::uint32_t i) const {
    while (i-- > 0)
      if (counts(i)) return i;
    return kNone;
  }

  /// The topmost word between two marks.
  std::uint32_t inside(std::uint32_t open, std::uint32_t close) const {
    for (std::uint32_t k = open + 1; k < close; ++k) {
      if (!counts(k)) continue;
      const std::uint32_t h = s_[k].head;
      if (h == kNone || h < open || h > close) return k;
    }
    return kNone;
  }

  void place(std::uint32_t i) {
    std::uint32_t host = kNone;
    if (const std::uint32_t p = m_.partner[i]; p != kNone) host = inside(std::min(i, p), std::max(i, p));
    if (host == kNone) host = delimited(i);
    if (host != kNone) s_.attach(i, host, Deprel::punct, "punctuation");
  }

  std::uint32_t delimited(std::uint32_t i) const {
    const std::uint32_t l = previous_word(i), r = next_word(i);
    if (l == kNone && r == kNone) return kNone;
    if (l == kNone) return highest(r);
    if (r == kNone) return highest(l);
    // units that end, and that begin, at the mark
    std::uint32_t left = l, closed = kNone;
    for (;;) {
      const std::uint32_t h = s_[left].head;
      if (closed == kNone && h != kNone && h < m_.low[left] && m_.low[left] > 0 && opens(m_.low[left] - 1))
        closed = left;
      if (h == kNone || h > i || m_.high[h] > i) break;
      left = h;
    }
    std::uint32_t right = r;
    for (std::uint32_t h = s_[right].head; h != kNone && h > i && m_.low[h] > i; h = s_[right].head)
      right = h;
    const bool postposed = s_[right].head != kNone && s_[right].head < i;
    const bool preposed = s_[left].head != kNone && s_[left].head > i;
    if (postposed && (closed == kNone || s_[right].deprel == Deprel::conj)) return right;
    if (closed != kNone) return closed;
    if (preposed) return left;
    return s_[left].head == kNone ? left : s_[right].head == kNone ? right : s_[left].head;
  }

  bool opens(std::uint32_t i) const { return s_[i].is(WordClass::comma) || s_[i].is(WordClass::dash); }

  std::uint32_t highest(std::uint32_t w) const {
    while (s_[w].head != kNone) w = s_[w].head;
    return w;
  }

  Sentence& s_;
  std::uint32_t n_;
  Scratch& m_;
};

}  // namespace

void attach_punctuation(Sentence& s) {
  thread_local Scratch scratch;
  Punctuation(s, scratch).run();
}

}  // namespace maillon::syntax
