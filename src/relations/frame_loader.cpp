// Reads schemas/fr/relations/*.json. What a file may hold is stated in schemas/formats/rules.schema.json;
// here every name is checked against what the room knows, so that a typing error is a message and not a
// silent rule.
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text_position.hpp"
#include "relations/condition_reader.hpp"
#include "relations/frame.hpp"

namespace maillon {

namespace {

using Json = rapidjson::Value;

constexpr std::array<std::string_view, 5> kNominals = {"property", "agent", "action", "symmetric", "role"};
constexpr std::array<std::string_view, 4> kControls = {"automatic", "subject", "object", "indirect"};
constexpr std::array<std::string_view, 5> kFunctions = {"subject", "object", "oblique", "attribute", "topic"};
constexpr std::array<std::string_view, 3> kOf = {"actor", "patient", "both"};
constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::count)> kWordClasses = {
    "source_preposition",
    "place_preposition",
    "place_adverb",
    "circumstance_noun",
    "partitive_noun",
    "indefinite_subject",
    "negative_word",
    "hidden_noun",
    "example_link",
    "negative_adverb",
    "possible_adjective",
    "alleged_adjective",
    "future_adjective",
    "during_preposition",
    "undergoing_verb",
    "partitive_de_verb",
    "complex_adverb",
    "time_noun",
    "circumstance_phrase",
    "clause_preposition",
    "recipient_group",
    "mutual_adverb",
    "de_agent_verb",
    "office_noun",
    "street_noun",
    "citing_verb",
    "manner_preposition",
    "incomplete_verb",
    "empty_noun",
    "measure_noun",
    "condition_marker",
    "negative_marker",
    "fear_marker",
    "marker_end",
    "few_word",
    "degree_adverb",
    "possible_adverb",
    "alleged_adverb",
    "question_word",
    "voucher_noun",
    "locution_verb",
    "article_locution",
    "partial_adverb",
    "unsure_adverb",
    "sole_adjective",
    "bare_negated_verb",
    "impersonal_adjective",
    "companion_noun",
    "likewise_preposition",
    "predicative_verb",
    "phrase_opener",
    "opinion_noun",
    "goal_noun",
    "holding_verb",
    "plan_noun",
    "thing_verb",
    "resource_word",
    "factive_verb",
    "adverbial_phrase",
    "source_verb",
    "caused_verb",
    "attitude_noun",
    "achieving_verb",
    "aged_adjective"};
static_assert(kWordClasses.size() <= 64, "FrameSet::words_ has a bit a class");
constexpr std::array<std::string_view, 16> kPlover = {
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};

template <class Names>
std::size_t index_in(const Names& names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::string_view text_of(const Json& v) { return {v.GetString(), v.GetStringLength()}; }

/// "au jour" -> "à le jour". False where there is none.
bool part_contractions(std::vector<std::string>& words) {
  bool any = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool to = words[i] == "au" || words[i] == "aux";
    if (!to && words[i] != "du" && words[i] != "des") continue;
    words[i] = to ? "à" : "de";
    words.insert(words.begin() + static_cast<std::ptrdiff_t>(++i), "le");
    any = true;
  }
  return any;
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : text) {
    if (c == ' ') {
      if (!word.empty()) out.push_back(std::move(word));
      word.clear();
      continue;
    }
    word += c;
    if (c == '\'') {
      out.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

}  // namespace

class FrameLoader {
 public:
  explicit FrameLoader(FrameSet& out) : out_(out) {}

  /// Where to put the problems of frames instead of ending at the first.
  void collect(std::vector<Diagnostic>& problems) { problems_ = &problems; }

  /// The relations that frames may name.
  Status ontology(std::string_view path, std::string_view text) {
    path_ = path;
    text_ = text;
    rapidjson::Document json;
    json.Parse(text.data(), text.size());
    if (json.HasParseError() || !json.IsObject() || !json.HasMember("relations") ||
        !json["relations"].IsArray())
      return fail({}, "no list of relations");
    for (const Json& r : json["relations"].GetArray()) {
      if (!r.IsObject() || !r.HasMember("id") || !r["id"].IsString())
        return fail({}, "a relation without an id");
      relations_.emplace_back(text_of(r["id"]));
    }
    std::sort(relations_.begin(), relations_.end());
    return {};
  }

  Status file(std::string_view path, std::string_view text) {
    path_ = path;
    text_ = text;
    rapidjson::Document json;
    json.Parse(text.data(), text.size());
    if (json.HasParseError()) {
      Diagnostic d = error_in(std::string(path), rapidjson::GetParseError_En(json.GetParseError()));
      d.line = line_of(text, json.GetErrorOffset());
      return d;
    }
    if (!json.IsObject()) return fail({}, "not a JSON object");
    if (const auto words = json.FindMember("words"); words != json.MemberEnd())
      return word_lists(words->value);
    if (const auto nouns = json.FindMember("nouns"); nouns != json.MemberEnd())
      return noun_classes(nouns->value);
    const auto frames = json.FindMember("frames");
    if (frames == json.MemberEnd() || !frames->value.IsArray())
      return fail({}, "no \"frames\", \"words\" or \"nouns\"", "see schemas/formats/rules.schema.json");
    const auto group = json.FindMember("class");
    group_ =
        group != json.MemberEnd() && group->value.IsString() ? text_of(group->value) : std::string_view{};
    if (group_.empty()) return fail({}, "the file names no \"class\"");
    const Step in_frames(*this, "frames");
    std::size_t number = 0;
    for (const Json& f : frames->value.GetArray()) {
      const Step in_frame(*this, number++);
      const Status s = frame(f);
      if (s) continue;
      if (problems_ == nullptr) return s;
      problems_->push_back(s.error());
    }
    return {};
  }

  void finish() {
    mark_acts();
    for (auto& [verb, list] : out_.locutions_) {
      std::stable_sort(list.begin(), list.end(),
                       [](const Locution& a, const Locution& b) { return a.tail.size() > b.tail.size(); });
      for (Locution& l : list)
        if (!l.tail.empty()) l.key = tail_key(l.tail.back());
    }
  }

 private:
  Diagnostic fail(std::string_view rule, std::string message, std::string hint = {}) const {
    Diagnostic d = error_in(std::string(path_), std::move(message), std::move(hint));
    d.rule = rule;
    d.line = json_line(text_, pointer_);
    return d;
  }

  /// A step down in the file, for the line of a problem.
  class Step {
   public:
    Step(FrameLoader& loader, std::string_view name) : pointer_(loader.pointer_), size_(pointer_.size()) {
      (pointer_ += '/') += name;
    }
    Step(FrameLoader& loader, std::size_t index) : Step(loader, std::to_string(index)) {}
    ~Step() { pointer_.resize(size_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    std::string& pointer_;
    std::size_t size_;
  };

  /// The class "act" also holds every noun of a frame that tells what is done or happens.
  void mark_acts() {
    const auto act = std::find(conditions_.nouns.begin(), conditions_.nouns.end(), "act");
    if (act == conditions_.nouns.end()) return;
    const NounSet bit = NounSet{1} << static_cast<std::size_t>(act - conditions_.nouns.begin());
    for (const auto& [lemma, frames] : out_.nouns_) {
      const Nominal n = out_.frames_[frames.front()].nominal;
      if (n != Nominal::property && n != Nominal::role) out_.noun_classes_[lemma] |= bit;
    }
  }

  Status word_lists(const Json& lists) {
    if (!lists.IsObject()) return fail({}, "\"words\" is not an object of lists");
    const Step in_words(*this, "words");
    for (const auto& list : lists.GetObject()) {
      const Step in_list(*this, text_of(list.name));
      const std::size_t c = index_in(kWordClasses, text_of(list.name));
      if (c == kWordClasses.size()) return fail(text_of(list.name), "unknown class of words");
      if (!list.value.IsArray()) return fail(text_of(list.name), "not a list");
      for (const Json& w : list.value.GetArray()) {
        if (!w.IsString()) return fail(text_of(list.name), "a word that is no string");
        out_.words_[std::string(text_of(w))] |= std::uint64_t{1} << c;
      }
    }
    return {};
  }

  Status noun_classes(const Json& classes) {
    if (!classes.IsObject()) return fail({}, "\"nouns\" is not an object of lists");
    const Step in_nouns(*this, "nouns");
    for (const auto& list : classes.GetObject()) {
      const Step in_list(*this, text_of(list.name));
      if (conditions_.nouns.size() == kMaxNounClasses) return fail({}, "too many classes of nouns");
      const NounSet bit = NounSet{1} << conditions_.nouns.size();
      conditions_.nouns.emplace_back(text_of(list.name));
      if (!list.value.IsArray()) return fail(text_of(list.name), "not a list");
      for (const Json& w : list.value.GetArray()) {
        if (!w.IsString()) return fail(text_of(list.name), "a noun that is no string");
        out_.noun_classes_[std::string(text_of(w))] |= bit;
      }
    }
    return {};
  }

  Status frame(const Json& j) {
    if (!j.IsObject() || !j.HasMember("id") || !j["id"].IsString()) return fail({}, "a frame without an id");
    Frame f;
    f.id = text_of(j["id"]);
    f.group = group_;
    f.file = path_;
    f.line = line_of(text_, text_.find('"' + f.id + '"'));
    for (const Frame& other : out_.frames_)
      if (other.id == f.id) return fail(f.id, "two frames of this id", "ids are unique over all files");
    for (const auto& member : j.GetObject()) {
      if (Status s = member_of(f, text_of(member.name), member.value); !s) return s;
    }
    if (f.description.empty()) return fail(f.id, "no description");
    if (Status s = relation(f, f.relation); !s) return s;
    for (const ArgumentPattern& a : f.arguments)
      if (Status s = relation(f, a.relation); !s) return s;
    const auto number = static_cast<std::uint32_t>(out_.frames_.size());
    out_.frames_.push_back(std::move(f));
    for (const auto& [key, kind, map] : {std::tuple{"verbs", Trigger::verb, &out_.verbs_},
                                         std::tuple{"reflexives", Trigger::reflexive, &out_.reflexives_},
                                         std::tuple{"nouns", Trigger::noun, &out_.nouns_},
                                         std::tuple{"adjectives", Trigger::adjective, &out_.adjectives_}})
      if (Status s = triggers(j, key, kind, *map, number); !s) return s;
    return locutions(j, number);
  }

  Status relation(const Frame& f, const std::string& name) const {
    if (name.empty() || std::binary_search(relations_.begin(), relations_.end(), name)) return {};
    return fail(f.id, '\'' + name + "' is no relation of the ontology",
                "see schemas/ontology/relations.json");
  }

  Status member_of(Frame& f, std::string_view name, const Json& v) {
    const Step in_member(*this, name);
    const auto text = [&](std::string& to) -> Status {
      if (!v.IsString()) return fail(f.id, '"' + std::string(name) + "\" is no string");
      to = text_of(v);
      return {};
    };
    const auto flag = [&](bool& to) -> Status {
      if (!v.IsBool()) return fail(f.id, '"' + std::string(name) + "\" is neither true nor false");
      to = v.GetBool();
      return {};
    };
    if (name == "id" || name == "verbs" || name == "reflexives" || name == "nouns" || name == "adjectives" ||
        name == "locutions")
      return {};
    if (name == "description") return text(f.description);
    if (name == "relation") return text(f.relation);
    if (name == "event") {
      if (Status s = text(f.event); !s) return s;
      if (index_in(kPlover, f.event) == kPlover.size())
        return fail(f.id, "'" + f.event + "' is no PLOVER event type");
      return {};
    }
    if (name == "symmetric") return flag(f.symmetric);
    if (name == "operator") return flag(f.is_operator);
    if (name == "representative") return flag(f.representative);
    if (name == "support") return flag(f.support);
    if (name == "alone") return flag(f.alone);
    if (name == "copular") return flag(f.copular);
    if (name == "priority") {
      if (!v.IsInt()) return fail(f.id, "\"priority\" is no integer");
      f.priority = v.GetInt();
      return {};
    }
    if (name == "nominal") {
      const std::size_t n = v.IsString() ? index_in(kNominals, text_of(v)) : kNominals.size();
      if (n == kNominals.size())
        return fail(f.id, "unknown \"nominal\"", "one of property, agent, action, symmetric, role");
      f.nominal = static_cast<Nominal>(n);
      return {};
    }
    if (name == "when" || name == "unless")
      return conditions(f.id, v, name == "when" ? f.conditions.when : f.conditions.unless);
    if (name == "complement") return complement(f, v);
    if (name == "arguments") return arguments(f, v);
    if (name == "examples") return examples(f, v, f.examples);
    if (name == "counterexamples") return examples(f, v, f.counterexamples);
    return fail(f.id, "unknown member \"" + std::string(name) + '"', "see schemas/formats/rules.schema.json");
  }

  Status complement(Frame& f, const Json& v) {
    if (!v.IsObject()) return fail(f.id, "\"complement\" is no object");
    for (const auto& m : v.GetObject()) {
      const std::string_view name = text_of(m.name);
      const Step in_member(*this, name);
      if (name == "control" && m.value.IsString()) {
        const std::size_t c = index_in(kControls, text_of(m.value));
        if (c == kControls.size()) return fail(f.id, "unknown \"control\"");
        f.clause.control = static_cast<Control>(c);
      } else if (name == "modality" && m.value.IsString()) {
        f.clause.modality = modality_from(text_of(m.value));
        if (!f.clause.modality) return fail(f.id, "unknown modality");
      } else if (name == "attributed" && m.value.IsBool()) {
        f.clause.attributed = m.value.GetBool();
      } else if (name == "negates" && m.value.IsBool()) {
        f.clause.negates = m.value.GetBool();
      } else if (name == "undoes_negation" && m.value.IsBool()) {
        f.clause.undoes_negation = m.value.GetBool();
      } else {
        return fail(f.id, "wrong member \"" + std::string(name) + "\" of \"complement\"");
      }
    }
    return {};
  }

  /// The problem that a part of the file has, with its place.
  Status in_file(std::string_view rule, const std::string& problem) const {
    if (problem.empty()) return {};
    return fail(rule, problem, "see schemas/formats/rules.schema.json");
  }

  Status conditions(std::string_view rule, const Json& v, std::vector<Condition>& to) {
    return in_file(rule, conditions_.read(v, to));
  }

  Status arguments(Frame& f, const Json& v) {
    if (!v.IsArray()) return fail(f.id, "\"arguments\" is no list");
    std::size_t number = 0;
    for (const Json& a : v.GetArray()) {
      const Step in_argument(*this, number++);
      if (!a.IsObject()) return fail(f.id, "an argument that is no object");
      ArgumentPattern p;
      for (const auto& m : a.GetObject()) {
        const std::string_view name = text_of(m.name);
        if (name == "function" && m.value.IsString()) {
          const std::size_t n = index_in(kFunctions, text_of(m.value));
          if (n == kFunctions.size()) return fail(f.id, "unknown function of an argument");
          p.function = static_cast<ArgumentPattern::Function>(n);
        } else if (name == "prepositions" && m.value.IsArray()) {
          for (const Json& w : m.value.GetArray()) {
            if (!w.IsString()) return fail(f.id, "a preposition that is no string");
            p.prepositions.emplace_back(text_of(w));
          }
        } else if (name == "types" || name == "nouns") {
          if (Status s = in_file(f.id, conditions_.participant_member(name, m.value, p.test)); !s) return s;
        } else if (name == "relation" && m.value.IsString()) {
          p.relation = text_of(m.value);
        } else if (name == "keys" && m.value.IsBool()) {
          p.keys = m.value.GetBool();
        } else if (name == "open" && m.value.IsBool()) {
          p.open = m.value.GetBool();
        } else if (name == "of" && m.value.IsString()) {
          const std::size_t n = index_in(kOf, text_of(m.value));
          if (n == kOf.size()) return fail(f.id, "\"of\" is none of actor, patient, both");
          p.of = static_cast<ArgumentPattern::Of>(n);
        } else {
          return fail(f.id, "wrong member \"" + std::string(name) + "\" of an argument");
        }
      }
      f.arguments.push_back(std::move(p));
    }
    return {};
  }

  Status examples(Frame& f, const Json& v, std::vector<RuleExample>& to) {
    if (!v.IsArray()) return fail(f.id, "examples are no list");
    std::size_t number = 0;
    for (const Json& e : v.GetArray()) {
      const Step in_example(*this, number++);
      if (!e.IsObject() || !e.HasMember("text") || !e["text"].IsString() || !e.HasMember("statements") ||
          !e["statements"].IsArray())
        return fail(f.id, "an example without text and statements");
      RuleExample example;
      example.text = text_of(e["text"]);
      for (const Json& s : e["statements"].GetArray()) {
        if (!s.IsString() || std::count(s.GetString(), s.GetString() + s.GetStringLength(), '|') < 2)
          return fail(
              f.id,
              "an example statement is not \"subject | lemma | object\", with \"| relation\" or without");
        example.statements.emplace_back(text_of(s));
      }
      to.push_back(std::move(example));
    }
    return {};
  }

  /// Calls `add` with each word of a list of triggers and what its entry asks of the use. An entry is a word
  /// or an object with "words" and conditions.
  template <class Add>
  Status each_trigger(const Json& j, const char* key, std::uint32_t number, const Add& add) {
    const auto at = j.FindMember(key);
    if (at == j.MemberEnd()) return {};
    const std::string id = out_.frames_[number].id;
    const Step in_list(*this, key);
    if (!at->value.IsArray()) return fail(id, '"' + std::string(key) + "\" is no list");
    std::size_t place = 0;
    for (const Json& entry : at->value.GetArray()) {
      const Step in_word(*this, place++);
      if (entry.IsString()) {
        if (Status s = add(text_of(entry), UseConditions{}); !s) return s;
        continue;
      }
      if (!entry.IsObject() || !entry.HasMember("words") || !entry["words"].IsArray())
        return fail(id, "a trigger is neither a word nor an object with \"words\"");
      UseConditions c;
      for (const auto& m : entry.GetObject()) {
        const std::string_view name = text_of(m.name);
        if (name == "words") continue;
        if (name != "when" && name != "unless")
          return fail(id, "wrong member \"" + std::string(name) + "\" of a trigger");
        if (Status s = conditions(id, m.value, name == "when" ? c.when : c.unless); !s) return s;
      }
      for (const Json& w : entry["words"].GetArray()) {
        if (!w.IsString()) return fail(id, "a trigger that is no string");
        if (Status s = add(text_of(w), c); !s) return s;
      }
    }
    return {};
  }

  void ask(Trigger kind, std::string_view lemma, std::uint32_t number, const UseConditions& c) {
    if (!c.empty())
      out_.conditions_[static_cast<std::size_t>(kind)][std::string(lemma)].push_back({number, c});
  }

  Status triggers(const Json& j, const char* key, Trigger kind, FrameSet::FrameMap& map,
                  std::uint32_t number) {
    return each_trigger(j, key, number, [&](std::string_view lemma, const UseConditions& c) -> Status {
      const Frame& frame = out_.frames_[number];
      std::vector<std::uint32_t>& all = map[std::string(lemma)];
      if (std::find(all.begin(), all.end(), number) != all.end())
        return fail(frame.id, "two triggers '" + std::string(lemma) + "' of one kind");
      const auto behind = std::find_if(all.begin(), all.end(), [&](std::uint32_t other) {
        return out_.frames_[other].priority < frame.priority;
      });
      all.insert(behind, number);
      ask(kind, lemma, number, c);
      return {};
    });
  }

  Status locutions(const Json& j, std::uint32_t number) {
    return each_trigger(
        j, "locutions", number, [&](std::string_view whole, const UseConditions& c) -> Status {
          std::vector<std::string> parts = split_words(whole);
          Locution l;
          l.reflexive = !parts.empty() && (parts[0] == "se" || parts[0] == "s'");
          if (l.reflexive) parts.erase(parts.begin());
          if (!parts.empty() && (parts[0] == "en" || parts[0] == "y" || parts[0] == "l'")) {
            l.clitic = parts[0] == "l'" ? "lui" : parts[0];  // the pronoun's lemma
            parts.erase(parts.begin());
          }
          if (parts.size() < (l.clitic.empty() ? 2u : 1u))
            return fail(out_.frames_[number].id, "a locution needs a verb and at least one more word");
          l.lemma = whole;
          l.frame = number;
          l.tail.assign(parts.begin() + 1, parts.end());
          std::vector<Locution>& all = out_.locutions_[parts[0]];
          // the tree has contractions as two words; "du" and "des" may also be articles
          Locution apart = l;
          if (part_contractions(apart.tail)) all.push_back(std::move(apart));
          all.push_back(std::move(l));
          ask(Trigger::locution, whole, number, c);
          return {};
        });
  }

  FrameSet& out_;
  std::vector<std::string> relations_;  ///< sorted
  ConditionReader conditions_;
  std::string_view path_, text_, group_;
  std::string pointer_;                          ///< JSON pointer (RFC 6901) of the value being read
  std::vector<Diagnostic>* problems_ = nullptr;  ///< null: the first problem ends the reading
};

Result<FrameSet> FrameSet::load(const Schemas& schemas) { return load(schemas, nullptr); }

Result<FrameSet> FrameSet::load(const Schemas& schemas, std::vector<Diagnostic>& problems) {
  return load(schemas, &problems);
}

Result<FrameSet> FrameSet::load(const Schemas& schemas, std::vector<Diagnostic>* problems) {
  FrameSet out;
  FrameLoader loader(out);
  if (problems != nullptr) loader.collect(*problems);
  const Result<std::string_view> ontology = schemas.read("ontology/relations.json");
  if (!ontology) return ontology.error();
  if (Status s = loader.ontology("ontology/relations.json", *ontology); !s) return s.error();
  constexpr std::string_view kNouns = "fr/relations/nouns.json";  // the conditions of the others name these
  const Result<std::string_view> nouns = schemas.read(kNouns);
  if (!nouns) return nouns.error();
  if (Status s = loader.file(kNouns, *nouns); !s) return s.error();
  for (const std::string_view path : schemas.list("fr/relations/")) {
    if (path == kNouns) continue;
    const Result<std::string_view> text = schemas.read(path);
    if (!text) return text.error();
    const Status s = loader.file(path, *text);
    if (s) continue;
    if (problems == nullptr) return s.error();
    problems->push_back(s.error());
  }
  loader.finish();
  return out;
}

}  // namespace maillon
