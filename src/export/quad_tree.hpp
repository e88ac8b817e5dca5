// Barnes and Hut's tree: what many points push at one, without going over all of them.
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

  /// Sum over all other points of mass / distance, away from them, as seen by `point`. A distant cell counts
  /// as one point.
  Position repulsion(std::uint32_t point) const;

 private:
  static constexpr std::uint32_t kLeaf = 8;  ///< so many points are not divided any more
  static constexpr int kDeepest = 30;

  struct Cell {
    Position centre;  ///< of mass
    double mass = 0, side = 0;
    std::uint32_t begin = 0, end = 0;                      ///< of order_
    std::array<std::uint32_t, 4> children = {0, 0, 0, 0};  ///< 0: none
  };

  std::uint32_t build(std::uint32_t begin, std::uint32_t end, Position corner, double side, int depth);

  std::span<const Position> points_;
  std::span<const double> masses_;
  std::vector<std::uint32_t> order_;  ///< points, cell after cell
  std::vector<Cell> cells_;           ///< the root first
};

}  // namespace maillon
