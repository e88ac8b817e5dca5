// Names that hold common nouns: "détroit de Béring", "Conseil de sécurité", "les Aigles de Riga", "Grégoire
// de Tours".
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/draft.hpp"
#include "mentions/name_finder.hpp"

namespace maillon {

namespace {

constexpr std::uint32_t kLongestTitle = 10;  // words

/// "Mouvement du 5 avril": day and month without a year in a name are part of it and no time.
bool commemorated(const TimeValue& t) { return t.rule == "time.day-month" && t.words.size() <= 3; }

bool roman_numeral(std::string_view form) {
  return !form.empty() && form.find_first_not_of("IVX") == std::string_view::npos;
}

}  // namespace

void NameFinder::add_typed(std::uint32_t begin, std::uint32_t end, EntityType type, std::string_view rule) {
  add(begin, end, kNone);
  draft_.names.back().type = type;
  draft_.names.back().rule = rule;
}

/// "détroit de Béring", "île Europa", "parc national de Vanoise": a noun of the landscape or of a building
/// with its name. The end, or i where there is none.
std::uint32_t NameFinder::feature(std::uint32_t i) {
  const TaggedWord& w = parsed_.word(i);
  if (w.upos != Upos::NOUN && w.upos != Upos::PROPN) return i;
  const std::string noun = utf8::to_lower(w.form);
  bool takes_de = words_.set("noun.feature-of").contains(noun);
  const bool event = words_.set("name.event-of").contains(noun);
  if (w.shape == Shape::capitalized && words_.set("noun.peak").contains(noun)) takes_de = true;
  const bool seat = w.shape == Shape::lower && words_.set("noun.seat").contains(noun);
  if (!takes_de && !event && !seat && !words_.set("noun.feature").contains(noun)) return i;
  std::uint32_t next = i + 1;
  while (next < sentence_.end && next < i + 3 && parsed_.word(next).shape == Shape::lower &&
         words_.set("adjective.of-feature").contains(parsed_.word(next).lemma))
    ++next;
  const std::uint32_t particle_begin = next;
  while ((takes_de || event) && next < sentence_.end && next < particle_begin + 2 &&
         parsed_.word(next).shape == Shape::lower && french_particles_.contains(parsed_.word(next).lemma))
    ++next;
  // "à la place d'Anna Berg"
  // "le chef de gare Jan Novak"
  const bool title =
      next == i + 1 && i > sentence_.begin && parsed_.word(i - 1).lemma == "de" && follows_office(i);
  if ((next > particle_begin || title) && next < sentence_.end && given_name(draft_, next) &&
      next + 1 < sentence_.end && name_like(next + 1))
    return i;
  const bool joined = next == particle_begin || parsed_.word(particle_begin).lemma == "de";
  if (next >= sentence_.end || !joined || !name_like(next) || (event && next == i + 1)) return i;
  std::uint32_t entry = kNone;
  const std::uint32_t known = gazetteer_from(next, entry);
  // "la place de la France dans le monde" is no square
  if (known > next && next > particle_begin && noun == "place" &&
      gazetteer_.entry(entry).type != EntityType::Place)
    return i;
  const std::uint32_t end = std::max(known, run_from(next));
  const bool body = seat && words_.set("noun.school").contains(noun);
  const EntityType type = event ? EntityType::Event : body ? EntityType::Organization : EntityType::Place;
  add_typed(i, end, type, event ? "name.event-of" : "name.feature");
  return end;
}

/// "Pakistan oriental", "Congo français": a name of the gazetteer with the adjective that makes a region of
/// its own of it. The end.
std::uint32_t NameFinder::part_of_country(std::uint32_t end, std::uint32_t entry) const {
  if (end >= sentence_.end || gazetteer_.entry(entry).kind == GazetteerKind::organization) return end;
  const TaggedWord& w = parsed_.word(end);
  const bool region =
      w.upos == Upos::ADJ && w.shape == Shape::lower && words_.set("adjective.of-region").contains(w.lemma);
  return region ? end + 1 : end;
}

/// A noun with a capital inside the sentence, or a capital adjective before its noun: an institution, a
/// place or an event under its proper name. The word after the head, or i where there is none.
std::uint32_t NameFinder::proper_phrase(std::uint32_t i) {
  const TaggedWord& w = parsed_.word(i);
  std::uint32_t head = i;
  if (w.upos == Upos::ADJ && parsed_.deprel(i) == Deprel::amod && parsed_.head(i) == i + 1) head = i + 1;
  const TaggedWord& noun = parsed_.word(head);
  if (noun.upos != Upos::NOUN && noun.upos != Upos::PROPN) return i;
  if (head == i && (opens(i) || words_.set("acronym.common").contains(noun.form))) return i;  // "l'ONG X"
  // "Marine Berg": the noun is a given name
  if (head == i && noun.shape == Shape::capitalized && (noun.name_class & kFirstName) != 0 &&
      i + 1 < sentence_.end && capital(i + 1) && parsed_.word(i - 1).upos != Upos::DET)
    return i;
  const std::string lower = utf8::to_lower(noun.form);
  const NounClass* c = draft_.vocabulary.nouns.find(lower);
  if (c == nullptr) c = draft_.vocabulary.nouns.find(noun.lemma);
  if (c == nullptr && lower.ends_with('s'))  // "Brigades" that is tagged as a name
    c = draft_.vocabulary.nouns.find(std::string_view(lower).substr(0, lower.size() - 1));
  if (c == nullptr || (c->traits & (kHuman | kHonorific | kStateNoun)) != 0) return i;
  if (c->type != EntityType::Organization && c->type != EntityType::Event &&
      c->type != EntityType::Agreement && c->type != EntityType::Group && (c->traits & kLocality) == 0)
    return i;
  if (c->type != EntityType::Organization && portfolio(i)) return i;
  if (c->type == EntityType::Event && words_.set("noun.nickname").contains(lower)) return i;  // a club's
  std::uint32_t entry = kNone;
  const std::uint32_t known = gazetteer_from(i, entry);
  if (known > i && gazetteer_.entry(entry).type == EntityType::State) return i;  // "les États-Unis"
  NameSpan name;
  name.phrase = true;
  name.head = head;
  name.words = {i, std::max(proper_end(head, (c->traits & kLocality) != 0), known)};
  if (known == name.words.end) return i;
  if (name.words.end == head + 1 && (c->type == EntityType::Group || c->type == EntityType::Event)) return i;
  name.type = c->type == EntityType::Group ? EntityType::Organization : c->type;
  if (words_.set("name.event-word").contains(lower)) name.type = EntityType::Event;
  if (words_.set("name.club-word").contains(lower)) name.type = EntityType::Organization;
  name.rule = "name.proper-phrase";
  name.key = utf8::fold(text_of(parsed_, name.words));
  for (std::uint32_t k = head; k < name.words.end; ++k)
    if (draft_.time_at[k] != kNone) draft_.times[draft_.time_at[k]].words = {};
  const auto number = static_cast<std::uint32_t>(draft_.names.size());
  // the adjectives and names right behind the head belong to it alone; what follows a preposition may be
  // named again
  std::uint32_t own = head + 1;
  const bool whole = name.type == EntityType::Event;  // "le Tour de Suède" is no place
  while (own < name.words.end && (whole || parsed_.word(own).upos != Upos::ADP)) ++own;
  for (std::uint32_t k = i; k < own; ++k) draft_.name_at[k] = number;
  draft_.names.push_back(std::move(name));
  return own;
}

/// Where the complements end that belong to a proper name: adjectives, and nouns after de, pour or sur that
/// hang on it.
std::uint32_t NameFinder::proper_end(std::uint32_t head, bool place) const {
  const StringSet& prepositions = words_.set("preposition.in-name");
  std::uint32_t end = head + 1;
  bool first = true;
  while (end < sentence_.end) {
    const TaggedWord& w = parsed_.word(end);
    if (draft_.time_at[end] != kNone) {
      const TimeValue& t = draft_.times[draft_.time_at[end]];
      if (end == head + 2 && t.words.begin <= end && commemorated(t)) return t.words.end;
      break;
    }
    const bool inside = parsed_.head(end) != kNone && parsed_.head(end) >= head && parsed_.head(end) < end;
    // "les Brigades Al-Qassam", whatever the tree says
    const bool named =
        end == head + 1 && parsed_.word(head).form.ends_with('s') && !given_name(draft_, end) && capital(end);
    // "le porte-parole du Ministère des Ports Jan Novak"
    // "le président de la Ligue orsane Surij Novak": no given name that a list has, but two names in a row
    const bool person = end > head + 1 && end + 1 < sentence_.end && name_like(end + 1) &&
                        (given_name(draft_, end) || (parsed_.word(end - 1).shape == Shape::lower &&
                                                     w.shape == Shape::capitalized && follows_office(head)));
    // "la Cité engloutie": a participle that no complement follows
    const bool participle = place && end == head + 1 && w.upos == Upos::VERB && w.shape == Shape::lower &&
                            w.morph.verb_form == VerbForm::part && parsed_.head(end) == head &&
                            !has_object(end);
    if (participle || w.upos == Upos::ADJ || (w.upos == Upos::PROPN && (inside || named) && !person)) {
      ++end;
      continue;
    }
    if (w.upos != Upos::ADP || !prepositions.contains(w.lemma)) break;
    std::uint32_t noun = end + 1;
    while (noun < sentence_.end && noun < end + 4 &&
           (parsed_.word(noun).upos == Upos::DET || parsed_.word(noun).upos == Upos::ADJ))
      ++noun;
    if (noun >= sentence_.end || draft_.time_at[noun] != kNone) {
      if (noun < sentence_.end && end == head + 1 && commemorated(draft_.times[draft_.time_at[noun]]))
        return draft_.times[draft_.time_at[noun]].words.end;
      break;
    }
    if (!belongs(head, end, noun, first)) break;
    const bool bare = noun == end + 1;
    first = false;
    end = noun + 1;
    end = bare ? coordinated_end(end, noun) : joined_end(end, noun);
  }
  return end;
}

/// A complement or adverb follows that says more of the participle: "par X", "en 1990", "hier".
bool NameFinder::has_object(std::uint32_t participle) const {
  const std::uint32_t next = participle + 1;
  if (next >= sentence_.end) return false;
  if (draft_.time_at[next] != kNone) return true;
  const TaggedWord& w = parsed_.word(next);
  return w.upos == Upos::ADV || w.upos == Upos::DET ||
         (w.upos == Upos::ADP && w.lemma != "à" && w.lemma != "de");
}

/// The complement with its head noun at `noun` is part of the proper name that `head` begins.
bool NameFinder::belongs(std::uint32_t head, std::uint32_t preposition, std::uint32_t noun,
                         bool first) const {
  const TaggedWord& w = parsed_.word(noun);
  const std::uint32_t above = parsed_.head(noun);
  if (w.upos != Upos::NOUN && w.upos != Upos::PROPN) return false;
  if (w.upos == Upos::PROPN && given_name(draft_, noun) && noun + 1 < sentence_.end && name_like(noun + 1))
    return false;  // "le Parti du peuple de Jan Novak"
  // "le Parti libéral du Premier ministre": whose it is, rather than its name
  const NounClass* office = draft_.vocabulary.nouns.find(w);
  if (office != nullptr && (office->traits & kOffice) != 0 && w.morph.number != Number::plur) return false;
  const std::uint32_t det = noun - 1;
  if (det > preposition && parsed_.word(preposition + 1).upos == Upos::DET) {
    const TaggedWord& d = parsed_.word(preposition + 1);
    if (d.morph.pron_type == PronType::dem || d.lemma == "ce") return false;
    if (d.morph.possessive && parsed_.word(preposition).lemma != "de")
      return false;  // la Ligue pour son appui
  }
  // pour and sur tell the purpose of the body right behind its name, not what happens to it
  // ("Fonds des Nations unies pour l'enfance": also behind the name of whose body it is)
  if (parsed_.word(preposition).lemma != "de" &&
      ((!first && parsed_.word(preposition - 1).shape == Shape::lower &&
        parsed_.word(preposition - 1).upos != Upos::PROPN) ||
       w.upos == Upos::PROPN || words_.set("noun.occasion").contains(w.lemma)))
    return false;
  // the first complement belongs to the name wherever the tree hangs it
  const bool attached = (above != kNone && above >= head && above < noun) || for_whom(preposition, noun);
  return attached || (first && !parsed_.word(noun - 1).morph.possessive);
}

/// "Fonds des Nations unies pour l'enfance": what the body of a named one is for, wherever the tree hangs it.
bool NameFinder::for_whom(std::uint32_t preposition, std::uint32_t noun) const {
  return parsed_.word(preposition).lemma == "pour" && parsed_.word(preposition - 1).shape != Shape::lower &&
         parsed_.word(noun).upos == Upos::NOUN && noun == preposition + 2 &&
         parsed_.word(preposition + 1).lemma == "le";
}

/// "Académie de peinture et de sculpture", "Union de chimie pure et appliquée": one more of the same form.
std::uint32_t NameFinder::coordinated_end(std::uint32_t end, std::uint32_t noun) const {
  std::uint32_t at = end;
  while (at < sentence_.end && parsed_.word(at).upos == Upos::ADJ) ++at;
  if (at + 1 >= sentence_.end || parsed_.word(at).upos != Upos::CCONJ || parsed_.word(at).form != "et")
    return end;
  const TaggedWord& next = parsed_.word(at + 1);
  if (at > end && (next.upos == Upos::ADJ || next.morph.verb_form == VerbForm::part) &&
      parsed_.head(at + 1) == at - 1)
    return at + 2;
  if (next.lemma != "de" || next.upos != Upos::ADP || at + 2 >= sentence_.end) return end;
  const TaggedWord& second = parsed_.word(at + 2);
  const bool same =
      second.upos == Upos::NOUN && second.shape == parsed_.word(noun).shape && second.shape == Shape::lower;
  return same ? at + 3 : end;
}

/// "Commission de l'informatique et des libertés", "Office des réfugiés et apatrides": common nouns joined to
/// one behind its article, in the same form or without any.
std::uint32_t NameFinder::joined_end(std::uint32_t end, std::uint32_t noun) const {
  if (end + 1 >= sentence_.end || parsed_.word(end).form != "et" ||
      parsed_.word(noun).shape != Shape::lower || parsed_.word(noun).upos != Upos::NOUN)
    return end;
  std::uint32_t at = end + 1;
  if (parsed_.word(at).lemma == "de") {
    ++at;
    if (at < sentence_.end && parsed_.word(at).upos == Upos::DET) ++at;
  } else if (parsed_.word(noun).morph.number != Number::plur) {
    return end;
  }
  if (at >= sentence_.end || parsed_.word(at).upos != Upos::NOUN || parsed_.word(at).shape != Shape::lower)
    return end;
  return at + 1;
}

/// "Grégoire de Tours", "Harald III de Norvège": a given name with de and a place.
std::uint32_t NameFinder::of_place(std::uint32_t i, std::uint32_t end) const {
  if (end + 1 >= sentence_.end || parsed_.word(end).lemma != "de" || !given_name(draft_, i)) return end;
  if (end != i + 1 && !(end == i + 2 && roman_numeral(parsed_.word(i + 1).form))) return end;
  std::uint32_t entry = kNone;
  const std::uint32_t place = gazetteer_from(end + 1, entry);
  if (place == end + 1) return end;
  return gazetteer_.entry(entry).type == EntityType::Organization ? end : place;
}

/// "son livre La Mort du fleuve, …": common words with a capital behind a noun of works, to the next mark or
/// verb. The end, or i where there is none.
std::uint32_t NameFinder::title_of_work(std::uint32_t i) {
  const TaggedWord& w = parsed_.word(i);
  if (i < sentence_.begin + 1 || (w.upos != Upos::DET && w.upos != Upos::NOUN) || w.shape == Shape::upper)
    return i;
  const TaggedWord& noun = parsed_.word(i - 1);
  if (noun.shape != Shape::lower || !words_.set("noun.titled").contains(noun.lemma)) return i;
  if (gazetteer_.demonym(w.form) != kNone) return i;
  std::uint32_t end = i + 1;
  while (end < sentence_.end && end - i < kLongestTitle && parsed_.word(end).upos != Upos::PUNCT &&
         parsed_.word(end).morph.verb_form != VerbForm::fin && parsed_.word(end).upos != Upos::AUX)
    ++end;
  if (end < i + 2) return i;
  add_typed(i, end, EntityType::Artifact, "name.work");
  return end;
}

/// "le quotidien L'Orsan libre", "selon Le Progrès de Riga", "La Falaise titre …": a paper's name begins with
/// its article. The end, or i where there is none.
std::uint32_t NameFinder::newspaper(std::uint32_t i) {
  const TaggedWord& w = parsed_.word(i);
  const std::uint32_t noun = i + 1;
  if (w.upos != Upos::DET || w.lemma != "le" || noun >= sentence_.end || !capital(noun) ||
      draft_.time_at[noun] != kNone)
    return i;
  std::uint32_t entry = kNone;
  if (gazetteer_from(i, entry) > i) return i;
  std::uint32_t before = i;  // behind "le quotidien turc «"
  while (before > sentence_.begin && i - before < 3 &&
         (parsed_.word(before - 1).upos == Upos::ADJ || parsed_.word(before - 1).upos == Upos::PUNCT) &&
         parsed_.word(before - 1).form != "," && parsed_.word(before - 1).form != ".")
    --before;
  const bool inside = before > sentence_.begin;
  bool paper = inside && words_.set("noun.press").contains(parsed_.word(before - 1).lemma);
  if (!paper && gazetteer_from(noun, entry) > noun) return i;
  const std::string_view link = inside ? parsed_.word(before - 1).lemma : std::string_view();
  paper |= (words_.set("preposition.source").contains(link) || link == "après") &&
           (parsed_.word(noun).name_class & kPlaceName) == 0;
  if (!paper && parsed_.deprel(noun) == Deprel::nsubj && parsed_.word(noun).shape == Shape::capitalized &&
      draft_.vocabulary.nouns.find(parsed_.word(noun)) == nullptr && parsed_.head(noun) != kNone)
    paper = words_.set("verb.of-press").contains(parsed_.word(parsed_.head(noun)).lemma);
  if (!paper) return i;
  std::uint32_t end = noun + 1;
  while (end < sentence_.end && draft_.time_at[end] == kNone) {
    std::uint32_t next = end;  // "du Midi", "de l'Ouest"
    while (next < sentence_.end && next - end < 3 && parsed_.word(next).shape == Shape::lower &&
           (parsed_.word(next).upos == Upos::DET || parsed_.word(next).lemma == "de"))
      ++next;
    if (next >= sentence_.end || !capital(next)) break;
    end = next + 1;
  }
  const bool adjective = end == noun + 1 && end < sentence_.end && parsed_.word(end).upos == Upos::ADJ &&
                         parsed_.head(end) == noun;  // "Le Courrier picard"
  if (adjective) ++end;
  add_typed(i, end, EntityType::Organization, "name.newspaper");
  return end;
}

/// "Racing Club de Riga", "le Stade de Torvald": the place of a club belongs to its name.
std::uint32_t NameFinder::club_end(std::uint32_t i, std::uint32_t end) const {
  if (end + 1 >= sentence_.end || parsed_.word(end).lemma != "de" || parsed_.word(end).upos != Upos::ADP)
    return end;
  bool club = false;
  for (std::uint32_t k = i; k < end; ++k)
    club |= words_.set("name.club-word").contains(utf8::to_lower(parsed_.word(k).form));
  if (!club) return end;
  std::uint32_t entry = kNone;
  const std::uint32_t place = gazetteer_from(end + 1, entry);
  return place == end + 1 || gazetteer_.entry(entry).type == EntityType::Organization ? end : place;
}

/// "les Aigles de Riga", "l'Avalanche du Colorado": a club under its nickname and its place. The end, or i
/// where there is none.
std::uint32_t NameFinder::team(std::uint32_t i) {
  if (i == sentence_.begin || parsed_.word(i - 1).upos != Upos::DET || opens(i)) return i;
  const std::uint32_t run = std::max(run_from(i), i + 1);
  if (run + 1 >= sentence_.end || parsed_.word(run).lemma != "de" || parsed_.word(run).upos != Upos::ADP)
    return i;
  const TaggedWord& w = parsed_.word(i);
  if (w.shape != Shape::capitalized || parsed_.word(i - 1).lemma != "le") return i;
  const bool nickname = words_.set("noun.nickname").contains(w.lemma);
  if (!nickname &&
      (gazetteer_.demonym(w.form) != kNone || (w.name_class & kDemonym) != 0 || given_name(draft_, i)))
    return i;
  if (run == i + 1 && (w.name_class & kPlaceName) != 0) return i;
  std::uint32_t entry = kNone;
  if (gazetteer_from(i, entry) > i) return i;
  const bool plural = parsed_.word(i - 1).morph.number == Number::plur || parsed_.word(i - 1).form == "les";
  if (!plural && !nickname && (run > i + 1 || (w.upos == Upos::NOUN && !w.unknown))) return i;
  const NounClass* c = draft_.vocabulary.nouns.find(w.lemma);
  if (c != nullptr && !nickname && (!plural || (c->traits & (kOffice | kHonorific | kStateNoun)) != 0))
    return i;
  const bool article = parsed_.word(run + 1).upos == Upos::DET;
  const std::uint32_t from = article ? run + 2 : run + 1;
  if (from >= sentence_.end) return i;
  std::uint32_t end = gazetteer_from(from, entry);
  if (end > from && gazetteer_.entry(entry).type != EntityType::Place) return i;
  // a place that the gazetteer lacks: only nicknames in the plural take it
  end = std::max(end, run_from(from));
  if (end == from || (entry == kNone && (!plural || article))) return i;
  add_typed(i, end, EntityType::Organization, "name.team");
  return end;
}

}  // namespace maillon
