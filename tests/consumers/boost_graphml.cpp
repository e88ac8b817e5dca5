// Reads a strict GraphML file with Boost's own reader and prints what it found as counts.json has it.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <fstream>
#include <iostream>
#include <set>
#include <string>

namespace {

struct NodeData {
  std::string label;
  bool named = false;
};
struct EdgeData {
  std::string label;
  double weight = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, NodeData, EdgeData>;
  Graph graph;
  boost::dynamic_properties properties(boost::ignore_other_properties);
  properties.property("label", boost::get(&NodeData::label, graph));
  properties.property("named", boost::get(&NodeData::named, graph));
  properties.property("label", boost::get(&EdgeData::label, graph));
  properties.property("weight", boost::get(&EdgeData::weight, graph));
  std::ifstream in(argv[1]);
  boost::read_graphml(in, graph, properties);

  std::set<std::pair<std::size_t, std::size_t>> pairs;
  double weights = 0;
  for (auto [at, end] = boost::edges(graph); at != end; ++at) {
    pairs.emplace(boost::source(*at, graph), boost::target(*at, graph));
    weights += graph[*at].weight;
  }
  const std::string found = "{\"nodes\":" + std::to_string(boost::num_vertices(graph)) +
                            ",\"edges\":" + std::to_string(boost::num_edges(graph)) +
                            ",\"pairs\":" + std::to_string(pairs.size()) +
                            ",\"weights\":" + std::to_string(static_cast<long>(weights)) + "}";
  std::string expected;
  std::getline(std::ifstream(argv[2]) >> std::ws, expected);
  std::cout << "expected " << expected << "\nfound    " << found << '\n';
  return found == expected ? 0 : 1;
}
