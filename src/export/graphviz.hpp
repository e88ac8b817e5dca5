// Graphviz's library (libcgraph, libgvc; graphviz.org/docs) as far as a picture with positions of its own
// needs it.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct Agraph_s;
struct Agnode_s;
struct Agedge_s;

namespace maillon {

/// A directed graph of Graphviz. Its library keeps its state in globals, so there is one at a time in a
/// process: another thread waits in the constructor.
///
/// Only its core renderer and the engine that keeps positions are linked and used, and no plugin is looked
/// for at run time: with those for fonts (pango, cairo) the bytes would depend on the machine. Widths of
/// letters are from Graphviz's own tables then.
class GraphvizGraph {
 public:
  /// `title` is plain text. A graph without one would be numbered through within the process.
  explicit GraphvizGraph(const std::string& title);
  GraphvizGraph(const GraphvizGraph&) = delete;
  GraphvizGraph& operator=(const GraphvizGraph&) = delete;
  ~GraphvizGraph();

  /// The node of that name, which is plain text and its title. Valid as long as the graph.
  Agnode_s* node(const std::string& name);
  /// The edge of that name between the two.
  Agedge_s* edge(Agnode_s* from, Agnode_s* to, const std::string& name);

  /// Attributes of graphviz.org/doc/info/attrs.html.
  void set(const char* attribute, const std::string& value);
  static void set(Agnode_s* node, const char* attribute, const std::string& value);
  static void set(Agedge_s* edge, const char* attribute, const std::string& value);
  /// Of all nodes, or edges, made afterwards that set no other value.
  void set_for_nodes(const char* attribute, const std::string& value);
  void set_for_edges(const char* attribute, const std::string& value);
  /// The label below the graph, in Graphviz's HTML.
  void set_html_label(const std::string& html);

  /// SVG of the graph, whose nodes have a `pos` in points; edges are routed and labels placed by Graphviz.
  /// Once.
  Result<std::string> svg();

 private:
  std::unique_lock<std::mutex> alone_;
  Agraph_s* graph_ = nullptr;
};

/// Plain text as the value of a label: what Graphviz takes for an escape or an entity stands for itself. Of
/// legal XML characters; line ends become spaces.
std::string graphviz_label(std::string_view text);
/// The same as the value of a tooltip, which is read for escapes twice.
std::string graphviz_tooltip(std::string_view text);

}  // namespace maillon
