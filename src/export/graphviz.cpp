#include "export/graphviz.hpp"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <array>
#include <memory>

#include "export/text.hpp"

extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library, gvplugin_neato_layout_LTX_library;
}

namespace maillon {

namespace {

/// neato without its search for positions: it takes those that are there (`neato -n`).
constexpr const char* kEngine = "nop";
constexpr const char* kRenderer = "svg:svg:core";

std::mutex& library_lock() {
  static std::mutex lock;
  return lock;
}

/// What Graphviz had to say since it was last asked; under the lock. It would go to standard error else.
std::string& messages() {
  static std::string text;
  return text;
}
int remember(char* message) { return messages() += message, 0; }

GVC_t* context() {
  static std::array<lt_symlist_t, 3> plugins = {
      {{"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
       {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
       {nullptr, nullptr}}};
  struct Free {
    void operator()(GVC_t* made) const { gvFreeContext(made); }
  };
  constexpr int kNoOtherPlugins = 0;
  static const std::unique_ptr<GVC_t, Free> instance(gvContextPlugins(plugins.data(), kNoOtherPlugins));
  return instance.get();
}

/// libcgraph's functions take texts that they only read as char*.
char* chars(const char* of) { return const_cast<char*>(of); }
char* chars(const std::string& of) { return const_cast<char*>(of.c_str()); }

void set_value(void* item, const char* attribute, const std::string& value) {
  agsafeset(item, chars(attribute), chars(value), chars(""));
}

/// Entities (&eacute;) would be replaced in what is escaped below, were it not for their ampersand.
std::string escaped(std::string_view plain, std::string_view backslash, bool in_one_line) {
  std::string out, buffer;
  for (const char c : legal_xml(plain, buffer)) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '\\') {
      out += backslash;
    } else {
      out += in_one_line && (c == '\n' || c == '\r' || c == '\t') ? ' ' : c;
    }
  }
  return out;
}

/// Titles have entities, but no escapes. What differs stays different.
std::string name_of(const std::string& plain) { return escaped(plain, "\\", false); }

}  // namespace

std::string graphviz_label(std::string_view plain) { return escaped(plain, R"(\\)", true); }
std::string graphviz_tooltip(std::string_view plain) { return escaped(plain, R"(\\\\)", true); }

GraphvizGraph::GraphvizGraph(const std::string& title) : alone_(library_lock()) {
  context();  // gives graphs that are made afterwards their defaults
  graph_ = agopen(chars(name_of(title)), Agdirected, nullptr);
}

GraphvizGraph::~GraphvizGraph() { agclose(graph_); }

Agnode_s* GraphvizGraph::node(const std::string& name) { return agnode(graph_, chars(name_of(name)), 1); }

Agedge_s* GraphvizGraph::edge(Agnode_s* from, Agnode_s* to, const std::string& name) {
  return agedge(graph_, from, to, chars(name_of(name)), 1);
}

void GraphvizGraph::set(const char* attribute, const std::string& value) {
  set_value(graph_, attribute, value);
}
void GraphvizGraph::set(Agnode_s* node, const char* attribute, const std::string& value) {
  set_value(node, attribute, value);
}
void GraphvizGraph::set(Agedge_s* edge, const char* attribute, const std::string& value) {
  set_value(edge, attribute, value);
}
void GraphvizGraph::set_for_nodes(const char* attribute, const std::string& value) {
  agattr(graph_, AGNODE, chars(attribute), chars(value));
}
void GraphvizGraph::set_for_edges(const char* attribute, const std::string& value) {
  agattr(graph_, AGEDGE, chars(attribute), chars(value));
}
void GraphvizGraph::set_html_label(const std::string& html) {
  char* shared = agstrdup_html(graph_, chars(html));
  agsafeset(graph_, chars("label"), shared, chars(""));
  agstrfree(graph_, shared);
}

Result<std::string> GraphvizGraph::svg() {
  messages().clear();
  agreseterrors();
  const agusererrf before = agseterrf(remember);
  char* bytes = nullptr;
  unsigned size = 0;
  const bool is_laid_out = gvLayout(context(), graph_, kEngine) == 0;
  const bool ok = is_laid_out && gvRenderData(context(), graph_, kRenderer, &bytes, &size) == 0;
  std::string out(bytes == nullptr ? "" : bytes, size);
  gvFreeRenderData(bytes);
  if (is_laid_out) gvFreeLayout(context(), graph_);
  agseterrf(before);
  // The engine reports success whatever happened to it.
  if (!ok || agerrors() >= AGERR) return error_in({}, "Graphviz could not draw the graph: " + messages());
  return out;
}

}  // namespace maillon
