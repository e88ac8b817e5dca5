// The walk that attaches units. What is read so far is a stack of partial trees; a unit is attached to a word
// on the right frontier of the topmost one, or waits on the stack for a verb to its right (the arc-standard
// idea of Nivre 2004, with rules in the place of a classifier). Each group of methods has its own file.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "syntax/sentence.hpp"

namespace maillon::syntax {

class Attacher {
 public:
  /// `stack` is scratch memory.
  Attacher(Sentence& s, std::vector<std::uint32_t>& stack) : s_(s), stack_(stack) { stack_.clear(); }
  void run();

 private:
  static constexpr int kFrontierLimit =
      24;  ///< words climbed on the right frontier, so that time stays linear

  struct Candidate {
    std::uint32_t word = kNone;
    int score = 0;
  };

  // The state: stack, frontier, marks just read.
  std::uint32_t top() const { return stack_.empty() ? kNone : stack_.back(); }
  bool is_opener(std::uint32_t w) const {
    return s_[w].kind == Kind::subordinator || s_[w].kind == Kind::relative;
  }
  void push(std::uint32_t w) {
    stack_.push_back(w);
    note(w);
  }
  void note(std::uint32_t w) { last_ = std::max(w, s_[w].end - 1); }

  /// Calls use(word, steps) for the words of the right frontier, lowest first, until it returns false.
  template <class Use>
  void climb(Use use) const {
    if (stack_.empty() || is_opener(top()) || last_ == kNone) return;
    std::uint32_t w = last_;
    while (w != kNone && (s_[w].kind == Kind::punctuation || s_[w].kind == Kind::coordinator)) w = before(w);
    for (int steps = 0; w != kNone && steps < kFrontierLimit; ++steps, w = s_[w].head)
      if (!use(w, steps)) return;
  }

  static std::uint32_t before(std::uint32_t w) { return w == 0 ? kNone : w - 1; }

  template <class Test>
  std::uint32_t nearest(Test test) const {
    std::uint32_t found = kNone;
    climb([&](std::uint32_t w, int) {
      if (test(s_[w])) found = w;
      return found == kNone;
    });
    return found;
  }

  /// What stands in brackets takes nothing that follows them.
  void open_bracket() {
    before_bracket_ = last_;
    below_bracket_ = top();
  }
  void close_bracket() {
    if (before_bracket_ != kNone && top() == below_bracket_) last_ = before_bracket_;
    before_bracket_ = kNone;
  }

  /// "la décision de Riga, le 3 mars dernier, de céder": the infinitive may hang on what stood before the
  /// time.
  void pass_insertion() {
    std::uint32_t up = last_;
    while (insertion_ != kNone && up != kNone && up != insertion_) up = s_[up].head;
    if (insertion_ != kNone && (last_ < s_[insertion_].end || up == insertion_)) last_ = before_insertion_;
    before_insertion_ = insertion_ = kNone;
  }

  void attach(std::uint32_t w, std::uint32_t head, Deprel d, std::string_view rule) {
    s_.attach(w, head, d, rule);
    note(w);
  }

  /// A nominal chunk's head; no part of a name or date inside one.
  static bool nominal(const Word& w) { return w.kind == Kind::nominal; }

  // attachment.cpp
  void unit(std::size_t u);
  static bool quotes(const Word& mark);
  /// A noun phrase without preposition, such as a name in quotation marks: le terme « paix ».
  bool names(std::size_t u) const;
  void read_coordinator(std::uint32_t w);
  /// A main clause follows the mark, up to the next of its kind.
  bool clause_ahead(std::size_t u) const;
  /// "plus grand que Riga": without a verb of its own, que is the preposition of what follows.
  bool compares(std::uint32_t que, std::uint32_t next);
  /// "bien que blessée": a subordinator right before a participle or adjective.
  bool introduces(std::uint32_t mark, std::uint32_t next);
  /// One tree is left: the first main clause, or the first nominal; the rest hangs on it.
  void finish();

  // coordination.cpp
  bool take_coordination(std::uint32_t w);
  /// The word that `w` continues after a coordinator: the nearest of the same kind with the same preposition.
  std::uint32_t find_mate(std::uint32_t w) const;
  /// "Malte, qui a cédé le port, et Riga": how far up the relative clause reaches that the comma closes.
  int steps_in_closed_clause() const;
  /// A noun phrase that may be the verb's object stands right behind it.
  bool takes_object(const Word& verb) const;
  /// création and nomination: words of one class.
  static bool same_ending(const Word& a, const Word& b);
  /// Preposition and determiner of the second conjunct may be those of the first, left out.
  static int form_likeness(const Word& a, const Word& b);
  int likeness(const Word& a, const Word& b) const;
  /// Lemma of the determiner: le port et la gare, rather than le port et une gare.
  std::string_view determiner(const Word& nominal) const;
  /// After a comma: further commas and a coordinator follow between phrases of the same form.
  bool continues_list(std::uint32_t w) const;
  bool same_form(const Word& a, const Word& b) const;
  /// A name, or a name's noun: "l'Union africaine, la CEDEAO et Malte" is one list.
  static bool names(const Word& w);

  // argument_attachment.cpp
  void place_nominal(std::uint32_t w);
  /// A noun phrase without preposition to the right of what may govern it.
  bool place_argument(std::uint32_t w);
  /// The object behind an insertion: on prodigue, en Asie, les soins
  bool completes_verb(std::uint32_t w) const;
  /// "les deux victimes, un homme et sa fille": no list, the noun phrase says who they are.
  bool spells_out(std::uint32_t w) const;
  bool place_beside_noun(std::uint32_t w, std::uint32_t noun, std::uint32_t verb);
  bool place_after_mark(std::uint32_t w, std::uint32_t noun, std::uint32_t verb);
  void place_below_verb(std::uint32_t w, std::uint32_t verb, std::uint32_t noun);
  /// "dix ans de prison", "trois jours de deuil": so much of a thing, no time when.
  bool measures(std::uint32_t w) const;
  /// The phrase of `noun` below `verb` begins after a comma, too.
  bool after_insertion(std::uint32_t noun, std::uint32_t verb) const;
  /// "le discours de la ministre de la Justice, Anna Berg": the nearest office, for a name; else the nearest
  /// noun.
  std::uint32_t apposition_host(const Word& unit, std::uint32_t noun) const;
  /// An abbreviation stands for the noun that begins with its letter: "la communauté d'États (CE)".
  std::uint32_t bracket_host(const Word& unit, std::uint32_t noun) const;
  /// Nothing of its clause stands before the verb.
  bool verb_first(const Word& verb) const;
  /// Person and number of the verb allow the subject.
  bool inflects_for(std::uint32_t verb, const Word& subject) const;
  /// The verb may have its subject after it.
  bool inverts(std::uint32_t verb, const Word& subject) const;

  // phrase_attachment.cpp
  void place_prepositional(std::uint32_t w);
  /// "des ports tels que Riga", "tous, y compris Malte": the noun that says what the example is one of.
  std::uint32_t exemplified(std::uint32_t w) const;
  /// "en Irlande du Nord", "le Congo du Sud": the name that de, an article and a capital continue.
  std::uint32_t continues_name(std::uint32_t w) const;
  /// "était à l'origine une banque": the attribute stands behind phrases with prepositions.
  bool attribute_follows(std::uint32_t w) const;
  /// Behind the adjectives that follow the unit.
  std::uint32_t end_of_phrase(std::uint32_t w) const;
  /// An apposition or clause behind a mark: what follows without another mark belongs to it.
  bool set_off(const Word& w) const;
  static std::optional<Host> host_of(const Word& w);
  static PhraseKind phrase_kind(const Word& unit);
  /// `below`: the word climbed from, kNone for the first.
  Traits traits_of(std::uint32_t head, const Word& unit, std::uint32_t below) const;
  /// The verb has a phrase with de before the unit, or its object, an office, takes this one.
  bool has_de(const Word& verb, const Word& unit) const;
  /// Another phrase with de follows, which may be the one that a verb wants.
  bool continues_with_de(const Word& unit) const;
  /// What grammar says of a phrase below `head`, beside the counts.
  int fit(const Word& head, const Word& unit) const;
  static bool is_temporal(const Word& w);
  Deprel oblique(const Word& head, const Word& unit) const;

  // clause_attachment.cpp
  /// Gives a verb what waits to its left, down to its opener or to another clause.
  void collect(std::uint32_t w);
  /// A clitic of the verb stands for the noun phrase before it: ce livre, je l'ai lu
  bool taken_up(const Word& entry, const Word& verb) const;
  void left_dependent(std::uint32_t e, std::uint32_t w);
  void place_finite(std::uint32_t w);
  void verb_with_opener(std::uint32_t w);
  /// The word of a verb group that carries person and number.
  std::uint32_t finite_part(std::uint32_t verb) const;
  std::uint32_t first_conjunct(std::uint32_t w) const;
  /// The finite verb that holds all others above `w`.
  std::uint32_t outermost(std::uint32_t w) const;
  void main_clause(std::uint32_t w, bool coordinated);
  /// The finite verb that one without a subject of its own continues: it agrees with the same subject, and
  /// its clause is not closed by the mark before the conjunction.
  std::uint32_t sharing_mate(std::uint32_t w, std::uint32_t nearest) const;

  // subordination.cpp
  /// The nominal a relative clause qualifies; `m` is what the pronoun's verb or form says of its number and
  /// gender. Bare complements ("mission d'information") rarely are it, nor are names ("de Riga") without a
  /// `comma` before the clause.
  std::uint32_t antecedent(const Morph& m, bool comma) const;
  /// "a trouvé des lettres dans le bureau du maire qui concernaient": the object, where it agrees as nothing
  /// behind it does; the phrase in between is then the object's.
  std::uint32_t object_aside(const Morph& m);
  void relative_clause(std::uint32_t w, std::uint32_t o);
  /// "la possibilité que Malte fournisse des armes": the noun takes a clause, and the clause has its object.
  bool complements_noun(std::uint32_t w, std::uint32_t o) const;
  /// "un texte, rédigé par Malte, qui condamne": what the insertion between commas describes.
  std::uint32_t behind_insertion(const Word& rel, const Morph& m) const;
  /// The clause has its object, or its verb takes none: que is no relative pronoun of it.
  bool saturated(std::uint32_t w) const;
  /// "a dit lundi que", "a déclaré à l'officier que": the clause is what the verb above reports.
  bool reported(std::uint32_t w, std::uint32_t o);
  /// Right before the opener stands whom the verb above tells something.
  bool told(std::uint32_t o) const;
  void indirect_question(std::uint32_t w, std::uint32_t o);
  void subordinate_clause(std::uint32_t w, std::uint32_t o, bool coordinated);
  /// "l'accord que Riga vient de signer": nothing takes a clause, so que is a relative pronoun, whatever its
  /// tag.
  bool misread_relative(std::uint32_t w, std::uint32_t o);
  /// How well a que-clause fits below `head`; nothing where it cannot stand there.
  std::optional<int> clause_fit(const Word& head, const Word& que) const;
  /// The verb whose subject il or ce stands for a clause behind the adjective, given by itself or its copula:
  /// il est, il devrait être utile
  std::uint32_t expletive_above(const Word& w) const;
  /// que + clause: complement of the nearest word that takes one.
  bool complement_clause(std::uint32_t w, std::uint32_t o);

  // impersonal.cpp
  /// The verb has an adjective as the attribute of its subject.
  bool attributes(const Word& verb) const;
  static bool is_bare(const Word& nominal);
  /// "il est possible de", "il est temps de": the verb above an adjective or bare noun whose subject is
  /// empty.
  std::uint32_t impersonal_host(std::uint32_t host) const;
  /// With de and an infinitive, il is an empty subject of the verb.
  bool makes_impersonal(const Word& verb) const;
  /// "il doit y avoir", "il est possible de": the infinitive shows that the verb's il is empty.
  void share_expletive(Word& head, const Word& infinitive);
  void make_impersonal(Word& verb);
  /// "c'est Riga qui cède": the clause of `w`, opened by `o`, is what ce stands for.
  bool cleaves(std::uint32_t w, std::uint32_t o);

  // modifier_attachment.cpp
  /// How well an infinitive fits below `head`; nothing where it cannot stand there.
  std::optional<int> infinitive_fit(const Word& head, const Word& unit) const;
  std::uint32_t infinitive_host(const Word& unit) const;
  void place_infinitive(std::uint32_t w);
  /// Somebody to whom the infinitive below `verb` is left: lui permet de partir.
  bool names_person(const Word& verb) const;
  Deprel infinitive_function(const Word& head, bool adverbial) const;
  static bool is_ce(const Word& w) { return w.form == "ce" || w.form == "c'" || w.form == "-ce"; }
  static bool is_il(const Word& w) { return w.form == "il" || w.form == "-t-il" || w.form == "-il"; }
  /// "le point que je souhaite exposer": the relative pronoun is the infinitive's object.
  void raise_relative(Word& head, std::uint32_t infinitive);
  /// What a participle shows of its noun; nothing behind ayant.
  Morph shown_agreement(const Word& participle) const;
  /// Against a complement as what a clause or participle qualifies: the noun above is what is talked of.
  /// `mark`: one stands before the clause; `relative`: no participle.
  int complement_cost(const Word& w, bool mark, bool relative) const;
  /// The nominal a participle or adjective qualifies: agreement that shows outweighs nearness.
  std::uint32_t agreeing_nominal(const Word& unit) const;
  /// "Riga fermant le port, Malte a cédé": the participle has a subject of its own.
  bool opens_absolute(std::uint32_t noun, std::uint32_t w) const;
  /// The verb that a participle continues in a list: a été arrêté, jugé et condamné
  std::uint32_t continues_verbs(std::uint32_t w) const;
  /// "un soldat a été tué et trois civils blessés": the noun phrase between conjunction and participle.
  void claim_gapped_subject(std::uint32_t w, std::uint32_t coordinator);
  void place_participle(std::uint32_t w);
  void place_gerund(std::uint32_t w);
  /// The first adjective of a list that goes on with w: libre, ouvert et franc
  std::uint32_t continues_adjectives(std::uint32_t w) const;
  /// "les géants asiatique et européen": one adjective each, and another one follows.
  bool shares_plural(std::uint32_t w) const;
  static bool plural_of(const Word& noun, const Word& adjective);
  void place_adjective(std::uint32_t w);
  /// The adverb bears on the unit that begins right after it.
  bool looks_forward(std::uint32_t w, std::uint32_t next) const;
  /// Behind unit `u` a subject or verb begins a clause: et ensuite elle part.
  bool opens_clause(std::size_t u) const;
  void place_adverb(std::uint32_t w, std::size_t u);

  Sentence& s_;
  std::vector<std::uint32_t>& stack_;
  std::uint32_t last_ = kNone;  ///< last word of the topmost tree
  std::uint32_t before_bracket_ = kNone,
                below_bracket_ = kNone;  ///< last word and topmost tree at the bracket
  std::uint32_t coordinator_ = kNone;    ///< read, not yet used
  std::uint32_t insertion_ = kNone,
                before_insertion_ = kNone;     ///< a phrase behind a comma, and the last word before it
  std::uint32_t opening_coordinator_ = kNone;  ///< begins the sentence; the main verb's
  bool new_clause_ = false;  ///< a mark or coordinator before this unit begins another clause
  bool joins_ = false;       ///< the coordinator stands right before this unit, adverbs aside
  bool comma_ = false, boundary_ = false, colon_ = false, bracket_ = false;  ///< right before this unit
  bool keep_boundary_ = false;
};

}  // namespace maillon::syntax
