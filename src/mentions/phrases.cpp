// Noun phrases, pronouns, possessives and demonym adjectives -> mentions with their facets.
#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "mentions/draft.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kLongestPhrase = 14;  // words after the head; longer ones are bad attachments

bool quote_mark(std::string_view form) {
  return form == "«" || form == "»" || form == "\"" || form == "“" || form == "”" || form == "*" ||
         form == "*«" || form == "»*" || form == "_";
}

/// What may stand in a phrase after its head.
bool extends(const ParsedText& parsed, std::uint32_t child) {
  switch (parsed.deprel(child)) {
    case Deprel::amod:
    case Deprel::nmod:
    case Deprel::nummod:
    case Deprel::flat:
    case Deprel::flat_name:
    case Deprel::flat_foreign:
    case Deprel::fixed:
    case Deprel::compound:
    case Deprel::advmod:
      return true;
    case Deprel::punct:
      return quote_mark(parsed.word(child).form);
    default:
      return false;
  }
}

/// True where punctuation other than quote marks stands between a phrase and its next part.
bool interrupted(const ParsedText& parsed, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i)
    if (parsed.word(i).upos == Upos::PUNCT && !quote_mark(parsed.word(i).form)) return true;
  return false;
}

/// The complement at `child` tells where, when or by whom something is done; it does not say which thing the
/// noun names: "soldats au Paraguay", "armes vers la Norvège", "gaz selon des experts".
bool circumstance(const Draft& draft, std::uint32_t head, std::uint32_t child) {
  const std::uint32_t p = preposition_of(draft.parsed, child);
  if (p == kNone || p < head) return false;
  const WordSets& words = draft.vocabulary.words;
  const std::string_view lemma = draft.word(p).lemma;
  const NounClass* own = draft.vocabulary.nouns.find(draft.word(head).lemma);
  if (lemma == "de")  // "un homme de 54 ans": the age
    return own != nullptr && (own->traits & kHuman) != 0 && draft.quantity_at[child] != kNone &&
           words.set("noun.unit").contains(draft.word(child).lemma);
  if (words.set("preposition.outside-label").contains(lemma)) return true;
  if (own != nullptr && own->id == "noun.event.conflict") return false;  // "la guerre en Ukraine"
  if (draft.name_at[child] != kNone) return true;
  if (words.set("noun.of-circumstance").contains(draft.word(child).lemma) ||
      words.set("noun.of-turn").contains(draft.word(child).lemma))
    return true;
  if (lemma == "à" && draft.quantity_at[child] != kNone) return true;  // "à 15 heures", "à 3 km"
  const NounClass* complement = draft.vocabulary.nouns.find(draft.word(child).lemma);
  const bool place = complement != nullptr && complement->type == EntityType::Place;
  if (place && words.set("preposition.place").contains(lemma)) return true;
  for (const std::uint32_t det : draft.parsed.children(child)) {
    if (draft.parsed.deprel(det) != Deprel::det) continue;
    if (draft.word(det).lemma == "ce") return true;  // "la réponse à cette question"
    if (draft.word(det).morph.possessive) return lemma == "sur";
  }
  return false;
}

/// What an adjective governs: "meurtre" of "coupable de meurtre"; kNone where it stands alone.
std::uint32_t complement_of(const ParsedText& parsed, std::uint32_t adjective) {
  for (const std::uint32_t child : parsed.children(adjective))
    if (child > adjective && universal(parsed.deprel(child)) == Deprel::obl) return child;
  return kNone;
}

/// "informations relatives à X", "un sénateur proche de Jan Novak", "des ports tels que Riga": an adjective
/// that wants a complement says nothing without it, and with it more than the name.
bool governs(const Draft& draft, std::uint32_t adjective) {
  if (draft.vocabulary.words.set("adjective.of-examples").contains(draft.word(adjective).lemma)) return true;
  const std::uint32_t complement = complement_of(draft.parsed, adjective);
  return complement != kNone &&
         (draft.name_at[complement] != kNone ||
          draft.vocabulary.words.set("adjective.governing").contains(draft.word(adjective).lemma));
}

/// The second of two complements of one form, right behind a coordinator: "et de la Pêche" of "ministère de
/// l'Agriculture et de la Pêche".
bool same_complement(const Draft& draft, std::uint32_t first, std::uint32_t second, std::uint32_t end) {
  if (draft.parsed.deprel(second) != Deprel::conj || draft.word(end).upos != Upos::CCONJ) return false;
  if (draft.name_at[first] != kNone || draft.name_at[second] != kNone) return false;
  const std::uint32_t p = preposition_of(draft.parsed, first), q = preposition_of(draft.parsed, second);
  if (p == kNone || draft.word(p).lemma != "de") return false;
  return q == kNone ? draft.parsed.child(first, Deprel::det) == kNone &&
                          draft.parsed.child(second, Deprel::det) == kNone && second == end + 1
                    : q == end + 1 && draft.word(q).lemma == "de";
}

/// "coupable de meurtre", "nécessaire à la réforme"; "à des mineurs" is rather whom the noun is given to.
bool completes(const Draft& draft, std::uint32_t complement) {
  const std::uint32_t p = preposition_of(draft.parsed, complement);
  if (p == kNone || draft.parsed.deprel(complement) != Deprel::obl_arg) return false;
  const std::uint32_t article = draft.parsed.child(complement, Deprel::det);
  return draft.word(p).lemma != "à" || article == kNone || draft.word(article).form != "des";
}

std::uint32_t end_of(const Draft& draft, std::uint32_t head, int depth) {
  const ParsedText& parsed = draft.parsed;
  std::uint32_t end = head + 1;
  for (const std::uint32_t child : parsed.children(head)) {
    if (child < head) continue;
    if (!extends(parsed, child) || child > head + kLongestPhrase) break;
    if (parsed.deprel(child) == Deprel::punct) continue;  // a mark alone never ends a phrase
    if (interrupted(parsed, end, child)) break;
    if (parsed.deprel(child) == Deprel::nmod && circumstance(draft, head, child)) break;
    if (parsed.deprel(child) == Deprel::amod && governs(draft, child)) break;
    std::uint32_t last = child;
    if (parsed.deprel(child) == Deprel::amod)  // "un homme coupable de meurtre"
      if (const std::uint32_t complement = complement_of(parsed, child);
          complement != kNone && completes(draft, complement) && !interrupted(parsed, child, complement))
        last = complement;
    const std::uint32_t inner = depth > 4 ? last + 1 : end_of(draft, last, depth + 1);
    end = std::max(end, inner);
    // coordinated adjectives and complements stay with their first: "économiques et sociaux"
    for (const std::uint32_t joined : parsed.children(child)) {
      if (parsed.deprel(joined) == Deprel::conj && parsed.word(joined).upos == Upos::ADJ)
        end = std::max(end, joined + 1);
      else if (end < parsed.size() && same_complement(draft, child, joined, end))
        end = std::max(end, end_of(draft, joined, depth + 1));
    }
  }
  return end;
}

std::uint32_t begin_of(const ParsedText& parsed, std::uint32_t head) {
  std::uint32_t begin = head;
  const auto children = parsed.children(head);
  for (std::size_t i = children.size(); i-- > 0;) {
    const std::uint32_t child = children[i];
    if (child > head) continue;
    switch (universal(parsed.deprel(child))) {
      case Deprel::det:
      case Deprel::amod:
      case Deprel::nummod:
      case Deprel::advmod:
      case Deprel::flat:
      case Deprel::compound:
        begin = std::min(begin, parsed.subtree(child).begin);
        break;
      case Deprel::punct:
        if (quote_mark(parsed.word(child).form)) break;
        return begin;
      default:
        return begin;
    }
  }
  return begin;
}

}  // namespace

IndexRange phrase_of(const Draft& draft, std::uint32_t head) {
  std::uint32_t end = end_of(draft, head, 0);
  // a time of the clause is no part of what the noun names
  for (std::uint32_t i = head + 1; i < end; ++i)
    if (draft.time_at[i] != kNone) {
      end = i;
      while (end > head + 1 && draft.word(end - 1).upos == Upos::ADP) --end;
    }
  // nothing ends with a word that wants another behind it
  const auto open = [&](Upos u) { return u == Upos::CCONJ || u == Upos::ADP || u == Upos::DET; };
  while (end > head + 1 && open(draft.word(end - 1).upos)) --end;
  // "un tableau de ce qui arrive": the antecedent of the clause that is left out
  if (end > head + 2 && draft.word(end - 1).upos == Upos::PRON && draft.word(end - 1).lemma == "ce" &&
      draft.word(end - 2).upos == Upos::ADP)
    end -= 2;
  return {begin_of(draft.parsed, head), end};
}

std::string text_of(const ParsedText& parsed, IndexRange words) {
  std::string out;
  std::uint32_t last = kNone;
  bool space = false;
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    const std::uint32_t token = parsed.word(i).token;
    if (token == last) continue;
    const std::string_view form = parsed.text().form(token);
    const bool after = parsed.text().tokens[token].space_after;
    if (quote_mark(form)) {  // left out, with one of the spaces around it
      space |= after;
      last = token;
      continue;
    }
    if (space && !out.empty() && out.back() != ' ') out += ' ';
    space = after;
    for (const char c : form)
      if (c != '\n' && (c != ' ' || out.empty() || out.back() != ' ')) out += c == '\t' ? ' ' : c;
    last = token;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string label_of(const Draft& draft, std::uint32_t head, IndexRange phrase) {
  const ParsedText& parsed = draft.parsed;
  const StringSet& counting = draft.vocabulary.words.set("determiner.quantifier");
  std::uint32_t begin = head;
  const auto children = parsed.children(head);
  for (std::size_t i = children.size(); i-- > 0;) {
    const std::uint32_t child = children[i];
    if (child >= head || child < phrase.begin) continue;
    const bool adjective = parsed.deprel(child) == Deprel::amod && parsed.word(child).upos != Upos::NUM &&
                           !counting.contains(parsed.word(child).lemma) && draft.quantity_at[child] == kNone;
    const bool part_of_name =
        universal(parsed.deprel(child)) == Deprel::flat || parsed.deprel(child) == Deprel::compound;
    if (!adjective && !part_of_name) break;
    begin = std::min(begin, child);
  }
  return text_of(parsed, {begin, phrase.end});
}

std::uint32_t preposition_of(const ParsedText& parsed, std::uint32_t word) {
  return parsed.child(word, Deprel::case_);
}

std::uint32_t new_entity(Draft& draft, EntityType type, std::string label, bool named) {
  DocumentEntity e;
  e.type = type;
  e.label = std::move(label);
  e.named = named;
  draft.entities.push_back(std::move(e));
  return static_cast<std::uint32_t>(draft.entities.size() - 1);
}

namespace {

class PhraseFinder {
 public:
  explicit PhraseFinder(Draft& draft)
      : draft_(draft), parsed_(draft.parsed), gazetteer_(draft.vocabulary.gazetteer) {}

  void run() {
    const auto size = static_cast<std::uint32_t>(parsed_.size());
    draft_.mention_at.assign(size, kNone);
    for (std::uint32_t i = 0; i < size; ++i) {
      if (draft_.name_at[i] != kNone) {
        const NameSpan& n = draft_.names[draft_.name_at[i]];
        if (n.head == i)
          name(i);
        else if (n.phrase && parsed_.word(i).upos == Upos::ADJ)
          adjective(i);
        continue;
      }
      if (draft_.time_at[i] != kNone) continue;
      word(i);
    }
  }

 private:
  void add(std::uint32_t head, IndexRange words, MentionKind kind, std::string_view rule, Facets facets) {
    Mention m;
    m.head = head;
    m.words = words;
    m.kind = kind;
    m.rule = rule;
    m.quantity = draft_.quantity_at[head];
    draft_.mention_at[head] = static_cast<std::uint32_t>(draft_.mentions.size());
    draft_.mentions.push_back(std::move(m));
    draft_.facets.push_back(std::move(facets));
  }

  void determiners(std::uint32_t head, Facets& f) const {
    for (const std::uint32_t child : parsed_.children(head)) {
      if (child > head) break;
      const TaggedWord& w = parsed_.word(child);
      if (w.upos != Upos::DET) continue;
      if (w.morph.possessive || w.lemma == "son" || w.lemma == "leur") f.possessive = true;
      if (w.morph.pron_type == PronType::dem || w.lemma == "ce") f.demonstrative = true;
      if (w.morph.definite || w.lemma == "le") f.definite = true;
      if (w.morph.indefinite || w.lemma == "un") f.indefinite = true;
      if (set("determiner.any").contains(w.lemma)) f.any = true;
    }
  }

  void name(std::uint32_t i) {
    NameSpan& n = draft_.names[draft_.name_at[i]];
    Facets f;
    f.name = draft_.name_at[i];
    f.entry = n.entry;
    f.type = n.type;
    f.gender = n.gender;
    f.number = Number::sing;
    determiners(i, f);
    IndexRange words = n.words;
    if (n.entry != kNone) {
      const GazetteerEntry& e = gazetteer_.entry(n.entry);
      f.gender = e.gender;
      f.number = e.number;
    }
    f.label = text_of(parsed_, n.words);
    add(i, words, MentionKind::name, n.rule, std::move(f));
  }

  void word(std::uint32_t i) {
    const TaggedWord& w = parsed_.word(i);
    const Deprel d = parsed_.deprel(i);
    switch (w.upos) {
      case Upos::NOUN:
      case Upos::PROPN:
        if (d == Deprel::fixed || d == Deprel::case_ || d == Deprel::mark || d == Deprel::advmod ||
            d == Deprel::cc)
          return;
        return noun(i);
      case Upos::PRON:
        return pronoun(i);
      case Upos::DET:
        if (w.morph.possessive || w.lemma == "son" || w.lemma == "leur" || w.lemma == "notre" ||
            w.lemma == "mon")
          possessive(i);
        return;
      case Upos::ADJ:
      case Upos::NUM:
      case Upos::X:
      case Upos::SYM:
        if (argument(d)) return nominalized(i);
        if (w.upos == Upos::ADJ) adjective(i);
        return;
      default:
        return;
    }
  }

  static bool argument(Deprel d) {
    switch (universal(d)) {
      case Deprel::nsubj:
      case Deprel::obj:
      case Deprel::iobj:
      case Deprel::obl:
      case Deprel::nmod:
        return true;
      default:
        return false;
    }
  }

  void noun(std::uint32_t i) {
    const TaggedWord& w = parsed_.word(i);
    Facets f;
    f.noun = draft_.vocabulary.nouns.find(w);
    // "secrétaire d'état", "l'état maltais", "les états"
    if (f.noun == nullptr && set("noun.without-capital").contains(w.lemma) &&
        (w.morph.number == Number::plur || (i > 0 && parsed_.word(i - 1).lemma == "de") ||
         qualified(i, set("noun.without-capital"))))
      f.noun = draft_.vocabulary.nouns.find(w.lemma);
    f.gender = w.morph.gender;
    f.number = w.morph.number;
    determiners(i, f);
    if (f.noun != nullptr && (f.noun->traits & kHuman) != 0 && f.number != Number::plur) {
      // "la juge", "la ministre": the noun is of both genders, its determiner is not
      const std::uint32_t det = parsed_.child(i, Deprel::det);
      if (det != kNone && det < i && !parsed_.word(det).morph.possessive &&
          parsed_.word(det).morph.gender != Gender::none)
        f.gender = parsed_.word(det).morph.gender;
    }
    std::string_view rule = "phrase.common";
    if (f.noun != nullptr) {
      f.type = f.noun->type;
      rule = f.noun->id;
      if ((f.noun->traits & kHuman) != 0 && f.number == Number::plur) f.type = EntityType::Group;
      if (f.number == Number::plur && set("noun.place-in-plural").contains(w.lemma))
        f.type = EntityType::Place;
    } else if (w.shape != Shape::lower || f.number == Number::plur) {
      const auto [first, second] = gazetteer_.demonyms(w.form);
      if (first != kNone) {
        f.type = f.number == Number::sing && !f.definite ? EntityType::Person : EntityType::Group;
        rule = "phrase.inhabitants";
      }
    }
    if (w.form.find("°") != std::string_view::npos) {  // "le réacteur n° 1" is no number one
      f.noun = nullptr;
      f.type = EntityType::Concept;
      rule = "phrase.common";
    }
    // "282 sièges": of a parliament
    if (set("noun.place-unless-counted").contains(w.lemma) && draft_.quantity_at[i] != kNone)
      f.type = EntityType::Concept;
    // "la garde des Sceaux" is a minister, "en garde à vue" has no guard
    const bool guard = set("noun.person-if-determined").contains(w.lemma);
    if (guard && i + 3 < parsed_.size() && parsed_.word(i + 3).form == "Sceaux") {
      f.noun = draft_.vocabulary.nouns.find("ministre");
      f.type = EntityType::Person;
      rule = "noun.person.office";
    } else if (guard && parsed_.child(i, Deprel::det) == kNone && f.number != Number::plur) {
      f.noun = nullptr;
      f.type = EntityType::Concept;
      rule = "phrase.common";
    }
    // "le ministre de l'Intérieur": a field of action is no place; "une puissance équivalente" is no state
    if (f.type == EntityType::Place && w.shape != Shape::lower && parsed_.head(i) != kNone &&
        set("noun.with-portfolio").contains(parsed_.word(parsed_.head(i)).lemma))
      f.type = EntityType::Concept;
    if (set("noun.state-if-qualified").contains(w.lemma) && f.type == EntityType::State &&
        f.number != Number::plur && !qualified(i, set("state.kind")))
      f.type = EntityType::Concept;
    const bool own = f.possessive && f.number == Number::plur && set("noun.of-service").contains(w.lemma);
    if (set("noun.place-if-qualified").contains(w.lemma) && !qualified(i, set("place.kind"), true))
      f.type = EntityType::Concept;
    // "prendre sa place", "en ligne"
    if (set("noun.place-if-determined").contains(w.lemma) && f.type == EntityType::Place &&
        (f.possessive || (!f.definite && !f.indefinite && !f.demonstrative && f.number != Number::plur)))
      f.type = EntityType::Concept;
    if (own ||
        (set("noun.of-service").contains(w.lemma) && qualified(i, set("service.kind")))) {  // "ses services"
      f.type = EntityType::Organization;
      rule = "noun.of-service";
    }
    IndexRange words = phrase_of(draft_, i);
    if (const std::uint32_t last = words.end > i + 1 ? draft_.name_at[words.end - 1] : kNone;
        last != kNone && draft_.names[last].words.end > words.end &&
        draft_.names[last].words.begin > i) {  // no phrase ends in the middle of a name
      words.end = draft_.names[last].words.begin;
      while (words.end > i + 1 &&
             (parsed_.word(words.end - 1).upos == Upos::ADP || parsed_.word(words.end - 1).upos == Upos::DET))
        --words.end;
    }
    words.end = name_end(i, f, words);
    f.label = label_of(draft_, i, words);
    if (f.type == EntityType::Organization) {
      std::string shorter = label_of(draft_, i, {words.begin, institution_end(i, words.end)});
      if (shorter != f.label) f.long_label = std::exchange(f.label, std::move(shorter));
    }
    add(i, words, MentionKind::nominal, rule, std::move(f));
  }

  const StringSet& set(std::string_view id) const { return draft_.vocabulary.words.set(id); }

  /// "service antiterroriste", "services de renseignement", "base maltaise" against "service gratuit" and
  /// "base solide": an adjective of origin, a name or one of the words of the set says which.
  bool qualified(std::uint32_t i, const StringSet& kinds, bool by_name = false) const {
    for (const std::uint32_t child : parsed_.children(i)) {
      const Deprel d = universal(parsed_.deprel(child));
      if (child < i || (d != Deprel::amod && d != Deprel::nmod)) continue;
      const TaggedWord& w = parsed_.word(child);
      if (kinds.contains(w.lemma) || (d == Deprel::amod && gazetteer_.demonyms(w.form).first != kNone) ||
          (by_name && d == Deprel::nmod && draft_.name_at[child] != kNone))
        return true;
    }
    return false;
  }

  /// "le projet Orsan", "un avion T55", "le logo de la firme Orsan": the phrase goes on with the name that
  /// stands right behind it and says which one it is. What the noun is itself called ("la firme Orsan") is a
  /// name of its own, and the holder of an office ("le directeur de la firme Jan Novak") is no part of what
  /// the title names.
  std::uint32_t name_end(std::uint32_t i, const Facets& f, IndexRange words) const {
    if (words.end >= parsed_.size() || draft_.name_at[words.end] == kNone) return words.end;
    const NameSpan& next = draft_.names[draft_.name_at[words.end]];
    const std::uint32_t above = parsed_.head(next.head);
    if (next.words.begin != words.end || above < i || above >= words.end) return words.end;
    const Deprel d = universal(parsed_.deprel(next.head));
    if ((d != Deprel::appos && d != Deprel::flat && d != Deprel::nmod) ||
        preposition_of(parsed_, next.head) != kNone)
      return words.end;
    if (next.rule == "name.eponym") return next.words.end;  // "le gouvernement X"
    const bool told = f.definite || f.indefinite || f.demonstrative || f.possessive || f.noun != nullptr;
    if (!told) return words.end;  // "en garde Riga"
    const bool person = next.type == EntityType::Person;
    const bool human = f.noun != nullptr && (f.noun->traits & kHuman) != 0;
    if (above != i) {  // "l'agence du régime Orsan" may be called so itself
      const bool agency = f.type == EntityType::Organization && next.type == f.type;
      return agency || (person && (human || next.rule == "name.holder")) ? words.end : next.words.end;
    }
    const bool own = f.noun != nullptr && !f.indefinite && f.type != EntityType::Event &&
                     f.type != EntityType::Artifact && f.type != EntityType::Concept;
    return person || human || own ? words.end : next.words.end;
  }

  /// An institution is named by its adjectives and complements with de; where it is and what it does are told
  /// beside.
  std::uint32_t institution_end(std::uint32_t head, std::uint32_t end) const {
    for (const std::uint32_t child : parsed_.children(head)) {
      if (child < head || universal(parsed_.deprel(child)) != Deprel::nmod) continue;
      const std::uint32_t p = preposition_of(parsed_, child);
      if (p != kNone && p > head && p < end && draft_.word(p).lemma != "de") return p;
    }
    return end;
  }

  void nominalized(std::uint32_t i) {
    if (parsed_.word(i).upos == Upos::SYM && draft_.quantity_at[i] == kNone) return;
    Facets f;
    f.gender = parsed_.word(i).morph.gender;
    f.number = parsed_.word(i).morph.number;
    determiners(i, f);
    const IndexRange words = phrase_of(draft_, i);
    // "la présidentielle", "les législatives": adjectives that are listed as nouns in this form
    const std::string form = utf8::to_lower(parsed_.word(i).form);
    f.noun = f.definite || f.demonstrative ? draft_.vocabulary.nouns.find(form) : nullptr;
    if (f.noun != nullptr && f.noun->type == EntityType::Event) {
      f.type = f.noun->type;
      f.label = label_of(draft_, i, words);
      return add(i, words, MentionKind::nominal, f.noun->id, std::move(f));
    }
    f.noun = nullptr;
    std::uint32_t begin = words.begin;
    while (begin < i && parsed_.word(begin).upos == Upos::DET) ++begin;
    f.label = text_of(parsed_, {begin, words.end});
    add(i, words, MentionKind::nominal, "phrase.nominalized", std::move(f));
  }

  void pronoun(std::uint32_t i) {
    const TaggedWord& w = parsed_.word(i);
    const Deprel d = parsed_.deprel(i);
    if (universal(d) == Deprel::expl || d == Deprel::fixed || d == Deprel::advmod || d == Deprel::det ||
        d == Deprel::mark || d == Deprel::cc)
      return;
    Facets f;
    f.gender = w.morph.gender;
    f.number = w.morph.number;
    f.person = w.morph.person;
    f.demonstrative = w.morph.pron_type == PronType::dem;
    f.label = text_of(parsed_, phrase_of(draft_, i));
    add(i, {i, i + 1}, MentionKind::pronoun, "pronoun", std::move(f));
  }

  void possessive(std::uint32_t i) {
    const TaggedWord& w = parsed_.word(i);
    Facets f;
    f.possessive = true;
    f.person = w.morph.person;
    const std::string_view lemma = w.lemma;
    const std::string lower = utf8::to_lower(w.form);
    f.number = lemma == "leur" || lower == "leur" || lower == "leurs" ? Number::plur : Number::sing;
    if (lower == "mon" || lower == "ma" || lower == "mes") f.person = Person::first;
    if (lower == "notre" || lower == "nos") f.person = Person::first, f.number = Number::plur;
    if (lower == "votre" || lower == "vos" || lower == "ton" || lower == "ta" || lower == "tes")
      f.person = Person::second;
    if (f.person == Person::none) f.person = Person::third;
    f.label = w.form;
    add(i, {i, i + 1}, MentionKind::pronoun, "possessive", std::move(f));
  }

  void adjective(std::uint32_t i) {
    const auto [first, second] = gazetteer_.demonyms(parsed_.word(i).form);
    if (first == kNone) return;
    const GazetteerEntry& e = gazetteer_.entry(first);
    Facets f;
    f.entry = first;
    f.second_entry = second;
    f.type = e.type;
    f.gender = e.gender;
    f.number = e.number;
    f.label = e.label;
    add(i, {i, i + 1}, MentionKind::derived, "demonym.adjective", std::move(f));
  }

  Draft& draft_;
  const ParsedText& parsed_;
  const Gazetteer& gazetteer_;
};

}  // namespace

void find_phrases(Draft& draft) { PhraseFinder(draft).run(); }

}  // namespace maillon
