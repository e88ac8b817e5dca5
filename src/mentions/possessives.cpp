// son, sa, ses, leur: the owner is looked for in the clause first, as for what is bound there.
#include "mentions/reference_linker.hpp"

namespace maillon {

namespace {

constexpr int kClauses = 3;  // clauses around a possessive that may tell the owner

bool predicates(const ParsedText& parsed, std::uint32_t word) {
  return parsed.word(word).upos == Upos::VERB || parsed.word(word).upos == Upos::AUX ||
         parsed.child(word, Deprel::cop) != kNone || subject_of(parsed, word) != kNone;
}

}  // namespace

/// Entity of the thing owned, where it has one already: "Anna Berg, sa directrice" is not her own director.
std::uint32_t ReferenceLinker::owned(std::uint32_t m) const {
  const std::uint32_t noun = parsed_.head(draft_.mentions[m].head);
  const std::uint32_t thing = noun == kNone ? kNone : draft_.mention_at[noun];
  return thing == kNone ? kNone : draft_.mentions[thing].entity;
}

/// Links the possessive to `owner` where they agree and the thing can be owned by it.
bool ReferenceLinker::owns(std::uint32_t m, std::uint32_t owner) {
  if (owner == kNone || owner == m || draft_.facets[owner].person == Person::first ||
      draft_.facets[owner].person == Person::second)
    return false;
  resolve(owner);
  const Mention& mention = draft_.mentions[owner];
  if (mention.entity == kNone || nameless(mention.entity) || mention.kind == MentionKind::derived ||
      (mention.kind == MentionKind::pronoun && mention.link.empty()))
    return false;
  const DocumentEntity& e = draft_.entities[mention.entity];
  const std::string_view lemma = draft_.word(mention.head).lemma;
  if (words_.set("noun.unit").contains(lemma) || words_.set("noun.vague").contains(lemma)) return false;
  const std::vector<std::uint32_t> others = coordinated(owner);
  const bool several = !others.empty() || !mention.more_entities.empty();
  if (draft_.facets[m].number == Number::plur
          ? e.number != Number::plur && e.type != EntityType::Group && !several
          : e.number == Number::plur || several)
    return false;
  if (!fits(wanted_kind(m), e) || quoted_by(m) == mention.entity || owned(m) == mention.entity) return false;
  link(draft_, m, mention.entity, "link.own-clause");
  draft_.mentions[m].more_entities = draft_.mentions[owner].more_entities;
  if (draft_.facets[m].number == Number::plur)
    draft_.mentions[m].more_entities.insert(draft_.mentions[m].more_entities.end(), others.begin(),
                                            others.end());
  return true;
}

/// "X et ses soldats", "X, avec ses salles": the name right before is the owner's.
bool ReferenceLinker::named_before(std::uint32_t m) {
  std::uint32_t i = draft_.mentions[m].head;
  if (i < 3 || parsed_.head(i) == kNone) return false;
  const TaggedWord& joint = draft_.word(--i);
  if (joint.form != "et" && joint.form != "avec") return false;
  if (draft_.word(i - 1).form == ",") --i;
  const std::uint32_t name = draft_.name_at[i - 1];
  if (name == kNone || draft_.names[name].words.end != i) return false;
  const std::uint32_t other = draft_.mention_at[draft_.names[name].head];
  // "il a quitté Riga avec ses enfants"
  if (other == kNone || (joint.form == "avec" && personal_noun(parsed_.head(draft_.mentions[m].head))))
    return false;
  if (preposition_of(parsed_, draft_.names[name].head) != kNone && joint.form == "avec") return false;
  return owns(m, other);
}

/// "de son côté", "à son tour": the subject's, wherever it stands.
bool ReferenceLinker::takes_turn(std::uint32_t m) {
  std::uint32_t word = parsed_.head(draft_.mentions[m].head);
  if (word == kNone || !words_.set("noun.of-turn").contains(draft_.word(word).lemma) ||
      preposition_of(parsed_, word) == kNone)
    return false;
  for (int i = 0; i < kClimb && word != kNone; ++i, word = parsed_.head(word))
    if (const std::uint32_t subject = subject_of(parsed_, word); subject != kNone)
      return owns(m, mention_of_word(draft_, subject));
  return false;
}

/// "on a ses raisons", "chacun fait son signe": the owner is anybody.
bool ReferenceLinker::anybodys(std::uint32_t m) const {
  std::uint32_t word = draft_.mentions[m].head;
  for (int i = 0; i < kClimb && word != kNone; ++i, word = parsed_.head(word)) {
    const std::uint32_t subject = subject_of(parsed_, word);
    if (subject == kNone) continue;
    return !parsed_.subtree(subject).contains(draft_.mentions[m].head) &&
           words_.set("word.anybody").contains(draft_.word(subject).lemma);
  }
  return false;
}

/// The owner in the clause of the thing owned, or in one that this clause stands in.
bool ReferenceLinker::owner_in_clause(std::uint32_t m) {
  std::uint32_t below = parsed_.head(draft_.mentions[m].head);
  if (named_before(m)) return true;
  for (int i = 0, clauses = 0; i < kClimb && clauses < kClauses && below != kNone; ++i) {
    const std::uint32_t above = parsed_.head(below);
    if (above == kNone) return false;
    if (owned_beside(m, below, above)) return true;
    // "sa femme a dit que …": what stands in the subject is not the subject's
    const Deprel d = universal(parsed_.deprel(below));
    if (predicates(parsed_, above)) {
      ++clauses;
      if (d != Deprel::nsubj && d != Deprel::csubj && owned_by_subject(m, above, below)) return true;
      // "X est parti, et son frère …": a clause beside this one is no clause around it
      if ((d == Deprel::conj || d == Deprel::parataxis) && subject_of(parsed_, below) != kNone) return false;
    }
    below = above;
  }
  return false;
}

/// "la loi et ses effets", "le retour du roi dans son pays": the owner stands beside the thing owned.
bool ReferenceLinker::owned_beside(std::uint32_t m, std::uint32_t noun, std::uint32_t above) {
  const Deprel d = universal(parsed_.deprel(noun));
  if ((d != Deprel::conj && d != Deprel::nmod) || above > draft_.mentions[m].head) return false;
  if (draft_.word(above).upos != Upos::NOUN && draft_.word(above).upos != Upos::PROPN) return false;
  // "son style et sa voix", "son retour dans son pays"
  if (shared_owner(m, above)) return true;
  const NounClass* kind = draft_.vocabulary.nouns.find(draft_.word(above));
  const bool human = kind != nullptr && (kind->traits & kHuman) != 0;
  if (d == Deprel::conj) {
    // "il a vu la mairie et son chef", but "il a vendu son char et sa tour"
    const std::uint32_t first = mention_of_word(draft_, above);
    if (first == kNone) return false;
    // "sur la piste et dans son stand"
    const std::uint32_t p = preposition_of(parsed_, above), q = preposition_of(parsed_, noun);
    if (q != kNone && (p == kNone || draft_.word(p).lemma != draft_.word(q).lemma)) return false;
    const bool object = universal(parsed_.deprel(above)) == Deprel::obj;
    const bool body = draft_.facets[first].type == EntityType::Organization ||
                      draft_.facets[first].type == EntityType::State;
    return (!object || human || body || draft_.mentions[first].kind == MentionKind::name) && owns(m, first);
  }
  if (human) return false;
  for (const std::uint32_t child : parsed_.children(above)) {
    if (child >= noun || universal(parsed_.deprel(child)) != Deprel::nmod) continue;
    const std::uint32_t p = preposition_of(parsed_, child);
    const std::uint32_t other = mention_of_word(draft_, child);
    if (p == kNone || draft_.word(p).lemma != "de" || other == kNone) continue;
    if (speaking(draft_.facets[other].type) && owns(m, other)) return true;
  }
  return false;
}

/// The mention is somebody, or a body, that acts.
bool ReferenceLinker::party(std::uint32_t m) {
  resolve(m);
  const std::uint32_t entity = draft_.mentions[m].entity;
  return entity != kNone && fits(Wanted::Kind::party, draft_.entities[entity]);
}

/// "son prestige a grandi depuis sa victoire", "son style et sa voix": what has the same owner.
bool ReferenceLinker::shared_owner(std::uint32_t m, std::uint32_t noun) {
  for (const std::uint32_t child : parsed_.children(noun)) {
    const std::uint32_t other = mention_of_word(draft_, child);
    if (other == kNone || other >= m || draft_.mentions[other].rule != "possessive" ||
        draft_.facets[other].number != draft_.facets[m].number ||
        draft_.facets[other].person != Person::third)
      continue;
    resolve(other);
    return !draft_.mentions[other].link.empty() && link_to_mention(m, other, "link.own-clause");
  }
  return false;
}

/// "la nation garde son uranium", "ils ont rendu au roi son château": the subject, or else another argument
/// that comes before.
bool ReferenceLinker::owned_by_subject(std::uint32_t m, std::uint32_t clause, std::uint32_t below) {
  const std::uint32_t head = draft_.mentions[m].head;
  const TaggedWord& verb = draft_.word(clause);
  // nobody attacks what is theirs: "Oslo accuse Riga d'avoir violé son espace aérien"
  const bool harm = universal(parsed_.deprel(below)) == Deprel::obj &&
                    words_.set("verb.of-harm").contains(verb.lemma) && wanted_kind(m) != Wanted::Kind::person;
  // "le troisième du continent à toucher sa part": the noun that an infinitive hangs on does nothing
  // neither does one inside a phrase do what stands detached behind a comma: "la baisse du rouble, causée par
  // sa banque"
  const std::uint32_t begin = parsed_.subtree(clause).begin;
  const bool detached = begin > 0 && draft_.word(begin - 1).form == "," && parsed_.head(clause) != kNone &&
                        universal(parsed_.deprel(parsed_.head(clause))) == Deprel::nmod;
  const bool hung =
      parsed_.deprel(clause) == Deprel::acl && (verb.morph.verb_form == VerbForm::inf || detached);
  const std::uint32_t subject = harm   ? kNone
                                : hung ? receiver(parsed_.head(clause))
                                       : subject_through(clause);
  const auto agent_first = [&] {  // "l'oiseau a été soigné par l'institut dans son centre"
    return subject != kNone && parsed_.child(clause, Deprel::nsubj_pass) != kNone && !party(subject);
  };
  if (subject != kNone && draft_.mentions[subject].head < head) {
    // "son prestige a grandi depuis sa victoire", but "son pays soutient ses alliés"
    if (!party(subject) && shared_owner(m, draft_.mentions[subject].head)) return true;
    if (!agent_first() && owns(m, subject)) return true;
  }
  for (const std::uint32_t child : parsed_.children(clause)) {
    if (child >= head || child == below || parsed_.subtree(child).contains(head)) continue;
    const Deprel d = parsed_.deprel(child);
    if (universal(d) != Deprel::iobj && universal(d) != Deprel::obj && d != Deprel::obl_agent &&
        d != Deprel::obl_arg)
      continue;
    const std::uint32_t other = mention_of_word(draft_, child);
    if (other != kNone && party(other) && owns(m, other)) return true;
  }
  return subject != kNone && draft_.mentions[subject].head < head && owns(m, subject);
}

/// A possessive or pronoun in a phrase before the subject announces it: "Lors de sa rencontre avec Y, X …",
/// "Quand il arriva, X …".
bool ReferenceLinker::announced(std::uint32_t m) {
  const std::uint32_t head = draft_.mentions[m].head;
  const bool possessive = draft_.mentions[m].rule == "possessive";
  std::uint32_t word = head;
  for (int i = 0; i < kClimb && word != kNone; ++i, word = parsed_.head(word)) {
    if (draft_.word(word).upos != Upos::VERB) continue;
    const std::uint32_t subject = subject_of(parsed_, word);
    if (subject != kNone && parsed_.subtree(subject).contains(head) && !possessive) continue;
    if (subject == kNone || subject < head || parsed_.subtree(subject).contains(head)) return false;
    const std::uint32_t other = mention_of_word(draft_, subject);
    if (other == kNone) return false;
    const bool pronoun = draft_.mentions[other].kind == MentionKind::pronoun;
    if (pronoun && (!possessive || draft_.facets[other].person != Person::third)) return false;
    resolve(other);
    if (draft_.mentions[other].entity == kNone || (pronoun && draft_.mentions[other].link.empty()))
      return false;
    const DocumentEntity& e = draft_.entities[draft_.mentions[other].entity];
    const Gender gender = possessive ? Gender::none : draft_.facets[m].gender;
    if (e.type == EntityType::Concept || e.type == EntityType::Event || !fits(wanted_kind(m), e) ||
        !agrees(e, gender, draft_.facets[m].number))
      return false;
    return link_to_mention(m, other, "link.announced");
  }
  return false;
}

}  // namespace maillon
