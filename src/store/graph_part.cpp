#include "store/graph_part.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "graph/graph_parts.hpp"
#include "store/row_values.hpp"
#include "store/sqlite.hpp"

namespace maillon {

namespace {

using Number = std::int64_t;

std::string_view text_or_none(const sqlite::Query& q, int column) {
  return q.is_null(column) ? std::string_view() : q.view(column);
}

EdgeKind kind_from(std::string_view name) {
  for (const EdgeKind k : {EdgeKind::participant, EdgeKind::place})
    if (to_string(k) == name) return k;
  return EdgeKind::statement;
}

/// Rows that hold their references as row numbers, until all are there and get their places.
class PartReader {
 public:
  explicit PartReader(sqlite3* db)
      : node_(db, "SELECT * FROM nodes WHERE number = ?"),
        aliases_(db, "SELECT name FROM node_names WHERE node = ? AND alias = 1 ORDER BY name"),
        node_articles_(db, "SELECT article FROM node_articles WHERE node = ?"),
        edge_(db, "SELECT * FROM edges WHERE number = ?"),
        edge_sources_(db, "SELECT node FROM edge_sources WHERE edge = ?"),
        edge_articles_(db, "SELECT article FROM edge_articles WHERE edge = ?"),
        evidence_(
            db,
            "SELECT b.article, b.statement, b.place, b.sources, x.id, x.sentence, x.begin, x.\"end\", "
            "x.in_title, t.text, x.subject_mention, x.predicate, x.object_mention, x.lemma, x.preposition, "
            "x.time, x.time_text, x.rule, x.trace, x.confidence FROM edge_statements b JOIN statements x ON "
            "x.article = b.article AND x.number = b.statement JOIN sentences t ON t.article = x.article AND "
            "t.number = x.sentence WHERE b.edge = ? ORDER BY b.rank"),
        contradictions_(db, "SELECT other FROM contradictions WHERE edge = ?"),
        merges_(db, "SELECT * FROM merges WHERE node = ? ORDER BY rank"),
        article_(db,
                 "SELECT id, title, date, source, url, content_hash, sentences, words FROM articles WHERE "
                 "number = ?"),
        incident_(db,
                  "SELECT number, source, target FROM edges WHERE source = ?1 UNION SELECT number, source, "
                  "target FROM edges WHERE target = ?1"),
        beside_(
            db,
            "SELECT number FROM edges WHERE place = ?1 UNION SELECT edge FROM edge_sources WHERE node = ?1"),
        happenings_(db, "SELECT number FROM nodes WHERE place = ?1 AND reported_event = 1"),
        parts_(db,
               "SELECT e.number FROM edges e JOIN nodes n ON n.number = e.source WHERE e.source = ? AND "
               "n.reported_event = 1") {}

  void choose(Number node, std::uint32_t hops) {
    std::vector<Number> front{node};
    std::set<Number> reached{node};
    for (std::uint32_t hop = 0; hop < hops && !front.empty(); ++hop) {
      std::vector<Number> next;
      for (const Number n : front)
        each(incident_, n, [&](const sqlite::Query& q) {
          chosen_.insert(q.integer(0));
          for (const int end : {1, 2})
            if (reached.insert(q.integer(end)).second) next.push_back(q.integer(end));
        });
      front = std::move(next);
    }
    each(beside_, node, [&](const sqlite::Query& q) { chosen_.insert(q.integer(0)); });
    std::vector<Number> events(reached.begin(), reached.end());
    each(happenings_, node, [&](const sqlite::Query& q) {
      events.push_back(q.integer(0));
      node_at_.emplace(q.integer(0), kNone);
    });
    for (const Number event : events)
      each(parts_, event, [&](const sqlite::Query& q) { chosen_.insert(q.integer(0)); });
    const std::vector<Number> before(chosen_.begin(), chosen_.end());
    for (const Number e : before)
      each(contradictions_, e, [&](const sqlite::Query& q) { chosen_.insert(q.integer(0)); });
    node_at_.emplace(node, kNone);
  }

  KnowledgeGraph read(Number node) {
    for (const Number e : chosen_) read_edge(e);
    read_nodes();
    read_merges(node);
    read_documents();
    if (broken_) return {};
    settle();
    GraphParts::make_structure(graph_);
    return std::move(graph_);
  }

  /// The first failure of any query.
  int code() const {
    for (const sqlite::Query* q :
         {&node_, &aliases_, &node_articles_, &edge_, &edge_sources_, &edge_articles_, &evidence_,
          &contradictions_, &merges_, &article_, &incident_, &beside_, &happenings_, &parts_})
      if (!q->ok()) return q->code();
    return broken_ ? SQLITE_CORRUPT : SQLITE_OK;
  }

 private:
  template <class Row>
  void each(sqlite::Query& query, Number key, Row row) {
    query.reset().bind(key);
    while (query.step()) row(query);
  }

  std::string_view keep(std::string_view text) { return GraphParts::strings(graph_).intern(text); }
  /// A row number as it is kept until settle(); one that cannot be is damage.
  std::uint32_t wanted(std::map<Number, std::uint32_t>& rows, Number n) {
    if (n < 0 || n >= Number{kNone}) {
      broken_ = true;
      return kNone;
    }
    rows.emplace(n, kNone);
    return static_cast<std::uint32_t>(n);
  }
  std::uint32_t wanted_node(Number n) { return wanted(node_at_, n); }
  std::uint32_t wanted_node(const sqlite::Query& q, int column) {
    return q.is_null(column) ? kNone : wanted_node(q.integer(column));
  }
  std::uint32_t wanted_article(Number n) { return wanted(article_at_, n); }
  List<std::uint32_t> keep(const std::vector<std::uint32_t>& list) {
    return GraphParts::indices(graph_).store(list);
  }
  template <class Want>
  List<std::uint32_t> list(sqlite::Query& query, Number key, Want want) {
    std::vector<std::uint32_t> out;
    each(query, key, [&](const sqlite::Query& q) { out.push_back(want(q.integer(0))); });
    return keep(out);
  }

  /// `numbers` with spaces between them.
  template <class Use>
  static void for_numbers(std::string_view numbers, Use use) {
    for (const char *p = numbers.data(), *end = p + numbers.size(); p < end; ++p) {
      Number n = 0;
      p = std::from_chars(p, end, n).ptr;
      use(n);
    }
  }

  void read_edge(Number number) {
    bool found = false;
    each(edge_, number, [&](const sqlite::Query& q) {
      found = true;
      Edge e;
      e.id = keep(q.view(1));
      e.source = wanted_node(q.integer(2));
      e.target = wanted_node(q.integer(3));
      e.kind = kind_from(q.view(4));
      e.relation = keep(q.view(5));
      e.lemma = keep(q.view(6));
      e.preposition = keep(q.view(7));
      e.first_time = keep(q.view(8));
      e.last_time = keep(q.view(9));
      e.place = wanted_node(q, 10);
      e.polarity = q.view(11) == to_string(Polarity::negative) ? Polarity::negative : Polarity::affirmative;
      e.modality = modality_from(q.view(12)).value_or(Modality::asserted);
      if (!q.is_null(13)) e.quantity = {q.number(13), comparator_from(q.view(14)), q.text(15)};
      e.event = wanted_node(q, 16);
      e.confidence = q.number(18);
      GraphParts::edges(graph_).push_back(std::move(e));
    });
    if (!found) {
      broken_ = true;
      return;
    }
    Edge& e = GraphParts::edges(graph_).back();
    e.sources = list(edge_sources_, number, [&](Number n) { return wanted_node(n); });
    e.documents = list(edge_articles_, number, [&](Number n) { return wanted_article(n); });
    std::vector<std::uint32_t> against;
    each(contradictions_, number, [&](const sqlite::Query& q) {
      const auto at = chosen_.find(q.integer(0));
      if (at != chosen_.end()) against.push_back(static_cast<std::uint32_t>(q.integer(0)));
    });
    e.contradicts = keep(against);
    std::vector<std::uint32_t> supports;
    each(evidence_, number, [&](const sqlite::Query& q) { supports.push_back(read_support(q)); });
    e.supports = keep(supports);
    edge_at_.emplace(number, static_cast<std::uint32_t>(edge_at_.size()));
  }

  std::uint32_t read_support(const sqlite::Query& q) {
    const auto next = static_cast<std::uint32_t>(graph_.supports().size());
    const auto [at, fresh] = support_at_.try_emplace({q.integer(0), q.integer(1)}, next);
    if (!fresh) return at->second;
    Support s;
    s.document = wanted_article(q.integer(0));
    s.place = wanted_node(q, 2);
    std::vector<std::uint32_t> sources;
    for_numbers(q.view(3), [&](Number n) { sources.push_back(wanted_node(n)); });
    s.attribution = keep(sources);
    s.statement = keep(q.view(4));
    s.sentence = static_cast<std::uint32_t>(q.integer(5));
    s.begin = static_cast<std::uint32_t>(q.integer(6));
    s.end = static_cast<std::uint32_t>(q.integer(7));
    s.in_title = q.integer(8) != 0;
    s.text = keep(q.view(9));
    s.subject = keep(q.view(10));
    s.predicate = keep(q.view(11));
    s.object = keep(q.view(12));
    s.lemma = keep(q.view(13));
    s.preposition = keep(q.view(14));
    s.time = keep(text_or_none(q, 15));
    s.time_text = keep(text_or_none(q, 16));
    s.rule = keep(q.view(17));
    std::vector<std::string_view> trace;
    each_line(q.view(18), [&](std::string_view rule) { trace.push_back(keep(rule)); });
    s.trace = GraphParts::texts(graph_).store(trace);
    s.confidence = q.number(19);
    GraphParts::supports(graph_).push_back(std::move(s));
    return next;
  }

  /// Also the places of events, which are found only here.
  void read_nodes() {
    std::map<Number, Node> nodes;
    for (std::vector<Number> wanted = missing(nodes); !wanted.empty(); wanted = missing(nodes))
      for (const Number n : wanted) nodes.emplace(n, read_node(n));
    std::uint32_t next = 0;
    for (auto& [number, node] : nodes) {
      node_at_[number] = next++;
      GraphParts::nodes(graph_).push_back(std::move(node));
    }
  }
  std::vector<Number> missing(const std::map<Number, Node>& nodes) const {
    std::vector<Number> out;
    for (const auto& [number, place] : node_at_)
      if (!nodes.contains(number)) out.push_back(number);
    return out;
  }

  Node read_node(Number number) {
    Node n;
    bool found = false;
    each(node_, number, [&](const sqlite::Query& q) {
      found = true;
      n.id = keep(q.view(1));
      n.type = entity_type_from(q.view(2));
      n.label = keep(q.view(3));
      n.named = q.integer(4) != 0;
      n.is_event = q.integer(5) != 0;
      n.iso3166 = keep(q.view(6));
      n.iri = keep(q.view(7));
      n.event_type = keep(q.view(9));
      n.relation = keep(q.view(10));
      n.lemma = keep(q.view(11));
      n.time = keep(q.view(12));
      n.place = wanted_node(q, 13);
    });
    broken_ = broken_ || !found;
    std::vector<std::string_view> aliases;
    each(aliases_, number, [&](const sqlite::Query& q) { aliases.push_back(keep(q.view(0))); });
    n.aliases = GraphParts::texts(graph_).store(aliases);
    n.documents = list(node_articles_, number, [&](Number a) { return wanted_article(a); });
    return n;
  }

  void read_merges(Number node) {
    each(merges_, node, [&](const sqlite::Query& q) {
      MergeReason m;
      m.node = static_cast<std::uint32_t>(node);
      m.name = keep(q.view(2));
      std::vector<std::uint32_t> articles;
      for_numbers(q.view(3), [&](Number n) { articles.push_back(wanted_article(n)); });
      m.documents = keep(articles);
      m.other_name = keep(q.view(4));
      m.rule = keep(q.view(5));
      m.detail = keep(q.view(6));
      GraphParts::merges(graph_).push_back(m);
    });
  }

  void read_documents() {
    std::map<std::string, std::pair<Number, SourceDocument>> by_id;
    for (const auto& entry : article_at_) {
      const Number number = entry.first;
      bool found = false;
      each(article_, number, [&](const sqlite::Query& q) {
        found = true;
        SourceDocument d{keep(q.view(0)),
                         keep(q.view(1)),
                         keep(q.view(2)),
                         keep(q.view(3)),
                         keep(q.view(4)),
                         keep(q.view(5)),
                         static_cast<std::uint32_t>(q.integer(6)),
                         static_cast<std::uint32_t>(q.integer(7))};
        by_id.emplace(q.text(0), std::pair(number, d));
      });
      broken_ = broken_ || !found;
    }
    std::uint32_t next = 0;
    for (const auto& [id, item] : by_id) {
      article_at_[item.first] = next++;
      GraphParts::documents(graph_).push_back(item.second);
    }
  }

  // ---- row numbers become indices

  std::uint32_t node_index(std::uint32_t n) const { return n == kNone ? kNone : node_at_.at(n); }
  std::uint32_t document_index(std::uint32_t n) const { return article_at_.at(n); }
  template <class Index>
  List<std::uint32_t> renumbered(List<std::uint32_t> old, Index index_of) {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t n : old) out.push_back(index_of(n));
    std::sort(out.begin(), out.end());
    return keep(out);
  }

  void settle() {
    const auto node = [&](std::uint32_t n) { return node_index(n); };
    const auto document = [&](std::uint32_t n) { return document_index(n); };
    for (Node& n : GraphParts::nodes(graph_)) {
      n.place = node(n.place);
      n.documents = renumbered(n.documents, document);
    }
    for (Edge& e : GraphParts::edges(graph_)) {
      for (std::uint32_t* end : {&e.source, &e.target, &e.place, &e.event}) *end = node(*end);
      e.sources = renumbered(e.sources, node);
      e.documents = renumbered(e.documents, document);
      e.contradicts = renumbered(e.contradicts, [&](std::uint32_t c) { return edge_at_.at(c); });
    }
    for (Support& s : GraphParts::supports(graph_)) {
      s.document = document(s.document);
      s.place = node(s.place);
      std::vector<std::uint32_t> sources;
      for (const std::uint32_t n : s.attribution) sources.push_back(node(n));
      s.attribution = keep(sources);
    }
    for (MergeReason& m : GraphParts::merges(graph_)) {
      m.node = node(m.node);
      m.documents = renumbered(m.documents, document);
    }
  }

  sqlite::Query node_, aliases_, node_articles_, edge_, edge_sources_, edge_articles_, evidence_,
      contradictions_, merges_, article_, incident_, beside_, happenings_, parts_;
  KnowledgeGraph graph_;
  std::set<Number> chosen_;                                         ///< edges
  std::map<Number, std::uint32_t> edge_at_, node_at_, article_at_;  ///< row -> index; kNone: not read yet
  std::map<std::pair<Number, Number>, std::uint32_t> support_at_;   ///< by article and statement
  bool broken_ = false;
};

}  // namespace

Result<KnowledgeGraph> graph_around(const Store& store, std::uint32_t node, std::uint32_t hops) {
  PartReader reader(store.connection());
  reader.choose(node, hops);
  KnowledgeGraph graph = reader.read(node);
  if (const int code = reader.code(); code != SQLITE_OK)
    return sqlite::explain(store.connection(), code, store.path());
  return graph;
}

}  // namespace maillon
