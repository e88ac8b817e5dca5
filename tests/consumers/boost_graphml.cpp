// Boost's own reader on the strict GraphML of a folder of export-samples: every node and edge in order, with
// its label, the nodes' truth values and the edges' weights, parallel edges apart.
#include <rapidjson/document.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <fstream>
#include <iostream>
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
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, NodeData, EdgeData>;

/// The next line of facts, or null.
const rapidjson::Document* next(std::ifstream& lines) {
  static rapidjson::Document json;
  std::string line;
  if (!std::getline(lines, line)) return nullptr;
  json.Parse(line.data(), line.size());
  return &json;
}

int fail(const std::string& what) {
  std::cout << "not as it should be: " << what << '\n';
  return 1;
}

/// Boost's reader makes runs of white space one space.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space && static_cast<unsigned char>(c) >= 0x20) out += c;  // XML has no other controls
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// No label is compared that holds bytes which are no UTF-8.
bool is_label(const std::string& found, const rapidjson::Document& fact) {
  if (!fact.HasMember("label")) return found.empty();
  const std::string_view wanted(fact["label"].GetString(), fact["label"].GetStringLength());
  return wanted.find('\xFF') != std::string_view::npos || plain(found) == plain(wanted);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  Graph graph;
  boost::dynamic_properties properties(boost::ignore_other_properties);
  properties.property("label", boost::get(&NodeData::label, graph));
  properties.property("named", boost::get(&NodeData::named, graph));
  properties.property("label", boost::get(&EdgeData::label, graph));
  properties.property("weight", boost::get(&EdgeData::weight, graph));
  std::ifstream in(folder + "/strict.graphml");
  boost::read_graphml(in, graph, properties);

  std::ifstream nodes(folder + "/nodes.ndjson"), edges(folder + "/edges.ndjson");
  for (const auto v : boost::make_iterator_range(boost::vertices(graph))) {
    const rapidjson::Document* fact = next(nodes);
    if (fact == nullptr) return fail("more nodes than the graph has");
    if (!is_label(graph[v].label, *fact) || graph[v].named != (*fact)["named"].GetBool())
      return fail("node " + std::to_string(v) + ' ' + graph[v].label.substr(0, 200));
  }
  if (next(nodes) != nullptr) return fail("nodes are missing");
  // Edges of one node stand in file order, and the file is sorted by the nodes that edges leave.
  for (const auto v : boost::make_iterator_range(boost::vertices(graph)))
    for (const auto e : boost::make_iterator_range(boost::out_edges(v, graph))) {
      const rapidjson::Document* fact = next(edges);
      if (fact == nullptr) return fail("more edges than the graph has");
      if (!is_label(graph[e].label, *fact) || graph[e].weight != (*fact)["weight"].GetDouble())
        return fail("edge " + std::to_string(v) + ' ' + graph[e].label.substr(0, 200));
    }
  if (next(edges) != nullptr) return fail("edges are missing");
  std::cout << "boost " << boost::num_vertices(graph) << " nodes, " << boost::num_edges(graph) << " edges\n";
}
