#include "graph/event_merger.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/time_span.hpp"

namespace maillon {

namespace {

constexpr std::int32_t kReportWindowDays = 14;
/// More participants than this add nothing to blocking.
constexpr std::size_t kBlockedParticipants = 12;

struct Report {
  EventRef ref;
  std::string_view relation;
  std::optional<TimeSpan> time, published;
  std::uint32_t place = kNone;  ///< entity cluster
  bool place_is_state = false;
  std::vector<std::uint32_t> parties;  ///< entity clusters of the named participants, sorted
};

struct Cluster {
  std::string_view relation;
  std::optional<TimeSpan> time;       ///< what all timed reports have in common
  std::optional<TimeSpan> published;  ///< from the first to the last article
  std::uint32_t place = kNone;        ///< the first that is no state, else the first
  bool place_is_state = false;
  std::vector<std::uint32_t> parties;
  std::vector<EventRef> members;
};

std::vector<std::uint32_t> intersection(const std::vector<std::uint32_t>& a,
                                        const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

bool published_together(const Cluster& c, const Report& r) {
  if (!c.published || !r.published) return false;
  return TimeSpan{c.published->first - kReportWindowDays, c.published->last + kReportWindowDays}.overlaps(
      *r.published);
}

bool agree(const Cluster& c, const Report& r) {
  const std::size_t shared = intersection(c.parties, r.parties).size();
  const bool timed = c.time && r.time;
  if (timed && !c.time->overlaps(*r.time)) return false;
  if (!timed && !published_together(c, r)) return false;
  // A town and its state agree as far as can be known; two towns or two states do not.
  if (c.place != kNone && r.place != kNone && c.place != r.place && c.place_is_state == r.place_is_state)
    return false;
  if (shared >= 2) return true;
  return shared == 1 && c.parties.size() == 1 && r.parties.size() == 1 && timed && c.time == r.time &&
         c.time->first == c.time->last;
}

void join(Cluster& c, const Report& r) {
  if (r.time)
    c.time = c.time ? TimeSpan{std::max(c.time->first, r.time->first), std::min(c.time->last, r.time->last)}
                    : *r.time;
  if (r.published) {
    c.published = c.published ? TimeSpan{std::min(c.published->first, r.published->first),
                                         std::max(c.published->last, r.published->last)}
                              : *r.published;
  }
  if (r.place != kNone && (c.place == kNone || (c.place_is_state && !r.place_is_state))) {
    c.place = r.place;
    c.place_is_state = r.place_is_state;
  }
  std::vector<std::uint32_t> all;
  std::set_union(c.parties.begin(), c.parties.end(), r.parties.begin(), r.parties.end(),
                 std::back_inserter(all));
  c.parties = std::move(all);
  c.members.push_back(r.ref);
}

Report report_of(const std::vector<const Extraction*>& documents, const Resolution& entities, EventRef ref) {
  const Extraction& x = *documents[ref.document];
  const Event& event = x.events[ref.event];
  Report out;
  out.ref = ref;
  out.relation = event.relation.empty() ? event.lemma : event.relation;
  if (event.time) out.time = parse_time(event.time->value);
  out.published = parse_time(x.date);
  if (event.place && event.place->entity != kNone) {
    out.place = entities.cluster_of(ref.document, event.place->entity);
    out.place_is_state = x.entities[event.place->entity].type == EntityType::State;
  }
  for (const std::uint32_t e : event.participants)
    if (x.entities[e].named || x.entities[e].type == EntityType::State)
      out.parties.push_back(entities.cluster_of(ref.document, e));
  std::sort(out.parties.begin(), out.parties.end());
  out.parties.erase(std::unique(out.parties.begin(), out.parties.end()), out.parties.end());
  return out;
}

using BlockKey = std::tuple<std::string_view, std::uint32_t, std::uint32_t>;  ///< relation and two parties

std::vector<BlockKey> blocks_of(const Report& r) {
  std::vector<BlockKey> out;
  const std::size_t count = std::min(r.parties.size(), kBlockedParticipants);
  if (count == 1) out.emplace_back(r.relation, r.parties[0], kNone);
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = i + 1; j < count; ++j) out.emplace_back(r.relation, r.parties[i], r.parties[j]);
  return out;
}

}  // namespace

EventMerge merge_events(const std::vector<const Extraction*>& documents, const Resolution& entities) {
  std::vector<Report> reports;
  for (std::uint32_t d = 0; d < documents.size(); ++d)
    for (std::uint32_t e = 0; e < documents[d]->events.size(); ++e)
      reports.push_back(report_of(documents, entities, {d, e}));
  // Dated reports first: an undated one then finds the event, and does not tie two of them together.
  std::stable_partition(reports.begin(), reports.end(), [](const Report& r) { return r.time.has_value(); });

  std::vector<Cluster> clusters;
  std::map<BlockKey, std::vector<std::uint32_t>> blocks;
  for (const Report& r : reports) {
    std::uint32_t best = kNone;
    std::size_t best_shared = 0;
    const std::vector<BlockKey> keys = blocks_of(r);
    for (const BlockKey& key : keys) {
      const auto block = blocks.find(key);
      if (block == blocks.end()) continue;
      for (const std::uint32_t c : block->second) {
        if (!agree(clusters[c], r)) continue;
        const std::size_t shared = intersection(clusters[c].parties, r.parties).size();
        if (best == kNone || shared > best_shared || (shared == best_shared && c < best)) {
          best = c;
          best_shared = shared;
        }
      }
    }
    if (best == kNone) {
      best = static_cast<std::uint32_t>(clusters.size());
      clusters.emplace_back().relation = r.relation;
    }
    join(clusters[best], r);
    for (const BlockKey& key : keys) {
      auto& block = blocks[key];
      if (std::find(block.begin(), block.end(), best) == block.end()) block.push_back(best);
    }
  }

  const auto before = [](EventRef a, EventRef b) {
    return std::pair(a.document, a.event) < std::pair(b.document, b.event);
  };
  for (Cluster& c : clusters) std::sort(c.members.begin(), c.members.end(), before);
  std::sort(clusters.begin(), clusters.end(),
            [&](const Cluster& a, const Cluster& b) { return before(a.members.front(), b.members.front()); });
  EventMerge out;
  for (const Extraction* x : documents) out.cluster_of.emplace_back(x->events.size());
  for (Cluster& c : clusters) {
    for (const EventRef m : c.members)
      out.cluster_of[m.document][m.event] = static_cast<std::uint32_t>(out.clusters.size());
    out.clusters.push_back(std::move(c.members));
  }
  return out;
}

}  // namespace maillon
