// When and where: the time and the place that a predicate's own phrase names, else those of the clause around
// it.
#include "relations/predicate.hpp"

namespace maillon {

namespace {

class Circumstances {
 public:
  explicit Circumstances(PredicateGraph& graph) : g_(graph), parsed_(graph.parsed()) {
    done_.assign(g_.predicates.size(), false);
  }

  void run() {
    times();
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) own_place(p);
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) inherit(p);
  }

 private:
  /// A time expression belongs to the predicate on which it hangs.
  void times() {
    const MentionSet& m = g_.mentions();
    for (std::uint32_t t = 0; t < m.times.size(); ++t) {
      const TimeValue& time = m.times[t];
      if (time.head == kNone || time.is_duration || time.value.empty()) continue;
      const std::uint32_t above = parsed_.head(time.head);
      if (above == kNone) continue;
      std::uint32_t p = g_.governor(above);
      while (p != kNone && is_thing(p) && !is_apposed_role(p)) p = g_.predicates[p].parent;
      if (p == kNone) continue;
      PredicateInstance& i = g_.predicates[p];
      if (i.time == kNone) i.time = t;
    }
  }

  /// A noun that names no event has no time: what hangs on it is its clause's.
  bool is_thing(std::uint32_t p) const {
    if (g_.predicates[p].kind != PredicateKind::noun || g_.predicates[p].parent == kNone) return false;
    const std::uint32_t m = g_.mentions().mention_at[g_.predicates[p].head];
    if (m != kNone && g_.mentions().mentions[m].kind == MentionKind::name) return true;
    const Frame* frame = g_.frame_of(p);
    return frame == nullptr || frame->nominal == Nominal::property || frame->nominal == Nominal::role;
  }

  /// "Malte, membre de l'Union depuis 2004, …": since when the office is held.
  bool is_apposed_role(std::uint32_t p) const {
    const Frame* frame = g_.frame_of(p);
    return frame != nullptr && frame->nominal == Nominal::role &&
           parsed_.deprel(g_.predicates[p].head) == Deprel::appos;
  }

  void own_place(std::uint32_t index) {
    PredicateInstance& p = g_.predicates[index];
    for (std::uint32_t a = p.first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument& argument = g_.arguments[a];
      if (argument.slot != Slot::oblique || !is_place(argument) || is_recipient(p, argument) ||
          is_topic(p, argument))
        continue;
      p.place = argument.word;
      return;
    }
  }

  /// "des données sur la région": about it, not there.
  bool is_topic(const PredicateInstance& p, const Argument& argument) const {
    if (p.kind != PredicateKind::noun || argument.preposition != "sur") return false;
    return p.frame == kNone || g_.frames().at(p.frame).event.empty();
  }

  /// "livrer des armes à Malte", "le soutien à Malte": a state that is given, asked or helped is no place.
  bool is_recipient(const PredicateInstance& p, const Argument& argument) const {
    if (argument.preposition != "à" || p.frame == kNone) return false;
    if (g_.frames().at(p.frame).group == "sanction") return true;  // "condamner à la prison"
    const std::uint32_t m = g_.mentions().mention_at[argument.word];
    return m != kNone && g_.mentions().entity_of(g_.mentions().mentions[m]).type == EntityType::State &&
           g_.frames().is(WordClass::recipient_group, g_.frames().at(p.frame).group);
  }

  bool is_place(const Argument& argument) const {
    if (!g_.frames().is(WordClass::place_preposition, argument.preposition)) return false;
    const std::uint32_t m = g_.mentions().mention_at[argument.word];
    if (m == kNone) return false;
    const Mention& mention = g_.mentions().mentions[m];
    const EntityType type = g_.mentions().entity_of(mention).type;
    return mention.as_place || type == EntityType::Place ||
           (type == EntityType::State && argument.preposition != "de" &&
            (argument.preposition == "en" || argument.preposition == "dans"));
  }

  /// A noun has the time and place of the clause that it stands in only as what is performed; a coordinated
  /// clause shares what stands before the first.
  void inherit(std::uint32_t index) {
    if (done_[index]) return;
    done_[index] = true;
    PredicateInstance& p = g_.predicates[index];
    share_with_nouns(index);
    std::uint32_t from = kNone;
    if (p.coordinated != kNone) {
      from = p.coordinated;
    } else if (p.parent != kNone) {
      switch (p.link) {
        case Link::nominal:
          from = p.kind == PredicateKind::noun && performed(index) ? p.parent : kNone;
          break;
        case Link::purpose:
          from = is_only_meant(p.parent) ? kNone : p.parent;
          break;
        case Link::adverbial:
          from = p.finite || is_past(p) ? kNone : p.parent;
          break;
        case Link::complement:
          from = !p.finite && p.kind == PredicateKind::verb && is_attempt(p.parent) ? p.parent : kNone;
          break;
        default:
          break;
      }
    }
    if (from == kNone) return;
    inherit(from);
    PredicateInstance& source = g_.predicates[from];
    if (p.coordinated != kNone && source.time == kNone && trails(source, p)) source.time = p.time;
    if (p.time == kNone) p.time = source.time;
    if (p.place == kNone) p.place = source.place;
  }

  /// "Deux hommes ont été tués et trois autres blessés jeudi": a day at the end of two verbs that the
  /// conjunction alone parts is both verbs'.
  bool trails(const PredicateInstance& first, const PredicateInstance& second) const {
    if (second.time == kNone || first.kind != PredicateKind::verb || first.head > second.head ||
        (second.finite && second.tense != first.tense) || second.voice != first.voice ||
        g_.mentions().times[second.time].head < second.head)
      return false;
    for (std::uint32_t w = first.head; w < second.head; ++w)
      if (parsed_.word(w).upos == Upos::PUNCT || parsed_.word(w).upos == Upos::SCONJ) return false;
    return true;
  }

  /// "ont convenu en mai de ouvrir le port": agreed then, to be done later.
  bool is_only_meant(std::uint32_t governor) const {
    const Frame* frame = g_.frame_of(governor);
    return frame != nullptr && g_.predicates[governor].kind == PredicateKind::verb &&
           (frame->group == "agreement" || frame->group == "intention" || frame->group == "request");
  }

  /// "s'employer à", "essayer de": the infinitive is done, or not, then and there.
  bool is_attempt(std::uint32_t governor) const {
    const Frame* frame = g_.frame_of(governor);
    return frame != nullptr && g_.predicates[governor].kind == PredicateKind::verb &&
           (frame->is_operator || frame->clause.modality == Modality::possible) &&
           frame->clause.control == Control::subject && !frame->clause.attributed;
  }

  /// "Lors du sommet à Riga lundi, Oslo a cédé": an event during which something happens shares time and
  /// place with it; the place of the object is the clause's: "susciter des craintes en Islande".
  void share_with_nouns(std::uint32_t index) {
    if (g_.predicates[index].kind == PredicateKind::noun) return;
    for (std::uint32_t a = g_.predicates[index].first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument argument = g_.arguments[a];
      const std::uint32_t n = g_.predicate_at[argument.word];
      if (n == kNone || n == index || g_.predicates[n].kind != PredicateKind::noun) continue;
      PredicateInstance& verb = g_.predicates[index];
      PredicateInstance& noun = g_.predicates[n];
      const bool during = argument.slot == Slot::oblique &&
                          g_.frames().is(WordClass::during_preposition, argument.preposition);
      if (during && !is_thing(n)) {
        if (verb.time == kNone) verb.time = noun.time;
        if (noun.time == kNone) noun.time = verb.time;
        if (verb.place == kNone) verb.place = noun.place;
        if (noun.place == kNone && noun.link == Link::nominal) noun.place = verb.place;
      } else if (argument.slot == Slot::object && verb.link == Link::relative && is_performance(index) &&
                 !is_thing(n)) {  // "le rapport remis la veille à Riga"
        if (noun.time == kNone) noun.time = verb.time;
        if (noun.place == kNone) noun.place = verb.place;
        if (verb.place == kNone) verb.place = noun.place;
      } else if (argument.slot == Slot::object && !argument.shared && verb.place == kNone) {
        verb.place = noun.place;
      } else if (argument.slot == Slot::subject && verb.time == kNone) {
        verb.time = of_relative(argument.word);
      }
    }
  }

  /// The verb says of the noun no more than that it happens.
  bool is_performance(std::uint32_t verb) const {
    const Frame* frame = g_.frame_of(verb);
    return frame != nullptr && (frame->support || frame->relation == "TAKES_PLACE");
  }

  /// "Le défilé qui s'est tenu jeudi a rassemblé …"
  std::uint32_t of_relative(std::uint32_t noun) const {
    for (const std::uint32_t c : parsed_.children(noun)) {
      const std::uint32_t p = g_.predicate_at[c];
      if (parsed_.deprel(c) != Deprel::acl_relcl || p == kNone) continue;
      const Frame* frame = g_.frame_of(p);
      if (frame != nullptr && frame->relation == "TAKES_PLACE") return g_.predicates[p].time;
    }
    return kNone;
  }

  /// "Exilé à Malte, il est revenu lundi": what a past participle tells came before.
  bool is_past(const PredicateInstance& p) const {
    const Morph& m = parsed_.word(p.head).morph;
    return p.kind == PredicateKind::verb && m.verb_form == VerbForm::part && m.tense != Tense::pres;
  }

  bool performed(std::uint32_t index) const {
    const PredicateInstance& p = g_.predicates[index];
    const PredicateInstance& verb = g_.predicates[p.parent];
    if (verb.kind != PredicateKind::verb) return false;
    const Frame* frame = g_.frame_of(p.parent);
    return frame != nullptr && frame->support;
  }

  PredicateGraph& g_;
  const ParsedText& parsed_;
  std::vector<bool> done_;
};

}  // namespace

void find_circumstances(PredicateGraph& graph) { Circumstances(graph).run(); }

}  // namespace maillon
