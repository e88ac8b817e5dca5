#include "tagging/reading_choice.hpp"

#include <bit>

namespace maillon {

namespace {

int agreement(const Morph& a, const Morph& with) {
  int score = 0;
  if (a.gender != Gender::none && with.gender != Gender::none) score += a.gender == with.gender ? 1 : -1;
  if (a.number != Number::none && with.number != Number::none) score += a.number == with.number ? 1 : -1;
  return score;
}

int score(const Reading& r, const std::vector<TaggedWord>& left) {
  int out = 0;
  const bool nominal =
      r.upos == Upos::NOUN || r.upos == Upos::ADJ || r.upos == Upos::DET || r.upos == Upos::PRON;
  for (std::size_t i = left.size(); nominal && i-- > 0 && left.size() - i <= 3;) {
    const Upos u = left[i].upos;
    if (u != Upos::DET && u != Upos::ADJ && u != Upos::NOUN && u != Upos::NUM && u != Upos::ADV) break;
    if (u == Upos::NUM) out += r.morph.number == Number::plur ? 1 : 0;
    out += 4 * agreement(r.morph, left[i].morph);
    if (u == Upos::DET) break;
  }
  if (r.morph.mood == Mood::ind) out += 2;
  if (r.morph.person == Person::third) out += 1;
  return out;
}

/// Frequent lemmas first; among nouns those that their form is nearest to (commune is no feminine of commun).
int lemma_score(const Reading& r, std::string_view form, const TagCounts& counts) {
  int out = std::bit_width(counts.lemma(r.upos, r.lemma));
  if (r.upos == Upos::NOUN &&
      (r.lemma == form || (form.size() == r.lemma.size() + 1 && form.starts_with(r.lemma))))
    out += 2;
  return out;
}

}  // namespace

bool prefer(const Reading& a, const Reading& b, std::string_view form, const std::vector<TaggedWord>& left,
            const TagCounts& counts) {
  int difference = score(a, left) - score(b, left);
  if (a.lemma != b.lemma) difference += lemma_score(a, form, counts) - lemma_score(b, form, counts);
  return difference > 0;
}

void complete(Morph& morph, Upos upos, const std::vector<TaggedWord>& left) {
  if (upos != Upos::NOUN) return;
  for (std::size_t i = left.size(); i-- > 0 && left.size() - i <= 3;) {
    const TaggedWord& w = left[i];
    if (w.upos != Upos::DET && w.upos != Upos::ADJ) return;
    if (morph.gender == Gender::none && (morph.number == w.morph.number || morph.number == Number::none))
      morph.gender = w.morph.gender;
    if (morph.number == Number::none) morph.number = w.morph.number;
    if (w.upos != Upos::ADJ) return;
  }
}

}  // namespace maillon
