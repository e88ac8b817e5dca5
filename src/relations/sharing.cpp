// Participants that a predicate shares with another: coordination, control, participles, light verbs. Works
// on surface functions; voice is undone at the end.
#include <algorithm>

#include "relations/predicate.hpp"

namespace maillon {

namespace {

class Sharing {
 public:
  explicit Sharing(PredicateGraph& graph) : g_(graph), parsed_(graph.parsed()) {}

  void run() {
    const auto count = static_cast<std::uint32_t>(g_.predicates.size());
    for (std::uint32_t p = 0; p < count; ++p) expand(p);
    for (std::uint32_t p = 0; p < count; ++p) share_object(p);
    for (std::uint32_t p = 0; p < count; ++p) undo_voice(p);
  }

 private:
  PredicateInstance& at(std::uint32_t p) { return g_.predicates[p]; }

  /// Fills the surface subject; the governor's comes first.
  void expand(std::uint32_t index) {
    if (at(index).expanded) return;
    at(index).expanded = true;
    if (g_.has(index, Slot::subject) || at(index).impersonal) return;
    if (at(index).coordinated != kNone) return from_coordination(index);
    if (at(index).goal != kNone) return;  // nobody is said to have it
    if (is_of_nobody(index)) return;
    switch (at(index).kind) {
      case PredicateKind::noun:
        return from_support(index);
      case PredicateKind::adjective:
        if (at(index).link == Link::nominal || at(index).link == Link::relative) return from_noun(index);
        break;
      default:
        break;
    }
    switch (at(index).link) {
      case Link::relative:
        return from_noun(index);
      case Link::complement:
        return from_controller(index);
      case Link::purpose:
        if (from_planned(index)) return;
        if (at(index).parent != kNone && permits(at(index).parent)) return from_permitted(index);
        [[fallthrough]];
      case Link::adverbial:
        if (!at(index).finite) {
          const std::uint32_t clause = set_off(index) ? main_clause(at(index).parent) : at(index).parent;
          copy_all(index, clause, acting(clause), "adverbial-subject");
        }
        return;
      default:
        if (at(index).kind == PredicateKind::verb && parsed_.deprel(at(index).head) == Deprel::amod)
          from_noun(index);
        return;
    }
  }

  /// "a appelé Riga à céder, sans parler de Malte": behind a comma.
  bool set_off(std::uint32_t index) const {
    const std::uint32_t mark = marker_of(index);
    return mark != kNone && mark > 0 && parsed_.word(mark - 1).form == ",";
  }

  /// From an infinitive up to the clause that governs it.
  std::uint32_t main_clause(std::uint32_t p) const {
    for (int steps = 0; p != kNone && steps < 4; ++steps) {
      const PredicateInstance& i = g_.predicates[p];
      if (i.finite || i.link != Link::complement || i.parent == kNone) break;
      p = i.parent;
    }
    return p;
  }

  /// "la différence entre entrer et sortir", "des couches aux fusils en passant par le lait".
  bool is_of_nobody(std::uint32_t index) const {
    const PredicateInstance& p = g_.predicates[index];
    if (p.finite) return false;
    return p.marker == "entre" || (p.marker == "en" && p.lemma == "passer" && has_preposition(index, "par"));
  }

  bool has_preposition(std::uint32_t index, std::string_view preposition) const {
    for (std::uint32_t a = g_.predicates[index].first_argument; a != kNone; a = g_.arguments[a].next)
      if (g_.arguments[a].preposition == preposition) return true;
    return false;
  }

  /// "Le port a été vendu par Malte pour réduire la dette": who acts, not the thing acted on. Without an
  /// agent nobody is known, unless the thing is made or sent to act: "une caméra a été installée pour".
  Slot acting(std::uint32_t governor) {
    if (governor == kNone || at(governor).voice != Voice::passive) return Slot::subject;
    expand(governor);
    const std::uint32_t subject = g_.argument(governor, Slot::subject);
    if (subject == kNone) return Slot::agent;
    if (is_agentive(g_.arguments[subject].word)) return Slot::subject;
    if (g_.has(governor, Slot::agent)) return Slot::agent;
    const Frame* frame = g_.frame_of(governor);
    if (g_.frames().is(WordClass::resource_word, parsed_.word(g_.arguments[subject].word).lemma))
      return Slot::agent;
    const bool equips = frame != nullptr && (frame->group == "creation" || frame->group == "transfer" ||
                                             frame->group == "agreement" || frame->group == "state");
    const bool planned = g_.frames().is(WordClass::plan_noun, parsed_.word(g_.arguments[subject].word).lemma);
    return equips || planned ? Slot::subject : Slot::agent;
  }

  bool is_agentive(std::uint32_t word) const {
    const std::uint32_t m = g_.mentions().mention_at[word];
    return g_.names_actor(word) ||
           (m != kNone && g_.mentions().entity_of(g_.mentions().mentions[m]).type == EntityType::Group);
  }

  void copy_all(std::uint32_t to, std::uint32_t from, Slot slot, std::string_view rule) {
    if (from == kNone || from == to) return;
    expand(from);
    for (std::uint32_t a = at(from).first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument argument = g_.arguments[a];
      if (argument.slot == slot) g_.add_argument(to, Slot::subject, argument.word, {}, rule, true);
    }
  }

  void from_coordination(std::uint32_t index) {
    const std::uint32_t first = at(index).coordinated;
    if (at(index).kind == PredicateKind::noun) return from_support(index);
    const bool past = parsed_.word(at(index).head).morph.tense != Tense::pres;
    const bool bare_participle = !at(index).finite && past && at(first).voice == Voice::passive;
    if (bare_participle) at(index).voice = Voice::passive;
    if (!bare_participle && !at(index).finite && at(first).perfect && at(index).voice == Voice::passive &&
        parsed_.child_like(at(index).head, Deprel::aux) == kNone)
      at(index).voice = Voice::active;  // "a signé et ratifié"
    if (!at(index).finite && gapped_subject(index)) return;
    // "… a dit qu'il y avait des pertes, mais n'a donné aucun chiffre": who says so gives none
    std::uint32_t from = first;
    if (at(first).impersonal && at(index).finite && at(first).link == Link::complement &&
        at(first).parent != kNone && at(at(first).parent).kind == PredicateKind::verb)
      from = at(first).parent;
    if (from == first) from = agreeing(index, first);
    copy_all(index, from, Slot::subject, "coordinated-subject");
  }

  Number number_of(std::uint32_t predicate) const {
    const std::uint32_t head = g_.predicates[predicate].head;
    for (const std::uint32_t c : parsed_.children(head))
      if (universal(parsed_.deprel(c)) == Deprel::aux && parsed_.word(c).morph.verb_form == VerbForm::fin)
        return parsed_.word(c).morph.number;
    const Morph& m = parsed_.word(head).morph;
    return m.verb_form == VerbForm::fin ? m.number : Number::none;
  }

  /// "Des policiers sont allés à Riga, où l'incident a eu lieu, et ont bouclé le quartier": a plural verb is
  /// coordinated with the clause above where the subject beside it is singular.
  std::uint32_t agreeing(std::uint32_t index, std::uint32_t first) {
    if (at(index).kind != PredicateKind::verb || at(first).link != Link::relative || !at(index).finite)
      return first;
    const bool plural = number_of(index) == Number::plur && number_of(first) == Number::sing;
    const Frame* frame = g_.frame_of(index);
    const bool speaks = frame != nullptr && frame->clause.attributed &&
                        (frame->group == "communication" || frame->group == "intention" ||
                         frame->group == "request" || frame->group == "thought");
    if (!plural && !speaks) return first;
    expand(first);
    std::uint32_t above = at(first).parent;
    while (above != kNone && at(above).kind == PredicateKind::noun) above = at(above).parent;
    if (above == kNone || number_of(above) != number_of(index)) return first;
    // "il est venu sur la place d'où est parti le soulèvement et a juré …": who can speak
    return plural || (!acts(first) && acts(above)) ? above : first;
  }

  bool acts(std::uint32_t p) {
    expand(p);
    const std::uint32_t a = g_.argument(p, Slot::subject);
    return a != kNone &&
           (is_agentive(g_.arguments[a].word) || parsed_.word(g_.arguments[a].word).upos == Upos::PRON);
  }

  /// "Deux soldats ont été tués et cinq rebelles blessés": the bare noun between the conjunction and a
  /// participle without auxiliary is the participle's.
  bool gapped_subject(std::uint32_t index) {
    const PredicateInstance& p = at(index);
    if (p.kind != PredicateKind::verb || p.voice != Voice::passive) return false;
    const std::uint32_t verb = at(p.coordinated).head;
    for (const std::uint32_t c : parsed_.children(verb)) {
      const IndexRange phrase = parsed_.subtree(c);
      if (c <= verb || phrase.end != p.words.begin || phrase.begin == 0 || !g_.case_of(c).empty() ||
          parsed_.word(c).upos != Upos::NOUN || g_.is_time(c))
        continue;
      if (parsed_.word(phrase.begin).upos != Upos::CCONJ &&
          parsed_.word(phrase.begin - 1).upos != Upos::CCONJ)
        continue;
      g_.add_argument(index, Slot::subject, c, {}, "gapped-subject");
      return true;
    }
    return false;
  }

  /// "donner le feu vert à X pour …", "aider X pour …"
  bool permits(std::uint32_t governor) const {
    const Frame* frame = g_.frame_of(governor);
    return frame != nullptr && frame->clause.modality == Modality::possible &&
           (frame->clause.control == Control::object || frame->clause.control == Control::indirect);
  }

  /// Who is permitted acts, and the purpose is what may be done.
  void from_permitted(std::uint32_t index) {
    const std::uint32_t governor = at(index).parent;
    expand(governor);
    std::uint32_t who = kNone;
    for (std::uint32_t a = at(governor).first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument& argument = g_.arguments[a];
      if (argument.slot == Slot::oblique && argument.preposition == "à") who = argument.word;
      if (argument.slot == Slot::object && who == kNone) who = argument.word;
    }
    if (who == kNone) return copy_all(index, governor, Slot::subject, "adverbial-subject");
    at(index).link = Link::complement;
    g_.add_argument(index, Slot::subject, who, {}, "permitted", true);
  }

  /// A participle or adjective states something of its noun.
  void from_noun(std::uint32_t index) {
    const std::uint32_t noun = parsed_.head(at(index).head);
    if (noun == kNone) return;
    const Upos u = parsed_.word(noun).upos;
    if (u != Upos::NOUN && u != Upos::PROPN && u != Upos::PRON) return;
    g_.add_argument(index, Slot::subject, described(index, noun), {}, "noun-of-participle", true);
  }

  /// "la requête de Malte visant à …", "les données de la ville publiées jeudi": what aims, stems from or
  /// agrees is the thing, where the tree hangs the participle on its owner.
  std::uint32_t described(std::uint32_t index, std::uint32_t noun) const {
    const Morph& m = parsed_.word(at_head(index)).morph;
    if (at_head(index) < noun || m.verb_form != VerbForm::part) return noun;
    const bool of_thing = m.tense == Tense::pres && is_agentive(noun) &&
                          g_.frames().is(WordClass::thing_verb, g_.predicates[index].lemma);
    for (std::uint32_t n = noun; universal(parsed_.deprel(n)) == Deprel::nmod && g_.case_of(n) == "de";) {
      n = parsed_.head(n);
      if (n == kNone || parsed_.word(n).upos != Upos::NOUN) break;
      if (of_thing && !is_agentive(n)) return n;
      if (m.tense != Tense::pres && !agree(m, noun) && agree(m, n)) return n;
    }
    return noun;
  }

  std::uint32_t at_head(std::uint32_t p) const { return g_.predicates[p].head; }

  /// Gender and number, as far as both are known.
  bool agree(const Morph& m, std::uint32_t noun) const {
    const Morph& n = parsed_.word(noun).morph;
    if (parsed_.word(noun).upos != Upos::NOUN || parsed_.child(noun, Deprel::conj) != kNone) return true;
    return (m.gender == Gender::none || n.gender == Gender::none || m.gender == n.gender) &&
           (m.number == Number::none || n.number == Number::none || m.number == n.number);
  }

  void from_controller(std::uint32_t index) {
    if (at(index).finite) return;
    const std::uint32_t governor = at(index).parent;
    if (governor == kNone) return;
    expand(governor);
    if (is_undergone(governor)) return undergo(index, governor);
    if (goal(index, governor)) return;
    const Frame* frame = g_.frame_of(governor);
    const std::uint32_t noun = completed_noun(index);
    const bool own_noun = noun != kNone && g_.predicate_at[noun] != governor;
    if (at(governor).kind == PredicateKind::noun) {
      // "le regret d'une manière de pêcher"
      if (own_noun && g_.frames().is(WordClass::circumstance_noun, parsed_.word(noun).lemma)) {
        if (const std::uint32_t holder = holder_of(noun); holder != kNone)
          g_.add_argument(index, Slot::subject, holder, {}, "noun-control", true);
        return;
      }
      return from_noun_of_clause(index, governor, frame);
    }
    if (own_noun && is_progress(noun)) {  // "voit la ministre en train de chanter"
      const bool object = g_.has(governor, Slot::object) && at(governor).voice == Voice::active;
      return copy_all(index, governor, object ? Slot::object : Slot::subject, "subject-control");
    }
    if (own_noun && !takes_clause(frame)) return from_plain_noun(index, noun, governor);
    if (is_let(governor)) return from_let(index, governor);
    const Control control = frame == nullptr ? Control::automatic : frame->clause.control;
    const bool passive = at(governor).voice == Voice::passive;
    if (control == Control::indirect || control == Control::automatic) {
      for (std::uint32_t a = at(governor).first_argument; a != kNone; a = g_.arguments[a].next) {
        const Argument argument = g_.arguments[a];
        if (argument.slot != Slot::oblique || argument.preposition != "à") continue;
        if (control == Control::automatic && argument.rule != "clitic") continue;
        return g_.add_argument(index, Slot::subject, argument.word, {}, "indirect-control", true);
      }
    }
    if (parsed_.deprel(at(index).head) == Deprel::csubj) return;  // "fermer le port n'aidera pas Malte"
    // "cherche les moyens de payer": the infinitive tells what the thing is for, and the subject uses it
    const std::uint32_t hung = parsed_.head(at(index).head);
    const std::uint32_t object = g_.argument(governor, Slot::object);
    const bool of_thing = hung != kNone && object != kNone && g_.arguments[object].word == hung &&
                          parsed_.word(hung).upos == Upos::NOUN && !is_agentive(hung);
    if (!passive && control != Control::subject && g_.has(governor, Slot::object) && !of_thing &&
        at(governor).kind != PredicateKind::noun) {
      return copy_all(index, governor, Slot::object, "object-control");
    }
    copy_all(index, governor, Slot::subject, "subject-control");
  }

  bool is_let(std::uint32_t governor) const {
    const Frame* frame = g_.frame_of(governor);
    return frame != nullptr && frame->is_operator && frame->support &&
           frame->clause.control == Control::object;
  }

  /// "laisse Riga fermer le port", "laisse tomber le projet", "laisse vendre le port": whom one lets act;
  /// what falls or goes by itself; else nobody is named.
  void from_let(std::uint32_t index, std::uint32_t governor) {
    if (g_.has(governor, Slot::object)) return copy_all(index, governor, Slot::object, "object-control");
    const std::uint32_t object = g_.argument(index, Slot::object);
    if (object == kNone) return;
    const std::uint8_t verb = parsed_.word(at(index).head).frame;
    if ((verb & kTransitive) != 0 && !g_.frames().is(WordClass::caused_verb, at(index).lemma)) return;
    g_.arguments[object].slot = Slot::subject;
    g_.arguments[object].rule = "let";
  }

  /// "Le but demeure de vendre", "sa mission consiste à vendre": whoever has it is to sell.
  bool goal(std::uint32_t index, std::uint32_t governor) {
    const std::uint32_t a = g_.argument(governor, Slot::subject);
    const std::vector<std::uint32_t>* frames = g_.frames().verb_frames(at(governor).lemma);
    const auto copular = [&](std::uint32_t f) { return g_.frames().at(f).copular; };
    const bool is = at(governor).lemma == "consister" ||
                    (frames != nullptr && std::any_of(frames->begin(), frames->end(), copular));
    if (!is || a == kNone || at(governor).voice == Voice::passive) return false;
    const std::uint32_t noun = g_.arguments[a].word;
    const std::string_view lemma = parsed_.word(noun).lemma;
    const std::uint32_t f = parsed_.word(noun).upos == Upos::NOUN ? g_.frames().noun(lemma) : kNone;
    if (!g_.frames().is(WordClass::goal_noun, lemma) && (f == kNone || !g_.frames().at(f).clause.modality))
      return false;
    at(index).goal = noun;
    std::uint32_t holder = noun;
    if (const std::uint32_t own = g_.predicate_at[noun]; own != kNone)
      if (const std::uint32_t h = g_.argument(own, Slot::subject); h != kNone) holder = g_.arguments[h].word;
    g_.add_argument(index, Slot::subject, holder, {}, "goal-holder", true);
    return true;
  }

  bool is_progress(std::uint32_t noun) const {
    const std::string_view preposition = g_.case_of(noun);
    return preposition == "en" && g_.is_circumstance(noun, preposition);
  }

  /// The noun that the infinitive completes: "les moyens de payer".
  std::uint32_t completed_noun(std::uint32_t index) const {
    const std::uint32_t head = g_.predicates[index].head;
    const std::uint32_t noun = parsed_.head(head);
    const bool completes = noun != kNone && parsed_.word(head).morph.verb_form == VerbForm::inf &&
                           universal(parsed_.deprel(head)) == Deprel::acl &&
                           parsed_.word(noun).upos == Upos::NOUN;
    return completes ? noun : kNone;
  }

  /// The verb governs infinitives: one that the tree hangs on a noun below it may be its own.
  static bool takes_clause(const Frame* frame) {
    return frame != nullptr && (frame->clause.control == Control::object ||
                                frame->clause.control == Control::indirect || frame->clause.modality);
  }

  /// A noun without a frame: whose it is, to whom it is given, or who has it. It does nothing itself.
  void from_plain_noun(std::uint32_t index, std::uint32_t noun, std::uint32_t governor) {
    if (const std::uint32_t holder = holder_of(noun); holder != kNone)
      return g_.add_argument(index, Slot::subject, holder, {}, "noun-control", true);
    from_clause_of_noun(index, noun, governor, false);
  }

  /// Nobody holds the noun. `asked`: what it asks for is for others to do.
  void from_clause_of_noun(std::uint32_t index, std::uint32_t noun, std::uint32_t governor, bool asked) {
    const bool object =
        parsed_.head(noun) == at(governor).head && universal(parsed_.deprel(noun)) == Deprel::obj;
    if (object) {
      for (std::uint32_t a = at(governor).first_argument; a != kNone; a = g_.arguments[a].next) {
        const Argument argument = g_.arguments[a];
        if (argument.slot == Slot::oblique && argument.preposition == "à" &&
            (argument.rule == "clitic" || g_.names_actor(argument.word)))
          return g_.add_argument(index, Slot::subject, argument.word, {}, "indirect-control", true);
      }
    }
    const bool circumstance = !asked && universal(parsed_.deprel(noun)) == Deprel::obl;  // dans l'espoir de
    if (circumstance || (object && g_.frames().is(WordClass::holding_verb, at(governor).lemma)))
      copy_all(index, governor, Slot::subject, "subject-control");
  }

  /// "la volonté d'Oslo", "ses moyens", "la capacité norvégienne"
  std::uint32_t holder_of(std::uint32_t noun) const {
    for (const std::uint32_t c : parsed_.children(noun)) {
      const std::uint32_t m = g_.mentions().mention_at[c];
      if (m == kNone) continue;
      const Deprel u = universal(parsed_.deprel(c));
      const MentionKind kind = g_.mentions().mentions[m].kind;
      if ((u == Deprel::det && kind == MentionKind::pronoun) ||
          (u == Deprel::amod && kind == MentionKind::derived) ||
          (u == Deprel::nmod && g_.case_of(c) == "de" && g_.names_actor(c)))
        return c;
    }
    return kNone;
  }

  /// The preposition right before the infinitive, or kNone.
  std::uint32_t marker_of(std::uint32_t index) const {
    for (const std::uint32_t c : parsed_.children(at_head(index)))
      if (c < at_head(index) && (parsed_.deprel(c) == Deprel::mark || parsed_.deprel(c) == Deprel::case_))
        return c;
    return kNone;
  }

  /// "les fonds nécessaires pour agir", "assez d'argent pour agir": what it takes does not act.
  bool is_use(std::uint32_t index) const {
    const std::uint32_t mark = marker_of(index);
    if (mark == kNone || mark == 0) return false;
    const std::string_view before = parsed_.word(mark - 1).lemma;
    return g_.frames().is(WordClass::resource_word, before);
  }

  /// "dans le cadre des efforts de Malte pour vendre": the plan whose phrase ends right before the infinitive
  /// that the tree hangs on the verb.
  std::uint32_t planned_before(std::uint32_t index) const {
    const std::uint32_t mark = marker_of(index);
    if (mark == kNone || mark < 2) return kNone;
    for (std::uint32_t n = mark - 1; n + 8 > mark && n > 0; --n) {
      const TaggedWord& w = parsed_.word(n);
      if (w.upos == Upos::VERB || w.upos == Upos::PUNCT) return kNone;
      if (w.upos == Upos::NOUN && w.lemma != "loi" && g_.frames().is(WordClass::plan_noun, w.lemma))
        return parsed_.subtree(n).end >= mark && holder_of(n) != kNone ? n : kNone;
    }
    return kNone;
  }

  /// "un complot pour tuer le roi", "les efforts d'Oslo pour vendre le port": whoever holds the plan, or the
  /// plan itself.
  bool from_planned(std::uint32_t index) {
    if (is_use(index)) return true;
    std::uint32_t noun = completed_noun(index);
    if (noun == kNone) noun = planned_before(index);
    if (noun == kNone) return false;
    std::uint32_t who = holder_of(noun);
    if (who == kNone && g_.frames().is(WordClass::plan_noun, parsed_.word(noun).lemma)) who = noun;
    if (who == kNone) return false;
    g_.add_argument(index, Slot::subject, who, {}, "noun-control", true);
    return true;
  }

  /// "la décision de l'ONU de fermer …", "son appel à Malte à céder …": who holds the noun, or whom it asks.
  void from_noun_of_clause(std::uint32_t index, std::uint32_t noun, const Frame* frame) {
    std::uint32_t holder = kNone;
    for (std::uint32_t a = at(noun).first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument& argument = g_.arguments[a];
      const bool asked = frame != nullptr && frame->clause.control != Control::subject &&
                         argument.slot == Slot::oblique && argument.preposition == "à";
      const bool holds = argument.slot == Slot::subject ||
                         (frame == nullptr && argument.slot == Slot::oblique && argument.preposition == "de");
      if (asked || (holds && holder == kNone)) holder = argument.word;
      if (asked) return g_.add_argument(index, Slot::subject, holder, {}, "noun-control", true);
    }
    const bool asks = frame != nullptr && frame->clause.modality == Modality::requested;
    if (holder != kNone) {
      if (!asks) g_.add_argument(index, Slot::subject, holder, {}, "noun-control", true);
      return;
    }
    const std::uint32_t word = at(noun).head, above = parsed_.head(word);
    const std::uint32_t verb = above == kNone ? kNone : g_.governor(above);
    if (verb == kNone || at(verb).kind != PredicateKind::verb || at(verb).head != above) return;
    expand(verb);
    from_clause_of_noun(index, word, verb, asks);
  }

  /// "se voir refuser un visa par X", "se faire arrêter": the subject receives, or undergoes, what the
  /// infinitive says.
  bool is_undergone(std::uint32_t governor) const {
    const PredicateInstance& p = g_.predicates[governor];
    return p.kind == PredicateKind::verb && p.voice == Voice::reflexive &&
           g_.frames().is(WordClass::undergoing_verb, p.lemma);
  }

  void undergo(std::uint32_t index, std::uint32_t governor) {
    const bool receives = g_.has(index, Slot::object);
    for (std::uint32_t a = at(governor).first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument argument = g_.arguments[a];
      if (argument.slot == Slot::subject)
        g_.add_argument(index, receives ? Slot::oblique : Slot::object, argument.word,
                        receives ? std::string_view("à") : std::string_view(), "undergone", true);
    }
    for (std::uint32_t a = at(index).first_argument; a != kNone; a = g_.arguments[a].next) {
      Argument& argument = g_.arguments[a];
      if (argument.preposition == "par") {
        argument.slot = Slot::subject;
        argument.preposition = {};
      } else if (argument.slot == Slot::object) {
        agent_inside(index, argument.word);
      }
    }
    at(governor).first_argument = at(governor).last_argument = kNone;  // states nothing itself
  }

  void agent_inside(std::uint32_t index, std::uint32_t noun) {
    for (const std::uint32_t c : parsed_.children(noun)) {
      if (universal(parsed_.deprel(c)) != Deprel::nmod || g_.case_of(c) != "par") continue;
      return g_.add_argument(index, Slot::subject, c, {}, "undergone");
    }
  }

  /// "mener une offensive", "exprimer son soutien": the verb's subject acts in the noun.
  void from_support(std::uint32_t index) {
    const std::uint32_t noun = at(index).head;
    const std::uint32_t verb = at(index).parent;
    if (verb == kNone || at(verb).kind != PredicateKind::verb) return;
    const Frame* frame = g_.frame_of(verb);
    const Frame* own = g_.frame_of(index);
    if (frame == nullptr || !frame->support || own == nullptr || own->nominal == Nominal::role) return;
    for (std::uint32_t a = at(verb).first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument argument = g_.arguments[a];
      const bool object =
          argument.slot == Slot::object || (argument.slot == Slot::oblique && argument.preposition == "à");
      if (!object || argument.word != noun || at(verb).voice == Voice::passive) continue;
      return copy_all(index, verb, Slot::subject, "support-subject");
    }
  }

  /// "soutiennent et arment Malte": the first of two verbs without a complement shares the second's object.
  void share_object(std::uint32_t index) {
    const std::uint32_t first = at(index).coordinated;
    if (first == kNone || at(index).kind != PredicateKind::verb || at(first).kind != PredicateKind::verb)
      return;
    if (at(index).head - at(first).head > 4 || g_.has(first, Slot::object) || g_.has(first, Slot::oblique))
      return;
    const Frame* frame = g_.frame_of(first);
    if (frame != nullptr && frame->alone) return;
    if ((parsed_.word(at(first).head).frame & kTransitive) == 0 && parsed_.word(at(first).head).frame != 0)
      return;
    for (std::uint32_t a = at(index).first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument argument = g_.arguments[a];
      if (argument.slot == Slot::object && argument.word > at(index).head)
        g_.add_argument(first, Slot::object, argument.word, {}, "shared-object", true);
    }
  }

  /// Passive: the surface subject is the object, the agent the subject.
  void undo_voice(std::uint32_t index) {
    const bool passive = at(index).voice == Voice::passive;
    for (std::uint32_t a = at(index).first_argument; a != kNone; a = g_.arguments[a].next) {
      Argument& argument = g_.arguments[a];
      if (argument.slot == Slot::agent) {
        argument.slot = passive ? Slot::subject : Slot::oblique;
        if (!passive) argument.preposition = "par";
      } else if (passive && argument.slot == Slot::subject) {
        argument.slot = Slot::object;
      }
    }
  }

  PredicateGraph& g_;
  const ParsedText& parsed_;
};

}  // namespace

void share_arguments(PredicateGraph& graph) { Sharing(graph).run(); }

}  // namespace maillon
