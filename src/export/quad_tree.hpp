// Barnes and Hut's tree: what many points push at each other, without going over all pairs.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "export/layout.hpp"

namespace maillon {

class QuadTree {
 public:
  /// The spans must outlive the tree.
  QuadTree(std::span<const Position> points, std::span<const double> masses);

  /// By point: sum over all others of mass / distance, away from them. A distant cell counts as one point;
  /// what is distant is decided once for the points of a leaf (Barnes 1990, J. Comput. Phys. 87).
  std::vector<Position> repulsions() const;

 private:
  static constexpr std::uint32_t kLeaf = 16;  ///< so many points are not divided any more
  static constexpr int kDeepest = 30;

  struct Cell {
    Position centre;  ///< of mass
    double mass = 0, side = 0;
    double reach = 0;                  ///< of a leaf: from the centre to the farthest point
    std::uint32_t begin = 0, end = 0;  ///< of order_
    std::array<std::uint32_t, 4> children = {0, 0, 0, 0};  ///< 0: none
    bool is_leaf() const { return children == std::array<std::uint32_t, 4>{}; }
  };
  struct Push {
    Position from;
    double mass;
  };

  std::uint32_t build(std::uint32_t begin, std::uint32_t end, Position corner, double side, int depth);
  /// What pushes at the points of the leaf, its own among it, which push themselves nowhere.
  void collect(const Cell& leaf, std::vector<Push>& out) const;

  std::span<const Position> points_;
  std::span<const double> masses_;
  std::vector<std::uint32_t> order_;  ///< points, cell after cell
  std::vector<Cell> cells_;           ///< the root first
};

}  // namespace maillon
