// Who vouches for a predicate: "selon X", the subject of a verb of speech or thought, the speaker of a
// quotation; nested sources innermost first.
#include <algorithm>

#include "relations/predicate.hpp"

namespace maillon {

namespace {

class Sources {
 public:
  explicit Sources(PredicateGraph& graph) : g_(graph), parsed_(graph.parsed()) {
    done_.assign(g_.predicates.size(), false);
    own_.assign(g_.predicates.size(), kNone);
    named_.assign(parsed_.size(), false);
  }

  void run() {
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) {
      prepositional(p);
      as_said(p);
      hearsay(p);
    }
    for (std::uint32_t w = 0; w < parsed_.size(); ++w) adrift(w);
    quotations();
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) first_person(p);
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p) find(p);
  }

 private:
  std::uint32_t push(std::uint32_t word, std::uint32_t next) {
    g_.sources.push_back({word, next});
    return static_cast<std::uint32_t>(g_.sources.size() - 1);
  }

  /// "selon X" is no participant: it vouches for its clause, or for the whole sentence where it frames it.
  void prepositional(std::uint32_t index) {
    std::uint32_t before = kNone;
    for (std::uint32_t a = g_.predicates[index].first_argument; a != kNone; a = g_.arguments[a].next) {
      const Argument argument = g_.arguments[a];
      if (const std::uint32_t holder = of_opinion(argument); holder != kNone) {
        g_.remove_argument(index, before, a);
        if (const std::uint32_t noun = g_.predicate_at[argument.word]; noun != kNone)
          g_.predicates[noun].first_argument = g_.predicates[noun].last_argument = kNone;
        const std::uint32_t clause = scope_of(index, argument.word);
        own_[clause] = push(holder, own_[clause]);
        continue;
      }
      const bool names_source = g_.frames().is(WordClass::source_preposition, argument.preposition) ||
                                is_view(argument.word, argument.preposition);
      if ((argument.slot != Slot::oblique && argument.slot != Slot::attribute) || !names_source) {
        before = a;
        continue;
      }
      g_.remove_argument(index, before, a);
      if (argument.word < g_.predicates[index].head && g_.predicates[index].link == Link::relative) {
        // "la note selon laquelle Malte a cédé": the note vouches for its own clause
        for (std::uint32_t p = index; p < g_.predicates.size(); ++p)
          if (p == index || g_.predicates[p].coordinated == index) g_.predicates[p].link = Link::complement;
        own_[index] = push(argument.word, own_[index]);
        continue;
      }
      named_[argument.word] = true;
      const std::uint32_t clause = scope_of(index, argument.word);
      own_[clause] = push(argument.word, own_[clause]);
      const std::uint32_t citing = cited_by(argument.word);
      if (citing != kNone) own_[clause] = push(citing, own_[clause]);
    }
  }

  /// "Pour Anna Berg, la crise est finie": before a clause and cut off by a comma, it is somebody's view.
  bool is_view(std::uint32_t word, std::string_view preposition) const {
    if (preposition != "pour") return false;
    const IndexRange phrase = parsed_.subtree(word);
    const IndexRange sentence = parsed_.tagged().sentences[parsed_.sentence_of(word)];
    if (phrase.begin > sentence.begin + 1 || phrase.end >= sentence.end ||
        (parsed_.word(phrase.end).form != "," && parsed_.word(phrase.end - 1).form != ","))
      return false;
    if (g_.frames().is(WordClass::voucher_noun, parsed_.word(word).lemma)) return true;
    const std::uint32_t m = g_.mentions().mention_at[word];
    if (m == kNone) return false;
    const EntityType type = g_.mentions().entity_of(g_.mentions().mentions[m]).type;
    return type == EntityType::Person;
  }

  /// "à mon avis", "à son sens": whose opinion it is.
  std::uint32_t of_opinion(const Argument& argument) const {
    if (argument.slot != Slot::oblique || argument.preposition != "à") return kNone;
    if (!g_.frames().is(WordClass::opinion_noun, parsed_.word(argument.word).lemma)) return kNone;
    const std::uint32_t det = parsed_.child(argument.word, Deprel::det);
    const bool own = det != kNone && parsed_.word(det).morph.possessive;
    return own && g_.mentions().mention_at[det] != kNone ? det : kNone;
  }

  /// "selon X, cité par Y": Y vouches for what X says.
  std::uint32_t cited_by(std::uint32_t word) const {
    for (const std::uint32_t c : parsed_.children(word)) {
      const std::uint32_t p = g_.predicate_at[c];
      if (universal(parsed_.deprel(c)) != Deprel::acl || p == kNone || c < word) continue;
      if (!g_.frames().is(WordClass::citing_verb, g_.predicates[p].lemma)) continue;
      for (std::uint32_t a = g_.predicates[p].first_argument; a != kNone; a = g_.arguments[a].next)
        if (g_.arguments[a].slot == Slot::subject || g_.arguments[a].preposition == "par")
          return g_.arguments[a].word;
    }
    return kNone;
  }

  /// A source phrase that the tree hangs on a noun without a predicate's argument.
  void adrift(std::uint32_t word) {
    const std::uint32_t c = parsed_.child(word, Deprel::case_);
    if (c == kNone || named_[word]) return;
    const std::string_view preposition = g_.case_of(word);
    if (!g_.frames().is(WordClass::source_preposition, preposition) && !is_view(word, preposition)) return;
    const std::uint32_t above = parsed_.head(word) == kNone ? kNone : g_.governor(parsed_.head(word));
    if (above == kNone) return;
    const std::uint32_t clause = scope_of(above, word);
    own_[clause] = push(word, own_[clause]);
  }

  /// "comme le précise X"
  void as_said(std::uint32_t index) {
    const PredicateInstance& p = g_.predicates[index];
    const Frame* frame = g_.frame_of(index);
    if (p.marker == "comme" && p.link == Link::complement && !p.finite) {  // "désigné comme étant …"
      if (!g_.attributes(p.parent)) own_[index] = attribute(p.parent, own_[index]);
      return;
    }
    if (const std::uint32_t denier = g_.denier_of(index); denier != kNone && !g_.attributes(denier))
      own_[index] = attribute(denier, own_[index]);
    if (p.marker != "comme" || p.parent == kNone || !p.finite || frame == nullptr ||
        !frame->clause.attributed)
      return;
    own_[p.parent] = attribute(index, own_[p.parent]);
  }

  /// "…, a-t-on appris de source policière", "…, indique-t-on auprès du ministère": whom one has it from.
  void hearsay(std::uint32_t index) {
    const PredicateInstance& p = g_.predicates[index];
    const std::uint32_t told = p.coordinated != kNone ? p.coordinated : p.parent;
    if (p.kind != PredicateKind::verb || !p.finite || p.words.begin == 0 ||
        parsed_.word(p.words.begin - 1).upos != Upos::PUNCT)
      return;
    const std::uint32_t subject = parsed_.child(p.head, Deprel::nsubj);
    if (subject == kNone || subject < p.words.begin || parsed_.word(subject).lemma != "on") return;
    for (const std::uint32_t c : parsed_.children(p.head)) {
      const Deprel u = universal(parsed_.deprel(c));
      if (c < p.head || (u != Deprel::obl && u != Deprel::nmod)) continue;
      const std::string_view preposition = g_.case_of(c);
      if (preposition != "auprès de" &&
          !(preposition == "de" && g_.frames().is(WordClass::voucher_noun, parsed_.word(c).lemma)))
        continue;
      const std::uint32_t clause = told == kNone ? clause_of(index) : told;
      own_[clause] = push(c, own_[clause]);
      named_[c] = true;
      return;
    }
  }

  /// Where the verb of hearsay governs what it tells.
  std::uint32_t clause_of(std::uint32_t speech) const {
    for (std::uint32_t p = 0; p < g_.predicates.size(); ++p)
      if (g_.predicates[p].parent == speech && g_.predicates[p].link == Link::complement) return p;
    return speech;
  }

  /// Climbs to the finite clause; to the sentence's root where the phrase opens or closes the sentence.
  std::uint32_t scope_of(std::uint32_t index, std::uint32_t word) const {
    const IndexRange sentence = parsed_.tagged().sentences[parsed_.sentence_of(word)];
    const bool last = parsed_.subtree(word).end + 2 >= sentence.end;
    const bool framing = word < sentence.begin + 8 || word + 6 > sentence.end || last;
    std::uint32_t at = index;
    while (g_.predicates[at].parent != kNone) {
      const PredicateInstance& p = g_.predicates[at];
      const bool clause = p.finite && p.kind != PredicateKind::noun;
      if (clause && (!framing || p.link == Link::complement)) break;
      at = p.parent;
    }
    // "X a cédé, mais Y refuse, selon Z": behind a comma at the end it vouches for all
    const std::uint32_t begin = parsed_.subtree(word).begin;
    if (last && begin > 0 && (parsed_.word(begin).form == "," || parsed_.word(begin - 1).form == ","))
      while (g_.predicates[at].coordinated != kNone) at = g_.predicates[at].coordinated;
    return at;
  }

  /// A quotation that runs over sentences belongs to the verb of speech that stands beside it.
  void quotations() {
    const TokenizedText& text = parsed_.text();
    std::vector<std::uint32_t> speech_of(text.quotations.size(), kNone);
    for (std::size_t i = 0; i < speech_of.size(); ++i)
      if (text.quotations[i].parent == kNone) speech_of[i] = speaker_of(text.quotations[i]);
    chain(speech_of);
    for (std::size_t i = 0; i < speech_of.size(); ++i)
      if (text.quotations[i].parent == kNone && speech_of[i] == kNone && is_whole(text.quotations[i]))
        speech_of[i] = told_before(text.quotations[i]);
    chain(speech_of);
    for (std::size_t i = 0; i < speech_of.size(); ++i) {
      const Quotation& q = text.quotations[i];
      const std::uint32_t speech = speech_of[i];
      if (q.parent != kNone || q.tokens.size() < 4 || speech == kNone) continue;
      const std::vector<std::uint32_t>& first_word = parsed_.tagged().first_word;
      for (std::uint32_t w = first_word[q.tokens.begin]; w < first_word[q.tokens.end]; ++w) {
        const std::uint32_t p = g_.predicate_at[w];
        if (p == kNone || g_.predicates[p].head != w || p == speech || below(p, speech)) continue;
        // only the top of each sentence's part; the rest inherits
        const std::uint32_t parent = g_.predicates[p].parent;
        const bool top = parent == kNone || !inside(q, g_.predicates[parent].head);
        if (top) own_[p] = attribute(speech, own_[p]);
      }
    }
  }

  /// "« … », dit X. « … »", "« … » « … », dit X": a quotation of whole sentences without a speaker has that
  /// of the one before it, else of the one that follows at once.
  void chain(std::vector<std::uint32_t>& speech_of) const {
    const std::vector<Quotation>& all = parsed_.text().quotations;
    std::uint32_t before = kNone;
    for (std::uint32_t q = 0; q < all.size(); ++q) {
      if (all[q].parent != kNone) continue;
      if (speech_of[q] == kNone && before != kNone && (is_whole(all[q]) || is_long(all[q])) &&
          follows(all[before], all[q]))
        speech_of[q] = speech_of[before];
      before = q;
    }
    std::uint32_t after = kNone;
    for (std::uint32_t q = static_cast<std::uint32_t>(all.size()); q-- > 0;) {
      if (all[q].parent != kNone) continue;
      if (speech_of[q] == kNone && after != kNone && is_whole(all[q]) &&
          all[after].tokens.begin < all[q].tokens.end + 3)
        speech_of[q] = speech_of[after];
      after = q;
    }
  }

  /// "« … », a dit la ministre. Je n'ai rien vendu.": outside quotation marks who says "je" goes on speaking.
  void first_person(std::uint32_t index) {
    const PredicateInstance& p = g_.predicates[index];
    if (p.parent != kNone || p.coordinated != kNone || own_[index] != kNone || !p.finite) return;
    const std::uint32_t a = g_.argument(index, Slot::subject);
    if (a == kNone) return;
    const TaggedWord& w = parsed_.word(g_.arguments[a].word);
    if (w.upos == Upos::PRON && w.morph.person == Person::first && w.morph.number == Number::sing &&
        g_.names_actor(g_.arguments[a].word))
      own_[index] = push(g_.arguments[a].word, kNone);
  }

  /// It fills its sentences.
  bool is_whole(const Quotation& q) const {
    const std::vector<std::uint32_t>& first_word = parsed_.tagged().first_word;
    const std::uint32_t begin = first_word[q.tokens.begin], end = first_word[q.tokens.end];
    if (begin >= parsed_.size() || end == 0 || end <= begin) return false;
    return begin <= parsed_.tagged().sentences[parsed_.sentence_of(begin)].begin + 1 &&
           parsed_.tagged().sentences[parsed_.sentence_of(end - 1)].end <= end + 2;
  }

  /// It runs over a sentence's end.
  bool is_long(const Quotation& q) const {
    const std::vector<std::uint32_t>& first_word = parsed_.tagged().first_word;
    const std::uint32_t begin = first_word[q.tokens.begin], end = first_word[q.tokens.end];
    return begin < parsed_.size() && end > begin + 1 &&
           parsed_.sentence_of(begin) < parsed_.sentence_of(end - 2);
  }

  /// In the next sentence, or in the same.
  bool follows(const Quotation& a, const Quotation& b) const {
    const std::vector<std::uint32_t>& first_word = parsed_.tagged().first_word;
    const std::uint32_t end = first_word[a.tokens.end], begin = first_word[b.tokens.begin];
    if (end == 0 || begin >= parsed_.size()) return false;
    return parsed_.sentence_of(begin) <= parsed_.sentence_of(end - 1) + 1;
  }

  /// "La ministre a dit qu'elle partait. « Je suis fatiguée. »": who is reported in the sentence before.
  std::uint32_t told_before(const Quotation& q) const {
    const std::uint32_t begin = parsed_.tagged().first_word[q.tokens.begin];
    const std::uint32_t sentence = parsed_.sentence_of(begin);
    if (sentence == 0) return kNone;
    for (std::uint32_t w = begin; w < parsed_.tagged().first_word[q.tokens.end]; ++w)
      if (is_speech(w) && g_.has(g_.predicate_at[w], Slot::content)) return kNone;  // the marks hold its verb
    const IndexRange before = parsed_.tagged().sentences[sentence - 1];
    for (std::uint32_t w = before.begin; w < before.end; ++w) {
      const std::uint32_t p = g_.predicate_at[w];
      if (p == kNone || g_.predicates[p].head != w || g_.predicates[p].parent != kNone || !is_speech(w) ||
          !g_.has(p, Slot::content))
        continue;
      const Frame* frame = g_.frame_of(p);
      const std::uint32_t a = g_.argument(p, Slot::subject);
      if (frame != nullptr && frame->group == "communication" && g_.names_actor(g_.arguments[a].word))
        return p;
    }
    return kNone;
  }

  bool inside(const Quotation& q, std::uint32_t word) const {
    return q.tokens.contains(parsed_.word(word).token);
  }

  bool below(std::uint32_t p, std::uint32_t ancestor) const {
    for (int steps = 0; p != kNone && steps < 40; ++steps) {
      const PredicateInstance& i = g_.predicates[p];
      if (i.parent == ancestor && i.link == Link::complement) return true;
      p = i.parent;
    }
    return false;
  }

  /// The nearest verb of speech outside the quotation: after it in its last sentence, before it in its first,
  /// in the sentence before.
  std::uint32_t speaker_of(const Quotation& q) const {
    const std::vector<std::uint32_t>& first_word = parsed_.tagged().first_word;
    const std::uint32_t begin = first_word[q.tokens.begin];
    const std::uint32_t end = first_word[q.tokens.end];
    if (begin >= parsed_.size() || end == 0) return kNone;
    const IndexRange last = parsed_.tagged().sentences[parsed_.sentence_of(end - 1)];
    const IndexRange first = parsed_.tagged().sentences[parsed_.sentence_of(begin)];
    for (std::uint32_t w = end; w < std::min(last.end, end + 12); ++w)
      if (is_speech(w)) return g_.predicate_at[w];
    for (std::uint32_t w = begin; w-- > first.begin;)
      if (is_speech(w)) return g_.predicate_at[w];
    // "« C'est un début, souligne la ministre, car … »": beside a clause of the quotation
    for (std::uint32_t w = begin; w < std::min(first.end, end); ++w)
      if (is_speech(w) && stands_beside(w)) return g_.predicate_at[w];
    return kNone;
  }

  bool stands_beside(std::uint32_t w) const {
    const Deprel d = parsed_.deprel(w);
    const std::uint32_t first = g_.predicates[g_.predicate_at[w]].words.begin;
    return (universal(d) == Deprel::parataxis || d == Deprel::conj || parsed_.head(w) == kNone) &&
           first > 0 && parsed_.word(first - 1).form == "," &&
           parsed_.child_like(w, Deprel::nsubj) != kNone && parsed_.child_like(w, Deprel::nsubj) > w;
  }

  bool is_speech(std::uint32_t w) const {
    const std::uint32_t p = g_.predicate_at[w];
    if (p == kNone || g_.predicates[p].kind != PredicateKind::verb) return false;
    return g_.attributes(p) && g_.has(p, Slot::subject);
  }

  std::uint32_t attribute(std::uint32_t speech, std::uint32_t next) {
    const PredicateInstance& verb = g_.predicates[speech];
    // "est convaincu que": whoever is; "est accusé de": whoever accuses, who is not named
    const Frame* frame = g_.frame_of(speech);
    const bool held = verb.voice == Voice::passive && !g_.has(speech, Slot::subject) && frame != nullptr &&
                      frame->group == "thought";
    for (std::uint32_t a = verb.first_argument; a != kNone; a = g_.arguments[a].next)
      if (g_.arguments[a].slot == (held ? Slot::object : Slot::subject)) {
        const std::uint32_t citing = cited_by(g_.arguments[a].word);
        if (citing != kNone) next = push(citing, next);
        next = push(g_.arguments[a].word, next);
      }
    return next;
  }

  /// Own sources, then the governor's, then the governor's sources.
  void find(std::uint32_t index) {
    if (done_[index]) return;
    done_[index] = true;
    const std::uint32_t parent = g_.predicates[index].parent;
    std::uint32_t chain = kNone;
    if (parent != kNone && !inside_source(index)) {
      find(parent);
      chain = g_.predicates[parent].source;
      if (((g_.predicates[index].link == Link::complement || g_.is_object_event(index)) &&
           g_.attributes(parent)) ||
          is_held(g_.predicates[index]))
        chain = attribute(parent, chain);
    }
    if (g_.predicates[index].coordinated != kNone) {
      find(g_.predicates[index].coordinated);
      const std::uint32_t first = g_.predicates[index].coordinated;
      if (chain == kNone && own_[first] != kNone &&
          !is_parted(g_.predicates[first].head, g_.predicates[index].head))
        chain = own_[first];
    }
    for (std::uint32_t s = own_[index]; s != kNone; s = g_.sources[s].next)
      chain = push(g_.sources[s].word, chain);
    if (g_.predicates[index].of_itself)
      if (const std::uint32_t a = g_.argument(index, Slot::subject); a != kNone)
        chain = push(g_.arguments[a].word, chain);
    g_.predicates[index].source = chain;
  }

  /// "parvenir à ce que Malte cède": brought about, not held.
  bool leads_to_result(std::uint32_t clause) const {
    const std::uint32_t mark = parsed_.child(clause, Deprel::mark);
    return mark != kNone && mark > 1 && parsed_.word(mark - 1).lemma == "ce" &&
           parsed_.word(mark - 2).lemma == "à";
  }

  /// A semicolon ends what a source vouches for.
  bool is_parted(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t w = from; w < to; ++w)
      if (parsed_.word(w).form == ";") return true;
    return false;
  }

  /// "se désoler que", "parier que": of any verb but those that negate or wish, who holds the clause in the
  /// indicative vouches for it.
  bool is_held(const PredicateInstance& p) const {
    const PredicateInstance& verb = g_.predicates[p.parent];
    if (p.link != Link::complement || p.kind == PredicateKind::noun || p.marker != "que" || !p.finite ||
        p.mood == Mood::sub || leads_to_result(p.head) || verb.kind != PredicateKind::verb || verb.impersonal)
      return false;
    const Frame* frame = g_.frame_of(p.parent);
    return frame == nullptr ||
           (!frame->is_operator && !frame->clause.negates && !frame->clause.modality && frame->event.empty());
  }

  /// "selon X, qui a vu Y": what is told of the source is not what the source tells.
  bool inside_source(std::uint32_t index) const {
    const PredicateInstance& p = g_.predicates[index];
    const std::uint32_t end = g_.predicates[p.parent].head;
    for (std::uint32_t w = p.head; w != kNone && w != end; w = parsed_.head(w))
      if (named_[w] && w != p.head) return true;
    return false;
  }

  PredicateGraph& g_;
  const ParsedText& parsed_;
  std::vector<bool> done_, named_;
  std::vector<std::uint32_t> own_;
};

}  // namespace

void find_sources(PredicateGraph& graph) { Sources(graph).run(); }

}  // namespace maillon
