#include "query/undirected.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace maillon {

namespace {

double step_cost(const Edge& e) {
  double cost = 1 + 0.2 / e.weight();
  if (e.modality != Modality::asserted) cost += 0.1;
  if (e.polarity == Polarity::negative) cost += 0.2;
  return cost;
}

}  // namespace

UndirectedView::UndirectedView(const KnowledgeGraph& graph) {
  struct Step {
    std::uint32_t from, to, edge;
    double cost;
  };
  std::vector<Step> steps;
  for (std::uint32_t i = 0; i < graph.edges().size(); ++i) {
    const Edge& e = graph.edges()[i];
    if (e.source == e.target) continue;
    const double cost = step_cost(e);
    steps.push_back({e.source, e.target, i, cost});
    steps.push_back({e.target, e.source, i, cost});
  }
  std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
    return std::tie(a.from, a.to, a.cost, a.edge) < std::tie(b.from, b.to, b.cost, b.edge);
  });
  steps.erase(std::unique(steps.begin(), steps.end(),
                          [](const Step& a, const Step& b) { return a.from == b.from && a.to == b.to; }),
              steps.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  for (const Step& step : steps) {
    ends.emplace_back(step.from, step.to);
    edges_.push_back(step.edge);
    costs_.push_back(step.cost);
  }
  structure_ = Structure(boost::edges_are_sorted, ends.begin(), ends.end(),
                         static_cast<std::uint32_t>(graph.nodes().size()));
}

}  // namespace maillon
