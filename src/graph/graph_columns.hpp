// The one list of what a packed graph holds: packing and unpacking both follow it. For packed_graph only.
#pragma once

#include "graph/graph_parts.hpp"

namespace maillon {

class GraphColumns {
 public:
  /// Calls the archive for every column. `Graph` is a KnowledgeGraph, const where the archive only looks.
  template <class Archive, class Graph>
  static void visit(Archive& a, Graph& g) {
    auto& d = GraphParts::documents(g);
    auto& n = GraphParts::nodes(g);
    auto& e = GraphParts::edges(g);
    auto& s = GraphParts::supports(g);
    auto& m = GraphParts::merges(g);
    a.sizes(d, n, e, s, m);
    documents(a, d);
    nodes(a, n, g);
    edges(a, e, g);
    supports(a, s, g);
    merges(a, m, g);
  }

 private:
  template <class Archive, class Items>
  static void documents(Archive& a, Items& d) {
    using D = SourceDocument;
    for (const auto member : {&D::id, &D::title, &D::date, &D::source, &D::url, &D::content_hash})
      a.text(d, member);
    a.number(d, &D::sentences);
    a.number(d, &D::words);
  }

  template <class Archive, class Items, class Graph>
  static void nodes(Archive& a, Items& n, Graph& g) {
    for (const auto member : {&Node::id, &Node::label, &Node::iso3166, &Node::iri, &Node::event_type,
                              &Node::relation, &Node::lemma, &Node::time})
      a.text(n, member);
    a.enumeration(n, &Node::type, kEntityTypeCount);
    a.enumeration(n, &Node::is_event, 2);
    a.enumeration(n, &Node::named, 2);
    a.index(n, &Node::place, g.nodes().size());
    a.texts(n, &Node::aliases);
    a.indices(n, &Node::documents, g.documents().size());
  }

  template <class Archive, class Items, class Graph>
  static void edges(Archive& a, Items& e, Graph& g) {
    for (const auto member :
         {&Edge::id, &Edge::relation, &Edge::lemma, &Edge::preposition, &Edge::first_time, &Edge::last_time})
      a.text(e, member);
    a.required_index(e, &Edge::source, g.nodes().size());
    a.required_index(e, &Edge::target, g.nodes().size());
    a.index(e, &Edge::place, g.nodes().size());
    a.index(e, &Edge::event, g.nodes().size());
    a.enumeration(e, &Edge::kind, 3);
    a.enumeration(e, &Edge::polarity, 2);
    a.enumeration(e, &Edge::modality, 8);
    a.quantity(e, &Edge::quantity);
    a.indices(e, &Edge::sources, g.nodes().size());
    a.indices(e, &Edge::documents, g.documents().size());
    a.indices(e, &Edge::supports, g.supports().size());
    a.indices(e, &Edge::contradicts, g.edges().size());
    a.real(e, &Edge::confidence);
  }

  template <class Archive, class Items, class Graph>
  static void supports(Archive& a, Items& s, Graph& g) {
    using S = Support;
    for (const auto member : {&S::statement, &S::text, &S::subject, &S::predicate, &S::object, &S::lemma,
                              &S::preposition, &S::time, &S::time_text, &S::rule})
      a.text(s, member);
    a.required_index(s, &S::document, g.documents().size());
    for (const auto member : {&S::sentence, &S::begin, &S::end}) a.number(s, member);
    a.enumeration(s, &S::in_title, 2);
    a.index(s, &S::place, g.nodes().size());
    a.indices(s, &S::attribution, g.nodes().size());
    a.texts(s, &S::trace);
    a.real(s, &S::confidence);
  }

  template <class Archive, class Items, class Graph>
  static void merges(Archive& a, Items& m, Graph& g) {
    using M = MergeReason;
    a.required_index(m, &M::node, g.nodes().size());
    a.indices(m, &M::documents, g.documents().size());
    for (const auto member : {&M::name, &M::other_name, &M::rule, &M::detail}) a.text(m, member);
  }
};

}  // namespace maillon
