// The best sequence of tag classes of a sentence under the counts: second-order Viterbi over the classes that
// are left.
#pragma once

#include <cstdint>
#include <vector>

#include "tagging/tag_counts.hpp"

namespace maillon {

/// The classes each token of a sentence may have, flat: token i has [first[i], first[i+1]).
struct ClassLattice {
  std::vector<std::uint32_t> first;
  std::vector<std::uint8_t> classes;
  std::vector<float> scores;  ///< emission of each class

  void clear() {
    first.clear();
    classes.clear();
    scores.clear();
  }
};

/// Keeps its tables between sentences, so that no sentence allocates once they have grown.
class Viterbi {
 public:
  explicit Viterbi(const TagCounts& counts) : counts_(counts) {}

  /// Chosen class of each token. Ties go to the class that comes first.
  const std::vector<std::uint8_t>& best(const ClassLattice& lattice);

 private:
  const TagCounts& counts_;
  std::vector<float> score_, next_score_;  ///< by (previous choice, current choice)
  std::vector<std::uint8_t> back_;         ///< choice two tokens back, for each token's pairs
  std::vector<std::uint32_t> back_first_;
  std::vector<std::uint8_t> out_;
};

}  // namespace maillon
