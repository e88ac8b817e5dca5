// Polarity and modality: from the predicate's own form, then from what governs it.
#include "relations/predicate.hpp"

namespace maillon {

namespace {

class Scope {
 public:
  explicit Scope(PredicateGraph& graph) : g_(graph) {}

  void run() {
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) find(p);
  }

 private:
  void find(std::uint32_t index) {
    PredicateInstance& p = g_.predicates[index];
    if (p.scoped) return;
    p.scoped = true;
    p.polarity = p.negated ? Polarity::negative : Polarity::affirmative;
    p.modality = own(p);
    if (p.coordinated != kNone) from_conjunct(p);
    if (p.parent == kNone) return;
    find(p.parent);
    const PredicateInstance& governor = g_.predicates[p.parent];
    switch (p.link) {
      case Link::complement:
        from_governor(p, governor);
        break;
      case Link::purpose:
        p.modality = Modality::purpose;
        break;
      case Link::condition:
        if (p.modality == Modality::asserted) p.modality = Modality::conditional;
        break;
      case Link::nominal:
        // a noun of the clause happens as far as the clause does, except what is denied or wished of it
        if (p.kind == PredicateKind::noun && is_content(index)) inherit(p, governor);
        break;
      case Link::adverbial:
        if (!p.finite && (governor.modality == Modality::alleged || governor.modality == Modality::possible))
          inherit(p, governor);
        break;
      default:
        break;
    }
  }

  /// The noun is what a light verb performs.
  bool is_content(std::uint32_t index) const {
    const PredicateInstance& p = g_.predicates[index];
    const Frame* frame = g_.frame_of(p.parent);
    if (frame == nullptr || !frame->support) return false;
    for (std::uint32_t a = g_.predicates[p.parent].first_argument; a != kNone; a = g_.arguments[a].next)
      if (g_.arguments[a].word == p.head && g_.arguments[a].slot != Slot::subject) return true;
    return false;
  }

  Modality own(const PredicateInstance& p) const {
    if (p.mood == Mood::cnd) return p.perfect ? Modality::alleged : Modality::conditional;
    if (p.tense == Tense::fut) return Modality::future;
    if (p.mood == Mood::imp) return Modality::requested;
    return Modality::asserted;
  }

  void from_conjunct(PredicateInstance& p) {
    find(p.coordinated);
    const PredicateInstance& first = g_.predicates[p.coordinated];
    if (!p.finite && p.modality == Modality::asserted) {
      p.modality = own(first);
      if (first.negated) p.polarity = Polarity::negative;
    }
  }

  void inherit(PredicateInstance& p, const PredicateInstance& governor) {
    if (p.modality == Modality::asserted) p.modality = governor.modality;
    if (governor.polarity == Polarity::negative && p.polarity == Polarity::affirmative)
      p.polarity = Polarity::negative;
  }

  void from_governor(PredicateInstance& p, const PredicateInstance& governor) {
    const std::uint32_t f = governor.frame;
    const Frame* frame = f == kNone ? nullptr : &g_.frames().at(f);
    const bool denied = governor.polarity == Polarity::negative;
    if (frame != nullptr && frame->is_operator) {
      if (p.modality == Modality::asserted || p.modality == Modality::conditional)
        p.modality = frame->clause.modality.value_or(governor.modality);
      if (p.modality == Modality::asserted) p.modality = governor.modality;
      if (denied != frame->clause.negates) p.polarity = Polarity::negative;
      return;
    }
    if (denied) {
      // what is not said, thought or known is open; not to exclude is to hold possible
      p.modality = frame != nullptr && frame->clause.modality ? *frame->clause.modality : Modality::possible;
      return;
    }
    if (frame != nullptr) {
      if (frame->clause.negates) p.polarity = Polarity::negative;
      if (frame->clause.modality && p.modality != Modality::future) p.modality = *frame->clause.modality;
    }
    if (p.modality == Modality::asserted && governor.modality != Modality::asserted && !p.finite)
      p.modality = governor.modality;
    if (p.modality == Modality::asserted && frame != nullptr && frame->clause.modality)
      p.modality = *frame->clause.modality;
  }

  PredicateGraph& g_;
};

}  // namespace

void find_scope(PredicateGraph& graph) { Scope(graph).run(); }

}  // namespace maillon
