#include "import/article_parts.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace maillon {

namespace {

class ArticleParts {
 public:
  explicit ArticleParts(const KnowledgeGraph& graph)
      : graph_(graph), out_(graph.documents().size()), entity_at_(out_.size()), event_at_(out_.size()) {}

  std::vector<Extraction> make() && {
    for (std::size_t d = 0; d < out_.size(); ++d) describe(graph_.documents()[d], out_[d]);
    for (std::uint32_t n = 0; n < graph_.nodes().size(); ++n)
      for (const std::uint32_t d : graph_.nodes()[n].documents) {
        if (graph_.nodes()[n].is_event) {
          event(d, n);
        } else {
          entity(d, n);
        }
      }
    for (const Edge& e : graph_.edges()) add_parts(e);
    statement_of_.assign(graph_.supports().size(), false);
    for (const Edge& e : graph_.edges())
      if (e.kind == EdgeKind::statement) add_statements(e, e.source, e.target);
    for (const Edge& e : graph_.edges())
      if (e.kind != EdgeKind::statement) add_statements(e, other_part(e), e.target);
    for (Extraction& x : out_)
      std::stable_sort(x.statements.begin(), x.statements.end(), [](const Statement& a, const Statement& b) {
        return a.evidence.sentence < b.evidence.sentence;
      });
    return std::move(out_);
  }

 private:
  static void describe(const SourceDocument& d, Extraction& out) {
    out.document = d.id;
    out.title = d.title;
    out.date = d.date;
    out.source = d.source;
    out.url = d.url;
    out.content_hash = d.content_hash;
    out.sentences = d.sentences;
    out.words = d.words;
  }

  std::uint32_t entity(std::uint32_t document, std::uint32_t node) {
    Extraction& x = out_[document];
    const auto [at, fresh] =
        entity_at_[document].try_emplace(node, static_cast<std::uint32_t>(x.entities.size()));
    if (!fresh) return at->second;
    const Node& n = graph_.nodes()[node];
    ExtractedEntity e;
    e.id = n.id;
    e.type = n.type;
    e.label = n.label;
    e.aliases.assign(n.aliases.begin(), n.aliases.end());
    e.named = n.named;
    e.iso3166 = n.iso3166;
    e.iri = n.iri;
    x.entities.push_back(std::move(e));
    return at->second;
  }

  std::uint32_t event(std::uint32_t document, std::uint32_t node) {
    Extraction& x = out_[document];
    const auto [at, fresh] =
        event_at_[document].try_emplace(node, static_cast<std::uint32_t>(x.events.size()));
    if (!fresh) return at->second;
    const Node& n = graph_.nodes()[node];
    Event e;
    e.id = n.id;
    e.label = n.label;
    e.lemma = n.lemma;
    e.type = n.event_type;
    e.relation = n.relation;
    if (!n.time.empty()) e.time = TimeQualifier{std::string(n.time), {}};
    if (n.place != kNone) e.place = participant(document, n.place);
    x.events.push_back(std::move(e));
    return at->second;
  }

  Participant participant(std::uint32_t document, std::uint32_t node) {
    return {entity(document, node), std::string(graph_.nodes()[node].label)};
  }

  /// What took part in an event, in the articles that say so.
  void add_parts(const Edge& e) {
    if (e.kind != EdgeKind::participant || !graph_.nodes()[e.source].is_event) return;
    for (const std::uint32_t d : e.documents) {
      const std::uint32_t part = entity(d, e.target);
      std::vector<std::uint32_t>& parts = out_[d].events[event(d, e.source)].participants;
      parts.insert(std::lower_bound(parts.begin(), parts.end(), part), part);
    }
  }

  /// Where a view has kept no statement, two participants of the event stand for its ends.
  std::uint32_t other_part(const Edge& e) const {
    const auto& g = graph_.structure();
    for (auto [at, end] = out_edges(e.source, g); at != end; ++at)
      if (const std::uint32_t other = target(*at, g); other != e.target) return other;
    return e.target;
  }

  void add_statements(const Edge& e, std::uint32_t subject, std::uint32_t object) {
    for (const std::uint32_t index : e.supports) {
      if (statement_of_[index]) continue;
      statement_of_[index] = true;
      const Support& s = graph_.supports()[index];
      const std::uint32_t d = s.document;
      Statement out;
      out.id = s.statement;
      out.subject = {entity(d, subject), std::string(s.subject)};
      out.relation = e.relation;
      out.predicate = {std::string(s.lemma), std::string(s.predicate), std::string(s.preposition)};
      out.object = {entity(d, object), std::string(s.object)};
      qualify(out.qualifiers, e, s);
      if (e.event != kNone && graph_.nodes()[e.event].is_event) out.event = event(d, e.event);
      out.evidence = {s.sentence, s.begin, s.end, s.in_title, std::string(s.text)};
      out.rule = s.rule;
      out.trace.assign(s.trace.begin(), s.trace.end());
      out.confidence = s.confidence;
      out_[d].statements.push_back(std::move(out));
    }
  }

  void qualify(Qualifiers& q, const Edge& e, const Support& s) {
    if (!s.time.empty() || !s.time_text.empty())
      q.time = TimeQualifier{std::string(s.time), std::string(s.time_text)};
    if (s.place != kNone) q.place = participant(s.document, s.place);
    for (const std::uint32_t n : s.attribution) q.attribution.push_back(participant(s.document, n));
    q.polarity = e.polarity;
    q.modality = e.modality;
    q.quantity = e.quantity;
  }

  using Numbers = std::unordered_map<std::uint32_t, std::uint32_t>;  // looked up only

  const KnowledgeGraph& graph_;
  std::vector<Extraction> out_;
  std::vector<Numbers> entity_at_, event_at_;  ///< of each document: node -> index
  std::vector<bool> statement_of_;             ///< supports that have become a statement
};

}  // namespace

std::vector<Extraction> article_parts(const KnowledgeGraph& graph) { return ArticleParts(graph).make(); }

}  // namespace maillon
