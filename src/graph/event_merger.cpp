#include "graph/event_merger.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/sort_distinct.hpp"
#include "graph/name_keys.hpp"
#include "graph/name_table.hpp"
#include "graph/time_span.hpp"

namespace maillon {

namespace {

/// More participants than this add nothing to blocking.
constexpr std::size_t kBlockedParticipants = 12;
/// Shorter words of a phrase are small words.
constexpr std::size_t kWordBytes = 4;

using Clusters = std::vector<std::uint32_t>;  ///< of entities; sorted, distinct

struct Report {
  EventRef ref;
  std::string_view relation, kind;  ///< kind: the relation's class
  std::optional<TimeSpan> time, published;
  std::uint32_t place = kNone;  ///< entity cluster
  bool place_is_state = false;
  bool denied = false;
  Clusters parties;                 ///< named participants
  Clusters actors;                  ///< those of them that act
  std::vector<std::string> things;  ///< words of the other participants
};

struct Cluster {
  std::string_view relation, kind;    ///< of its first report
  std::optional<TimeSpan> time;       ///< what all timed reports have in common
  std::optional<TimeSpan> published;  ///< from the first to the last article
  std::uint32_t place = kNone;        ///< the first that is no state, else the first
  bool place_is_state = false;
  bool denied = false;
  Clusters parties, actors;
  std::vector<std::string> things;
  std::vector<EventRef> members;
};

template <class T>
std::size_t shared_count(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out.size();
}

template <class T>
void unite(std::vector<T>& into, const std::vector<T>& from) {
  std::vector<T> all;
  std::set_union(into.begin(), into.end(), from.begin(), from.end(), std::back_inserter(all));
  into = std::move(all);
}

bool is_day(const std::optional<TimeSpan>& time) { return time && time->first == time->last; }

/// One of the two has no word that the other lacks.
bool same_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return !a.empty() && !b.empty() && shared_count(a, b) == std::min(a.size(), b.size());
}

/// When the article came out; without a date, the latest day that it tells of as past or present.
std::optional<TimeSpan> publication(const Extraction& x) {
  if (const auto stated = parse_time(x.date)) return stated;
  std::optional<TimeSpan> latest;
  for (const Statement& s : x.statements) {
    if (!s.qualifiers.time || s.qualifiers.modality == Modality::future) continue;
    const auto day = parse_time(s.qualifiers.time->value);
    if (is_day(day) && (!latest || latest->first < day->first)) latest = day;
  }
  return latest;
}

TimeSpan around(TimeSpan time, std::int32_t days) { return {time.first - days, time.last + days}; }

/// Participants, with the place among them: a visit's place is where the meeting is held.
Clusters with_place(Clusters parties, std::uint32_t place) {
  if (place != kNone) parties.insert(std::lower_bound(parties.begin(), parties.end(), place), place);
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  return parties;
}

class Merger {
 public:
  Merger(const std::vector<const Extraction*>& documents, const Resolution& entities, const EventRules& rules)
      : documents_(documents), entities_(entities), rules_(rules) {}

  EventMerge run();

 private:
  /// Class of relations, a party, and what they have in common with it: another party, a day or a word.
  using BlockKey = std::tuple<std::string_view, std::uint32_t, std::uint32_t, std::string_view>;

  Report report(EventRef ref, const std::optional<TimeSpan>& published) const;
  void add_roles(const Extraction&, Report&) const;
  bool agree(const Cluster&, const Report&) const;
  /// Nothing where neither says when.
  std::optional<bool> times_agree(const Cluster&, const Report&) const;
  static void join(Cluster&, const Report&);
  static std::vector<BlockKey> blocks_of(const Report&);
  std::uint32_t choose(const Report&, const std::vector<BlockKey>&) const;
  EventMerge result();

  const std::vector<const Extraction*>& documents_;
  const Resolution& entities_;
  const EventRules& rules_;
  std::vector<Cluster> clusters_;
  std::map<BlockKey, std::vector<std::uint32_t>> blocks_;
};

Report Merger::report(EventRef ref, const std::optional<TimeSpan>& published) const {
  const Extraction& x = *documents_[ref.document];
  const Event& event = x.events[ref.event];
  Report out;
  out.ref = ref;
  out.relation = event.relation.empty() ? event.lemma : event.relation;
  out.kind = rules_.class_of(out.relation);
  if (event.time) out.time = parse_time(event.time->value);
  out.published = published;
  if (event.place && event.place->entity != kNone) {
    out.place = entities_.cluster_of(ref.document, event.place->entity);
    out.place_is_state = x.entities[event.place->entity].type == EntityType::State;
  }
  for (const std::uint32_t e : event.participants) {
    const ExtractedEntity& entity = x.entities[e];
    if (entity.named || entity.type == EntityType::State) {
      out.parties.push_back(entities_.cluster_of(ref.document, e));
    } else {
      const std::string plain = NameKeys::plain(entity.label);  // outlives its parts
      for (const std::string_view word : parts_of(plain))
        if (word.size() >= kWordBytes) out.things.emplace_back(word);
    }
  }
  sort_distinct(out.parties);
  sort_distinct(out.things);
  // Where two meet is no third party; where one goes is the second.
  if (out.parties.size() > 2) std::erase(out.parties, out.place);
  return out;
}

/// Who acts in the statements that tell of the event, and whether they only deny it.
void Merger::add_roles(const Extraction& x, Report& r) const {
  bool told = false, affirmed = false;
  for (const Statement& s : x.statements) {
    if (s.event != r.ref.event || s.subject.entity == kNone) continue;
    told = true;
    affirmed = affirmed || s.qualifiers.polarity == Polarity::affirmative;
    const std::uint32_t actor = entities_.cluster_of(r.ref.document, s.subject.entity);
    if (std::binary_search(r.parties.begin(), r.parties.end(), actor)) r.actors.push_back(actor);
  }
  r.denied = told && !affirmed;
  sort_distinct(r.actors);
}

std::optional<bool> Merger::times_agree(const Cluster& c, const Report& r) const {
  if (c.time && r.time) return c.time->overlaps(*r.time);
  const auto published_near = [&](const std::optional<TimeSpan>& time) {
    return time && r.published && around(*time, rules_.window_days()).overlaps(*r.published);
  };
  if (!r.published || !(c.time || c.published)) return std::nullopt;
  return published_near(c.time) || published_near(c.published);
}

bool Merger::agree(const Cluster& c, const Report& r) const {
  const std::optional<bool> times = times_agree(c, r);
  if (c.denied != r.denied || times == false) return false;
  const bool one_day = is_day(c.time) && is_day(r.time);
  if (c.relation != r.relation && !one_day) return false;
  // A town and its state agree as far as can be known; two towns or two states do not.
  if (c.place != kNone && r.place != kNone && c.place != r.place && c.place_is_state == r.place_is_state)
    return false;
  const bool both_act =
      !c.actors.empty() && !r.actors.empty() && c.parties.size() > 1 && r.parties.size() > 1;
  if (both_act && rules_.has_direction(r.relation) && shared_count(c.actors, r.actors) == 0) return false;
  if (c.relation != r.relation)
    return shared_count(with_place(c.parties, c.place), with_place(r.parties, r.place)) >= 2;
  if (!times) {
    const std::size_t most = c.parties == r.parties ? c.parties.size() : 0;
    return most > 2 || (most == 2 && same_words(c.things, r.things));
  }
  const std::size_t common = shared_count(c.parties, r.parties);
  if (common >= 2) return true;
  if (common == 0 || std::min(c.parties.size(), r.parties.size()) != 1) return false;
  if (!one_day) return c.parties == r.parties && c.actors == r.actors && same_words(c.things, r.things);
  return c.things.empty() || r.things.empty() || shared_count(c.things, r.things) > 0;
}

void Merger::join(Cluster& c, const Report& r) {
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
  unite(c.parties, r.parties);
  unite(c.actors, r.actors);
  unite(c.things, r.things);
  c.members.push_back(r.ref);
}

std::vector<Merger::BlockKey> Merger::blocks_of(const Report& r) {
  std::vector<BlockKey> out;
  Clusters parties = with_place(r.parties, r.place);
  parties.resize(std::min(parties.size(), kBlockedParticipants));
  // On a stated day one participant may be enough.
  if (is_day(r.time))
    for (const std::uint32_t p : parties)
      out.emplace_back(r.kind, p, static_cast<std::uint32_t>(r.time->first), "");
  // One participant and what the event concerns may be enough, too.
  if (r.parties.size() == 1)
    for (const std::string& word : r.things) out.emplace_back(r.kind, r.parties[0], kNone, word);
  for (std::size_t i = 0; i < parties.size(); ++i)
    for (std::size_t j = i + 1; j < parties.size(); ++j) out.emplace_back(r.kind, parties[i], parties[j], "");
  return out;
}

/// The agreeing cluster that most participants are common with, of equals one of the same relation, then the
/// first.
std::uint32_t Merger::choose(const Report& r, const std::vector<BlockKey>& keys) const {
  std::uint32_t best = kNone;
  std::tuple<std::size_t, bool, std::uint32_t> best_rank;
  for (const BlockKey& key : keys) {
    const auto block = blocks_.find(key);
    if (block == blocks_.end()) continue;
    for (const std::uint32_t c : block->second) {
      if (!agree(clusters_[c], r)) continue;
      const std::tuple rank{shared_count(clusters_[c].parties, r.parties),
                            clusters_[c].relation == r.relation, ~c};
      if (best != kNone && rank <= best_rank) continue;
      best = c;
      best_rank = rank;
    }
  }
  return best;
}

EventMerge Merger::run() {
  std::vector<Report> reports;
  for (std::uint32_t d = 0; d < documents_.size(); ++d) {
    const auto published = publication(*documents_[d]);
    for (std::uint32_t e = 0; e < documents_[d]->events.size(); ++e) {
      reports.push_back(report({d, e}, published));
      add_roles(*documents_[d], reports.back());
    }
  }
  // Dated reports first: an undated one then finds the event, and does not tie two of them together.
  std::stable_partition(reports.begin(), reports.end(), [](const Report& r) { return r.time.has_value(); });
  for (const Report& r : reports) {
    const std::vector<BlockKey> keys = blocks_of(r);
    std::uint32_t best = choose(r, keys);
    if (best == kNone) {
      best = static_cast<std::uint32_t>(clusters_.size());
      clusters_.emplace_back().relation = r.relation;
      clusters_.back().kind = r.kind;
      clusters_.back().denied = r.denied;
    }
    join(clusters_[best], r);
    for (const BlockKey& key : keys) {
      auto& block = blocks_[key];
      if (std::find(block.begin(), block.end(), best) == block.end()) block.push_back(best);
    }
  }
  return result();
}

EventMerge Merger::result() {
  const auto before = [](EventRef a, EventRef b) {
    return std::pair(a.document, a.event) < std::pair(b.document, b.event);
  };
  for (Cluster& c : clusters_) std::sort(c.members.begin(), c.members.end(), before);
  std::sort(clusters_.begin(), clusters_.end(),
            [&](const Cluster& a, const Cluster& b) { return before(a.members.front(), b.members.front()); });
  EventMerge out;
  for (const Extraction* x : documents_) out.cluster_of.emplace_back(x->events.size());
  for (Cluster& c : clusters_) {
    for (const EventRef m : c.members)
      out.cluster_of[m.document][m.event] = static_cast<std::uint32_t>(out.clusters.size());
    out.clusters.push_back(std::move(c.members));
  }
  return out;
}

}  // namespace

EventMerge merge_events(const std::vector<const Extraction*>& documents, const Resolution& entities,
                        const EventRules& rules) {
  return Merger(documents, entities, rules).run();
}

}  // namespace maillon
