// Capitals and seats of power that act are their governments; in a place adverbial they stay places.
#include "mentions/draft.hpp"
#include "mentions/references.hpp"

namespace maillon {

bool stands_in_place(const Draft& draft, std::uint32_t head) {
  const Deprel d = universal(draft.parsed.deprel(head));
  if (d != Deprel::obl && d != Deprel::nmod && d != Deprel::conj) return false;
  const std::uint32_t p = preposition_of(draft.parsed, head);
  return p != kNone && draft.vocabulary.words.set("preposition.place").contains(draft.word(p).lemma);
}

namespace {

/// The word is, or is coordinated with, a town that is no capital: "entre Oslo et Bergen".
bool beside_town(const Draft& draft, std::uint32_t head) {
  const auto town = [&](std::uint32_t word) {
    if (draft.name_at[word] == kNone) return false;
    const NameSpan& name = draft.names[draft.name_at[word]];
    if (name.entry == kNone) return name.type == EntityType::Place;
    const GazetteerKind kind = draft.vocabulary.gazetteer.entry(name.entry).kind;
    return kind == GazetteerKind::city || kind == GazetteerKind::region;
  };
  if (town(head)) return true;
  if (draft.name_at[head] != kNone) {
    const std::uint32_t next = draft.names[draft.name_at[head]].words.end;
    if (next + 1 < draft.parsed.size() && draft.word(next).upos == Upos::CCONJ && town(next + 1)) return true;
  }
  for (const std::uint32_t child : draft.parsed.children(head))
    if (universal(draft.parsed.deprel(child)) == Deprel::conj && town(child)) return true;
  return false;
}

/// The sentence speaks of sport or of stock exchanges, where capitals are clubs and markets.
bool no_politics(const Draft& draft, std::uint32_t head) {
  const StringSet& sport = draft.vocabulary.words.set("word.of-sport");
  const StringSet& market = draft.vocabulary.words.set("word.of-market");
  const IndexRange sentence = draft.parsed.tagged().sentences[draft.parsed.sentence_of(head)];
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const TaggedWord& w = draft.word(i);
    if (w.upos != Upos::NOUN && w.upos != Upos::ADJ && w.upos != Upos::VERB && w.upos != Upos::PROPN)
      continue;
    if (sport.contains(w.lemma) || market.contains(w.lemma)) return true;
  }
  return false;
}

/// The complement with de of such a noun is the town: "un restaurant de X", "le journaliste de X",
/// "l'attentat de X", against "le gouvernement de X", "la réponse de X", "l'allié de X".
bool found_in_town(const Draft& draft, std::uint32_t noun, bool seat) {
  const WordSets& words = draft.vocabulary.words;
  const TaggedWord& w = draft.word(noun);
  if (words.set("noun.town-of").contains(w.lemma) || words.set("noun.in-town").contains(w.lemma)) return true;
  const NounClass* c = draft.vocabulary.nouns.find(w);
  if (c == nullptr || seat) return false;  // "un officier de la Maison-Blanche"
  if (c->type == EntityType::Place) return true;
  return (c->traits & kRole) != 0 && !words.set("noun.to-government").contains(w.lemma);
}

bool subject_acts(const Draft& draft, std::uint32_t predicate) {
  if (predicate == kNone) return true;
  const TaggedWord& w = draft.word(predicate);
  if (draft.parsed.child(predicate, Deprel::cop) !=
      kNone) {  // "Riga est une ville" against "Riga est inquiète"
    if (w.upos != Upos::NOUN) return true;
    const NounClass* noun = draft.vocabulary.nouns.find(w.lemma);
    return noun != nullptr && (noun->traits & kHuman) != 0;  // "Riga est le partenaire d'Oslo"
  }
  return !draft.vocabulary.words.set("verb.of-place").contains(w.lemma);
}

/// "fournir du blé et du gaz à Riga": the verb whose object the noun is, where the tree hangs the receiver on
/// it.
std::string_view giving_verb(const ParsedText& parsed, std::uint32_t noun) {
  while (noun != kNone && parsed.deprel(noun) == Deprel::conj) noun = parsed.head(noun);
  if (noun == kNone || parsed.head(noun) == kNone) return {};
  const Deprel d = universal(parsed.deprel(noun));
  const TaggedWord& verb = parsed.word(parsed.head(noun));
  return (d == Deprel::obj || d == Deprel::obl) && verb.upos == Upos::VERB ? verb.lemma : std::string_view();
}

}  // namespace

bool acts_as_government(const Draft& draft, std::uint32_t head) {
  const NameSpan& name = draft.names[draft.name_at[head]];
  const bool seat =
      name.entry != kNone && draft.vocabulary.gazetteer.entry(name.entry).kind == GazetteerKind::seat;
  const ParsedText& parsed = draft.parsed;
  const WordSets& words = draft.vocabulary.words;
  Deprel d = parsed.deprel(head);
  for (int i = 0; i < 4 && d == Deprel::conj && parsed.head(head) != kNone; ++i) {
    // "le refus de Moscou et de Pékin"
    const std::uint32_t own = preposition_of(parsed, head), first = preposition_of(parsed, parsed.head(head));
    if (own != kNone && (first == kNone || draft.word(own).lemma != draft.word(first).lemma)) break;
    head = parsed.head(head);
    d = parsed.deprel(head);
  }
  if (beside_town(draft, head) || (!seat && no_politics(draft, head))) return false;
  // "Riga (Lettonie)" tells where
  if (head + 1 < parsed.size() && draft.word(head + 1).form == "(") return false;
  const std::uint32_t p = preposition_of(parsed, head);
  const std::string_view preposition = p == kNone ? std::string_view() : draft.word(p).lemma;
  // "auprès de Riga": the tree may leave the adverb outside
  if (p != kNone && p > 0 && words.set("preposition.government").contains(draft.word(p - 1).lemma))
    return true;
  const std::uint32_t above = parsed.head(head);
  const std::string_view governor = above == kNone ? std::string_view() : draft.word(above).lemma;
  switch (universal(d)) {
    case Deprel::nsubj:
      return subject_acts(draft, above);
    case Deprel::obj:
    case Deprel::iobj:
      return !words.set("verb.object-place").contains(governor);
    case Deprel::obl:
      if (d == Deprel::obl_agent || preposition == "par") return true;
      if (preposition == "à")  // "la Cité interdite à X"
        return above != kNone && draft.name_at[above] == kNone &&
               words.set("verb.to-government").contains(governor);
      if (preposition == "de" && words.set("verb.of-government").contains(governor)) return true;
      return words.set("preposition.government").contains(preposition);
    case Deprel::nmod:
      // "ceux de Riga", "l'ambassade de Suède de Riga"
      if (above != kNone && (draft.word(above).upos == Upos::PRON || draft.name_at[above] != kNone))
        return false;
      if (preposition == "de") return above == kNone || !found_in_town(draft, above, seat);
      if (preposition == "à")
        return words.set("noun.to-government").contains(governor) ||
               words.set("verb.to-government").contains(giving_verb(parsed, above));
      return words.set("preposition.government").contains(preposition);
    default:
      return false;
  }
}

}  // namespace maillon
