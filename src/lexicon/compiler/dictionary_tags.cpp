#include "dictionary_tags.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace maillon::lexc {

namespace {

struct PersonTag {
  std::string_view tag;
  Person person;
  Number number;
};
constexpr std::array<PersonTag, 7> kPersons = {{{"po:1sg", Person::first, Number::sing},
                                                {"po:2sg", Person::second, Number::sing},
                                                {"po:3sg", Person::third, Number::sing},
                                                {"po:1pl", Person::first, Number::plur},
                                                {"po:2pl", Person::second, Number::plur},
                                                {"po:3pl", Person::third, Number::plur},
                                                {"po:3pl!", Person::third, Number::plur}}};

struct MoodTag {
  std::string_view tag;
  Mood mood;
  Tense tense;
};
constexpr std::array<MoodTag, 8> kMoods = {{{"po:ipre", Mood::ind, Tense::pres},
                                            {"po:iimp", Mood::ind, Tense::imp},
                                            {"po:ipsi", Mood::ind, Tense::past},
                                            {"po:ifut", Mood::ind, Tense::fut},
                                            {"po:cond", Mood::cnd, Tense::pres},
                                            {"po:spre", Mood::sub, Tense::pres},
                                            {"po:simp", Mood::sub, Tense::imp},
                                            {"po:impe", Mood::imp, Tense::pres}}};

/// How a name or acronym of the dictionary is written.
struct Writing {
  bool capital = false;  ///< first letter
  bool lower = false;    ///< any lower-case letter
};

Writing writing_of(std::string_view word) {
  Writing out;
  bool first = true;
  for (std::size_t at = 0; at < word.size(); first = false) {
    const char32_t c = utf8::next(word, at);
    if (first) out.capital = utf8::is_upper(c);
    out.lower = out.lower || utf8::is_lower(c);
  }
  return out;
}

Gender gender_of(const TagList& tags) {
  if (tags.has("is:mas")) return Gender::masc;
  return tags.has("is:fem") ? Gender::fem : Gender::none;
}

/// Both numbers for invariable words: context decides.
std::vector<Number> numbers_of(const TagList& tags) {
  if (tags.has("is:sg")) return {Number::sing};
  if (tags.has("is:pl")) return {Number::plur};
  return {Number::sing, Number::plur};
}

BuiltReading reading(Upos upos, Morph morph = {}) {
  BuiltReading out;
  out.analysis.upos = upos;
  out.analysis.morph = morph;
  return out;
}

void add_nominal(Upos upos, const TagList& tags, std::vector<BuiltReading>& out) {
  for (const Number number : numbers_of(tags)) {
    Morph m;
    m.gender = gender_of(tags);
    m.number = number;
    out.push_back(reading(upos, m));
  }
}

void add_name(std::uint8_t name_class, const TagList& tags, std::vector<BuiltReading>& out) {
  BuiltReading name = reading(Upos::PROPN);
  name.analysis.morph.gender = gender_of(tags);
  name.analysis.name_class = name_class;
  out.push_back(std::move(name));
}

/// The letters of "v1_it_q__a": group, copula, intransitive, transitive, indirect, pronominal, impersonal,
/// auxiliaries.
std::uint8_t frame_of(std::string_view verb) {
  const auto letter = [&](std::size_t at) { return at < verb.size() ? verb[at] : '_'; };
  unsigned frame = 0;
  if (letter(3) == 'i') frame |= kIntransitive;
  if (letter(4) == 't' || letter(4) == 'x') frame |= kTransitive;
  if (letter(5) == 'n') frame |= kIndirect;
  if (letter(6) == 'q' || letter(6) == 'x' || letter(6) == 'e') frame |= kPronominal;
  if (letter(6) == 'p' || letter(6) == 'r') frame |= kPronominal | kAlwaysPronominal;
  if (letter(7) == 'm') frame |= kImpersonal;
  if (letter(8) == 'e') frame |= kEtre;
  return static_cast<std::uint8_t>(frame);
}

void add_verb(std::string_view verb, const TagList& tags, std::vector<BuiltReading>& out) {
  std::vector<BuiltReading> forms;
  Morph m;
  if (tags.has("po:infi")) {
    m.verb_form = VerbForm::inf;
    forms.push_back(reading(Upos::VERB, m));
  }
  if (tags.has("po:ppre")) {
    m = {};
    m.verb_form = VerbForm::part;
    m.tense = Tense::pres;
    forms.push_back(reading(Upos::VERB, m));
  }
  if (tags.has("po:ppas")) {
    for (const Number number : numbers_of(tags)) {
      m = {};
      m.verb_form = VerbForm::part;
      m.tense = Tense::past;
      m.gender = gender_of(tags);
      m.number = number;
      forms.push_back(reading(Upos::VERB, m));
    }
  }
  for (const MoodTag& mood : kMoods) {
    if (!tags.has(mood.tag)) continue;
    for (const PersonTag& person : kPersons) {
      if (!tags.has(person.tag)) continue;
      m = {};
      m.verb_form = VerbForm::fin;
      m.mood = mood.mood;
      m.tense = mood.tense;
      m.person = person.person;
      m.number = person.number;
      forms.push_back(reading(Upos::VERB, m));
    }
  }
  for (BuiltReading& form : forms) {
    form.analysis.frame = frame_of(verb);
    out.push_back(std::move(form));
  }
}

void add_noun(std::string_view word, const TagList& tags, std::vector<BuiltReading>& out) {
  const Writing writing = writing_of(word);
  if (!writing.capital) return add_nominal(Upos::NOUN, tags, out);
  // Capitalised nouns of the dictionary: countries and regions when invariable, acronyms when without small
  // letters.
  if (!writing.lower) add_nominal(Upos::NOUN, tags, out);
  if (tags.has("is:inv") || !writing.lower || tags.has("is:sg") != tags.has("is:pl"))
    add_name(writing.lower ? kPlaceName | kOtherName : kOrganizationName | kOtherName, tags, out);
}

}  // namespace

bool TagList::has(std::string_view tag) const {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

std::vector<BuiltReading> readings_of(std::string_view word, const TagList& tags) {
  std::vector<BuiltReading> out;
  for (const std::string_view tag : tags.tags) {
    if (!tag.starts_with("po:")) continue;
    const std::string_view name = tag.substr(3);
    if (name == "mg" || name == "pfx" || name == "sfx" || name == "err" || name == "ponc") return {};
    if (name == "nom" || name == "loc.nom") add_noun(word, tags, out);
    if (name == "adj" && !tags.has("po:ppas")) add_nominal(Upos::ADJ, tags, out);
    if (name == "adv" || name == "loc.adv" || name == "advint") out.push_back(reading(Upos::ADV));
    if (name == "interj" || name == "loc.interj") out.push_back(reading(Upos::INTJ));
    if (name == "nb" || name == "nbro") {
      Morph m;
      m.cardinal = true;
      out.push_back(reading(Upos::NUM, m));
    }
    if (name == "titr" && !tags.has("po:nom")) add_nominal(Upos::NOUN, tags, out);
    if (name == "npr") add_name(kPlaceName | kOtherName, tags, out);
    if (name == "prn") add_name(kFirstName, tags, out);
    if (name == "patr") add_name(kFamilyName, tags, out);
    if (name.size() > 2 && name[0] == 'v' && name[1] >= '0' && name[1] <= '3') add_verb(name, tags, out);
  }
  return out;
}

}  // namespace maillon::lexc
