// Polarity and modality: from the predicate's own form, then from what governs it.
#include <algorithm>

#include "relations/predicate.hpp"

namespace maillon {

namespace {

class Scope {
 public:
  explicit Scope(PredicateGraph& graph) : g_(graph) {}

  void run() {
    supposed_.assign(g_.predicates.size(), false);
    for (const PredicateInstance& p : g_.predicates)
      if (p.link == Link::condition && p.parent != kNone) supposed_[p.parent] = true;
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) find(p);
  }

 private:
  void find(std::uint32_t index) {
    PredicateInstance& p = g_.predicates[index];
    if (p.scoped) return;
    p.scoped = true;
    p.polarity = p.negated ? Polarity::negative : Polarity::affirmative;
    p.modality = p.kind == PredicateKind::noun ? of_adjectives(p.head) : own(p);
    if (p.modality == Modality::asserted && p.kind != PredicateKind::noun) p.modality = coloured(p);
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
        if (p.kind != PredicateKind::noun) break;
        if (is_content(index)) {
          inherit(p, governor);  // what a light verb performs, or what there is
        } else if (g_.is_object_event(index)) {
          from_governor(p, governor);
        } else if (is_told_by_noun(index)) {
          p.modality = *g_.frame_of(p.parent)->clause.modality;
        } else if (is_outcome(index)) {
          p.modality = governor.modality;
        }
        break;
      case Link::adverbial:
        if (!p.finite && (governor.modality == Modality::alleged || governor.modality == Modality::possible))
          inherit(p, governor);
        break;
      default:
        break;
    }
    if (g_.denier_of(index) != kNone) p.polarity = Polarity::negative;
  }

  /// The noun is what a light verb performs.
  bool is_content(std::uint32_t index) const {
    const PredicateInstance& p = g_.predicates[index];
    const Frame* frame = g_.frame_of(p.parent);
    if (frame == nullptr || !frame->support) return false;
    const bool impersonal = g_.predicates[p.parent].impersonal;
    for (std::uint32_t a = g_.predicates[p.parent].first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument& argument = g_.arguments[a];
      if (argument.word != p.head) continue;
      return argument.slot == Slot::object || (impersonal && argument.slot == Slot::subject) ||
             (argument.slot == Slot::oblique && argument.preposition == "à");
    }
    return false;
  }

  /// Of a noun that tells what happens or is done.
  bool is_event(std::uint32_t index) const {
    const Frame* own = g_.frame_of(index);
    return own != nullptr && own->nominal != Nominal::property && own->nominal != Nominal::role;
  }

  /// "la menace d'une fermeture du port", "des rumeurs sur une visite": not yet so, or only said.
  bool is_told_by_noun(std::uint32_t index) const {
    const PredicateInstance& p = g_.predicates[index];
    const PredicateInstance& noun = g_.predicates[p.parent];
    const Frame* frame = g_.frame_of(p.parent);
    if (noun.kind != PredicateKind::noun || frame == nullptr || p.modality != Modality::asserted ||
        !is_event(index) || !frame->clause.modality || g_.parsed().head(p.head) != noun.head)
      return false;
    const std::string_view preposition = g_.case_of(p.head);
    return preposition == "de" || preposition == "sur";
  }

  /// "pourrait provoquer la fermeture du port": what would come of it is no surer than the verb.
  bool is_outcome(std::uint32_t index) const {
    const PredicateInstance& p = g_.predicates[index];
    const PredicateInstance& verb = g_.predicates[p.parent];
    const Frame* frame = g_.frame_of(p.parent);
    if (verb.kind != PredicateKind::verb || p.modality != Modality::asserted || !is_event(index) ||
        verb.modality == Modality::asserted)
      return false;
    // "il est peu probable que Malte marque la fin du conflit"
    const bool doubted = verb.link == Link::complement && verb.parent != kNone &&
                         g_.predicates[verb.parent].kind == PredicateKind::adjective;
    const bool brings = frame != nullptr && (frame->relation == "CAUSES" || frame->relation == "CREATES" ||
                                             frame->group == "intention");
    if (!doubted && !brings) return false;
    const std::uint32_t object = g_.argument(p.parent, Slot::object);
    return object != kNone && g_.arguments[object].word == p.head;
  }

  /// "une éventuelle visite", "les auteurs présumés"
  Modality of_adjectives(std::uint32_t noun) const {
    for (const std::uint32_t c : g_.parsed().children(noun)) {
      if (g_.parsed().deprel(c) != Deprel::amod) continue;
      const std::string_view lemma = g_.parsed().word(c).lemma;
      if (g_.frames().is(WordClass::possible_adjective, lemma)) return Modality::possible;
      if (g_.frames().is(WordClass::alleged_adjective, lemma)) return Modality::alleged;
      if (g_.frames().is(WordClass::future_adjective, lemma)) return Modality::future;
    }
    return Modality::asserted;
  }

  Modality own(const PredicateInstance& p) const {
    if (p.unsure) return Modality::possible;
    if (p.goal != kNone) return of_goal(p.goal);
    if (p.marker == "comme" && !p.finite && g_.parsed().word(p.head).morph.verb_form != VerbForm::inf)
      return Modality::alleged;  // "désigné comme étant responsable"
    // "Si Malte avait cédé, Oslo aurait fermé le port" is no hearsay
    const bool supposed = supposed_[static_cast<std::size_t>(&p - g_.predicates.data())];
    if (p.mood == Mood::cnd) return p.perfect && !supposed ? Modality::alleged : Modality::conditional;
    if (p.tense == Tense::fut) return Modality::future;
    if (p.mood == Mood::imp) return Modality::requested;
    return Modality::asserted;
  }

  /// "L'objectif est de vendre le port": as far as the noun says that it is meant.
  Modality of_goal(std::uint32_t noun) const {
    const std::string_view lemma = g_.parsed().word(noun).lemma;
    if (g_.frames().is(WordClass::goal_noun, lemma)) return Modality::purpose;
    const std::uint32_t f = g_.frames().noun(lemma);
    if (f == kNone) return Modality::possible;
    return g_.frames().at(f).clause.modality.value_or(Modality::possible);
  }

  /// By an adverb, by fear, by a question that asks whether.
  Modality coloured(const PredicateInstance& p) const {
    const FrameSet& frames = g_.frames();
    for (const std::uint32_t c : g_.parsed().children(p.head)) {
      if (g_.parsed().deprel(c) != Deprel::advmod) continue;
      if (frames.is(WordClass::possible_adverb, g_.parsed().word(c).lemma)) return Modality::possible;
      if (frames.is(WordClass::alleged_adverb, g_.parsed().word(c).lemma)) return Modality::alleged;
    }
    if (frames.is(WordClass::fear_marker, p.marker)) return Modality::possible;
    const bool top = p.link == Link::root || g_.parsed().deprel(p.head) == Deprel::advcl_cleft;
    return top && p.finite && is_open_question(p.head) ? Modality::possible : Modality::asserted;
  }

  /// "Malte a-t-elle cédé ?"; "Pourquoi Malte a-t-elle cédé ?" takes for granted that it did.
  bool is_open_question(std::uint32_t word) const {
    const ParsedText& parsed = g_.parsed();
    const IndexRange sentence = parsed.tagged().sentences[parsed.sentence_of(word)];
    bool asks = false;
    for (std::uint32_t w = sentence.end; w-- > sentence.begin && sentence.end - w < 4;)
      asks |= parsed.word(w).form == "?";
    if (!asks) return false;
    for (std::uint32_t w = sentence.begin; w < std::min(sentence.begin + 4, sentence.end); ++w)
      if (g_.frames().is(WordClass::question_word, parsed.word(w).lemma)) return false;
    return true;
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

  /// The governor's frame; of a copula that of its subject ("l'objectif est de …").
  const Frame* effective_frame(const PredicateInstance& governor) const {
    const Frame* own = governor.frame == kNone ? nullptr : &g_.frames().at(governor.frame);
    if (governor.reports && (own == nullptr || !own->clause.attributed || own->clause.negates))
      return nullptr;  // "« … », dément le roi": the quotation is what he says
    if (own != nullptr) return own;
    if (governor.lemma != "être") return nullptr;
    for (std::uint32_t a = governor.first_argument; a != kNone; a = g_.arguments[a].next) {
      const std::uint32_t subject = g_.predicate_at[g_.arguments[a].word];
      if (g_.arguments[a].slot == Slot::subject && subject != kNone) return g_.frame_of(subject);
    }
    return nullptr;
  }

  /// "il aimerait", "je dirais": what one wishes or says now.
  bool is_polite(const PredicateInstance& p) const {
    if (p.frame == kNone) return false;
    const std::string& group = g_.frames().at(p.frame).group;
    return group == "intention" || group == "thought" || group == "communication" || group == "operators";
  }

  /// "les marins ont pu fuir", "n'a pas su répondre": completed, it tells what somebody did; of a thing, or
  /// with être, what may have been.
  bool achieved(const PredicateInstance& p, const PredicateInstance& governor) const {
    if (!g_.frames().is(WordClass::achieving_verb, governor.lemma) || governor.mood != Mood::ind ||
        (!governor.perfect && governor.tense != Tense::past))
      return false;
    if (p.finite || p.perfect || p.kind != PredicateKind::verb || p.voice == Voice::passive) return false;
    const auto index = static_cast<std::uint32_t>(&governor - g_.predicates.data());
    const std::uint32_t subject = g_.argument(index, Slot::subject);
    if (subject == kNone) return false;
    constexpr TypeSet kActing =
        static_cast<TypeSet>(type_bit(EntityType::Person) | type_bit(EntityType::Group) |
                             type_bit(EntityType::Organization) | type_bit(EntityType::State));
    return (g_.facts(g_.arguments[subject].word).type & kActing) != 0;
  }

  void from_governor(PredicateInstance& p, const PredicateInstance& governor) {
    const Frame* frame = effective_frame(governor);
    const bool denied = governor.polarity == Polarity::negative;
    if (p.marker == "si") {  // whether it is so
      p.modality = Modality::possible;
      return;
    }
    if (frame != nullptr && frame->is_operator) {
      if (p.modality == Modality::asserted || p.modality == Modality::conditional)
        p.modality = frame->clause.modality.value_or(governor.modality);
      // "a dû céder": it did
      if (p.modality == Modality::requested && governor.perfect && governor.mood == Mood::ind)
        p.modality = Modality::asserted;
      if (p.modality == Modality::possible && achieved(p, governor)) p.modality = Modality::asserted;
      // "devrait rencontrer le roi jeudi": what is expected, no duty
      if (p.modality == Modality::requested && governor.mood == Mood::cnd) p.modality = Modality::possible;
      if (p.modality == Modality::asserted) p.modality = governor.modality;
      if (denied != frame->clause.negates) p.polarity = Polarity::negative;
      return;
    }
    if (denied && frame != nullptr && frame->clause.undoes_negation) {  // not to doubt is to hold true
      if (p.modality == Modality::asserted) p.modality = governor.modality;
      return;
    }
    if (denied) {
      // what is not said, thought or known is open; not to exclude is to hold possible
      p.modality = frame != nullptr && frame->clause.modality ? *frame->clause.modality : Modality::possible;
      // what is not wanted, planned or asked for
      if (p.modality != Modality::possible && p.modality != Modality::alleged)
        p.polarity = Polarity::negative;
      return;
    }
    // "a annoncé qu'il viendrait": seen from then it is to come
    if (frame != nullptr && frame->clause.attributed && p.mood == Mood::cnd && !p.perfect &&
        p.modality == Modality::conditional && !is_polite(p) &&
        (governor.perfect || governor.tense == Tense::past || governor.tense == Tense::imp) &&
        !supposed_[static_cast<std::size_t>(&p - g_.predicates.data())])
      p.modality = Modality::future;
    if (frame != nullptr) {
      if (frame->clause.negates) p.polarity = Polarity::negative;
      if (frame->clause.modality && p.modality != Modality::future) p.modality = *frame->clause.modality;
    }
    // "on peut constater que Malte a cédé": one may see it or not, it is so
    if (frame != nullptr && p.finite && governor.modality == Modality::possible && !frame->clause.modality &&
        g_.frames().is(WordClass::factive_verb, governor.lemma))
      return;
    if (p.modality == Modality::asserted &&
        (!p.finite || governor.modality == Modality::possible || governor.modality == Modality::alleged ||
         governor.modality == Modality::purpose))
      p.modality = governor.modality;
    if (p.modality == Modality::asserted && frame != nullptr && frame->clause.modality)
      p.modality = *frame->clause.modality;
  }

  PredicateGraph& g_;
  std::vector<bool> supposed_;  ///< predicates that a condition governs
};

}  // namespace

void find_scope(PredicateGraph& graph) { Scope(graph).run(); }

}  // namespace maillon
