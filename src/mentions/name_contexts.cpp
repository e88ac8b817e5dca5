// Types of names by what stands beside them: titles, class nouns, prepositions, verbs.
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/name_typer.hpp"
#include "mentions/references.hpp"

namespace maillon {

namespace {
constexpr std::uint32_t kLongestWorkTitle = 8;  // words from the quote mark to the name in a work's title
constexpr std::uint32_t kLongestGap = 6;        // words between a class noun and its name
constexpr std::uint32_t kLongestOffice = 8;     // words from the title to its holder's name
constexpr std::size_t kShortestStem = 4;        // bytes of a demonym without its ending
const NounClass kNoClass;                       // of a noun that none lists
}  // namespace

std::uint32_t NameTyper::article(const NameSpan& name) const {
  const std::uint32_t det = parsed_.child(name.head, Deprel::det);
  if (det != kNone || name.words.begin == 0) return det;
  const std::uint32_t before = name.words.begin - 1;
  return parsed_.word(before).upos == Upos::DET &&
                 parsed_.sentence_of(before) == parsed_.sentence_of(name.words.begin)
             ? before
             : kNone;
}

std::string_view NameTyper::preposition_lemma(const NameSpan& name) const {
  const std::uint32_t p = parsed_.child(name.head, Deprel::case_);
  return p == kNone ? std::string_view() : parsed_.word(p).lemma;
}

/// "les Rouges de Prague"
bool NameTyper::has_complement(const NameSpan& name) const {
  for (std::uint32_t i = name.words.begin + 1; i < name.words.end; ++i)
    if (parsed_.word(i).lemma == "de") return true;
  return false;
}

bool NameTyper::plural_article(const NameSpan& name) const {
  const std::uint32_t det = article(name);
  return det != kNone && (parsed_.word(det).morph.number == Number::plur || parsed_.word(det).form == "les");
}

/// The noun that the name hangs on stands right before it.
bool NameTyper::adjoined(const NameSpan& name) const {
  return parsed_.head(name.head) + 1 == name.words.begin;
}

/// Titles of works stand in quote marks; persons and places do not.
bool NameTyper::quoted(const NameSpan& name) const {
  if (name.words.begin == 0) return false;
  const std::string_view before = parsed_.word(name.words.begin - 1).form;
  return words_.set("mark.opening-quote").contains(before);
}

/// Part of the title of a work: quote marks around few words that begin with a capital, behind a noun of
/// works.
bool NameTyper::in_title(const NameSpan& name) const {
  const IndexRange sentence = parsed_.tagged().sentences[parsed_.sentence_of(name.head)];
  const StringSet& marks = words_.set("mark.opening-quote");
  std::uint32_t open = name.words.begin;
  while (open > sentence.begin && name.words.begin - open < kLongestWorkTitle &&
         !marks.contains(parsed_.word(open - 1).form)) {
    if (parsed_.word(open - 1).form == "»" || parsed_.word(open - 1).form == "”") return false;
    --open;
  }
  if (open == sentence.begin || !marks.contains(parsed_.word(open - 1).form)) return false;
  if (parsed_.word(open).shape == Shape::lower) return false;
  for (std::uint32_t i = open - 1; i-- > sentence.begin && open - 1 - i <= kLongestGap;) {
    const TaggedWord& w = parsed_.word(i);
    if (w.upos == Upos::PUNCT) return false;
    if (words_.set("noun.of-ensemble").contains(w.lemma)) return false;  // "une reprise du groupe « X »"
    if (words_.set("noun.work").contains(w.lemma)) return true;
  }
  return false;
}

/// A title just before, whatever the tree says.
bool NameTyper::titled(NameSpan& name) {
  if (name.words.begin == 0) return false;
  const std::uint32_t before = name.words.begin - 1;
  if (parsed_.sentence_of(before) != parsed_.sentence_of(name.words.begin)) return false;
  const TaggedWord& title = parsed_.word(before);
  const NounClass* noun = draft_.vocabulary.nouns.find(title);
  if (noun == nullptr) noun = draft_.vocabulary.nouns.find(title.form);
  if (noun == nullptr || (noun->traits & (kHonorific | kOffice | kHuman)) == 0) return false;
  // "a mis en garde Riga"
  if (words_.set("noun.person-if-determined").contains(title.lemma) &&
      parsed_.child(before, Deprel::det) == kNone)
    return false;
  // "le député UMP", "la candidate PS": the party of whoever holds the office
  if ((noun->traits & kHonorific) == 0 && name.words.size() == 1 &&
      is_acronym(parsed_.word(name.words.begin).form))
    return set(name, EntityType::Organization, "name.party-of");
  const bool certain = (noun->traits & (kHonorific | kOffice)) != 0;
  if (words_.set("noun.of-bodies").contains(title.lemma) && keyword(name)) return true;
  if (!certain && (name.words.size() == 1 || title.morph.number == Number::plur)) return false;
  name.gender = title.morph.gender;
  return set(name, EntityType::Person, "name.after-title");
}

/// "le porte-parole du groupe Jan Novak", "la secrétaire à l'Intérieur Anna Berg": the full name behind a
/// title with its complement is the holder's, not that of what stands last in the complement.
bool NameTyper::holder(NameSpan& name) const {
  const IndexRange sentence = parsed_.tagged().sentences[parsed_.sentence_of(name.head)];
  if (name.words.size() < 2 || name.words.begin == sentence.begin) return false;
  const std::uint32_t last = name.words.begin - 1;
  const bool unlisted = name.words.size() == 2 && parsed_.word(last).shape == Shape::lower &&
                        parsed_.word(last + 1).unknown &&
                        (parsed_.word(last).upos == Upos::ADJ ||
                         words_.set("noun.with-head").contains(parsed_.word(last).lemma));
  if (!(given_name(draft_, name.words.begin) || unlisted) ||
      words_.set("description.firm").contains(parsed_.word(last).lemma))
    return false;
  if (parsed_.word(last).upos != Upos::NOUN && parsed_.word(last).upos != Upos::ADJ) return false;
  bool complement = false;
  for (std::uint32_t i = name.words.begin; i-- > sentence.begin && name.words.begin - i < kLongestOffice;) {
    const TaggedWord& w = parsed_.word(i);
    complement |= w.upos == Upos::ADP;
    if (w.upos == Upos::ADP || w.upos == Upos::DET || w.upos == Upos::ADJ || w.upos == Upos::PROPN) continue;
    if (w.upos != Upos::NOUN) return false;
    const NounClass* noun = draft_.vocabulary.nouns.find(w);
    if (noun == nullptr || (noun->traits & kOffice) == 0) continue;
    if (!complement || w.morph.number == Number::plur) return false;
    name.gender = w.morph.gender;
    return set(name, EntityType::Person, "name.holder");
  }
  return false;
}

/// Titles and class nouns that the name stands in apposition to: "le ministre X", "l'agence X", "la ville
/// de X", "des villes comme X".
bool NameTyper::beside_noun(NameSpan& name) {
  const std::uint32_t head = parsed_.head(name.head);
  const bool preposition = parsed_.child(name.head, Deprel::case_) != kNone;
  if (head == kNone || parsed_.word(head).upos != Upos::NOUN || name.words.contains(head)) return false;
  const std::string_view lemma = preposition_lemma(name);
  if (lemma == "comme" || lemma == "tel") return is_a(name, head);
  const NounClass* noun = draft_.vocabulary.nouns.find(parsed_.word(head));
  const Deprel d = universal(parsed_.deprel(name.head));
  if (noun == nullptr && !preposition) return typed_by(name, kNoClass, head, d, preposition);
  return noun != nullptr && typed_by(name, *noun, head, d, preposition);
}

/// "le groupe de rock alternatif X", "le parti letton X": the class noun stands further left, behind
/// adjectives and complements without a determiner.
bool NameTyper::behind_noun(NameSpan& name) {
  const IndexRange sentence = parsed_.tagged().sentences[parsed_.sentence_of(name.head)];
  for (std::uint32_t i = name.words.begin; i-- > sentence.begin && name.words.begin - i <= kLongestGap;) {
    const TaggedWord& w = parsed_.word(i);
    if (w.upos == Upos::ADJ && w.shape == Shape::lower) continue;
    if (w.upos == Upos::ADP && w.lemma == "de" && i + 1 < name.words.begin) continue;
    // "le bureau des statistiques X"
    if (w.upos == Upos::DET && i > sentence.begin && i + 1 < name.words.begin &&
        parsed_.word(i - 1).upos == Upos::ADP && parsed_.word(i - 1).lemma == "de")
      continue;
    if (w.upos != Upos::NOUN || w.shape != Shape::lower) return false;
    const NounClass* noun = draft_.vocabulary.nouns.find(w.lemma);
    const bool plural = w.morph.number == Number::plur;
    if (plural && words_.set("noun.of-ensemble").contains(w.lemma))  // "les groupes de rock X et Y"
      return set(name, EntityType::Organization, "name.beside-class-noun");
    if (noun == nullptr) continue;
    // "le fabricant de voitures X": what is made in a bare complement does not name the kind
    const bool bare = i > sentence.begin && parsed_.word(i - 1).upos == Upos::ADP &&
                      parsed_.word(i - 1).lemma == "de" && noun->type == EntityType::Artifact;
    if (bare) continue;
    if (plural) return false;
    // adjectives that are nouns as well ("le parti socialiste X") do not name its kind
    if (i + 1 != name.words.begin && (noun->traits & kHuman) != 0) continue;
    if (typed_by(name, *noun, i, Deprel::appos, false)) return true;
    // "le parti de droite X"
    if (i <= sentence.begin + 1 || parsed_.word(i - 1).lemma != "de" || parsed_.word(i - 1).upos != Upos::ADP)
      return false;
  }
  return false;
}

/// "X est une ville", "X, chanteur letton,", "X, où …": what the text says that it is.
bool NameTyper::said_to_be(NameSpan& name) {
  const Deprel d = parsed_.deprel(name.head);
  const std::uint32_t head = parsed_.head(name.head);
  if (universal(d) == Deprel::nsubj && head != kNone && parsed_.child(head, Deprel::cop) != kNone &&
      parsed_.word(head).upos == Upos::NOUN)
    return is_a(name, head);
  for (const std::uint32_t child : parsed_.children(name.head)) {
    if (child < name.words.end) continue;
    const Deprel c = universal(parsed_.deprel(child));
    if (c == Deprel::appos && parsed_.word(child).upos == Upos::NOUN && draft_.name_at[child] == kNone)
      return parsed_.child(child, Deprel::case_) == kNone && is_a(name, child);
  }
  return false;
}

/// "X, où il vit"
bool NameTyper::lived_in(NameSpan& name) const {
  const std::uint32_t next = name.words.end;
  if (next + 1 >= parsed_.size() || parsed_.word(next).form != ",") return false;
  return parsed_.word(next + 1).form == "où" && set(name, EntityType::Place, "name.where");
}

bool NameTyper::is_a(NameSpan& name, std::uint32_t word) {
  const TaggedWord& w = parsed_.word(word);
  const NounClass* noun = draft_.vocabulary.nouns.find(w.lemma);
  if (noun == nullptr) return false;
  if ((noun->traits & kHuman) != 0) {
    name.gender = w.morph.gender;
    return set(name, EntityType::Person, "name.said-to-be");
  }
  if ((noun->traits & kStateNoun) != 0) return set(name, EntityType::State, "name.said-to-be");
  if ((noun->traits & kLocality) != 0) return set(name, EntityType::Place, "name.said-to-be");
  if (noun->type == EntityType::Organization) return set(name, EntityType::Organization, "name.said-to-be");
  return false;
}

bool NameTyper::typed_by(NameSpan& name, const NounClass& noun, std::uint32_t head, Deprel d,
                         bool preposition) {
  const TaggedWord& w = parsed_.word(head);
  // "le ministère des ports Anna Berg": several places have no one name
  if (noun.type == EntityType::Place && w.morph.number == Number::plur && name.words.size() > 1 &&
      given_name(draft_, name.words.begin))
    return false;
  const bool close = d == Deprel::appos || d == Deprel::flat || (d == Deprel::nmod && !preposition);
  // "son partenaire X": persons, states and bodies alike
  const bool any_body = words_.set("noun.of-bodies").contains(w.lemma) && name.words.size() > 1 &&
                        (keyword(name) || article(name) != kNone);
  if (any_body) return name.rule == "name.organization-word";
  // "les ingénieurs allemands OIA"
  if (close && (noun.traits & kHuman) != 0 && (noun.traits & kHonorific) == 0 && name.words.size() == 1 &&
      is_acronym(parsed_.word(name.words.begin).form))
    return set(name, EntityType::Organization, "name.party-of");
  if (close && (noun.traits & (kHuman | kHonorific)) != 0) {
    name.gender = w.morph.gender;
    return set(name, EntityType::Person, "name.beside-title");
  }
  if (close && words_.set("noun.named-after").contains(w.lemma) &&
      !(name.words.size() == 1 && is_acronym(parsed_.word(name.words.begin).form)))
    return set(name, EntityType::Person, "name.eponym");  // "le gouvernement X"
  if (close && words_.set("noun.of-named-thing").contains(w.lemma))
    return set(name, EntityType::Concept, "name.beside-thing");  // "l'indice X", "l'ouragan X"
  if (close && w.morph.number != Number::plur && words_.set("noun.of-named-event").contains(w.lemma))
    return set(name, EntityType::Event, "name.beside-class-noun");  // "le festival X"
  if (close && words_.set("noun.of-software").contains(w.lemma))
    return set(name, EntityType::Artifact, "name.beside-class-noun");  // "le site X"
  if (close && words_.set("noun.of-ensemble").contains(w.lemma) &&
      (!noun.id.empty() || !given_name(draft_, name.words.begin)))
    return set(name, EntityType::Organization, "name.beside-class-noun");  // "le groupe X"
  if (close && (noun.type == EntityType::Organization || noun.type == EntityType::Place ||
                noun.type == EntityType::Artifact || noun.type == EntityType::Agreement))
    return set(name, noun.type, "name.beside-class-noun");
  if (!preposition || d != Deprel::nmod || preposition_lemma(name) != "de") return false;
  const bool full_name = name.words.size() > 1 && given_name(draft_, name.words.begin);
  const bool headquarters = head + 1 < parsed_.size() && parsed_.word(head + 1).lemma == "général";
  if ((words_.set("noun.settlement").contains(w.lemma) || words_.set("noun.division").contains(w.lemma)) &&
      !full_name && !headquarters)
    return set(name, EntityType::Place, "name.of-locality");
  if (words_.set("noun.town-of").contains(w.lemma) && !is_acronym(parsed_.word(name.words.begin).form) &&
      !full_name && name.words.size() < 4)
    return set(name, EntityType::Place, "name.of-town");
  if ((noun.traits & kKin) != 0 && article(name) == kNone)
    return set(name, EntityType::Person, "name.of-kin");
  return false;
}

/// Beginnings of adjectives of origin that no list has ("orsan" of "orsanien", "orsanaise"), by which the
/// article shows that the name they come from is a country.
void NameTyper::find_demonym_stems() {
  for (std::uint32_t i = 0; i < parsed_.size(); ++i) {
    const TaggedWord& w = parsed_.word(i);
    if (!w.unknown || (w.upos != Upos::ADJ && w.upos != Upos::NOUN)) continue;
    const std::string key = utf8::fold(w.form);
    for (const std::string& end : words_.list("demonym.ending"))
      if (key.ends_with(end) && key.size() >= end.size() + kShortestStem) {
        demonym_stems_.insert(key.substr(0, key.size() - end.size()));
        break;
      }
  }
}

/// An unknown country: a name in -ie, -stan or -land with its article, a name that a demonym of the article
/// comes from, or one that has a government, an army, a capital.
bool NameTyper::state(NameSpan& name) {
  if (parsed_.word(name.head).upos != Upos::PROPN && !parsed_.word(name.head).unknown) return false;
  if (name.words.size() > 1 || parsed_.word(name.head).shape != Shape::capitalized) return false;
  const std::uint32_t det = article(name);
  const std::string_view preposition = preposition_lemma(name);
  const bool determined = det != kNone && parsed_.word(det).lemma == "le" && !plural_article(name);
  if ((determined || preposition == "en") && parsed_.word(name.head).unknown)
    for (const std::string& end : words_.list("name.country-suffix"))
      if (name.key.size() >= end.size() + 2 && name.key.ends_with(end))
        return set(name, EntityType::State, "name.country-suffix");
  std::string stem = name.key;
  for (const std::string& end : words_.list("name.country-ending"))
    if (stem.ends_with(end) && stem.size() >= end.size() + kShortestStem) {
      stem.resize(stem.size() - end.size());
      break;
    }
  if (demonym_stems_.contains(stem) || demonym_stems_.contains(name.key))
    return set(name, EntityType::State, "name.with-demonym");
  const std::uint32_t owner = owner_of(name);
  return owner != kNone && words_.set("noun.of-state").contains(parsed_.word(owner).lemma) &&
         set(name, EntityType::State, "name.of-state");
}

/// The noun whose complement with de the name is: "gouvernement de X"; of an office with its field the
/// office, "ministre de la Défense de X". kNone where it is none.
std::uint32_t NameTyper::owner_of(const NameSpan& name) const {
  const std::uint32_t head = parsed_.head(name.head);
  if (preposition_lemma(name) != "de" || head == kNone ||
      universal(parsed_.deprel(name.head)) != Deprel::nmod)
    return kNone;
  const std::uint32_t office = parsed_.head(head);
  const bool field = office != kNone && universal(parsed_.deprel(head)) == Deprel::nmod &&
                     words_.set("noun.with-portfolio").contains(parsed_.word(office).lemma) &&
                     draft_.vocabulary.nouns.find(parsed_.word(head).lemma) == nullptr;
  return field ? office : head;
}

/// "le président de X", "la capitale de X": a state has these, and so may other bodies.
bool NameTyper::ruled(const NameSpan& name) const {
  const std::uint32_t owner = name.words.size() > 1 ? kNone : owner_of(name);
  if (owner == kNone) return false;
  if (owner > 0 && parsed_.word(owner - 1).lemma == "en") return false;  // "l'entraîneur en chef de X"
  const std::string_view lemma = parsed_.word(owner).lemma;
  return words_.set("noun.head-of-state").contains(lemma) || words_.set("noun.of-state").contains(lemma);
}

bool NameTyper::placed(const NameSpan& name) const {
  const std::string_view lemma = preposition_lemma(name);
  const bool several = name.words.size() > 1;
  if (lemma.empty()) return false;
  // "à Harald": the receiver of an act, where the name is known as a person's
  if (lemma == "à" && draft_.vocabulary.given_names.contains(parsed_.word(name.head).form)) return false;
  const std::uint32_t verb = parsed_.head(name.head);
  if (several && lemma == "à" && !given_name(draft_, name.words.begin) && verb != kNone &&
      words_.set("verb.of-motion").contains(parsed_.word(verb).lemma))
    return true;  // "se retirer à Castel Orsano"
  return words_.set(several ? "preposition.inside" : "preposition.name-place").contains(lemma);
}

/// Places by where they stand: rivers after sur, ends of a way, complements of nouns of the landscape.
bool NameTyper::located(NameSpan& name) const {
  const std::string_view lemma = preposition_lemma(name);
  const std::uint32_t head = parsed_.head(name.head);
  const bool determined = article(name) != kNone && !plural_article(name);
  const std::uint32_t first = name.words.begin;
  // "près de X", "proches de X"
  if (first >= 2 && parsed_.word(first - 1).lemma == "de" &&
      words_.set("word.near").contains(parsed_.word(first - 2).lemma))
    return set(name, EntityType::Place, "name.near");
  if (lemma.empty() || head == kNone) return false;
  if (lemma == "de" && words_.set("noun.place-of").contains(parsed_.word(head).lemma))
    return set(name, EntityType::Place, "name.of-landscape");
  if (lemma == "via" || (lemma == "sur" && determined && name.words.size() == 1))
    return set(name, EntityType::Place, "name.of-river");
  const bool way = lemma == "entre" || lemma == "depuis" || lemma == "jusque" || lemma == "pour";
  return way && words_.set("verb.of-motion").contains(parsed_.word(head).lemma) &&
         set(name, EntityType::Place, "name.of-way");
}

/// "promettre à X": the complement with à of a verb of giving and saying is no place.
bool NameTyper::receives(const NameSpan& name) const {
  const std::uint32_t p = parsed_.child(name.head, Deprel::case_);
  const std::uint32_t verb = parsed_.head(name.head);
  if (p == kNone || p == 0 || parsed_.word(p - 1).upos == Upos::PUNCT) return false;
  return verb != kNone && parsed_.word(p).lemma == "à" && article(name) == kNone &&
         words_.set("verb.to-government").contains(parsed_.word(verb).lemma);
}

/// "Hydro-Riga", "Torvald Malte": a name joined with that of a place names a body of that place.
bool NameTyper::joined_with_place(const NameSpan& name) const {
  const Gazetteer& gazetteer = draft_.vocabulary.gazetteer;
  const auto place = [&](std::string_view key, std::string_view written) {
    const std::uint32_t entry = gazetteer.find(key, written);
    return entry != kNone && gazetteer.entry(entry).kind != GazetteerKind::organization;
  };
  const std::size_t gap = name.key.rfind(' ');
  if (gap == std::string::npos || name.key.find(' ') != gap) return false;
  const std::string_view first = std::string_view(name.key).substr(0, gap),
                         last = std::string_view(name.key).substr(gap + 1);
  const std::string written = text_of(parsed_, name.words);
  const std::size_t joint = written.find_first_of(" -");
  if (joint == std::string::npos) return false;
  return place(last, std::string_view(written).substr(joint + 1)) && !place(first, written) &&
         !draft_.vocabulary.given_names.contains(std::string_view(written).substr(0, joint)) &&
         !words_.set("name.place-prefix").contains(first);
}

bool NameTyper::speaks(const NameSpan& name) const {
  if (parsed_.deprel(name.head) != Deprel::nsubj) return false;
  const std::uint32_t verb = parsed_.head(name.head);
  return verb != kNone && words_.set("verb.speech").contains(parsed_.word(verb).lemma);
}

/// "publié par l'Orsan": whoever makes a thing and has an article is a body, though a place of that name may
/// be known.
bool NameTyper::makes(NameSpan& name) const {
  const std::uint32_t verb = parsed_.head(name.head);
  return verb != kNone && parsed_.deprel(name.head) == Deprel::obl_agent && article(name) != kNone &&
         !plural_article(name) && words_.set("verb.of-makers").contains(parsed_.word(verb).lemma) &&
         set(name, EntityType::Organization, "name.maker-with-article");
}

/// "chez X", "le PDG de X", "racheté par X", "X licencie": where a firm stands rather than a person.
bool NameTyper::acts_as_firm(const NameSpan& name) const {
  const std::uint32_t head = parsed_.head(name.head);
  if (head == kNone) return false;
  const std::string_view preposition = preposition_lemma(name), governor = parsed_.word(head).lemma;
  const Deprel d = parsed_.deprel(name.head);
  if (universal(d) == Deprel::nsubj) return words_.set("verb.of-firm").contains(governor);
  if (d == Deprel::obl_agent) return words_.set("verb.of-makers").contains(governor);
  if (preposition == "chez") return true;
  if (preposition == "avec") return words_.set("noun.of-partnership").contains(governor);
  return preposition == "de" && parsed_.word(name.words.begin - 1).upos == Upos::ADP &&
         words_.set("noun.of-firm").contains(governor) && !words_.set("noun.of-person").contains(governor);
}

/// "acquérir X", "le PDG de X", "chez X": where only a firm stands, though a dictionary may know the name.
bool NameTyper::company(NameSpan& name) const {
  const std::uint32_t head = parsed_.head(name.head);
  if (head == kNone || name.words.size() > 1 || plural_article(name)) return false;
  const Deprel d = universal(parsed_.deprel(name.head));
  const std::string_view preposition = preposition_lemma(name), governor = parsed_.word(head).lemma;
  for (const std::uint32_t child : parsed_.children(name.head))  // "X, qui fabrique des voitures"
    if (parsed_.deprel(child) == Deprel::acl_relcl && subject_of(parsed_, child) != kNone &&
        parsed_.word(subject_of(parsed_, child)).lemma == "qui" &&
        words_.set("verb.of-firm").contains(parsed_.word(child).lemma))
      return set(name, EntityType::Organization, "name.as-firm");
  const bool object = d == Deprel::obj || parsed_.deprel(name.head) == Deprel::nsubj_pass;
  const bool firm = object               ? words_.set("verb.of-acquisition").contains(governor)
                    : d == Deprel::nsubj ? words_.set("verb.of-firm").contains(governor)
                                         : preposition == "de" && article(name) == kNone &&
                                               words_.set("noun.of-company").contains(governor);
  return firm && set(name, EntityType::Organization, "name.as-firm");
}

/// The weakest evidence: which function the name has.
bool NameTyper::by_function(NameSpan& name) const {
  const bool determined = article(name) != kNone;
  const Deprel d = parsed_.deprel(name.head), plain = universal(d);
  const std::uint32_t head = parsed_.head(name.head);
  const std::string_view governor = head == kNone ? std::string_view() : parsed_.word(head).lemma;
  const std::string_view preposition = preposition_lemma(name);
  const TaggedWord& w = parsed_.word(name.head);
  const bool subject = plain == Deprel::nsubj;
  if ((subject || d == Deprel::obl_agent) && !determined && joined_with_place(name))
    return set(name, EntityType::Organization, "name.with-place");
  if (subject && words_.set("verb.of-firm").contains(governor))
    return set(name, EntityType::Organization, "name.maker");
  if (subject && !determined) return set(name, EntityType::Person, "name.bare-subject");
  if (w.upos == Upos::NOUN && !w.unknown) return set(name, EntityType::Concept, "name.common-word");
  const bool agent = d == Deprel::obl_agent || preposition == "par";
  if (agent && words_.set("verb.of-makers").contains(governor))
    return set(name, EntityType::Organization, "name.maker");
  if (agent && !determined) return set(name, EntityType::Person, "name.agent");
  // "un match contre X"
  if ((preposition == "contre" || preposition == "face à" || preposition == "devant" ||
       preposition == "sur") &&
      words_.set("noun.of-contest").contains(governor))
    return set(name, EntityType::Organization, "name.opponent");
  if (!determined && (preposition == "avec" || preposition == "contre" || preposition == "selon" ||
                      preposition == "chez" || preposition == "d'après"))
    return set(name, EntityType::Person, "name.company-of");
  if (determined && (preposition == "contre" || preposition == "avec" || preposition == "face"))
    return set(name, EntityType::Organization, "name.opponent");
  const bool complement = plain == Deprel::nmod || plain == Deprel::obl;
  if (complement && preposition == "de") {
    if (words_.set("noun.of-occasion").contains(governor))
      return set(name, EntityType::Event, "name.of-occasion");
    if (!determined && words_.set("noun.of-person").contains(governor))
      return set(name, EntityType::Person, "name.complement");
    if (words_.set("noun.of-firm").contains(governor))
      return set(name, EntityType::Organization, "name.complement");
    if (determined && words_.set("noun.of-agency").contains(governor))
      return set(name, EntityType::Organization, "name.of-agency");
    return set(name, EntityType::Place, "name.complement");
  }
  if (determined && (subject || agent))
    return set(name, EntityType::Organization, "name.acting-with-article");
  if (plain == Deprel::obj && words_.set("verb.object-place").contains(governor))
    return set(name, EntityType::Place, "name.object");
  return set(name, EntityType::Concept, "name.unknown");
}

}  // namespace maillon
