// Second pass: how each predicate hangs on the one above it, and which govern it rather than the word that
// the tree names.
#include "relations/predicate.hpp"

namespace maillon {

namespace {

class ClauseLinker {
 public:
  explicit ClauseLinker(PredicateGraph& graph)
      : g_(graph), parsed_(graph.parsed()), frames_(graph.frames()) {}

  void run() {
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) link(p);
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) turn_parenthetical(p);
    for (PredicateInstance& p : g_.predicates) {
      if (p.coordinated == kNone) continue;
      p.parent = g_.predicates[p.coordinated].parent;
      p.link = g_.predicates[p.coordinated].link;
    }
  }

 private:
  void link(std::uint32_t index) {
    PredicateInstance& p = g_.predicates[index];
    const Deprel d = parsed_.deprel(p.head);
    const std::uint32_t head = parsed_.head(p.head);
    if (head == kNone) return;
    if (speaks_after(p)) {
      p.link = Link::parenthetical;
      p.parent = clause_above(g_.governor(head));
      return;
    }
    if (d == Deprel::conj) {
      const std::uint32_t first = g_.predicate_at[head];
      if (first != kNone && first != index &&
          (p.kind == PredicateKind::noun) == (g_.predicates[first].kind == PredicateKind::noun)) {
        p.coordinated = first;
        return;
      }
    }
    p.parent = g_.governor(head);
    const auto is_infinitive = [&](std::uint32_t w) {
      return w != kNone && parsed_.word(w).morph.verb_form == VerbForm::inf;
    };
    const bool infinitive =  // "vendre", "d'être un exemple"
        is_infinitive(p.head) || is_infinitive(parsed_.child(p.head, Deprel::cop));
    if (marked(p)) return;
    if (called(p)) return;
    if (second_participle(p)) return;
    if (p.kind == PredicateKind::verb && (infinitive || p.marker.starts_with("pour que")) &&
        is_purpose(p.marker)) {
      p.link = Link::purpose;
      p.parent = clause_above(p.parent);
      return;
    }
    if (p.kind == PredicateKind::verb && free_participle(p)) {
      p.link = Link::adverbial;
      p.parent = clause_above(p.parent);
      return;
    }
    if (p.kind == PredicateKind::verb && !p.finite && parsed_.word(head).upos == Upos::ADV &&
        universal(d) == Deprel::xcomp) {  // "avant d'être élu"
      p.link = Link::adverbial;
      p.parent = clause_above(p.parent);
      return;
    }
    if (infinitive && universal(d) == Deprel::acl && p.marker == "de" && is_aim(head)) {
      p.link = Link::purpose;
      p.parent = clause_above(p.parent);
      return;
    }
    if (infinitive && universal(d) == Deprel::acl && p.marker == "de" && g_.case_of(head) == "en" &&
        g_.is_circumstance(head, "en")) {  // "en train de"
      p.link = Link::complement;
      p.parent = clause_above(p.parent);
      return;
    }
    if (infinitive && universal(d) == Deprel::acl && (p.marker == "de" || p.marker == "à")) {
      p.link = Link::complement;
      const std::uint32_t verb = controller_above(p.parent);
      if (verb != kNone) p.parent = verb;
      return;
    }
    if (infinitive && (p.marker == "de" || p.marker == "à") && content_of_object(p)) return;
    switch (universal(d)) {
      case Deprel::ccomp:
      case Deprel::xcomp:
      case Deprel::csubj:
        p.link = Link::complement;
        break;
      case Deprel::acl:
        p.link = infinitive && p.marker != "pour" ? Link::complement : Link::relative;
        if (p.marker == "que" && d == Deprel::acl) p.link = Link::complement;
        break;
      case Deprel::parataxis:
        p.link = Link::parenthetical;
        break;
      case Deprel::amod:
        p.link = Link::nominal;
        break;
      case Deprel::advcl:
      case Deprel::obl:
      case Deprel::nmod:
      case Deprel::obj:
      case Deprel::conj:
        if (p.kind == PredicateKind::noun) {
          p.link = Link::nominal;
        } else if (is_purpose(p.marker)) {
          p.link = Link::purpose;
        } else if (p.marker == "si") {
          p.link = Link::condition;
        } else if (infinitive && (p.marker == "de" || p.marker == "à" || p.marker.empty())) {
          p.link = Link::complement;
        } else {
          p.link = Link::adverbial;
        }
        break;
      default:
        p.link = p.kind == PredicateKind::noun ? Link::nominal : Link::adverbial;
        break;
    }
    if (p.kind == PredicateKind::noun) p.link = Link::nominal;
  }

  /// "à moins que", "au lieu de", "de peur que": the marker says how the clause hangs, whatever the tree.
  bool marked(PredicateInstance& p) const {
    if (p.kind == PredicateKind::noun || p.marker.empty()) return false;
    const bool condition = frames_.is(WordClass::condition_marker, p.marker) && p.marker != "si";
    if (!condition && !frames_.is(WordClass::negative_marker, p.marker) &&
        !frames_.is(WordClass::fear_marker, p.marker))
      return false;
    p.link = condition ? Link::condition : Link::adverbial;
    p.parent = clause_above(p.parent);
    return true;
  }

  /// "dans le but de", "dans l'espoir de": as a whole they say what for.
  bool is_aim(std::uint32_t noun) const {
    const std::string_view preposition = g_.case_of(noun);
    return preposition == "dans" &&
           frames_.is(WordClass::article_locution,
                      g_.arena.store(g_.arena.store(preposition, " "), parsed_.word(noun).lemma));
  }

  /// "désigné comme étant responsable": what the verb above says of its object.
  bool called(PredicateInstance& p) const {
    if (p.kind == PredicateKind::noun || p.finite || p.parent == kNone) return false;
    const auto is_as = [&](std::uint32_t w) { return parsed_.word(w).lemma == "comme"; };
    const std::uint32_t copula = parsed_.child(p.head, Deprel::cop);
    const std::uint32_t first = copula == kNone ? p.head : copula;
    const Morph& m = parsed_.word(first).morph;
    if (first == 0 || !is_as(first - 1) || m.verb_form != VerbForm::part || m.tense != Tense::pres)
      return false;
    const std::uint32_t verb = clause_above(p.parent);
    if (verb == kNone || g_.predicates[verb].kind != PredicateKind::verb) return false;
    p.marker = "comme";
    p.link = Link::complement;
    p.parent = verb;
    return true;
  }

  /// "…, soulignant que": a present participle after a comma goes with the clause, not with the noun before
  /// the comma.
  bool free_participle(const PredicateInstance& p) const {
    const TaggedWord& word = parsed_.word(p.head);
    if (parsed_.deprel(p.head) != Deprel::acl || word.morph.verb_form != VerbForm::part ||
        word.morph.tense != Tense::pres || p.head == 0)
      return false;
    // "… se sont répandus dans la région provoquant ainsi …": "ainsi" takes up the clause
    const bool takes_up = p.head + 1 < parsed_.size() && parsed_.word(p.head + 1).lemma == "ainsi";
    if (parsed_.word(p.head - 1).upos != Upos::PUNCT && !takes_up) return false;
    const std::uint32_t clause = clause_above(p.parent);
    if (clause == kNone || g_.predicates[clause].kind != PredicateKind::verb) return false;
    return universal(parsed_.deprel(parsed_.head(p.head))) != Deprel::nsubj;
  }

  static bool is_purpose(std::string_view marker) {
    return marker == "pour" || marker.starts_with("afin") || marker.starts_with("pour que");
  }

  /// A purpose is the clause's, wherever the tree hangs it.
  std::uint32_t clause_above(std::uint32_t p) const {
    while (p != kNone && g_.predicates[p].kind == PredicateKind::noun) p = parent_of(p);
    return p;
  }

  /// The predicate in whose clause a noun stands; links may not be known yet.
  std::uint32_t parent_of(std::uint32_t p) const {
    const std::uint32_t head = parsed_.head(g_.predicates[p].head);
    return head == kNone ? kNone : g_.governor(head);
  }

  /// "accuse X d'avoir …": an infinitive that hangs on a noun which governs none belongs to the verb around
  /// it, where that verb governs infinitives and has none yet.
  std::uint32_t controller_above(std::uint32_t noun) const {
    for (std::uint32_t n = noun; n != kNone; n = parent_of(n)) {
      if (g_.predicates[n].kind != PredicateKind::noun) break;
      const Frame* own = g_.frame_of(n);
      if (own != nullptr && (own->clause.modality || own->clause.control != Control::automatic)) return n;
    }
    if (noun == kNone || g_.predicates[noun].kind != PredicateKind::noun) return kNone;
    const std::uint32_t verb = clause_above(noun);
    if (verb == kNone || g_.predicates[verb].kind != PredicateKind::verb || governs_clause(verb))
      return kNone;
    const Frame* frame = g_.frame_of(verb);
    const bool governs =
        frame != nullptr && (frame->clause.control == Control::object ||
                             frame->clause.control == Control::indirect || frame->clause.modality);
    return governs ? verb : kNone;
  }

  /// "critiquer la décision de fermer": the infinitive behind an object that governs one is the object's.
  bool content_of_object(PredicateInstance& p) const {
    if (p.parent == kNone || g_.predicates[p.parent].kind != PredicateKind::verb) return false;
    for (const std::uint32_t c : parsed_.children(g_.predicates[p.parent].head)) {
      const std::uint32_t noun = g_.predicate_at[c];
      if (universal(parsed_.deprel(c)) != Deprel::obj || c > p.head || noun == kNone ||
          g_.predicates[noun].kind != PredicateKind::noun)
        continue;
      const Frame* frame = g_.frame_of(noun);
      if (frame == nullptr || (!frame->clause.modality && frame->clause.control == Control::automatic))
        return false;
      p.parent = noun;
      p.link = Link::complement;
      return true;
    }
    return false;
  }

  /// "ont scandé des slogans et arboré des drapeaux": a participle after a conjunction, without auxiliary,
  /// shares that of the verb before it.
  bool second_participle(PredicateInstance& p) {
    const TaggedWord& word = parsed_.word(p.head);
    if (p.kind != PredicateKind::verb || p.finite || word.morph.verb_form != VerbForm::part ||
        word.morph.tense == Tense::pres || p.head == 0 || parsed_.word(p.head - 1).upos != Upos::CCONJ ||
        parsed_.child_like(p.head, Deprel::aux) != kNone)
      return false;
    const std::uint32_t verb = clause_above(p.parent);
    if (verb == kNone || g_.predicates[verb].kind != PredicateKind::verb) return false;
    const PredicateInstance& first = g_.predicates[verb];
    if (first.head > p.head || parsed_.word(first.head).morph.verb_form != VerbForm::part) return false;
    p.coordinated = verb;
    return true;
  }

  /// A finite verb of speech after its quotation, without a conjunction, stands beside it.
  bool beside(const PredicateInstance& p) const {
    return p.kind == PredicateKind::verb && p.finite && p.marker.empty() && p.frame != kNone &&
           frames_.at(p.frame).clause.attributed && p.head > parsed_.head(p.head);
  }

  /// "Malte a cédé, a déclaré Anna Berg": the verb of speech governs the clause that it stands beside.
  void turn_parenthetical(std::uint32_t index) {
    PredicateInstance& p = g_.predicates[index];
    if (p.link != Link::parenthetical || p.parent == kNone || p.kind != PredicateKind::verb) return;
    PredicateInstance& host = g_.predicates[p.parent];
    const Frame* frame = g_.frame_of(index);
    const Frame* host_frame = g_.frame_of(p.parent);
    if (p.head > host.head && behind_colon(p.head)) return introduce(index);
    if (frame == nullptr || !frame->clause.attributed || frame->clause.negates) p.reports |= speaks_here(p);
    if (g_.attributes(index) && !governs_clause(index)) {
      const std::uint32_t above = host.parent;
      const Link link = host.link;
      host.parent = index;
      host.link = Link::complement;
      p.parent = above;
      p.link = link;
    } else if (host_frame != nullptr && host_frame->clause.attributed && !governs_clause(p.parent)) {
      p.link = Link::complement;
    }
  }

  /// "Les rebelles scandaient : « … »", "la ministre a précisé : …": the verb before the colon governs the
  /// clause where it is one of speech, or any active verb without object before a quotation. Not "a pris
  /// l'an 2000 comme référence : …".
  void introduce(std::uint32_t index) {
    PredicateInstance& p = g_.predicates[index];
    PredicateInstance& host = g_.predicates[p.parent];
    if (host.kind != PredicateKind::verb || governs_clause(p.parent)) return;
    bool object = false;
    for (const std::uint32_t c : parsed_.children(host.head))
      object |= universal(parsed_.deprel(c)) == Deprel::obj && !g_.is_reflexive(c);
    const Frame* frame = g_.frame_of(p.parent);
    const bool speech = frame != nullptr && frame->clause.attributed;
    const bool quoted =
        opens_quotation(p.head) && host.finite && host.voice == Voice::active && !object && !host.impersonal;
    if (!speech && !quoted) return;
    if (speech && object && frame->group == "thought") return;
    host.reports |= quoted && !speech;
    p.link = Link::complement;
  }

  std::uint32_t first_of(std::uint32_t clause) const {
    std::uint32_t w = parsed_.subtree(clause).begin;
    while (w < clause && parsed_.word(w).upos == Upos::PUNCT) ++w;
    return w;
  }

  bool behind_colon(std::uint32_t clause) const {
    for (std::uint32_t w = first_of(clause); w-- > 0 && parsed_.word(w).upos == Upos::PUNCT;)
      if (parsed_.word(w).form == ":") return true;
    return false;
  }

  bool opens_quotation(std::uint32_t clause) const {
    const std::uint32_t w = first_of(clause);
    if (w == 0) return false;
    const std::string_view mark = parsed_.word(w - 1).form;
    return mark == "«" || mark == "\"" || mark == "“";
  }

  /// "« … », dit le roi", "…, montrent les données": behind a comma, without conjunction and subject, right
  /// before what can vouch. Behind a quotation any verb will do, elsewhere one of speech. The tree takes the
  /// speaker for the object, and a form like "dit" for a participle of what stands before.
  bool speaks_after(PredicateInstance& p) {
    const std::uint32_t first = p.words.begin - (p.voice == Voice::reflexive && p.words.begin > 0 ? 1 : 0);
    if (p.kind != PredicateKind::verb || first < 2 || parsed_.word(first - 1).form != "," ||
        parsed_.child(p.head, Deprel::cc) != kNone || parsed_.child_like(p.head, Deprel::nsubj) != kNone ||
        parsed_.child(p.head, Deprel::aux_pass) != kNone)
      return false;
    const Deprel d = parsed_.deprel(p.head);
    const bool quoted = ends_quotation(parsed_.word(first - 2).form);
    const bool form = p.finite || (quoted && may_be_present(p.head));
    if (!form || (d != Deprel::conj && !(quoted && (d == Deprel::acl || universal(d) == Deprel::parataxis))))
      return false;
    std::uint32_t noun = kNone;
    for (const std::uint32_t c : parsed_.children(p.head)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (u == Deprel::ccomp) return false;
      if (c < p.head || g_.is_reflexive(c) || (u != Deprel::obj && u != Deprel::xcomp)) continue;
      if (noun == kNone) noun = c;
    }
    if (noun == kNone || parsed_.subtree(noun).begin != p.head + 1 || !g_.case_of(noun).empty() ||
        parsed_.word(noun).upos == Upos::VERB)
      return false;
    const std::uint32_t frame = of_speech(p);
    if (!(quoted && is_speaker(noun)) &&
        !(frame != kNone &&
          (is_speaker(noun) || frames_.is(WordClass::voucher_noun, parsed_.word(noun).lemma))))
      return false;
    p.frame = frame;
    p.speaker = noun;
    p.reports = p.finite = true;
    if (p.voice == Voice::passive) p.voice = Voice::active;
    return true;
  }

  static bool ends_quotation(std::string_view mark) { return mark == "»" || mark == "\"" || mark == "”"; }

  /// "dit", "craint", "conclut": participle and present are one form.
  bool may_be_present(std::uint32_t verb) const {
    const TaggedWord& w = parsed_.word(verb);
    return w.morph.verb_form == VerbForm::part && w.morph.tense != Tense::pres && w.form.ends_with("t") &&
           parsed_.child_like(verb, Deprel::aux) == kNone;
  }

  /// The frame in which the verb vouches for a clause, or kNone.
  std::uint32_t of_speech(const PredicateInstance& p) const {
    for (const Trigger kind : {Trigger::reflexive, Trigger::verb}) {
      if (kind == Trigger::reflexive && p.voice != Voice::reflexive) continue;
      const std::vector<std::uint32_t>* all = frames_.frames_of(kind, p.lemma);
      if (all == nullptr) continue;
      for (const std::uint32_t f : *all)
        if (frames_.at(f).clause.attributed) return f;
    }
    return kNone;
  }

  /// "« … », tempère la ministre", "…, plaide le roi": an inverted verb without object beside what is quoted.
  bool speaks_here(const PredicateInstance& p) const {
    if (!p.finite || p.voice == Voice::passive || p.impersonal || p.head < parsed_.head(p.head)) return false;
    bool inverted = false;
    for (const std::uint32_t c : parsed_.children(p.head)) {
      const Deprel u = universal(parsed_.deprel(c));
      inverted |= u == Deprel::nsubj && c > p.head && is_speaker(c);
      if ((u == Deprel::obj && !g_.is_reflexive(c)) || u == Deprel::ccomp || u == Deprel::xcomp ||
          (u == Deprel::nsubj && c < p.words.begin))
        return false;
    }
    return inverted && p.words.begin > 0 && parsed_.word(p.words.begin - 1).upos == Upos::PUNCT;
  }

  bool is_speaker(std::uint32_t word) const {
    if (parsed_.word(word).upos == Upos::PRON) return true;  // "…, ironise-t-il"
    const std::uint32_t m = g_.mentions().mention_at[word];
    if (m == kNone) return false;
    switch (g_.mentions().entity_of(g_.mentions().mentions[m]).type) {
      case EntityType::Person:
      case EntityType::Organization:
      case EntityType::State:
      case EntityType::Group:
        return true;
      default:
        return false;
    }
  }

  bool governs_clause(std::uint32_t index) const {
    for (const std::uint32_t c : parsed_.children(g_.predicates[index].head)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (u == Deprel::ccomp || (u == Deprel::xcomp && parsed_.word(c).upos == Upos::VERB)) return true;
    }
    return false;
  }

  PredicateGraph& g_;
  const ParsedText& parsed_;
  const FrameSet& frames_;
};

}  // namespace

void link_clauses(PredicateGraph& graph) { ClauseLinker(graph).run(); }

}  // namespace maillon
