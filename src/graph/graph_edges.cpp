#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/hash.hpp"
#include "base/sort_distinct.hpp"
#include "graph/graph_assembler.hpp"
#include "graph/time_span.hpp"

namespace maillon {

namespace {

/// Most frequent, of equals the smallest; the type's own default where nothing was counted.
template <class T>
T most_frequent(const std::map<T, std::uint32_t>& counts, T none) {
  std::uint32_t best = 0;
  for (const auto& [value, count] : counts) {
    if (count <= best) continue;
    best = count;
    none = value;
  }
  return none;
}

/// Keeps the values whose spans begin first and end last.
class TimeRange {
 public:
  void add(std::string_view value) {
    const auto span = parse_time(value);
    if (!span) return;
    if (first_.empty() || std::pair(span->first, value) < std::pair(begin_, first_)) {
      begin_ = span->first;
      first_ = value;
    }
    if (last_.empty() || std::pair(span->last, value) > std::pair(end_, last_)) {
      end_ = span->last;
      last_ = value;
    }
  }
  std::string_view first() const { return first_; }
  std::string_view last() const { return last_; }

 private:
  std::int32_t begin_ = 0, end_ = 0;
  std::string_view first_, last_;
};

/// Both are dated, and the dates never meet: what was denied of one year may be true of the next.
bool apart_in_time(const Edge& a, const Edge& b) {
  const auto span = [](const Edge& e) -> std::optional<TimeSpan> {
    const auto first = parse_time(e.first_time), last = parse_time(e.last_time);
    return first && last ? std::optional(TimeSpan{first->first, last->last}) : std::nullopt;
  };
  const auto x = span(a), y = span(b);
  return x && y && !x->overlaps(*y);
}

}  // namespace

KnowledgeGraph GraphAssembler::assemble() && {
  add_documents();
  add_nodes();
  add_merges();
  add_statement_edges();
  add_event_edges();
  finish_edges();
  link_contradictions();
  return std::move(graph_);
}

std::uint32_t GraphAssembler::add_support(StatementRef ref) {
  StringPool& pool = graph_.pool_;
  const Statement& s = statement(ref);
  Support out;
  out.statement = pool.intern(s.id);
  out.document = ref.document;
  out.sentence = s.evidence.sentence;
  out.begin = s.evidence.begin;
  out.end = s.evidence.end;
  out.in_title = s.evidence.in_title;
  out.text = pool.intern(s.evidence.text);
  out.subject = pool.intern(s.subject.mention);
  out.predicate = pool.intern(s.predicate.text);
  out.object = pool.intern(s.object.mention);
  out.lemma = pool.intern(s.predicate.lemma);
  out.preposition = pool.intern(s.predicate.preposition);
  if (s.qualifiers.time) {
    out.time = pool.intern(s.qualifiers.time->value);
    out.time_text = pool.intern(s.qualifiers.time->text);
  }
  if (s.qualifiers.place) out.place = node_of(ref.document, *s.qualifiers.place);
  std::vector<std::uint32_t> attribution;
  for (const Participant& p : s.qualifiers.attribution)
    if (p.entity != kNone) attribution.push_back(node_of(ref.document, p));
  out.attribution = graph_.indices_.store(attribution);
  out.rule = pool.intern(s.rule);
  std::vector<std::string_view> trace;
  for (const std::string& rule : s.trace) trace.push_back(pool.intern(rule));
  out.trace = graph_.texts_.store(trace);
  out.confidence = s.confidence;
  graph_.supports_.push_back(std::move(out));
  return static_cast<std::uint32_t>(graph_.supports_.size() - 1);
}

/// From content that no further document changes: the key, not the wording that most articles chose.
std::string_view GraphAssembler::edge_id(const Edge& e, std::string_view lemma,
                                         std::string_view preposition) {
  Hasher hash;
  hash.add(graph_.nodes_[e.source].id).add(to_string(e.kind)).add(e.relation).add(lemma).add(preposition);
  hash.add(graph_.nodes_[e.target].id).add(to_string(e.polarity)).add(to_string(e.modality));
  hash.add(e.event == kNone ? std::string_view() : graph_.nodes_[e.event].id);
  if (e.quantity) hash.add(std::to_string(e.quantity->value)).add(e.quantity->unit);
  return graph_.pool_.intern('e' + hash.hex64());
}

Edge GraphAssembler::merged_edge(const StatementGroup& group) {
  Edge out;
  out.source = group.key.subject;
  out.target = group.key.object;
  out.relation = graph_.pool_.intern(group.key.relation);
  out.polarity = group.key.polarity;
  out.modality = group.key.modality;
  out.quantity = group.quantity;
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> predicates;
  std::map<std::uint32_t, std::uint32_t> places;
  std::vector<std::uint32_t> sources, documents, supports;
  std::set<std::uint32_t> events;
  std::size_t turned = 0;  // statements of a symmetric relation told from the other side
  TimeRange time;
  for (const StatementRef ref : group.members) {
    const Statement& s = statement(ref);
    const std::uint32_t index = add_support(ref);
    const Support& support = graph_.supports_[index];
    supports.push_back(index);
    documents.push_back(ref.document);
    sources.insert(sources.end(), support.attribution.begin(), support.attribution.end());
    out.confidence = std::max(out.confidence, support.confidence);
    if (node_of(ref.document, s.subject) != out.source) ++turned;
    ++predicates[{support.lemma, support.preposition}];
    if (support.place != kNone) ++places[support.place];
    events.insert(s.event == kNone ? kNone : event_node_[events_.cluster_of[ref.document][s.event]]);
    time.add(support.time);
  }
  std::tie(out.lemma, out.preposition) = most_frequent(predicates, {});
  out.place = most_frequent(places, kNone);
  out.event = group.key.event;
  out.id = edge_id(out, group.key.lemma, group.key.preposition);
  topic_of_[out.id] = {out.source, out.target, out.relation, graph_.pool_.intern(group.key.lemma),
                       graph_.pool_.intern(group.key.preposition)};
  if (2 * turned > group.members.size()) std::swap(out.source, out.target);
  if (events.size() == 1) out.event = *events.begin();
  out.first_time = time.first();
  out.last_time = time.last();
  sort_distinct(documents);
  sort_distinct(sources);
  out.documents = graph_.indices_.store(documents);
  out.sources = graph_.indices_.store(sources);
  out.supports = graph_.indices_.store(supports);
  return out;
}

void GraphAssembler::add_statement_edges() {
  std::vector<std::pair<StatementKey, StatementRef>> keyed;
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    const std::vector<Statement>& statements = documents_[d]->statements;
    for (std::uint32_t i = 0; i < statements.size(); ++i) {
      const Statement& s = statements[i];
      if (!counts(s)) continue;
      StatementKey key = statements_.key_of(s, node_of(d, s.subject), node_of(d, s.object));
      if (s.event != kNone) {
        const std::uint32_t event = event_node_[events_.cluster_of[d][s.event]];
        if (!graph_.nodes_[event].time.empty()) key.event = event;
      }
      keyed.emplace_back(key, StatementRef{d, i});
    }
  }
  for (const StatementGroup& group : StatementMerger::group(std::move(keyed), documents_))
    graph_.edges_.push_back(merged_edge(group));
}

/// What took part in an event: every participant that an article lists, with the part it plays in the event's
/// statements (subjects act, direct objects undergo).
void GraphAssembler::add_event_edges() {
  struct Part {
    bool acts = false, undergoes = false;
    std::vector<std::uint32_t> documents, supports;
    double confidence = 0;
  };
  std::map<std::pair<std::uint32_t, std::uint32_t>, Part> parts;  // event node, participant node
  std::map<std::pair<std::uint32_t, std::uint32_t>, Part> places;
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    for (std::uint32_t i = 0; i < documents_[d]->events.size(); ++i) {
      const Event& e = documents_[d]->events[i];
      const std::uint32_t event = event_node_[events_.cluster_of[d][i]];
      for (const std::uint32_t p : e.participants)
        parts[{event, entity_node_[entities_.cluster_of(d, p)]}].documents.push_back(d);
      if (e.place && e.place->entity != kNone) places[{event, node_of(d, *e.place)}].documents.push_back(d);
    }
  }
  for (const Edge& edge : graph_.edges_) {
    if (edge.event == kNone || edge.polarity == Polarity::negative) continue;
    const auto add = [&](std::map<std::pair<std::uint32_t, std::uint32_t>, Part>& into, std::uint32_t node,
                         bool subject) {
      const auto at = into.find({edge.event, node});
      if (at == into.end()) return;
      Part& part = at->second;
      part.acts = part.acts || subject;
      part.undergoes = part.undergoes || (!subject && edge.preposition.empty());
      part.documents.insert(part.documents.end(), edge.documents.begin(), edge.documents.end());
      part.supports.insert(part.supports.end(), edge.supports.begin(), edge.supports.end());
      part.confidence = std::max(part.confidence, edge.confidence);
    };
    add(parts, edge.source, true);
    add(parts, edge.target, false);
    if (edge.place != kNone) add(places, edge.place, false);
  }
  const auto emit = [&](auto& ends, Part& part, EdgeKind kind, std::string_view relation) {
    Edge edge;
    edge.kind = kind;
    edge.source = edge.event = ends.first;
    edge.target = ends.second;
    edge.relation = graph_.pool_.intern(relation);
    edge.first_time = edge.last_time = graph_.nodes_[ends.first].time;
    edge.place = graph_.nodes_[ends.first].place;
    sort_distinct(part.documents);
    sort_distinct(part.supports);
    edge.documents = graph_.indices_.store(part.documents);
    edge.supports = graph_.indices_.store(part.supports);
    edge.confidence = part.confidence;
    edge.id = edge_id(edge, {}, {});
    graph_.edges_.push_back(std::move(edge));
  };
  for (auto& [ends, part] : parts)
    emit(ends, part, EdgeKind::participant, part.acts ? "ACTOR" : part.undergoes ? "TARGET" : "PARTICIPANT");
  for (auto& [ends, part] : places) emit(ends, part, EdgeKind::place, "PLACE");
}

/// The final order, and the structure over all.
void GraphAssembler::finish_edges() {
  std::stable_sort(graph_.edges_.begin(), graph_.edges_.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.source, a.target, a.id) < std::tie(b.source, b.target, b.id);
  });
  // The edges are sorted by source, and Boost's counting sort is stable: edge i keeps the index i.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(graph_.edges_.size());
  for (const Edge& e : graph_.edges_) ends.emplace_back(e.source, e.target);
  graph_.structure_ = KnowledgeGraph::Structure(boost::edges_are_unsorted_multi_pass, ends.begin(),
                                                ends.end(), static_cast<std::uint32_t>(graph_.nodes_.size()));
}

void GraphAssembler::link_contradictions() {
  std::vector<Edge>& edges = graph_.edges_;
  std::map<Topic, std::vector<std::uint32_t>> topics;
  for (std::uint32_t i = 0; i < edges.size(); ++i) {
    const auto topic = topic_of_.find(edges[i].id);
    if (topic != topic_of_.end()) topics[topic->second].push_back(i);
  }
  for (const auto& [topic, members] : topics) {
    for (const std::uint32_t a : members) {
      std::vector<std::uint32_t> against;
      for (const std::uint32_t b : members) {
        if (a == b || apart_in_time(edges[a], edges[b])) continue;
        const bool denied = edges[a].polarity != edges[b].polarity;
        const bool counted = !denied && edges[a].quantity && edges[b].quantity &&
                             contradict(*edges[a].quantity, *edges[b].quantity);
        if (denied || counted) against.push_back(b);
      }
      edges[a].contradicts = graph_.indices_.store(against);
    }
  }
}

}  // namespace maillon
