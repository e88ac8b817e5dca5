// Pronouns that stand for nothing named: il of impersonal verbs, le, en and y for a clause or a part.
#include "base/utf8.hpp"
#include "mentions/reference_linker.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kAdverbs = 3;  // adverbs at most between a predicate and its clause

/// The first word behind i that is no adverb, in its sentence, or kNone.
std::uint32_t next_word(const ParsedText& parsed, std::uint32_t i) {
  const IndexRange sentence = parsed.tagged().sentences[parsed.sentence_of(i)];
  for (std::uint32_t w = i + 1; w < sentence.end && w <= i + 1 + kAdverbs; ++w)
    if (parsed.word(w).upos != Upos::ADV) return w;
  return kNone;
}

}  // namespace

/// "il a été prouvé que": a clause begins behind the predicate.
bool ReferenceLinker::que_follows(std::uint32_t predicate) const {
  const std::uint32_t next = next_word(parsed_, predicate);
  return next != kNone && (draft_.word(next).lemma == "que" || draft_.word(next).lemma == "si") &&
         draft_.word(next).upos != Upos::PRON;
}

/// "il est tôt", "s'il est d'usage": words of time and custom without an article behind il est.
bool ReferenceLinker::hour_or_use(std::uint32_t il) const {
  bool be = false;
  const IndexRange sentence = parsed_.tagged().sentences[parsed_.sentence_of(il)];
  for (std::uint32_t w = il + 1; w < sentence.end && w <= il + 6; ++w) {
    const TaggedWord& word = draft_.word(w);
    if (be && words_.set("attribute.impersonal").contains(word.lemma)) return true;
    be |= word.lemma == "être";
    if (word.lemma != "être" && word.upos != Upos::ADV && word.upos != Upos::AUX && word.lemma != "de")
      return false;
  }
  return false;
}

/// "il est certain que", "il en va de même", "il existe des": the subject stands for nothing or for what
/// follows.
bool ReferenceLinker::impersonal(std::uint32_t m) const {
  const std::uint32_t head = draft_.mentions[m].head, predicate = parsed_.head(head);
  const Facets& f = draft_.facets[m];
  const Deprel own = parsed_.deprel(head);
  if (predicate == kNone || universal(own) != Deprel::nsubj || f.gender == Gender::fem ||
      f.number == Number::plur)
    return false;
  if (hour_or_use(head)) return true;
  const TaggedWord& w = draft_.word(predicate);
  bool en = false, reflexive = false, copula = false, clause = false, aim = false, patient = false;
  for (const std::uint32_t child : parsed_.children(predicate)) {
    const TaggedWord& c = draft_.word(child);
    const Deprel d = universal(parsed_.deprel(child));
    en |= c.upos == Upos::PRON && c.lemma == "en";
    reflexive |= d == Deprel::expl || c.morph.reflexive;
    copula |= d == Deprel::cop;
    patient |= child > predicate && (d == Deprel::obj || d == Deprel::nsubj);
    clause |= child > predicate && (d == Deprel::ccomp || d == Deprel::xcomp || d == Deprel::csubj);
    aim |= d == Deprel::mark && c.lemma == "à";
  }
  const bool que = que_follows(predicate);
  const std::uint32_t next = next_word(parsed_, predicate);
  if (w.upos == Upos::VERB || (w.upos == Upos::AUX && !copula)) {
    if (en && (w.lemma == "être" || w.lemma == "aller")) return true;
    if (aim && que) return true;  // "il est à noter que"
    if (own == Deprel::nsubj_pass) return que && !words_.set("verb.told-person").contains(w.lemma);
    if (words_.set("verb.impersonal").contains(w.lemma)) return que || (next != kNone && w.lemma == "valoir");
    // "que se passe-t-il"
    if (reflexive && words_.set("verb.of-happening").contains(w.lemma)) return true;
    if (words_.set("verb.impersonal-reflexive").contains(w.lemma)) return reflexive && (que || en);
    if (next == kNone) return false;
    if (words_.set("verb.existential").contains(w.lemma) && (patient || clause))
      return true;  // "il existe à Riga un club", "il ne me reste qu'à partir"
    if (words_.set("verb.existential").contains(w.lemma))  // "il n'existe aucune raison"
      return draft_.word(next).upos == Upos::DET || draft_.word(next).upos == Upos::NUM ||
             draft_.word(next).lemma == "de";
    return w.lemma == "faire" && words_.set("word.weather").contains(draft_.word(next).lemma);
  }
  if (!copula) return false;
  // "il n'en est rien", "ce qu'il en était chez d'autres", but "il en est fier"
  if (en && w.upos != Upos::ADJ && (w.upos != Upos::NOUN || preposition_of(parsed_, predicate) != kNone))
    return true;
  const bool of = next != kNone && draft_.word(next).lemma == "de" && next + 1 < parsed_.size() &&
                  draft_.word(next + 1).morph.verb_form == VerbForm::inf;
  if (words_.set("adjective.impersonal").contains(w.lemma)) return clause || que || of;
  return w.upos == Upos::ADJ && que && !words_.set("adjective.of-person").contains(w.lemma);
}

/// "comme le prévoit l'accord, les ports seront fermés": what is to be done is told of the ports.
bool ReferenceLinker::as_provided(std::uint32_t m) {
  const std::uint32_t head = draft_.mentions[m].head, verb = parsed_.head(head);
  if (verb == kNone || universal(parsed_.deprel(head)) != Deprel::obj ||
      !words_.set("verb.of-provision").contains(draft_.word(verb).lemma))
    return false;
  const std::uint32_t mark = parsed_.child(verb, Deprel::mark), clause = parsed_.head(verb);
  if (mark == kNone || draft_.word(mark).lemma != "comme" || clause == kNone) return false;
  const std::uint32_t patient = parsed_.child(clause, Deprel::nsubj_pass);
  return link_to_mention(m, mention_of_word(draft_, patient), "link.as-provided");
}

/// "Sa Majesté" belongs to nobody.
bool ReferenceLinker::styled(std::uint32_t m) const {
  const std::uint32_t noun = parsed_.head(draft_.mentions[m].head);
  return draft_.mentions[m].rule == "possessive" && noun != kNone &&
         draft_.word(noun).shape != Shape::lower &&
         words_.set("noun.style").contains(draft_.word(noun).lemma);
}

/// "en faire partie"
bool ReferenceLinker::takes_part(std::uint32_t verb) const {
  const std::uint32_t next = next_word(parsed_, verb);
  return next != kNone && draft_.word(verb).lemma == "faire" && draft_.word(next).form == "partie";
}

/// le, en and y that take up a clause ("il l'a dit", "il en doute", "il y pense") or a part of something
/// ("il en a perdu deux"): what they stand for has no mention.
bool ReferenceLinker::clausal(std::uint32_t m) const {
  const std::uint32_t head = draft_.mentions[m].head, verb = parsed_.head(head);
  const TaggedWord& w = draft_.word(head);
  if (verb == kNone || draft_.mentions[m].rule == "possessive") return false;
  const TaggedWord& v = draft_.word(verb);
  if (w.lemma == "y") return v.upos != Upos::VERB || words_.set("verb.to-clause").contains(v.lemma);
  if (w.lemma == "en") {
    if (words_.set("verb.out-of-place").contains(v.lemma) || takes_part(verb)) return false;
    // "elle en est la présidente"
    const NounClass* noun = v.upos == Upos::NOUN ? draft_.vocabulary.nouns.find(v) : nullptr;
    return noun == nullptr || (noun->traits & kHuman) == 0;
  }
  const std::string form = utf8::to_lower(w.form);
  if ((form == "leur" || form == "leurs") && head > 0 && draft_.word(head - 1).lemma == "le")
    return true;  // "le leur"
  if (form != "le" && form != "l'" && form != "l’" && form != "-le") return false;
  if (v.upos == Upos::AUX || v.lemma == "être" || v.lemma == "devenir" || v.upos == Upos::ADJ) return true;
  if (parsed_.child(verb, Deprel::cop) != kNone) return true;  // "elle l'est sur d'autres"
  bool infinitive = false;
  for (const std::uint32_t child : parsed_.children(verb)) {
    const Deprel d = parsed_.deprel(child);
    if (d == Deprel::mark && draft_.word(child).lemma == "comme") return true;  // "comme l'a dit X"
    infinitive |= universal(d) == Deprel::xcomp || d == Deprel::aux_caus;
  }
  return !infinitive && words_.set("verb.of-clause").contains(v.lemma);
}

}  // namespace maillon
