#include "tagging/pattern.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

namespace maillon {

namespace {

using Names = std::vector<std::string_view>;

const Names kGenders = {"none", "Masc", "Fem"};
const Names kNumbers = {"none", "Sing", "Plur"};
const Names kPersons = {"none", "1", "2", "3"};
const Names kMoods = {"none", "Ind", "Sub", "Cnd", "Imp"};
const Names kTenses = {"none", "Pres", "Imp", "Past", "Fut"};
const Names kVerbForms = {"none", "Fin", "Inf", "Part"};
const Names kPronTypes = {"none", "Prs", "Dem", "Rel", "Int", "Ind", "Neg", "Art", "Tot", "Exc"};
const Names kSources = {"dictionary", "closed", "guesser", "shape"};
const Names kShapes = {"lower", "capitalized", "upper", "mixed", "numeric", "other"};
const Names kKinds = {"word", "number", "punctuation", "symbol", "url"};
const Names kFlagNames = {"definite", "indefinite", "possessive", "reflexive",
                          "ordinal",  "cardinal",   "negative",   "contraction"};
const Names kFrames = {"transitive",        "indirect",   "intransitive", "pronominal",
                       "always-pronominal", "impersonal", "etre",         "clausal"};
const Names kNameClasses = {"first", "family", "place", "organization", "demonym", "other"};

Diagnostic unknown(std::string_view what, std::string_view value) {
  return error_in("", "unknown " + std::string(what) + " '" + std::string(value) + "' in a pattern");
}

/// Clears `pattern` in every cell of `table` whose value is not among `values`.
template <std::size_t N>
Status restrict(std::array<PatternBits, N>& table, std::size_t pattern, const Names& names,
                const Names& values, std::string_view what) {
  std::vector<bool> allowed(N, false);
  for (const std::string_view v : values) {
    const auto at = std::find(names.begin(), names.end(), v);
    if (at == names.end()) return unknown(what, v);
    allowed[static_cast<std::size_t>(at - names.begin())] = true;
  }
  for (std::size_t i = 0; i < N; ++i)
    if (!allowed[i]) table[i].reset(pattern);
  return {};
}

/// The same for bit sets: a cell is allowed where it has one of the named bits ("none": where it has no bit).
Status restrict_bits(std::array<PatternBits, 256>& table, std::size_t pattern, const Names& names,
                     const Names& values, std::string_view what) {
  unsigned mask = 0;
  bool none = false;
  for (const std::string_view v : values) {
    if (v == "none") {
      none = true;
      continue;
    }
    const auto at = std::find(names.begin(), names.end(), v);
    if (at == names.end()) return unknown(what, v);
    mask |= 1U << (at - names.begin());
  }
  for (unsigned i = 0; i < 256; ++i)
    if ((i & mask) == 0 && !(none && i == 0)) table[i].reset(pattern);
  return {};
}

Names strings_of(const rapidjson::Value& v) {
  Names out;
  const auto one = [&](const rapidjson::Value& s) {
    if (s.IsString()) out.emplace_back(s.GetString(), s.GetStringLength());
  };
  if (v.IsArray())
    for (const auto& s : v.GetArray()) one(s);
  else
    one(v);
  return out;
}

template <std::size_t N>
void fill(std::array<PatternBits, N>& table) {
  for (PatternBits& b : table) b.set_all();
}

}  // namespace

PatternSet::PatternSet() {
  fill(upos_);
  fill(gender_);
  fill(number_);
  fill(person_);
  fill(verb_form_);
  fill(mood_);
  fill(tense_);
  fill(pron_);
  for (auto& flag : flags_) fill(flag);
  fill(initial_);
  fill(frame_);
  fill(name_);
  fill(source_);
  fill(shape_);
  fill(kind_);
  word_.other.set_all();
  lemma_.other.set_all();
}

void PatternSet::StringTable::restrict(std::size_t pattern, const std::vector<std::string_view>& values) {
  // strings that are new inherit what all other strings satisfy so far
  for (const std::string_view v : values) known.try_emplace(std::string(v), other);
  other.reset(pattern);
  for (auto& [string, bits] : known)
    if (std::find(values.begin(), values.end(), string) == values.end()) bits.reset(pattern);
}

const PatternBits& PatternSet::StringTable::of(std::string_view s) const {
  const auto at = known.find(s);
  return at == known.end() ? other : at->second;
}

Result<std::size_t> PatternSet::add(const rapidjson::Value& pattern) {
  if (!pattern.IsObject()) return error_in("", "a pattern is an object");
  rapidjson::StringBuffer text;
  rapidjson::Writer<rapidjson::StringBuffer> writer(text);
  pattern.Accept(writer);
  const auto [at, fresh] = known_.try_emplace(text.GetString(), count_);
  if (!fresh) return at->second;
  if (count_ == PatternBits::kMaxPatterns)
    return error_in("", "more patterns than a set holds", "raise PatternBits::kWords");
  const std::size_t number = count_++;
  for (const auto& member : pattern.GetObject()) {
    const std::string_view name(member.name.GetString(), member.name.GetStringLength());
    const Names values = strings_of(member.value);
    if (values.empty()) return error_in("", "a pattern's '" + std::string(name) + "' has no value");
    Result<bool> added = add_member(number, name, values);
    if (!added.ok()) return added.error();
    if (!*added) return unknown("member", name);
  }
  return number;
}

Status PatternSet::add_flags(std::size_t number, const std::vector<std::string_view>& values, bool wanted) {
  for (const std::string_view v : values) {
    if (v == "initial") {
      initial_[wanted ? 0 : 1].reset(number);
      continue;
    }
    const auto at = std::find(kFlagNames.begin(), kFlagNames.end(), v);
    if (at == kFlagNames.end()) return unknown("flag", v);
    flags_[static_cast<std::size_t>(at - kFlagNames.begin())][wanted ? 0 : 1].reset(number);
  }
  return {};
}

Result<bool> PatternSet::add_member(std::size_t number, std::string_view name,
                                    const std::vector<std::string_view>& values) {
  Status s;
  if (name == "upos") {
    Names names;
    for (int i = 0; i < kUposCount; ++i) names.push_back(to_string(static_cast<Upos>(i)));
    s = restrict(upos_, number, names, values, name);
  } else if (name == "gender") {
    s = restrict(gender_, number, kGenders, values, name);
  } else if (name == "number") {
    s = restrict(number_, number, kNumbers, values, name);
  } else if (name == "person") {
    s = restrict(person_, number, kPersons, values, name);
  } else if (name == "mood") {
    s = restrict(mood_, number, kMoods, values, name);
  } else if (name == "tense") {
    s = restrict(tense_, number, kTenses, values, name);
  } else if (name == "verb") {
    s = restrict(verb_form_, number, kVerbForms, values, name);
  } else if (name == "pron") {
    s = restrict(pron_, number, kPronTypes, values, name);
  } else if (name == "source") {
    s = restrict(source_, number, kSources, values, name);
  } else if (name == "shape") {
    s = restrict(shape_, number, kShapes, values, name);
  } else if (name == "kind") {
    s = restrict(kind_, number, kKinds, values, name);
  } else if (name == "frame") {
    s = restrict_bits(frame_, number, kFrames, values, name);
  } else if (name == "name") {
    s = restrict_bits(name_, number, kNameClasses, values, name);
  } else if (name == "is" || name == "not") {
    s = add_flags(number, values, name == "is");
  } else if (name == "word") {
    word_.restrict(number, values);
  } else if (name == "lemma") {
    lemma_.restrict(number, values);
  } else {
    return false;
  }
  if (!s.ok()) return s.error();
  return true;
}

PatternBits PatternSet::token_bits(const TokenView& token) const {
  PatternBits out = word_.of(token.form);
  out &= shape_[static_cast<std::size_t>(token.shape)];
  out &= kind_[static_cast<std::size_t>(token.kind)];
  out &= initial_[token.initial ? 1 : 0];
  return out;
}

namespace {

std::size_t agreement_slot(std::size_t gender, std::size_t number, std::size_t person) {
  return (gender * 3 + number) * 4 + person;
}
std::size_t inflection(std::size_t mood, std::size_t tense, std::size_t form) {
  return (mood * 5 + tense) * 4 + form;
}
std::size_t word_class(std::size_t upos, std::size_t pronoun) { return upos * 10 + pronoun; }

template <class Value>
std::size_t at(Value value) {
  return static_cast<std::size_t>(value);
}

}  // namespace

void PatternSet::seal() {
  for (std::size_t g = 0; g < gender_.size(); ++g)
    for (std::size_t n = 0; n < number_.size(); ++n)
      for (std::size_t p = 0; p < person_.size(); ++p)
        agreement_[agreement_slot(g, n, p)] = gender_[g] & number_[n] & person_[p];
  for (std::size_t m = 0; m < mood_.size(); ++m)
    for (std::size_t t = 0; t < tense_.size(); ++t)
      for (std::size_t f = 0; f < verb_form_.size(); ++f)
        inflection_[inflection(m, t, f)] = mood_[m] & tense_[t] & verb_form_[f];
  for (std::size_t u = 0; u < upos_.size(); ++u)
    for (std::size_t p = 0; p < pron_.size(); ++p) class_[word_class(u, p)] = upos_[u] & pron_[p];
  for (std::size_t set = 0; set < flag_sets_.size(); ++set) {
    flag_sets_[set].set_all();
    for (std::size_t flag = 0; flag < kFlags; ++flag) flag_sets_[set] &= flags_[flag][set >> flag & 1];
  }
}

PatternBits PatternSet::match(const Reading& r, const PatternBits& token, const PatternBits& lemma) const {
  const Morph& m = r.morph;
  const unsigned flags = unsigned{m.definite} << definite | unsigned{m.indefinite} << indefinite |
                         unsigned{m.possessive} << possessive | unsigned{m.reflexive} << reflexive |
                         unsigned{m.ordinal} << ordinal | unsigned{m.cardinal} << cardinal |
                         unsigned{m.negative} << negative | unsigned{r.contraction} << contraction;
  PatternBits out = token;
  out &= lemma;
  out &= class_[word_class(at(r.upos), at(m.pron_type))];
  out &= agreement_[agreement_slot(at(m.gender), at(m.number), at(m.person))];
  out &= inflection_[inflection(at(m.mood), at(m.tense), at(m.verb_form))];
  out &= flag_sets_[flags];
  out &= frame_[r.frame];
  out &= name_[r.name_class];
  out &= source_[at(r.source)];
  return out;
}

}  // namespace maillon
