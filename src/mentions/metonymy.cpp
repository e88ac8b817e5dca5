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

}  // namespace

bool acts_as_government(const Draft& draft, std::uint32_t head) {
  const ParsedText& parsed = draft.parsed;
  const WordSets& words = draft.vocabulary.words;
  Deprel d = parsed.deprel(head);
  for (int i = 0; i < 4 && d == Deprel::conj && parsed.head(head) != kNone; ++i) {
    if (preposition_of(parsed, head) != kNone) break;
    head = parsed.head(head);
    d = parsed.deprel(head);
  }
  // "Riga (Lettonie)" tells where
  if (head + 1 < parsed.size() && draft.word(head + 1).form == "(") return false;
  const std::uint32_t p = preposition_of(parsed, head);
  const std::string_view preposition = p == kNone ? std::string_view() : draft.word(p).lemma;
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
      if (preposition == "à") return words.set("verb.to-government").contains(governor);
      return words.set("preposition.government").contains(preposition);
    case Deprel::nmod:
      if (above != kNone && draft.word(above).upos == Upos::PRON) return false;
      if (preposition == "de") return !words.set("noun.town-of").contains(governor);
      return words.set("preposition.government").contains(preposition);
    default:
      return false;
  }
}

}  // namespace maillon
