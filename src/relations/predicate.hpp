// Predicate-argument structure: what the trees say once voice, control, coordination, relative clauses and
// nominalisation are undone. Frames and statements are built on this alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"
#include "base/string_arena.hpp"
#include "mentions/mention_set.hpp"
#include "relations/frame.hpp"

namespace maillon {

/// Grammatical function. `agent` is the surface agent of a passive; normalisation leaves no agent behind.
/// `content` is a finite clause that the predicate governs, by its head.
enum class Slot : std::uint8_t { subject, object, oblique, agent, attribute, content };

/// One participant of a predicate. Arguments of a predicate form a list through `next`.
struct Argument {
  Slot slot = Slot::object;
  bool shared = false;           ///< not in the predicate's own subtree: filled by control or coordination
  std::uint32_t word = kNone;    ///< head word of the phrase; a relative pronoun is already its antecedent
  std::string_view preposition;  ///< dictionary form ("à", "au cours de"); empty for a direct argument
  std::string_view rule;         ///< pass that found it
  std::uint32_t next = kNone;
};

enum class PredicateKind : std::uint8_t { verb, copula, adjective, noun };
enum class Voice : std::uint8_t { active, passive, reflexive };

/// How a predicate hangs on its parent.
enum class Link : std::uint8_t {
  root,
  complement,     ///< que-clause, infinitive or quotation that the parent governs
  adverbial,      ///< time, cause, concession; gerunds and free participles
  purpose,        ///< pour, afin de
  condition,      ///< si
  relative,       ///< relative clause; participle after its noun
  parenthetical,  ///< a clause beside the parent: "…, a-t-elle dit, …"
  nominal,        ///< a noun or adjective inside the parent's clause
};

struct PredicateInstance {
  std::uint32_t head = kNone;
  std::uint32_t parent = kNone;       ///< predicate that governs it; of coordinated ones that of the first
  std::uint32_t coordinated = kNone;  ///< predicate that it is coordinated with, before it
  std::uint32_t frame = kNone;
  std::uint32_t first_argument = kNone, last_argument = kNone;
  std::string_view lemma;
  std::string_view marker;  ///< que, si, pour, sans, en, de, à: what introduces the clause
  IndexRange words;         ///< auxiliaries to the last fixed word
  PredicateKind kind = PredicateKind::verb;
  Voice voice = Voice::active;
  Link link = Link::root;
  bool finite = false;
  bool negated = false;  ///< by its own ne … pas, aucun, sans
  bool impersonal = false;
  bool reports = false;    ///< a verb that speaks here, whatever its frame: "« … », plaide le roi"
  bool of_itself = false;  ///< an adjective that its subject says of itself: "s'est dite favorable à"
  bool unsure = false;     ///< "ne … pas forcément"
  bool expanded = false;   ///< subject and scope are filled
  bool scoped = false;
  Mood mood = Mood::none;
  Tense tense = Tense::none;
  bool perfect = false;  ///< compound tense
  Polarity polarity = Polarity::affirmative;
  Modality modality = Modality::asserted;
  std::uint32_t time = kNone;     ///< index into MentionSet::times
  std::uint32_t place = kNone;    ///< word of the place phrase
  std::uint32_t source = kNone;   ///< first entry of PredicateGraph::sources
  std::uint32_t speaker = kNone;  ///< who speaks, behind a verb that reports
  std::uint32_t goal = kNone;  ///< noun of which an infinitive tells what it is: "l'objectif est de vendre"
};

/// Who vouches: a list through `next`, innermost first.
struct Source {
  std::uint32_t word = kNone;  ///< head word of the source's phrase
  std::uint32_t next = kNone;
};

/// All predicates of a document, in text order of their heads. Views point into the tagged text, the frames
/// or `arena`.
class PredicateGraph {
 public:
  PredicateGraph(const MentionSet& mentions, const FrameSet& frames);

  const MentionSet& mentions() const { return *mentions_; }
  const ParsedText& parsed() const { return *mentions_->parsed; }
  const FrameSet& frames() const { return *frames_; }

  std::vector<PredicateInstance> predicates;
  std::vector<Argument> arguments;
  std::vector<Source> sources;
  std::vector<std::uint32_t> name_head;     ///< word -> head of the longest name that holds it, or kNone
  std::vector<std::uint32_t> predicate_at;  ///< word -> predicate whose head or fixed part it is, or kNone
  std::vector<bool> claimed;                ///< phrases inside a noun phrase that an outer predicate governs
  std::vector<std::uint32_t>
      partitive_count;  ///< noun -> number of its members meant ("sept des seize"), or kNone
  std::vector<std::uint32_t> relative_owner;  ///< noun -> what "dont" makes its owner, or kNone
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      examples;  ///< noun and an example that the tree hangs higher
  mutable StringArena arena;

  void add_argument(std::uint32_t predicate, Slot, std::uint32_t word, std::string_view preposition,
                    std::string_view rule, bool shared = false);
  /// Unlinks argument `a`, which follows `before` (kNone: it is the first).
  void remove_argument(std::uint32_t predicate, std::uint32_t before, std::uint32_t a);
  /// First argument in that slot, or kNone.
  std::uint32_t argument(std::uint32_t predicate, Slot) const;
  bool has(std::uint32_t predicate, Slot slot) const { return argument(predicate, slot) != kNone; }
  const Frame* frame_of(std::uint32_t predicate) const {
    const std::uint32_t f = predicates[predicate].frame;
    return f == kNone ? nullptr : &frames_->at(f);
  }

  /// Its subject vouches for the clause that the predicate governs.
  bool attributes(std::uint32_t predicate) const {
    const Frame* frame = frame_of(predicate);
    return predicates[predicate].reports || (frame != nullptr && frame->clause.attributed);
  }
  /// Dictionary form of what leads a noun phrase: "à", "au cours de"; empty where nothing does.
  std::string_view case_of(std::uint32_t word) const;
  /// The noun phrase that a preposition leads. In "au cours de la réunion" the preposition is "au cours de"
  /// and the word "réunion"; `preposition` is empty where nothing leads the phrase.
  struct Phrase {
    std::uint32_t word = kNone;
    std::string_view preposition;
  };
  Phrase phrase_of(std::uint32_t word) const;
  /// "80 km": a number with its unit.
  bool is_measure(std::uint32_t word) const;
  /// The noun is part of a complex preposition ("au cours de", "en échange de").
  bool is_hidden(std::uint32_t word) const;
  bool leads_with_article(std::uint32_t word) const;
  bool leads_to_companion(std::uint32_t word) const;
  /// "de l'armée" of "l'avis de la Cour, de l'armée et du Congrès", where the tree hangs it on the member
  /// before.
  bool is_enumerated(std::uint32_t word) const;
  /// A singular common noun without article, number, adjective or complement: "en question", "sans cesse".
  bool is_bare(std::uint32_t word) const;
  /// A member of a coordination that is denied: "mais pas Malte", "et non le roi".
  bool is_denied(std::uint32_t word) const;
  /// A member behind "mais".
  bool is_contrasted(std::uint32_t word) const;
  /// "rejette l'idée que Malte finance le port", "réfute l'hypothèse selon laquelle l'armée a tiré": the
  /// predicate that denies the noun whose content the clause is; kNone.
  std::uint32_t denier_of(std::uint32_t predicate) const;
  /// An adverbial that names no participant: "à la hâte", not "à la hâte générale"; "de force", not "des
  /// forces".
  bool is_circumstance(std::uint32_t word, std::string_view preposition) const;
  bool is_set_phrase(std::uint32_t word) const;
  /// The phrase is an example of what it hangs on: "comme X", "notamment X", "dont X".
  bool is_example(std::uint32_t word) const;
  /// The noun that a relative pronoun stands for; the word itself where it is none.
  std::uint32_t antecedent(std::uint32_t word) const;
  /// Coordinated members that hang on the word. In "relations entre X et Y" the second name is the first's,
  /// even where the tree hangs it on the noun.
  void conjuncts(std::uint32_t word, std::vector<std::uint32_t>& out);
  bool is_listed(std::uint32_t word) const;
  /// Predicate of the clause that holds the word (the word's own where it has one), or kNone.
  std::uint32_t governor(std::uint32_t word) const;
  /// The word names a person, a body or a state.
  bool names_actor(std::uint32_t word) const;
  /// The predicate is an event noun that a verb of saying, wishing or asking governs as it would a clause:
  /// "demander la libération de X", "annoncer la signature".
  bool is_object_event(std::uint32_t predicate) const;
  /// "plus de 10 000 soldats", "sept des seize ponts": where the tree makes the comparative or the number the
  /// head, the noun counted is meant; else the word itself.
  std::uint32_t counted(std::uint32_t word);
  /// "l'idée est que Malte cède": the tree makes the clause the head of its copula. The word that introduces
  /// the clause, before which stands what belongs to the copula; 0 for any other predicate.
  std::uint32_t clause_begin(std::uint32_t head) const;
  /// The pronoun "se" of a verb.
  bool is_reflexive(std::uint32_t word) const;
  std::uint32_t numbered(std::uint32_t noun) const;
  /// What conditions of frames ask of the participant at the word; a relative pronoun is its antecedent.
  ParticipantFacts facts(std::uint32_t word) const;
  bool is_time(std::uint32_t word) const { return mentions_->time_at[word] != kNone; }

 private:
  std::uint32_t person_before(std::uint32_t pronoun, std::uint32_t noun) const;
  std::uint32_t agreeing(std::uint32_t pronoun, std::uint32_t verb, std::uint32_t noun) const;
  std::string_view fixed_form(const ParsedText&, std::uint32_t first) const;

  const MentionSet* mentions_;
  const FrameSet* frames_;
};

// The passes, in the order in which they run. Each works on the whole document in linear time.

/// Predicates with the arguments that their own subtrees hold.
void find_predicates(PredicateGraph&);
/// Parents and links of all predicates; runs inside find_predicates, before arguments are collected.
void link_clauses(PredicateGraph&);
/// What the subtrees of verbs and adjectives give them; runs inside find_predicates, after their links are
/// known.
void collect_arguments(PredicateGraph&);
/// Subjects behind their verb that the tree takes for objects or appositions.
void find_inverted_subjects(PredicateGraph&);
/// Subjects and objects from control, coordination, relatives, participles; then voice is undone.
void share_arguments(PredicateGraph&);
/// Arguments of nouns: complements, demonyms, possessives, the subject of a light verb.
void find_nominal_arguments(PredicateGraph&);
/// Of each word's frames the one that its use calls, or none; see condition.hpp.
void settle_senses(PredicateGraph&);
/// A clause becomes an argument of the verb that promises, says or asks it: a finite one as its content, an
/// infinitive as its main participant.
void represent_clauses(PredicateGraph&);
/// Polarity and modality.
void find_scope(PredicateGraph&);
/// Who vouches for what.
void find_sources(PredicateGraph&);
/// Time and place of each predicate.
void find_circumstances(PredicateGraph&);

}  // namespace maillon
