// Pronouns by kind: relative, reflexive and demonstrative ones here, the others in files of their own.
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/reference_linker.hpp"

namespace maillon {

namespace {}  // namespace

void ReferenceLinker::pronoun(std::uint32_t m) {
  const Mention& mention = draft_.mentions[m];
  const TaggedWord& w = draft_.word(mention.head);
  const Facets& f = draft_.facets[m];
  if (w.morph.pron_type == PronType::rel || w.lemma == "qui" || w.lemma == "dont" || w.lemma == "lequel" ||
      w.lemma == "où")
    if (relative(m)) return;
  if (f.person == Person::first) return speaker(m);
  if (f.person == Person::second) return;
  if (w.morph.reflexive || w.lemma == "se") {
    take_subject(m);
    return;
  }
  if (f.demonstrative || w.lemma.starts_with("celui")) return demonstrative(m);
  const bool personal = mention.rule == "possessive" || w.morph.pron_type == PronType::prs ||
                        w.lemma == "il" || w.lemma == "lui" || w.lemma == "le" || w.lemma == "elle" ||
                        w.lemma == "leur";
  if (personal && w.lemma != "on") third_person(m);
}

bool ReferenceLinker::link_to_mention(std::uint32_t m, std::uint32_t other, std::string_view rule) {
  if (other == kNone || other == m) return false;
  resolve(other);
  if (draft_.mentions[other].entity == kNone) return false;
  link(draft_, m, draft_.mentions[other].entity, rule);
  draft_.mentions[m].more_entities = draft_.mentions[other].more_entities;
  return true;
}

/// qui, que, dont, où, lequel: the noun that the relative clause hangs on.
bool ReferenceLinker::relative(std::uint32_t m) {
  std::uint32_t word = draft_.mentions[m].head;
  for (int i = 0; i < kClimb && word != kNone; ++i, word = parsed_.head(word)) {
    if (parsed_.deprel(word) != Deprel::acl_relcl && parsed_.deprel(word) != Deprel::advcl_cleft) continue;
    return link_to_mention(m, mention_of_word(draft_, parsed_.head(word)), "link.relative");
  }
  return false;
}

bool ReferenceLinker::take_subject(std::uint32_t m) {
  const std::uint32_t verb = parsed_.head(draft_.mentions[m].head);
  return link_to_mention(m, subject_through(verb), "link.reflexive");
}

/// Mention of the subject of a verb: its own, that of the verb it is coordinated with, or the controller of
/// an infinitive.
std::uint32_t ReferenceLinker::subject_through(std::uint32_t verb) {
  for (int i = 0; i < kClimb && verb != kNone; ++i) {
    if (const std::uint32_t own = subject_of(parsed_, verb); own != kNone)
      return mention_of_word(draft_, own);
    const std::uint32_t above = parsed_.head(verb);
    if (above == kNone) return kNone;
    switch (universal(parsed_.deprel(verb))) {
      case Deprel::conj:
        break;
      case Deprel::xcomp:
      case Deprel::advcl:
      case Deprel::obl:
      case Deprel::ccomp:
        if (draft_.word(verb).morph.verb_form == VerbForm::fin) return kNone;
        if (const std::uint32_t other = controller(verb, above); other != kNone) return other;
        break;
      case Deprel::acl:
        // "le temps de partir", "un mot à taper": the noun does not do what it is for; "le premier à partir"
        // does
        if (draft_.word(verb).morph.verb_form == VerbForm::inf) {
          const std::uint32_t mark = parsed_.child(verb, Deprel::mark);
          const NounClass* noun = draft_.vocabulary.nouns.find(draft_.word(above));
          const bool people =
              draft_.word(above).upos != Upos::NOUN || (noun != nullptr && (noun->traits & kHuman) != 0);
          if (mark == kNone || draft_.word(mark).lemma != "à" || !people) return receiver(above);
        }
        return mention_of_word(draft_, above);
      default:
        return kNone;
    }
    verb = above;
  }
  return kNone;
}

/// "Oslo a laissé aux marins le temps de partir": whoever is given what the infinitive hangs on.
std::uint32_t ReferenceLinker::receiver(std::uint32_t noun) const {
  const std::uint32_t verb = parsed_.head(noun);
  if (verb == kNone || universal(parsed_.deprel(noun)) != Deprel::obj) return kNone;
  for (const std::uint32_t child : parsed_.children(verb)) {
    if (universal(parsed_.deprel(child)) != Deprel::iobj && parsed_.deprel(child) != Deprel::obl_arg)
      continue;
    const std::uint32_t p = preposition_of(parsed_, child), other = mention_of_word(draft_, child);
    if (other != kNone && (p == kNone || draft_.word(p).lemma == "à")) return other;
  }
  return kNone;
}

/// "Oslo a demandé à Malte de libérer": the object controls the infinitive, by a class of verbs.
std::uint32_t ReferenceLinker::controller(std::uint32_t infinitive, std::uint32_t verb) const {
  if (universal(parsed_.deprel(infinitive)) == Deprel::advcl) return kNone;
  if (!words_.set("verb.object-control").contains(draft_.word(verb).lemma)) return kNone;
  for (const std::uint32_t child : parsed_.children(verb)) {
    const Deprel d = parsed_.deprel(child);
    if (universal(d) != Deprel::obj && universal(d) != Deprel::iobj && d != Deprel::obl_arg) continue;
    if (const std::uint32_t other = mention_of_word(draft_, child); other != kNone) return other;
  }
  return kNone;
}

/// celui-ci: the last thing named that agrees; "celle de X": a thing of the noun last named that agrees.
void ReferenceLinker::demonstrative(std::uint32_t m) {
  const Facets& f = draft_.facets[m];
  const std::string form = utf8::to_lower(draft_.word(draft_.mentions[m].head).form);
  if (!form.starts_with("cel") && !form.starts_with("ceu")) return;
  if (form.ends_with("-ci") || form.ends_with("-là")) {
    const auto allowed = [&](std::uint32_t c) {
      const DocumentEntity& e = draft_.entities[draft_.mentions[c].entity];
      return agrees(e, f.gender, f.number) && draft_.mentions[c].kind != MentionKind::derived;
    };
    const std::uint32_t found = antecedent(m, 2, allowed, Preference::recency);
    if (found != kNone) link(draft_, m, draft_.mentions[found].entity, "link.latter");
    return;
  }
  const auto allowed = [&](std::uint32_t c) {
    const Facets& other = draft_.facets[c];
    return draft_.mentions[c].kind == MentionKind::nominal && other.noun != nullptr &&
           other.gender == f.gender;
  };
  const std::uint32_t found = antecedent(m, 2, allowed, Preference::recency);
  if (found == kNone) return;
  Facets& own = draft_.facets[m];
  own.type = draft_.facets[found].type;
  // "celle de Riga" -> "colline de Riga"
  std::string label(draft_.word(draft_.mentions[found].head).form);
  const std::size_t rest = own.label.find(' ');
  if (rest != std::string::npos) label.append(own.label, rest, std::string::npos);
  own.label = std::move(label);
}

/// The mention with those coordinated to it, as entities; empty where there are none.
std::vector<std::uint32_t> ReferenceLinker::coordinated(std::uint32_t m) const {
  std::vector<std::uint32_t> out;
  const Mention& mention = draft_.mentions[m];
  const IndexRange words =
      mention.kind == MentionKind::name ? mention.words : IndexRange{mention.head, mention.head + 1};
  for (std::uint32_t word = words.begin; word < words.end; ++word)
    for (const std::uint32_t child : parsed_.children(word)) {
      if (universal(parsed_.deprel(child)) != Deprel::conj) continue;
      const std::uint32_t other = mention_of_word(draft_, child);
      if (other != kNone && other != m && draft_.mentions[other].entity != kNone)
        out.push_back(draft_.mentions[other].entity);
    }
  return out;
}

}  // namespace maillon
