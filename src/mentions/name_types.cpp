// Types of names by the gazetteer, by the words they are made of and by their shape; the order of all rules.
#include <algorithm>

#include "base/utf8.hpp"
#include "mentions/name_typer.hpp"

namespace maillon {

namespace {
constexpr std::uint32_t kLongestBody = 12;  // words from a body's own words to the brackets behind its name
}  // namespace

void NameTyper::run() {
  find_demonym_stems();
  for (NameSpan& name : draft_.names)
    if (!name.phrase && (name.words.size() > 1 || name.entry != kNone)) type(name);
  collect_person_parts();
  for (NameSpan& name : draft_.names)
    if (!name.phrase && name.words.size() == 1 && name.entry == kNone) type(name);
  coordinate();
  agree();
}

/// The first rule that knows the name types it; the surer ones come first.
void NameTyper::type(NameSpan& name) {
  if (in_title(name)) {
    name.entry = kNone;
    set(name, EntityType::Concept, "name.in-title");
    return;
  }
  if (!name.rule.empty()) return;
  if (name.entry != kNone && name.words.size() == 1 && titled(name)) {  // "M. Israël" is no country
    name.entry = kNone;
    return;
  }
  if (name.entry != kNone) {
    set(name, draft_.vocabulary.gazetteer.entry(name.entry).type, "name.gazetteer");
    return;
  }
  if (bracketed(name) || titled(name) || holder(name) || (adjoined(name) && beside_noun(name))) return;
  if (name.words.size() > 1 && first_name(name)) return;
  if (beside_noun(name) || behind_noun(name) || said_to_be(name)) return;
  if (has_complement(name) && article(name) != kNone) {
    set(name, EntityType::Organization, "name.team");
    return;
  }
  if (beside_person(name) || keyword(name) || lived_in(name) || acronym(name)) return;
  if (name.words.size() == 1 && person_parts_.contains(name.key)) {
    set(name, EntityType::Person, "name.part");
    return;
  }
  if (name.words.size() == 1 && body_parts_.contains(name.key)) {
    set(name, EntityType::Organization, "name.part-of-body");
    return;
  }
  if (name.words.size() == 1 && words_.set("name.of-thing").contains(parsed_.word(name.head).form)) {
    set(name, EntityType::Concept, "name.of-thing");
    return;
  }
  if (name.words.size() == 1 && words_.set("name.of-event").contains(parsed_.word(name.head).form)) {
    set(name, EntityType::Event, "name.of-event");
    return;
  }
  if (state(name)) return;
  if (plural_article(name)) {
    set(name, EntityType::Group, "name.plural");
    return;
  }
  if (quoted(name)) {
    set(name, EntityType::Concept, "name.quoted");
    return;
  }
  if (receives(name)) {
    set(name, EntityType::Person, "name.recipient");
    return;
  }
  if (placed(name)) {
    set(name, EntityType::Place, "name.after-place-preposition");
    return;
  }
  if (makes(name) || company(name) || by_lexicon(name) || located(name)) return;
  if (speaks(name)) {
    if (joined_with_place(name))
      set(name, EntityType::Organization, "name.with-place");
    else if (article(name) != kNone)
      set(name, EntityType::Organization, "name.acting-with-article");
    else
      set(name, EntityType::Person, "name.speaks");
    return;
  }
  if (name.words.size() > 1 && several_words(name)) return;
  by_function(name);
  const bool guessed = name.rule == "name.bare-subject" || name.rule == "name.complement" ||
                       name.rule == "name.agent" || name.rule == "name.company-of";
  if (guessed || name.rule == "name.unknown") brand(name);
}

/// A run of capitals without other evidence is a person of unknown name, unless an article, figures or
/// common English words speak against it.
bool NameTyper::several_words(NameSpan& name) const {
  bool figures = false, function_word = false, common_word = false, ordinary = true;
  for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
    const TaggedWord& w = parsed_.word(i);
    ordinary &= !w.unknown && w.shape == Shape::capitalized && (w.upos == Upos::NOUN || w.upos == Upos::ADJ);
    figures |=
        w.shape == Shape::numeric || (w.shape == Shape::upper && w.form.size() < 4 && i > name.words.begin &&
                                      w.form.find('.') == std::string_view::npos);
    function_word |= words_.set("word.english").contains(w.form);
    common_word |= words_.set("word.english-common").contains(utf8::fold(w.form));
  }
  // "la Prévision Sociale": nothing but common words with capitals
  if (ordinary && article(name) == kNone) return set(name, EntityType::Concept, "name.common-words");
  if (joined_with_place(name)) return set(name, EntityType::Organization, "name.with-place");
  if (association(name)) return set(name, EntityType::Organization, "name.association");
  const bool apposed = name.words.begin > 0 && parsed_.word(name.words.begin - 1).upos == Upos::NOUN;
  if ((apposed || (article(name) != kNone && !plural_article(name))) && made_by(name))
    return set(name, EntityType::Artifact, "name.model");
  const std::string_view last = parsed_.word(name.words.end - 1).form;
  if (last.find('-') != std::string_view::npos && last.find_first_of("0123456789") != std::string_view::npos)
    return set(name, EntityType::Artifact, "name.model");  // "Torvald S-92"
  if (function_word) return set(name, EntityType::Organization, "name.english");
  if (figures) return set(name, EntityType::Concept, "name.with-figures");
  const std::uint32_t det = article(name);
  if (common_word && !speaks(name)) return set(name, EntityType::Concept, "name.english-words");
  if (made_by(name)) return set(name, EntityType::Organization, "name.of-firm");
  // "un certain X", "le grand X"
  const bool qualified = det != kNone && (parsed_.word(det).morph.indefinite || det + 1 < name.words.begin);
  if (det != kNone && !qualified)
    return set(name, EntityType::Organization, "name.several-words-with-article");
  if (acts_as_firm(name)) return set(name, EntityType::Organization, "name.as-firm");
  return set(name, EntityType::Person, "name.several-words");
}

/// "SOS Entraide", "Suède Bénévolat": an acronym or a country with a common word behind it.
bool NameTyper::association(const NameSpan& name) const {
  const TaggedWord &first = parsed_.word(name.words.begin), &second = parsed_.word(name.words.begin + 1);
  if (name.words.size() < 2 || given_name(draft_, name.words.begin + 1) || second.shape != Shape::capitalized)
    return false;
  if (first.shape == Shape::upper && first.form.size() > 2 && first.form.find('.') == std::string_view::npos)
    return (second.name_class & (kFirstName | kFamilyName)) == 0 && !second.unknown;
  const std::uint32_t entry = draft_.vocabulary.gazetteer.find(utf8::fold(first.form), first.form);
  return entry != kNone && draft_.vocabulary.gazetteer.entry(entry).type == EntityType::State &&
         second.name_class == 0 && !second.unknown;
}

/// "la Torvald Berlin", "Torvald Mobility": the name of a firm goes on; with an article it is a thing of its
/// make.
bool NameTyper::made_by(const NameSpan& name) const {
  const Gazetteer& gazetteer = draft_.vocabulary.gazetteer;
  const std::string_view first = parsed_.word(name.words.begin).form;
  const std::uint32_t entry = gazetteer.find(utf8::fold(first), first);
  return entry != kNone && gazetteer.entry(entry).kind == GazetteerKind::organization;
}

bool NameTyper::keyword(NameSpan& name) {
  const StringSet& organizations = words_.set("name.organization-word");
  const StringSet& places = words_.set("name.place-word");
  const StringSet& events = words_.set("name.foreign-event-word");
  const bool single = name.words.size() == 1;
  if (!single && words_.set("name.agreement-end").contains(utf8::fold(parsed_.word(name.words.end - 1).form)))
    return set(name, EntityType::Agreement, "name.agreement-word");
  for (std::uint32_t i = name.words.begin + 1; i < name.words.end; ++i)  // "US Open"
    if (events.contains(utf8::fold(parsed_.word(i).form)))
      return set(name, EntityType::Event, "name.event-word");
  for (std::uint32_t i = name.words.begin; i < name.words.end && !single; ++i) {
    const std::string key = utf8::fold(parsed_.word(i).form);
    if (organizations.contains(key)) return set(name, EntityType::Organization, "name.organization-word");
    if (events.contains(key)) return set(name, EntityType::Event, "name.event-word");
    if (places.contains(key) && !(i == name.words.begin && ordinary_pair(name)))
      return set(name, EntityType::Place, "name.place-word");
  }
  if (!single) return false;
  for (const std::string& end : words_.list("name.place-suffix"))
    if (name.key.size() > end.size() + 2 && name.key.ends_with(end))
      return set(name, EntityType::Place, "name.place-suffix");
  // "Vieux-Riga", "Bas-Orsan", "Orsan-sur-Mer": words of place names joined by hyphens
  const std::size_t first = name.key.find(' ');
  if (first == std::string::npos) return false;
  if (words_.set("name.place-prefix").contains(std::string_view(name.key).substr(0, first)))
    return set(name, EntityType::Place, "name.place-prefix");
  for (const std::string& link : words_.list("name.place-link"))
    if (name.key.find(' ' + link + ' ') != std::string::npos)
      return set(name, EntityType::Place, "name.place-link");
  return false;
}

/// "OrsanTel", "iOrsan": capitals inside a word are a trade mark's, those of "McNovak" and "DiBerg" aside.
bool NameTyper::brand(NameSpan& name) const {
  if (name.words.size() > 1) return false;
  const std::string_view form = parsed_.word(name.words.begin).form;
  std::size_t inner = 0;
  bool lower = false;
  for (std::size_t at = 0; at < form.size();) {
    const std::size_t here = at;
    const char32_t c = utf8::next(form, at);
    if (c == U'-' || c == U'\'' || c == U'’') return false;
    if (here > 0 && utf8::is_alpha(c) && !utf8::is_lower(c) && inner == 0) inner = here;
    lower |= utf8::is_lower(c);
  }
  if (const std::size_t dot = form.rfind('.'); dot != std::string_view::npos && dot > 2 && inner == 0 &&
                                               words_.set("name.domain").contains(form.substr(dot + 1)))
    return set(name, EntityType::Organization, "name.site");
  if (inner == 0 || !lower) return false;
  if (form.find_first_of("IVX") == 0 && form.find_first_not_of("IVXemrè") == std::string_view::npos)
    return false;  // "XXIe"
  const std::string prefix = utf8::fold(form.substr(0, inner));
  if (words_.set("name.patronymic-prefix").contains(prefix)) return false;
  if (utf8::is_lower(static_cast<unsigned char>(form.front())))
    return set(name, EntityType::Artifact, "name.brand");
  return name.rule != "name.unknown" && set(name, EntityType::Organization, "name.brand");
}

/// "Anna Berg (Alliance Orsan)": what stands in brackets behind a person and is no person's name is a body.
bool NameTyper::beside_person(NameSpan& name) const {
  const std::uint32_t begin = name.words.begin;
  if (name.words.size() < 2 || begin < 2 || parsed_.word(begin - 1).form != "(") return false;
  if (name.words.end >= parsed_.size() || parsed_.word(name.words.end).form != ")") return false;
  const std::uint32_t other = draft_.name_at[begin - 2];
  if (other == kNone || given_name(draft_, begin)) return false;
  const NameSpan& person = draft_.names[other];
  return person.words.size() > 1 && person.type == EntityType::Person &&
         person.rule != "name.several-words" && set(name, EntityType::Organization, "name.affiliation");
}

/// "l'Office orsan des ports (Oforsap)": one word in brackets behind the name of a body.
bool NameTyper::bracketed(NameSpan& name) const {
  const std::uint32_t begin = name.words.begin;
  if (name.words.size() > 1 || begin < 2 || parsed_.word(begin - 1).form != "(" ||
      name.words.end >= parsed_.size() || parsed_.word(name.words.end).form != ")")
    return false;
  for (std::uint32_t i = begin - 1; i-- > 0 && begin - i < kLongestBody;) {
    if (draft_.name_at[i] == kNone) continue;
    const NameSpan& body = draft_.names[draft_.name_at[i]];
    return body.words.end + 1 == begin && body.phrase && body.type == EntityType::Organization &&
           utf8::fold(parsed_.word(begin).form).front() == body.key.front() &&
           set(name, EntityType::Organization, "name.bracketed");
  }
  return false;
}

/// "Nouvelle Droite": an adjective with a common noun, both with capitals.
bool NameTyper::ordinary_pair(const NameSpan& name) const {
  const TaggedWord& last = parsed_.word(name.words.end - 1);
  return name.words.size() == 2 && parsed_.word(name.words.begin).upos == Upos::ADJ &&
         last.upos == Upos::NOUN && !last.unknown && (last.name_class & kPlaceName) == 0;
}

/// Two to ten capitals and nothing in lower case.
bool NameTyper::is_acronym(std::string_view form) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < form.size();) {
    const char32_t c = utf8::next(form, at);
    if (!utf8::is_alpha(c) || utf8::is_lower(c)) return false;
    ++letters;
  }
  return letters > 1 && letters <= 6;
}

bool NameTyper::acronym(NameSpan& name) {
  if (name.words.size() > 1) return false;
  const TaggedWord& w = parsed_.word(name.words.begin);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < w.form.size();) {
    const char32_t c = utf8::next(w.form, at);
    if (utf8::is_lower(c)) return false;
    if (utf8::is_alpha(c)) ++letters;
  }
  if (letters < 1 || w.form.size() < 2 || w.form.size() > 10 || w.form.find('\'') != std::string_view::npos)
    return false;
  if (w.form.find_first_of("0123456789") != std::string_view::npos &&
      w.form.find('-') != std::string_view::npos)
    return set(name, EntityType::Artifact, "name.model");  // F-22
  if (words_.set("acronym.common").contains(w.form))
    return set(name, EntityType::Concept, "name.common-acronym");
  if (w.form.find_first_not_of("IVXLCDM") == std::string_view::npos && article(name) == kNone)
    return set(name, EntityType::Concept, "name.roman-numeral");
  const std::uint32_t det = article(name);
  if (letters < 2 && w.form.find_first_of("0123456789") == std::string_view::npos) return false;
  // "la classe DY": two letters without an article say nothing
  const bool explains = name.words.begin > 0 && parsed_.word(name.words.begin - 1).form == "(";
  if (letters == 2 && det == kNone && !explains && parsed_.child(name.head, Deprel::case_) == kNone &&
      universal(parsed_.deprel(name.head)) != Deprel::nsubj)
    return set(name, EntityType::Concept, "name.short-acronym");
  if (det != kNone && parsed_.word(det).morph.indefinite)
    return set(name, EntityType::Concept, "name.counted-acronym");  // "un DVD"
  return set(name, EntityType::Organization, "name.acronym");
}

/// A given name before other capitals; "Walt Novak Records" is a firm all the same.
bool NameTyper::first_name(NameSpan& name) {
  if (name.words.size() < 2) return false;
  const std::uint32_t second = name.words.begin + 1;
  if (name.words.size() == 2 && parsed_.word(name.words.begin).shape == Shape::upper &&
      parsed_.word(second).shape == Shape::capitalized && given_name(draft_, second)) {
    name.gender = draft_.vocabulary.given_names.gender(parsed_.word(second).form);
    return set(name, EntityType::Person, "name.family-name-first");
  }
  if (!given_name(draft_, name.words.begin)) return false;
  const std::string last = utf8::fold(parsed_.word(name.words.end - 1).form);
  if (words_.set("name.organization-end").contains(last))
    return set(name, EntityType::Organization, "name.organization-word");
  if (words_.set("name.place-end").contains(last)) return set(name, EntityType::Place, "name.place-word");
  const TaggedWord& w = parsed_.word(name.words.begin);
  name.gender = draft_.vocabulary.given_names.gender(w.form);
  if (name.gender == Gender::none) name.gender = w.morph.gender;
  return set(name, EntityType::Person, "name.first-name");
}

bool NameTyper::by_lexicon(NameSpan& name) {
  if (name.words.size() > 1) return false;
  const TaggedWord& w = parsed_.word(name.words.begin);
  const std::uint8_t c = w.name_class;
  const bool person = (c & (kFirstName | kFamilyName)) != 0 || draft_.vocabulary.given_names.contains(w.form);
  if ((c & kPlaceName) != 0 && !person) return set(name, EntityType::Place, "name.lexicon-place");
  if (person && (c & kPlaceName) == 0) return set(name, EntityType::Person, "name.lexicon-person");
  if ((c & kOrganizationName) != 0) return set(name, EntityType::Organization, "name.lexicon-organization");
  return false;
}

/// Family names of the persons that the article names in full.
void NameTyper::collect_person_parts() {
  StringSet bodies;  // what only looked like a person's name where nothing stood beside it
  for (const NameSpan& name : draft_.names)
    if (name.words.size() > 1 && name.type == EntityType::Organization && !name.phrase &&
        name.entry == kNone) {
      bodies.insert(name.key);
      const TaggedWord& first = parsed_.word(name.words.begin);
      if (first.upos == Upos::PROPN && first.unknown && !given_name(draft_, name.words.begin))
        body_parts_.insert(utf8::fold(first.form));
    }
  for (const NameSpan& name : draft_.names) {
    if (name.type != EntityType::Person || name.words.size() < 2) continue;
    if (name.rule == "name.several-words" && bodies.contains(name.key)) continue;
    for (std::uint32_t i = name.words.begin; i < name.words.end; ++i)
      if (parsed_.word(i).shape != Shape::lower) person_parts_.insert(utf8::fold(parsed_.word(i).form));
  }
}

void type_names(Draft& draft) { NameTyper(draft).run(); }

}  // namespace maillon
