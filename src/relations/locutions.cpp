#include "relations/locutions.hpp"

#include <algorithm>
#include <bitset>

#include "base/utf8.hpp"

namespace maillon {

void Locutions::copular(PredicateInstance& p) {
  const std::vector<Locution>* list = frames_.locutions("être");
  if (list == nullptr) return;
  const std::uint8_t own = tail_key(parsed_.word(p.head).lemma), form = tail_key(lowered(p.head));
  for (const Locution& l : *list) {
    if (l.key != own && l.key != form) continue;
    const auto length = static_cast<std::uint32_t>(l.tail.size());
    if (length > p.head) continue;
    std::uint32_t k = 0;
    while (k < length && same_word(p.head - k, l.tail[length - 1 - k])) ++k;
    if (k < length) continue;
    // "Malte est sous tutelle" states a property; "sous la tutelle de X" links two participants
    const Frame& frame = frames_.at(l.frame);
    if (frame.relation.empty() && !frame.alone && !frame.is_operator && !governs(p.head)) continue;
    p.lemma = l.lemma;
    p.frame = l.frame;
    p.words.begin = std::min(p.words.begin, p.head + 1 - length);
    return;
  }
}

/// A phrase with a preposition follows and hangs on the word.
bool Locutions::governs(std::uint32_t word) const {
  for (const std::uint32_t c : parsed_.children(word)) {
    const Deprel u = universal(parsed_.deprel(c));
    if (c > word && (u == Deprel::nmod || u == Deprel::obl) && parsed_.child(c, Deprel::case_) != kNone &&
        g_.mentions().time_at[c] == kNone)
      return true;
  }
  return false;
}

/// The word's own form in lower case; forms are lowered once for all locutions of a verb.
const std::string& Locutions::lowered(std::uint32_t at) {
  if (at < lowered_begin_ || at >= lowered_begin_ + lowered_.size()) {
    lowered_begin_ = at;
    lowered_.clear();
  }
  while (lowered_begin_ + lowered_.size() <= at || lowered_.empty()) {
    std::string form =
        utf8::to_lower(parsed_.word(lowered_begin_ + static_cast<std::uint32_t>(lowered_.size())).form);
    if (form.ends_with("’")) form.replace(form.size() - 3, 3, "'");
    lowered_.push_back(std::move(form));
  }
  return lowered_[at - lowered_begin_];
}

/// The word's dictionary form or its own.
bool Locutions::same_word(std::uint32_t at, std::string_view wanted) {
  return parsed_.word(at).lemma == wanted || lowered(at) == wanted;
}

/// "donner son feu vert": a possessive where the locution has an article.
bool Locutions::owns_tail(std::uint32_t word, std::string_view article) const {
  return (article == "le" || article == "la" || article == "les") && parsed_.word(word).upos == Upos::DET &&
         parsed_.word(word).morph.possessive;
}

void Locutions::verbal(PredicateInstance& p, std::uint32_t index) {
  if (causative(p) || undone(p, index)) return;
  if (!listed(p, index)) bare(p, index);
}

/// "faire valoir", "laisser entendre": in the tree the infinitive leads. "faire évacuer un port" is having it
/// done; "faire reculer la foule" is no recoiling of one's own.
bool Locutions::causative(PredicateInstance& p) {
  const std::uint32_t first = parsed_.child(p.head, Deprel::aux_caus);
  if (first == kNone) return false;
  const std::vector<Locution>* list = frames_.locutions(parsed_.word(first).lemma);
  const std::uint8_t verb = parsed_.word(p.head).frame;
  const bool caused = (verb != 0 && (verb & kTransitive) == 0) || frames_.is(WordClass::caused_verb, p.lemma);
  if (list != nullptr && known_causative(p, *list)) return true;
  if (!caused || p.voice == Voice::reflexive) return false;
  p.lemma = g_.arena.store(g_.arena.store(parsed_.word(first).lemma, " "), p.lemma);
  p.frame = kNone;
  return true;
}

bool Locutions::known_causative(PredicateInstance& p, const std::vector<Locution>& list) const {
  for (const Locution& l : list) {
    if (l.reflexive || l.tail.size() != 1 || l.tail.front() != p.lemma) continue;
    p.lemma = l.lemma;
    p.frame = l.frame;
    return true;
  }
  return false;
}

/// "le ton a été donné par X", "un terme a été mis à la guerre par X": in a passive that names who acts the
/// object of the locution is the subject.
bool Locutions::undone(PredicateInstance& p, std::uint32_t index) {
  if (p.voice != Voice::passive || !p.finite || parsed_.child(p.head, Deprel::obl_agent) == kNone)
    return false;
  const std::vector<Locution>* list = frames_.locutions(p.lemma);
  const std::uint32_t subject = list == nullptr ? kNone : parsed_.child_like(p.head, Deprel::nsubj);
  if (subject == kNone || subject > p.head || parsed_.word(subject).upos != Upos::NOUN ||
      parsed_.child(subject, Deprel::amod) != kNone || parsed_.child(subject, Deprel::nmod) != kNone)
    return false;
  const std::uint32_t article = parsed_.child(subject, Deprel::det);
  for (const Locution& l : *list) {
    if (l.reflexive || !l.clitic.empty() || l.tail.empty() || l.tail.size() > 2 ||
        !same_word(subject, l.tail.back()))
      continue;
    if (l.tail.size() == 2 &&
        (article == kNone || (!same_word(article, l.tail.front()) && !owns_tail(article, l.tail.front()))))
      continue;
    if (frames_.at(l.frame).is_operator) continue;
    p.lemma = l.lemma;
    p.frame = l.frame;
    g_.predicate_at[subject] = index;
    return true;
  }
  return false;
}

/// "mettre en évidence", "passer sous silence": such a verb with a preposition and a bare noun right behind
/// it.
void Locutions::bare(PredicateInstance& p, std::uint32_t index) {
  const std::uint32_t noun = p.head + 2;
  if (!frames_.is(WordClass::locution_verb, p.lemma) || noun >= parsed_.size() ||
      parsed_.sentence_of(noun) != parsed_.sentence_of(p.head))
    return;
  const TaggedWord& leads = parsed_.word(p.head + 1);
  if (leads.upos != Upos::ADP || !frames_.is(WordClass::manner_preposition, leads.lemma) ||
      leads.lemma == "de" || leads.lemma == "par" || !g_.is_bare(noun) ||
      !hangs_on(p.head, p.head + 1, noun + 1))
    return;
  p.lemma = g_.arena.store(g_.arena.store(p.lemma, " "), g_.arena.store(leads.lemma, " "));
  p.lemma = g_.arena.store(p.lemma, parsed_.word(noun).lemma);
  p.frame = kNone;
  p.words.end = std::max(p.words.end, noun + 1);
  g_.predicate_at[p.head + 1] = g_.predicate_at[noun] = index;
}

/// Keys of the words behind a verb, up to the next mark.
std::bitset<256> Locutions::keys_after(std::uint32_t verb, std::uint32_t end) {
  constexpr std::uint32_t kFarthest = 16;  // words
  std::bitset<256> keys;
  for (std::uint32_t w = verb + 1; w < std::min(end, verb + kFarthest); ++w) {
    if (parsed_.word(w).upos == Upos::PUNCT) break;
    keys.set(tail_key(parsed_.word(w).lemma));
    keys.set(tail_key(lowered(w)));
  }
  return keys;
}

/// "fait état", "ne fait aucun mal", not "fait des mouvements" for "faire mouvement".
bool Locutions::has_article(std::uint32_t word) const {
  const TaggedWord& before = parsed_.word(word - 1);
  return parsed_.word(word).upos == Upos::NOUN && before.upos == Upos::DET &&
         parsed_.head(word - 1) == word && before.form != "de" && before.form != "d'" &&
         before.form != "d’" && !frames_.is(WordClass::negative_word, before.lemma);
}

bool Locutions::listed(PredicateInstance& p, std::uint32_t index) {
  const std::vector<Locution>* list = frames_.locutions(p.lemma);
  if (list == nullptr) return false;
  const std::uint32_t sentence_end = g_.parsed().tagged().sentences[parsed_.sentence_of(p.head)].end;
  const std::bitset<256> near = keys_after(p.head, sentence_end);
  for (const Locution& l : *list) {
    if (!l.tail.empty() && !near.test(l.key)) continue;
    if (l.reflexive && p.voice != Voice::reflexive) continue;
    const std::uint32_t clitic = l.clitic.empty() ? kNone : clitic_before(p.head, l.clitic);
    if (!l.clitic.empty() && clitic == kNone) continue;
    const auto length = static_cast<std::uint32_t>(l.tail.size());
    const bool phrase = length > 0 && frames_.is(WordClass::phrase_opener, l.tail.front());
    for (std::uint32_t at = p.head + 1; at < p.head + 9 && at + length <= sentence_end; ++at) {
      std::uint32_t k = 0;
      while (k < length && (same_word(at + k, l.tail[k]) || owns_tail(at + k, l.tail[k]))) ++k;
      if (k == length && hangs_on(p.head, at, at + length) && !(length == 1 && has_article(at)) &&
          (!frames_.at(l.frame).is_operator || clitic != kNone || leads_to_infinitive(at + length))) {
        p.lemma = l.lemma;
        p.frame = l.frame;
        p.words.end = std::max(p.words.end, at + length);
        for (std::uint32_t w = at; w < at + length; ++w) g_.predicate_at[w] = index;
        if (clitic != kNone) g_.predicate_at[clitic] = index;
        return true;
      }
      const Upos u = parsed_.word(at).upos;
      if (u == Upos::PUNCT || u == Upos::VERB || u == Upos::SCONJ) break;
      // "a recours à la force" has no force; "met le port en vente"
      if (!phrase && (u == Upos::NOUN || u == Upos::PROPN) && !g_.is_time(at)) break;
    }
  }
  return false;
}

/// "avoir le droit de voter", not "le droit de vote".
bool Locutions::leads_to_infinitive(std::uint32_t from) const {
  for (std::uint32_t w = from; w < std::min(from + 6, static_cast<std::uint32_t>(parsed_.size())); ++w) {
    const TaggedWord& word = parsed_.word(w);
    if (word.morph.verb_form == VerbForm::inf) return true;
    if (word.upos == Upos::NOUN || word.upos == Upos::PUNCT || word.upos == Upos::PROPN) return false;
  }
  return false;
}

std::uint32_t Locutions::clitic_before(std::uint32_t verb, std::string_view lemma) const {
  for (const std::uint32_t c : parsed_.children(verb))
    if (c < verb && parsed_.word(c).upos == Upos::PRON && parsed_.word(c).lemma == lemma &&
        (lemma != "lui" || parsed_.word(c).form == "l'" || parsed_.word(c).form == "l’"))
      return c;
  return kNone;
}

bool Locutions::hangs_on(std::uint32_t verb, std::uint32_t begin, std::uint32_t end) const {
  if (begin == verb + 1) return true;
  for (std::uint32_t w = begin; w < end; ++w)
    if (parsed_.head(w) == verb) return true;
  return false;
}

}  // namespace maillon
