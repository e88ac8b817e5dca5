#include "export/quad_tree.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace maillon {

namespace {

/// A cell counts as one point where its side is less than so many distances from the nearest point of the
/// leaf.
constexpr double kTheta = 1.5;
constexpr double kLeastDistance = 0.01;

void push(Position& sum, Position from, Position at, double mass) {
  const double dx = at.x - from.x, dy = at.y - from.y;
  const double strength = mass / std::max(dx * dx + dy * dy, kLeastDistance * kLeastDistance);
  sum.x += dx * strength;
  sum.y += dy * strength;
}

}  // namespace

QuadTree::QuadTree(std::span<const Position> points, std::span<const double> masses)
    : points_(points), masses_(masses), order_(points.size()) {
  if (points.empty()) return;
  std::iota(order_.begin(), order_.end(), 0u);
  Position low = points[0], high = points[0];
  for (const Position& p : points) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  cells_.reserve(points.size());
  build(0, static_cast<std::uint32_t>(points.size()), low, std::max({high.x - low.x, high.y - low.y, 1.0}),
        0);
}

std::uint32_t QuadTree::build(std::uint32_t begin, std::uint32_t end, Position corner, double side,
                              int depth) {
  const auto index = static_cast<std::uint32_t>(cells_.size());
  Cell cell;
  cell.begin = begin;
  cell.end = end;
  cell.side = side;
  for (std::uint32_t i = begin; i < end; ++i) {
    const double mass = masses_[order_[i]];
    cell.mass += mass;
    cell.centre.x += points_[order_[i]].x * mass;
    cell.centre.y += points_[order_[i]].y * mass;
  }
  cell.centre.x /= cell.mass;
  cell.centre.y /= cell.mass;
  const bool is_leaf = end - begin <= kLeaf || depth == kDeepest;
  if (is_leaf)
    for (std::uint32_t i = begin; i < end; ++i) {
      const Position p = points_[order_[i]];
      cell.reach = std::max(cell.reach, std::hypot(p.x - cell.centre.x, p.y - cell.centre.y));
    }
  cells_.push_back(cell);
  if (is_leaf) return index;
  const double half = side / 2;
  const Position middle{corner.x + half, corner.y + half};
  const auto at = [&](std::uint32_t i) { return order_.begin() + i; };
  const auto left = [&](std::uint32_t p) { return points_[p].x < middle.x; };
  const auto below = [&](std::uint32_t p) { return points_[p].y < middle.y; };
  const auto offset = [&](auto iterator) { return static_cast<std::uint32_t>(iterator - order_.begin()); };
  const std::uint32_t x = offset(std::stable_partition(at(begin), at(end), left));
  const std::array<std::uint32_t, 5> bounds = {begin, offset(std::stable_partition(at(begin), at(x), below)),
                                               x, offset(std::stable_partition(at(x), at(end), below)), end};
  for (std::size_t q = 0; q < 4; ++q) {
    if (bounds[q] == bounds[q + 1]) continue;
    const Position part{q < 2 ? corner.x : middle.x, q % 2 == 0 ? corner.y : middle.y};
    const std::uint32_t child = build(bounds[q], bounds[q + 1], part, half, depth + 1);
    cells_[index].children[q] = child;
  }
  return index;
}

std::vector<Position> QuadTree::repulsions() const {
  std::vector<Position> out(points_.size());
  std::vector<Push> pushes;
  for (const Cell& cell : cells_) {
    if (!cell.is_leaf()) continue;
    collect(cell, pushes);
    // The points inside: then their sums do not wait for each other.
    std::vector<Position> at, sums(cell.end - cell.begin);
    for (std::uint32_t i = cell.begin; i < cell.end; ++i) at.push_back(points_[order_[i]]);
    for (const Push& from : pushes)
      for (std::size_t i = 0; i < at.size(); ++i) push(sums[i], from.from, at[i], from.mass);
    for (std::uint32_t i = cell.begin; i < cell.end; ++i) out[order_[i]] = sums[i - cell.begin];
  }
  return out;
}

void QuadTree::collect(const Cell& leaf, std::vector<Push>& out) const {
  out.clear();
  std::array<std::uint32_t, 4 * kDeepest + 4> open;
  std::size_t count = 0;
  open[count++] = 0;
  while (count > 0) {
    const Cell& cell = cells_[open[--count]];
    const double dx = leaf.centre.x - cell.centre.x, dy = leaf.centre.y - cell.centre.y;
    const double near = cell.side / kTheta + leaf.reach;
    if (near * near < dx * dx + dy * dy) {
      out.push_back({cell.centre, cell.mass});
    } else if (cell.is_leaf()) {
      for (std::uint32_t i = cell.begin; i < cell.end; ++i)
        out.push_back({points_[order_[i]], masses_[order_[i]]});
    } else {
      for (const std::uint32_t child : cell.children)
        if (child != 0) open[count++] = child;
    }
  }
}

}  // namespace maillon
