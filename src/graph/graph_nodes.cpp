#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "base/sort_distinct.hpp"
#include "base/utf8.hpp"
#include "graph/graph_assembler.hpp"
#include "graph/time_span.hpp"

namespace maillon {

namespace {

/// Most frequent, then longest in bytes, then bytewise smallest.
std::string_view canonical(const std::map<std::string_view, std::uint32_t>& counts) {
  std::string_view best;
  std::uint32_t best_count = 0;
  for (const auto& [name, count] : counts) {
    if (count > best_count || (count == best_count && name.size() > best.size())) {
      best = name;
      best_count = count;
    }
  }
  return best;
}

/// A person's canonical name has more than one part wherever an article gives it in full.
void keep_full_names(std::map<std::string_view, std::uint32_t>& labels) {
  const auto is_short = [](const auto& item) { return item.first.find(' ') == std::string_view::npos; };
  if (std::all_of(labels.begin(), labels.end(), is_short)) return;
  std::erase_if(labels, is_short);
}

/// Of "gouvernement" and "gouvernement danois" the second tells which one it is.
void keep_qualified_names(std::map<std::string_view, std::uint32_t>& labels) {
  const auto words = [](std::string_view name) { return std::count(name.begin(), name.end(), ' '); };
  auto fewest = words(labels.begin()->first), most = fewest;
  for (const auto& [name, count] : labels) {
    fewest = std::min(fewest, words(name));
    most = std::max(most, words(name));
  }
  if (most > fewest) std::erase_if(labels, [&](const auto& item) { return words(item.first) == fewest; });
}

}  // namespace

void GraphAssembler::add_documents() {
  StringPool& pool = graph_.pool_;
  for (const Extraction* x : documents_) {
    graph_.documents_.push_back({pool.intern(x->document), pool.intern(x->title), pool.intern(x->date),
                                 pool.intern(x->source), pool.intern(x->url), pool.intern(x->content_hash),
                                 x->sentences, x->words});
  }
}

/// Named entities are nodes in any case, phrases only where a statement or an event speaks of them.
void GraphAssembler::mark_used() {
  used_.assign(entities_.clusters.size(), false);
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    const Extraction& x = *documents_[d];
    const auto use = [&](std::uint32_t entity) {
      if (entity != kNone) used_[entities_.cluster_of(d, entity)] = true;
    };
    for (std::uint32_t e = 0; e < x.entities.size(); ++e)
      if (x.entities[e].named) use(e);
    for (const Statement& s : x.statements) {
      if (!counts(s)) continue;
      use(s.subject.entity);
      use(s.object.entity);
      if (s.qualifiers.place) use(s.qualifiers.place->entity);
      for (const Participant& p : s.qualifiers.attribution) use(p.entity);
    }
    for (const Event& e : x.events) {
      for (const std::uint32_t p : e.participants) use(p);
      if (e.place) use(e.place->entity);
    }
  }
}

List<std::string_view> GraphAssembler::other_names(const std::set<std::string_view>& names,
                                                   std::string_view label) {
  std::vector<std::string_view> out;
  for (const std::string_view name : names)
    if (name != label) out.push_back(graph_.pool_.intern(name));
  return graph_.texts_.store(out);
}

/// A counting sort of all entities by cluster.
void GraphAssembler::gather_members() {
  member_offsets_.assign(entities_.clusters.size() + 1, 0);
  for (const std::uint32_t cluster : entities_.members) ++member_offsets_[cluster + 1];
  std::partial_sum(member_offsets_.begin(), member_offsets_.end(), member_offsets_.begin());
  std::vector<std::uint32_t> next(member_offsets_.begin(), member_offsets_.end() - 1);
  members_.resize(entities_.members.size());
  for (std::uint32_t d = 0; d < documents_.size(); ++d)
    for (std::uint32_t e = 0; e < documents_[d]->entities.size(); ++e)
      members_[next[entities_.cluster_of(d, e)]++] = {d, e};
}

GraphAssembler::Draft GraphAssembler::entity_draft(std::uint32_t cluster) {
  StringPool& pool = graph_.pool_;
  Draft out;
  out.entity_cluster = cluster;
  std::map<std::string_view, std::uint32_t> labels;
  std::set<std::string_view> names, isos, iris;
  for (const EntityRef m : members(cluster)) {
    const ExtractedEntity& e = documents_[m.document]->entities[m.entity];
    ++labels[e.label];
    names.insert(e.label);
    names.insert(e.aliases.begin(), e.aliases.end());
    if (!e.iso3166.empty()) isos.insert(e.iso3166);
    if (!e.iri.empty()) iris.insert(e.iri);
    out.node.named = out.node.named || e.named;
    out.documents.push_back(m.document);
  }
  out.node.type = entities_.clusters[cluster].type;
  if (out.node.type == EntityType::Person) keep_full_names(labels);
  if (entities_.clusters[cluster].is_organ) keep_qualified_names(labels);
  const std::string_view label = canonical(labels);
  sort_distinct(out.documents);
  out.node.documents = graph_.indices_.store(out.documents);
  out.node.label = pool.intern(label);
  out.node.aliases = other_names(names, label);
  if (!isos.empty()) out.node.iso3166 = pool.intern(*isos.begin());
  if (!iris.empty()) out.node.iri = pool.intern(*iris.begin());
  out.id = entity_id(out.node.type, label);
  if (entities_.clusters[cluster].document_bound)
    out.id += '~' + documents_[members(cluster).front().document]->document;
  return out;
}

GraphAssembler::Draft GraphAssembler::event_draft(std::uint32_t cluster) {
  StringPool& pool = graph_.pool_;
  Draft out;
  out.event_cluster = cluster;
  out.node.type = EntityType::Event;
  out.node.is_event = true;
  std::map<std::string_view, std::uint32_t> labels, lemmas, types, relations;
  std::set<std::string_view> names;
  // The most precise time: the shortest span, then the bytewise smallest value.
  std::tuple<std::int64_t, std::string_view> best_time{0, {}};
  for (const EventRef m : events_.clusters[cluster]) {
    const Event& e = documents_[m.document]->events[m.event];
    ++labels[e.label];
    ++lemmas[e.lemma];
    if (!e.type.empty()) ++types[e.type];
    names.insert(e.label);
    ++relations[e.relation];
    out.documents.push_back(m.document);
    const auto span = e.time ? parse_time(e.time->value) : std::nullopt;
    if (!span) continue;
    const std::tuple<std::int64_t, std::string_view> time{std::int64_t{span->last} - span->first,
                                                          e.time->value};
    if (std::get<1>(best_time).empty() || time < best_time) best_time = time;
  }
  const std::string_view label = canonical(labels), time = std::get<1>(best_time);
  sort_distinct(out.documents);
  out.node.documents = graph_.indices_.store(out.documents);
  out.node.label = pool.intern(label);
  out.node.relation = pool.intern(canonical(relations));
  out.node.lemma = pool.intern(canonical(lemmas));
  out.node.event_type = pool.intern(canonical(types));
  out.node.time = pool.intern(time);
  out.node.aliases = other_names(names, label);
  out.id = entity_id(EntityType::Event, label);
  const EventRef first = events_.clusters[cluster].front();
  out.id += time.empty() ? '~' + documents_[first.document]->document : '@' + std::string(time);
  return out;
}

/// Two bearers of one id (homonyms, two rounds of talks in one month) are told apart by their first document,
/// and by a number where even that is the same.
void GraphAssembler::make_ids_unique(std::vector<Draft>& drafts) {
  std::set<std::string> taken;
  for (Draft& d : drafts) {
    if (taken.insert(d.id).second) continue;
    const std::string base = d.id + '~' + std::to_string(d.node.documents.front());
    d.id = base;
    for (std::uint32_t n = 2; !taken.insert(d.id).second; ++n) d.id = base + '-' + std::to_string(n);
  }
}

void GraphAssembler::add_nodes() {
  gather_members();
  mark_used();
  std::vector<Draft> drafts;
  for (std::uint32_t c = 0; c < entities_.clusters.size(); ++c)
    if (used_[c]) drafts.push_back(entity_draft(c));
  for (std::uint32_t c = 0; c < events_.clusters.size(); ++c) drafts.push_back(event_draft(c));
  // The bearer in most documents keeps the plain id.
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    if (a.id != b.id) return a.id < b.id;
    return a.node.documents.size() > b.node.documents.size();
  });
  make_ids_unique(drafts);
  std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.id < b.id; });

  entity_node_.assign(entities_.clusters.size(), kNone);
  event_node_.assign(events_.clusters.size(), kNone);
  for (Draft& d : drafts) {
    const auto index = static_cast<std::uint32_t>(graph_.nodes_.size());
    if (d.entity_cluster != kNone) entity_node_[d.entity_cluster] = index;
    if (d.event_cluster != kNone) event_node_[d.event_cluster] = index;
    d.node.id = graph_.pool_.intern(d.id);
    graph_.nodes_.push_back(std::move(d.node));
  }
  resolve_event_places();
}

/// The place that most reports give; of equals the one that is no state, then the smallest id.
void GraphAssembler::resolve_event_places() {
  for (std::uint32_t c = 0; c < events_.clusters.size(); ++c) {
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const EventRef m : events_.clusters[c]) {
      const Event& e = documents_[m.document]->events[m.event];
      if (e.place && e.place->entity != kNone) ++counts[node_of(m.document, *e.place)];
    }
    std::tuple<std::uint32_t, bool> best{0, false};
    for (const auto& [node, count] : counts) {
      const std::tuple<std::uint32_t, bool> rank{count, graph_.nodes_[node].type != EntityType::State};
      if (rank <= best) continue;
      best = rank;
      graph_.nodes_[event_node_[c]].place = node;
    }
  }
}

/// A row for each name of a node: how the articles that use it came to it. Names that only the article's own
/// coreference gave come last.
void GraphAssembler::add_merges() {
  StringPool& pool = graph_.pool_;
  std::vector<std::vector<const Resolution::Link*>> links(entities_.clusters.size());
  for (const Resolution::Link& link : entities_.links) links[link.cluster].push_back(&link);
  for (std::uint32_t c = 0; c < entities_.clusters.size(); ++c) {
    if (entity_node_[c] == kNone) continue;
    std::map<std::string_view, std::vector<std::uint32_t>> labels;
    std::map<std::string_view, std::pair<std::string_view, std::vector<std::uint32_t>>> aliases;
    for (const EntityRef m : members(c)) {
      const ExtractedEntity& e = documents_[m.document]->entities[m.entity];
      labels[e.label].push_back(m.document);
      for (const std::string& alias : e.aliases) {
        auto& [label, documents] = aliases[alias];
        if (documents.empty()) label = e.label;
        documents.push_back(m.document);
      }
    }
    if (labels.size() + aliases.size() == 1 && members(c).size() == 1) continue;
    const auto add = [&](std::string_view name, std::vector<std::uint32_t> documents, std::string_view other,
                         std::string_view rule, std::string_view detail) {
      sort_distinct(documents);
      graph_.merges_.push_back({entity_node_[c], graph_.indices_.store(documents), pool.intern(name),
                                pool.intern(other), pool.intern(rule), pool.intern(detail)});
    };
    std::set<std::string_view> explained;
    for (const Resolution::Link* link : links[c])
      if (const auto label = labels.find(link->other); label != labels.end())
        if (explained.insert(label->first).second)
          add(label->first, label->second, link->name, link->rule, link->detail);
    for (const auto& [label, documents] : labels)
      if (explained.insert(label).second) add(label, documents, label, "same-name", NameKeys::plain(label));
    for (const auto& [alias, found] : aliases)
      if (explained.insert(alias).second)
        add(alias, found.second, found.first, "coreference",
            "one thing within the article, or in a user's file");
  }
  std::stable_sort(graph_.merges_.begin(), graph_.merges_.end(),
                   [](const MergeReason& a, const MergeReason& b) { return a.node < b.node; });
}

}  // namespace maillon
