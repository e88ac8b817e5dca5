#include "export/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "export/quad_tree.hpp"

namespace maillon {

namespace {

constexpr double kRepulsion = 60;
constexpr double kSpacing = 40;  ///< between neighbours, on average
constexpr std::size_t kLeastRounds = 50, kMostRounds = 400;
constexpr std::size_t kNodeRounds = 1'500'000;  ///< nodes times rounds
constexpr double kGap = 3;                      ///< between two discs
constexpr std::size_t kPushRounds = 60;

/// Each pair once, without loops.
std::vector<Link> distinct(std::vector<Link> links) {
  std::erase_if(links, [](const Link& l) { return l.first == l.second; });
  for (Link& l : links)
    if (l.first > l.second) std::swap(l.first, l.second);
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

/// The nodes on a spiral, those with most links in the middle.
std::vector<Position> spiral(std::span<const double> masses) {
  std::vector<std::uint32_t> order(masses.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return masses[a] > masses[b]; });
  constexpr double kGolden = std::numbers::pi * (3 - 2.2360679774997896964);  // the angle of sunflower seeds
  std::vector<Position> out(masses.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double radius = kSpacing / 2 * std::sqrt(static_cast<double>(i)),
                 angle = kGolden * static_cast<double>(i);
    out[order[i]] = {radius * std::cos(angle), radius * std::sin(angle)};
  }
  return out;
}

double length(Position p) { return std::sqrt(p.x * p.x + p.y * p.y); }

/// Rounds of ForceAtlas2 with its own choice of speed: as fast as the swinging of the nodes allows.
class Forces {
 public:
  Forces(std::vector<Link> links, std::vector<double> masses)
      : links_(std::move(links)),
        masses_(std::move(masses)),
        positions_(spiral(masses_)),
        last_(masses_.size()) {
    const double total = std::accumulate(masses_.begin(), masses_.end(), 0.0);
    gravity_ = kRepulsion * total / (kSpacing * kSpacing * static_cast<double>(masses_.size()));
  }

  void round() {
    std::vector<Position> forces = sum();
    double swinging = 0, traction = 0;
    for (std::size_t i = 0; i < forces.size(); ++i) {
      swinging += masses_[i] * length({forces[i].x - last_[i].x, forces[i].y - last_[i].y});
      traction += masses_[i] * length({forces[i].x + last_[i].x, forces[i].y + last_[i].y}) / 2;
    }
    choose_speed(swinging, traction);
    for (std::size_t i = 0; i < forces.size(); ++i) {
      const double swing = masses_[i] * length({forces[i].x - last_[i].x, forces[i].y - last_[i].y});
      const double factor = speed_ / (1 + std::sqrt(speed_ * swing));
      positions_[i].x += forces[i].x * factor;
      positions_[i].y += forces[i].y * factor;
    }
    last_ = std::move(forces);
  }
  std::vector<Position> positions() && { return std::move(positions_); }

 private:
  std::vector<Position> sum() const {
    std::vector<Position> out = QuadTree(positions_, masses_).repulsions();
    for (std::size_t i = 0; i < out.size(); ++i) {
      const Position push = out[i], at = positions_[i];
      const double pull = gravity_ * masses_[i], strength = kRepulsion * masses_[i];
      out[i] = {strength * push.x - pull * at.x, strength * push.y - pull * at.y};
    }
    for (const auto& [a, b] : links_) {
      const double dx = positions_[b].x - positions_[a].x, dy = positions_[b].y - positions_[a].y;
      out[a].x += dx;
      out[a].y += dy;
      out[b].x -= dx;
      out[b].y -= dy;
    }
    return out;
  }

  void choose_speed(double swinging, double traction) {
    const auto count = static_cast<double>(masses_.size());
    const double estimate = 0.05 * std::sqrt(count);
    const double tolerance =
        std::max(std::sqrt(estimate), std::min(10.0, estimate * traction / (count * count)));
    if (swinging > 2 * traction) efficiency_ = std::max(efficiency_ * 0.5, 0.05);
    const double target = swinging > 0 ? tolerance * efficiency_ * traction / swinging : speed_ * 2;
    if (swinging > tolerance * traction) {
      efficiency_ = std::max(efficiency_ * 0.7, 0.05);
    } else if (speed_ < 1000) {
      efficiency_ *= 1.3;
    }
    speed_ += std::min(target - speed_, speed_ / 2);
  }

  std::vector<Link> links_;
  std::vector<double> masses_;
  std::vector<Position> positions_, last_;
  /// Grows with the distance, so that a cloud without links is evenly dense; chosen for kSpacing.
  double gravity_ = 0;
  double speed_ = 1, efficiency_ = 1;
};

/// Pushes overlapping discs apart, neighbours on a grid only; where that does not do, there is too little
/// room, and everything moves outwards.
class Discs {
 public:
  Discs(std::vector<Position>& positions, std::span<const double> radii)
      : positions_(positions), radii_(radii), order_(positions.size()) {
    cell_ = 2 * *std::max_element(radii.begin(), radii.end()) + kGap;
  }

  void push_apart() {
    for (std::size_t round = 0; round < kPushRounds; ++round) {
      const std::size_t overlaps = push_round();
      if (overlaps == 0) return;
      if (overlaps * 20 < positions_.size()) continue;
      for (Position& p : positions_) p = {p.x * 1.1, p.y * 1.1};
    }
  }

 private:
  using Key = std::pair<std::int64_t, std::int64_t>;
  Key key(std::uint32_t i) const {
    return {static_cast<std::int64_t>(std::floor(positions_[i].y / cell_)),
            static_cast<std::int64_t>(std::floor(positions_[i].x / cell_))};
  }

  std::size_t push_round() {
    std::iota(order_.begin(), order_.end(), 0u);
    keys_.clear();
    for (std::uint32_t i = 0; i < order_.size(); ++i) keys_.push_back(key(i));
    std::stable_sort(order_.begin(), order_.end(), [&](auto a, auto b) { return keys_[a] < keys_[b]; });
    std::size_t overlaps = 0;
    for (std::size_t at = 0; at < order_.size(); ++at) {
      const auto [row, column] = keys_[order_[at]];
      // The rest of its own cell and the cell to the right, then three cells of the next row.
      for (std::size_t other = at + 1; other < order_.size() && keys_[order_[other]] <= Key(row, column + 1);
           ++other)
        overlaps += part(order_[at], order_[other]);
      const auto next = std::lower_bound(order_.begin(), order_.end(), Key(row + 1, column - 1),
                                         [&](std::uint32_t i, const Key& k) { return keys_[i] < k; });
      for (auto other = next; other != order_.end() && keys_[*other] <= Key(row + 1, column + 1); ++other)
        overlaps += part(order_[at], *other);
    }
    return overlaps;
  }

  /// 1 where the two overlapped. The larger disc moves less.
  std::size_t part(std::uint32_t a, std::uint32_t b) {
    const double wanted = radii_[a] + radii_[b] + kGap;
    double dx = positions_[b].x - positions_[a].x, dy = positions_[b].y - positions_[a].y;
    const double square = dx * dx + dy * dy;
    if (square >= wanted * wanted) return 0;
    double distance = std::sqrt(square);
    if (distance < 0.01) {  // on the same spot: away in a direction of their own
      dx = std::cos(static_cast<double>(a + b));
      dy = std::sin(static_cast<double>(a + b));
      distance = 1;
    }
    const double push = (wanted - std::sqrt(square)) / distance, share = radii_[b] / (radii_[a] + radii_[b]);
    positions_[a].x -= dx * push * share;
    positions_[a].y -= dy * push * share;
    positions_[b].x += dx * push * (1 - share);
    positions_[b].y += dy * push * (1 - share);
    return 1;
  }

  std::vector<Position>& positions_;
  std::span<const double> radii_;
  std::vector<std::uint32_t> order_;  ///< nodes, cell after cell
  std::vector<Key> keys_;             ///< cell of each node at the beginning of a round
  double cell_ = 1;
};

}  // namespace

std::vector<Position> layout(const KnowledgeGraph& graph, std::span<const double> radii) {
  std::vector<Link> links;
  links.reserve(graph.edges().size());
  for (const Edge& e : graph.edges()) links.emplace_back(e.source, e.target);
  return layout(std::move(links), radii);
}

std::vector<Position> layout(std::vector<Link> links, std::span<const double> radii) {
  const std::size_t count = radii.size();
  if (count == 0) return {};
  links = distinct(std::move(links));
  std::vector<double> masses(count, 1);
  for (const auto& [a, b] : links) {
    masses[a] += 1;
    masses[b] += 1;
  }
  Forces forces(std::move(links), std::move(masses));
  const std::size_t rounds = std::clamp(kNodeRounds / count, kLeastRounds, kMostRounds);
  for (std::size_t i = 0; i < rounds; ++i) forces.round();
  std::vector<Position> out = std::move(forces).positions();
  Discs(out, radii).push_apart();
  for (Position& p : out) p = {std::round(p.x * 10) / 10, std::round(p.y * 10) / 10};
  return out;
}

}  // namespace maillon
