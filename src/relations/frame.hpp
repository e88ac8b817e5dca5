// What the rule data says of French predicates: frames, their triggers, and the word classes that the passes
// use.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_map.hpp"
#include "relations/condition.hpp"
#include "relations/statement.hpp"

namespace maillon {

/// Who is the unexpressed subject of a frame's infinitive complement.
enum class Control : std::uint8_t {
  automatic,  ///< the object where there is one, else the subject
  subject,    ///< promettre à X de
  object,     ///< accuser X de
  indirect,   ///< demander à X de
};

/// What a predicate does to the clause that it governs.
struct ClauseEffect {
  Control control = Control::automatic;
  std::optional<Modality> modality;
  bool attributed = false;       ///< its subject vouches for the clause
  bool negates = false;          ///< refuser de, démentir que
  bool undoes_negation = false;  ///< ne pas douter, ne pas cacher que: true, not only possible
};

/// How the complements of a frame's noun map on the roles of its verb.
enum class Nominal : std::uint8_t {
  property,   ///< generic: the noun phrase has its complement (programme de X)
  agent,      ///< de + subject: la visite du roi à Malte
  action,     ///< de + object, par + subject: la signature du traité par Oslo
  symmetric,  ///< entre X et Y, de X avec Y: l'accord entre X et Y
  role,       ///< the noun names a person or thing by its relation to another: ministre de X
};

/// A participant of which the frame's relation, or the pattern's own, is true. Subjects and objects may be
/// anything where the frame has no pattern for them; an oblique or attribute without one gets the open
/// relation.
struct ArgumentPattern {
  /// `topic` is the main participant of the clause that the verb governs: (X; promettre; médiateur).
  enum class Function : std::uint8_t { subject, object, oblique, attribute, topic };
  /// Whose relation to the phrase it is: "X a envoyé Y à Z", "Y a été placé à Z".
  enum class Of : std::uint8_t { actor, patient, both };
  Function function = Function::object;
  std::vector<std::string> prepositions;  ///< of an oblique
  ParticipantTest test;
  std::string relation;  ///< ontology relation of a statement with this object; empty: the frame's
  bool keys = false;     ///< without one of its prepositions the frame is not meant: "condamner à"
  bool open = false;     ///< belongs to the frame, but its relation is not true of it
  Of of = Of::actor;
};

/// Statements of an example: "subject | lemma | object" or "subject | lemma | object | relation"; '*' is
/// anything.
struct RuleExample {
  std::string text;
  std::vector<std::string> statements;  ///< that must (example) or must not (counter-example) be extracted
};

struct Frame {
  std::string id;
  std::string group;  ///< the class of predicates: "communication"
  std::string description;
  std::string relation;
  std::string event;  ///< PLOVER type; empty where the frame is no event
  Nominal nominal = Nominal::agent;
  bool symmetric = false;       ///< X and Y meet: each the other
  bool is_operator = false;     ///< pouvoir, commencer à: colours its clause, states nothing itself
  bool representative = false;  ///< states its clause's main participant: (X; promettre; médiateur)
  bool support = false;         ///< light verb: its subject is the subject of its object noun
  bool alone = false;           ///< tells enough with one participant
  bool copular = false;         ///< links its subject to a property: devenir, rester
  int priority = 0;
  UseConditions conditions;  ///< of all its triggers
  std::vector<ArgumentPattern> arguments;
  ClauseEffect clause;
  std::vector<RuleExample> examples, counterexamples;
  std::string file;
  std::uint32_t line = 0;
};

/// A verb with fixed words after it: "prendre part", "mettre mal à l'aise".
struct Locution {
  std::string lemma;              ///< whole, as the predicate's dictionary form
  std::vector<std::string> tail;  ///< lower-case forms or lemmas of the words after the verb; may be empty
  bool reflexive = false;         ///< with se
  std::string clitic;    ///< lemma of en, y or l', part of it: "s'en prendre", "l'emporter"; else empty
  std::uint8_t key = 0;  ///< tail_key() of the last word of the tail
  std::uint32_t frame = kNone;
};

/// By which a locution is passed over whose last word is nowhere near its verb.
inline std::uint8_t tail_key(std::string_view word) {
  const std::size_t hash = StringHash{}(word);
  return static_cast<std::uint8_t>(hash ^ (hash >> 32));
}

/// Named lists of words (schemas/fr/relations/words.json), for mechanisms that need a class of words.
enum class WordClass : std::uint8_t {
  source_preposition,    ///< selon, d'après
  place_preposition,     ///< à, en, dans
  place_adverb,          ///< ici, là
  circumstance_noun,     ///< manière, façon: adverbials that are no participants
  partitive_noun,        ///< milliers, intégralité: the complement is what is meant
  indefinite_subject,    ///< on, ça
  negative_word,         ///< ne, jamais, aucun
  hidden_noun,           ///< heads of complex prepositions: cours, sein, profit
  example_link,          ///< comme, tel, notamment, dont: introduces examples
  negative_adverb,       ///< pas, plus, jamais, guère
  possible_adjective,    ///< éventuel: the noun's event is possible
  alleged_adjective,     ///< présumé
  future_adjective,      ///< prochain
  during_preposition,    ///< lors de: shares time and place with its clause
  undergoing_verb,       ///< voir, faire: with se and an infinitive a passive
  partitive_de_verb,     ///< profiter, changer: take de though they may have an object
  complex_adverb,        ///< auprès, vis-à-vis: one preposition with the "de" after it
  time_noun,             ///< jour, moment: when, not where or who
  circumstance_phrase,   ///< par rapport: preposition and noun that are no participant
  clause_preposition,    ///< face à, malgré: never a noun's own
  recipient_group,       ///< classes of frames whose "à" is a recipient
  mutual_adverb,         ///< mutuellement
  de_agent_verb,         ///< accompagner, entourer: their agent may have "de"
  office_noun,           ///< poste, portefeuille: what an office is given as
  street_noun,           ///< place, rue: where, even without a preposition
  citing_verb,           ///< citer, relayer: "X, cité par Y"
  manner_preposition,    ///< en, sans, avec: with a bare noun they say how
  incomplete_verb,       ///< sembler, aller: say nothing without their complement
  empty_noun,            ///< chose, façon, train: no participant by themselves
  measure_noun,          ///< euro, kilomètre, %: a number of them is an amount
  condition_marker,      ///< si, à moins que: what follows is supposed
  negative_marker,       ///< sans, au lieu de: what follows does not happen
  fear_marker,           ///< de peur que: what follows may happen
  marker_end,            ///< last words of markers that the tree does not join: lieu, moins
  few_word,              ///< peu, guère: hardly any, hardly so
  degree_adverb,         ///< plus, moins, très: belong to the property that they grade
  possible_adverb,       ///< peut-être, sans doute
  alleged_adverb,        ///< prétendument, soi-disant
  question_word,         ///< pourquoi, quand: ask about what is taken for granted
  voucher_noun,          ///< étude, rapport: what is no person and can be a source
  locution_verb,         ///< mettre, prendre: with "en" and a bare noun one predicate
  article_locution,      ///< "à aide", "à demande": with an article between and "de" one preposition
  partial_adverb,        ///< seulement, uniquement: "ne … pas seulement" denies nothing
  unsure_adverb,         ///< forcément, toujours: "ne … pas forcément" leaves it open
  sole_adjective,        ///< seul, premier: "n'est pas le seul projet" denies that there is no other
  bare_negated_verb,     ///< savoir, oser: "ne" alone denies them
  impersonal_adjective,  ///< difficile, clair: "il est difficile de" is nobody
  companion_noun,        ///< collaboration, accord: "en collaboration avec" leads a phrase
  likewise_preposition,  ///< à l'instar de: what follows does the same
  predicative_verb,      ///< rendre, juger: with an adjective that is said of their object
  phrase_opener,         ///< à, en, mal: first words of what may follow an object in a locution
  opinion_noun,          ///< avis, sens: "à son avis" names who holds it
  goal_noun,             ///< but, objectif: what it is to do is wanted by whoever has it
  holding_verb,          ///< avoir, recevoir: whose subject does what the infinitive below their object says
  plan_noun,             ///< complot, mesure: acts itself in "X pour faire"
  thing_verb,            ///< viser, provenir: as participles of the thing, not of whose it is
  resource_word,         ///< argent, nécessaire: "l'argent pour agir" is for somebody to act
  factive_verb,          ///< constater, savoir: what they govern is so, whoever may see it
  adverbial_phrase,      ///< au premier chef, d'un autre côté: whole phrases that name no participant
  source_verb,           ///< exclure, recevoir: take "de" beside their object, that something comes from
  caused_verb,           ///< tomber, reculer: "faire reculer X", X recoils
  attitude_noun,         ///< réaction, impuissance: keep "face à" though it is a clause's elsewhere
  achieving_verb,        ///< pouvoir, savoir: "a pu fuir" tells that one did
  aged_adjective,        ///< âgé: with "de" and years it tells an age
  count,
};

/// The lemmas that call a frame, each list sorted. Views into the FrameSet.
struct FrameTriggers {
  std::vector<std::string_view> verbs, reflexives, nouns, adjectives, locutions;
  bool empty() const {
    return verbs.empty() && reflexives.empty() && nouns.empty() && adjectives.empty() && locutions.empty();
  }
};

/// Kinds of words that call a frame.
enum class Trigger : std::uint8_t { verb, reflexive, noun, adjective, locution, count };

/// All rule data of the room, immutable after loading.
class FrameSet {
 public:
  /// Reads schemas/fr/relations/*.json. A Diagnostic names file, line and frame.
  static Result<FrameSet> load(const Schemas&);
  /// The same, but goes on after a problem: appends each to `problems` and leaves its frame out.
  static Result<FrameSet> load(const Schemas&, std::vector<Diagnostic>& problems);

  const std::vector<Frame>& frames() const { return frames_; }
  /// Frames of the verb, best first: by priority, then by file order. Null where there is none.
  const std::vector<std::uint32_t>* verb_frames(std::string_view lemma) const {
    const auto at = verbs_.find(lemma);
    return at == verbs_.end() ? nullptr : &at->second;
  }
  /// Frames of a word, best first. Null where there is none; locutions are not asked for.
  const std::vector<std::uint32_t>* frames_of(Trigger, std::string_view lemma) const;
  /// The word calls the frame in this use: the conditions of frame and trigger hold, and subject and object
  /// are what the frame's patterns want.
  bool calls(Trigger, std::string_view lemma, std::uint32_t frame, const UseFacts&) const;
  /// Frame or trigger states conditions.
  bool conditioned(Trigger, std::string_view lemma, std::uint32_t frame) const;
  /// Classes of nouns.json that hold the noun.
  NounSet noun_classes(std::string_view lemma) const {
    const auto at = noun_classes_.find(lemma);
    return at == noun_classes_.end() ? 0 : at->second;
  }
  /// Best frame; kNone where there is none.
  std::uint32_t verb(std::string_view lemma) const { return find(verbs_, lemma); }
  std::uint32_t reflexive_verb(std::string_view lemma) const { return find(reflexives_, lemma); }
  std::uint32_t noun(std::string_view lemma) const { return find(nouns_, lemma); }
  std::uint32_t adjective(std::string_view lemma) const { return find(adjectives_, lemma); }
  /// Locutions that begin with the verb, longest first.
  const std::vector<Locution>* locutions(std::string_view verb) const;
  bool is(WordClass c, std::string_view word) const;
  const Frame& at(std::uint32_t i) const { return frames_[i]; }
  /// What calls frame `i`. Looks through all triggers: for listings, not for the analysis.
  FrameTriggers triggers(std::uint32_t i) const;

 private:
  friend class FrameLoader;
  static Result<FrameSet> load(const Schemas&, std::vector<Diagnostic>* problems);
  static std::uint32_t find(const StringMap<std::vector<std::uint32_t>>& map, std::string_view lemma) {
    const auto at = map.find(lemma);
    return at == map.end() ? kNone : at->second.front();
  }
  std::vector<Frame> frames_;
  using FrameMap = StringMap<std::vector<std::uint32_t>>;  ///< lemma -> its frames, best first
  FrameMap verbs_, reflexives_, nouns_, adjectives_;
  StringMap<std::vector<Locution>> locutions_;
  StringMap<std::uint64_t> words_;  ///< bits of WordClass
  StringMap<NounSet> noun_classes_;
  struct TriggerConditions {
    std::uint32_t frame = kNone;
    UseConditions conditions;
  };
  std::array<StringMap<std::vector<TriggerConditions>>, static_cast<std::size_t>(Trigger::count)> conditions_;
};

}  // namespace maillon
