#include "relations/event_builder.hpp"

#include <algorithm>
#include <map>

#include "base/hash.hpp"

namespace maillon {

namespace {

/// What the statements of one predicate tell.
struct Telling {
  std::uint32_t predicate = kNone;
  std::string_view type, relation;
  std::vector<std::uint32_t> participants;  ///< sorted, distinct
  std::vector<std::uint32_t> core;          ///< subject and direct object: who makes it this event
  const TimeQualifier* time = nullptr;
  const Participant* place = nullptr;
  bool denied = false;
  std::vector<std::uint32_t> statements;
};

void insert_sorted(std::vector<std::uint32_t>& list, std::uint32_t value) {
  const auto at = std::lower_bound(list.begin(), list.end(), value);
  if (at == list.end() || *at != value) list.insert(at, value);
}

class EventBuilder {
 public:
  EventBuilder(const PredicateGraph& graph, const StatementOrigins& origins, Extraction& out)
      : g_(graph),
        origins_(origins),
        out_(out),
        at_(graph.predicates.size(), kNone),
        event_of_(graph.predicates.size(), kNone) {
    for (const Mention& m : graph.mentions().mentions)
      if (m.told_by != kNone) told_by_.try_emplace(m.entity, m.told_by);
  }

  void run() {
    collect();
    for (const Telling& t : tellings_) place(t);
    take_up();
    for (std::size_t i = 0; i < out_.events.size(); ++i) finish(out_.events[i]);
  }

 private:
  void collect() {
    for (std::uint32_t s = 0; s < out_.statements.size(); ++s) {
      const std::uint32_t p = origins_[s].predicate;
      const Frame* frame = p == kNone ? nullptr : g_.frame_of(p);
      if (frame == nullptr || frame->event.empty()) continue;
      if (at_[p] == kNone) {
        at_[p] = static_cast<std::uint32_t>(tellings_.size());
        tellings_.push_back({p, frame->event, frame->relation, {}, {}, nullptr, nullptr, false, {}});
      }
      Telling& t = tellings_[at_[p]];
      const Statement& statement = out_.statements[s];
      for (const Participant* x : {&statement.subject, &statement.object}) {
        const ExtractedEntity& e = out_.entities[x->entity];
        if (e.type == EntityType::Literal) continue;
        insert_sorted(t.participants, x->entity);
        if (e.named && e.type != EntityType::Place && (x == &statement.subject || direct(statement)))
          insert_sorted(t.core, x->entity);
      }
      if (statement.qualifiers.time && !statement.qualifiers.time->value.empty())
        t.time = &*statement.qualifiers.time;
      if (statement.qualifiers.place) t.place = &*statement.qualifiers.place;
      t.denied |= statement.qualifiers.polarity == Polarity::negative;
      t.statements.push_back(s);
    }
  }

  static bool direct(const Statement& s) {
    return s.predicate.preposition.empty() || s.predicate.preposition == "avec";
  }

  /// The event that a verb of an earlier clause told and the noun of this mention takes up: "cette
  /// rencontre"; kNone where it takes up none.
  std::uint32_t taken_up(std::uint32_t mention) const {
    if (mention == kNone || told_by_.empty()) return kNone;
    const auto told = told_by_.find(g_.mentions().mentions[mention].entity);
    const std::uint32_t verb = told == told_by_.end() ? kNone : g_.predicate_at[told->second];
    return verb == kNone ? kNone : event_of_[verb];
  }

  /// "Cette rencontre a eu lieu à Riga": when and where what the verb told took place.
  void take_up() {
    for (std::uint32_t s = 0; s < out_.statements.size() && !told_by_.empty(); ++s) {
      Statement& statement = out_.statements[s];
      const std::uint32_t event = taken_up(origins_[s].subject.mention);
      if (event == kNone || statement.event != kNone || !statement.relation.starts_with("TAKES_PLACE"))
        continue;
      statement.event = event;
      Event& e = out_.events[event];
      if (statement.qualifiers.time && !e.time) e.time = *statement.qualifiers.time;
      if (e.place) continue;
      const EntityType type = out_.entities[statement.object.entity].type;
      if (statement.qualifiers.place)
        e.place = *statement.qualifiers.place;
      else if (type == EntityType::Place || type == EntityType::State)
        e.place = statement.object;
    }
  }

  /// The latest event that this telling may repeat, or a new one.
  void place(const Telling& t) {
    std::uint32_t found = taken_up(g_.mentions().mention_at[g_.predicates[t.predicate].head]);
    for (std::uint32_t e = static_cast<std::uint32_t>(out_.events.size()); e-- > 0 && found == kNone;)
      if (same(out_.events[e], cores_[e], t)) found = e;
    if (found == kNone) {
      found = static_cast<std::uint32_t>(out_.events.size());
      Event e;
      e.lemma = g_.predicates[t.predicate].lemma;
      e.type = t.type;
      e.relation = t.relation;
      out_.events.push_back(std::move(e));
      cores_.emplace_back();
    }
    Event& e = out_.events[found];
    for (const std::uint32_t x : t.participants) insert_sorted(e.participants, x);
    for (const std::uint32_t x : t.core) insert_sorted(cores_[found], x);
    if (t.time != nullptr && !e.time) e.time = *t.time;
    if (t.place != nullptr && !e.place) e.place = *t.place;
    for (const std::uint32_t s : t.statements) out_.statements[s].event = found;
    event_of_[t.predicate] = found;
  }

  bool same(const Event& e, const std::vector<std::uint32_t>& core, const Telling& t) const {
    if (e.relation != t.relation || t.denied || t.core.empty() || core.empty()) return false;
    if (e.time && t.time != nullptr && !agree(e.time->value, t.time->value)) return false;
    const auto known = [](const std::vector<std::uint32_t>& of, std::uint32_t x) {
      return std::binary_search(of.begin(), of.end(), x);
    };
    const std::vector<std::uint32_t>& fewer = core.size() < t.core.size() ? core : t.core;
    const std::vector<std::uint32_t>& more = core.size() < t.core.size() ? t.core : core;
    return std::all_of(fewer.begin(), fewer.end(), [&](std::uint32_t x) { return known(more, x); });
  }

  /// One ISO value is the other or a part of it: 2024-11 and 2024-11-18.
  static bool agree(std::string_view a, std::string_view b) { return a.starts_with(b) || b.starts_with(a); }

  void finish(Event& e) {
    e.label = e.lemma;
    Hasher hash;
    hash.add(out_.document).add(e.type).add(e.relation).add(e.lemma);
    for (const std::uint32_t x : e.participants) {
      const ExtractedEntity& entity = out_.entities[x];
      hash.add(entity.id);
      if (entity.named) e.label.append(e.label.size() == e.lemma.size() ? " " : " – ").append(entity.label);
    }
    hash.add(e.time ? std::string_view(e.time->value) : std::string_view());
    e.id = 'e' + hash.hex64();
  }

  const PredicateGraph& g_;
  const StatementOrigins& origins_;
  Extraction& out_;
  std::vector<std::uint32_t> at_;
  std::vector<std::uint32_t> event_of_;             ///< of each predicate that tells one
  std::map<std::uint32_t, std::uint32_t> told_by_;  ///< document entity -> word of the verb
  std::vector<Telling> tellings_;
  std::vector<std::vector<std::uint32_t>> cores_;  ///< named subjects and objects of each event
};

}  // namespace

void build_events(const PredicateGraph& graph, const StatementOrigins& origins, Extraction& out) {
  EventBuilder(graph, origins, out).run();
}

}  // namespace maillon
