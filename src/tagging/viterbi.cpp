#include "tagging/viterbi.hpp"

#include <limits>

namespace maillon {

const std::vector<std::uint8_t>& Viterbi::best(const ClassLattice& lattice) {
  const std::size_t tokens = lattice.first.size() - 1;
  out_.assign(tokens, 0);
  if (tokens == 0) return out_;
  // The boundary takes part as one more token on the left, with one class; two tokens back is always defined.
  const auto choices = [&](std::size_t i) -> std::size_t { return lattice.first[i + 1] - lattice.first[i]; };
  const std::uint8_t boundary = counts_.boundary();
  const auto klass = [&](std::size_t i, std::size_t k) { return lattice.classes[lattice.first[i] + k]; };

  back_.clear();
  back_first_.clear();
  score_.assign(choices(0), 0);
  for (std::size_t k = 0; k < choices(0); ++k)
    score_[k] = counts_.transition(boundary, boundary, klass(0, k)) + lattice.scores[lattice.first[0] + k];
  std::size_t before = 1;  // choices of the token before the last one
  for (std::size_t i = 1; i < tokens; ++i) {
    const std::size_t last = choices(i - 1), now = choices(i);
    next_score_.assign(last * now, 0);
    back_first_.push_back(static_cast<std::uint32_t>(back_.size()));
    back_.resize(back_.size() + last * now);
    std::uint8_t* const back = back_.data() + back_first_.back();
    for (std::size_t l = 0; l < last; ++l) {
      for (std::size_t n = 0; n < now; ++n) {
        float best = -std::numeric_limits<float>::infinity();
        std::size_t from = 0;
        for (std::size_t b = 0; b < before; ++b) {
          const std::uint8_t two_back = i == 1 ? boundary : klass(i - 2, b);
          const float s = score_[b * last + l] + counts_.transition(two_back, klass(i - 1, l), klass(i, n));
          if (s > best) {
            best = s;
            from = b;
          }
        }
        next_score_[l * now + n] = best + lattice.scores[lattice.first[i] + n];
        back[l * now + n] = static_cast<std::uint8_t>(from);
      }
    }
    score_.swap(next_score_);
    before = last;
  }

  const std::size_t now = choices(tokens - 1);
  std::size_t last = 0, choice = 0;
  float best = -std::numeric_limits<float>::infinity();
  for (std::size_t l = 0; l < before; ++l)
    for (std::size_t n = 0; n < now; ++n) {
      const std::uint8_t previous = tokens == 1 ? boundary : klass(tokens - 2, l);
      const float s = score_[l * now + n] + counts_.transition(previous, klass(tokens - 1, n), boundary);
      if (s > best) {
        best = s;
        last = l;
        choice = n;
      }
    }
  for (std::size_t i = tokens - 1;; --i) {
    out_[i] = klass(i, choice);
    if (i == 0) break;
    const std::size_t from = back_[back_first_[i - 1] + last * choices(i) + choice];
    choice = last;
    last = from;
  }
  return out_;
}

}  // namespace maillon
