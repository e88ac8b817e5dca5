// Predicates -> statements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relations/derivation.hpp"
#include "relations/event_builder.hpp"
#include "relations/participants.hpp"

namespace maillon {

/// Writes the statements of one document into an Extraction.
class StatementBuilder {
 public:
  StatementBuilder(PredicateGraph& graph, Extraction& out);

  /// Statements of all predicates and roles, in text order; then the events that they tell.
  void run();
  /// After run(): the words behind each statement.
  std::vector<Derivation> derivations() const;

 private:
  struct Relation {
    std::string_view lemma, preposition;
    std::string name;  ///< ontology relation
    std::string_view rule;
    std::uint32_t predicate;
    bool shared;  ///< an argument comes from outside the predicate's subtree
  };

  void predicate(std::uint32_t index);
  void verb(std::uint32_t index);
  void noun(std::uint32_t index);
  void predicated(std::uint32_t index, const std::vector<Party>& subjects);
  void pairs(std::uint32_t index, const std::vector<Party>& parties);
  void single(std::uint32_t index, const Party& subject);
  bool is_property(std::uint32_t word) const;
  void property(std::uint32_t index, const Party& subject);
  static bool governs_clauses(const Frame&);
  bool has_clause(const PredicateInstance&) const;
  bool has_object(const PredicateInstance&) const;
  bool is_whole(const PredicateInstance&) const;
  std::string literal_text(std::uint32_t index, const Argument&) const;
  bool is_state_verb(std::string_view lemma) const;
  bool is_absolute(const PredicateInstance&) const;
  static bool is_agentive(EntityType);
  bool is_mutual(const PredicateInstance&) const;
  bool has_partner(const PredicateInstance&) const;
  bool tells_alone(const PredicateInstance&, const Frame*) const;
  bool is_actor(const Party&, const Frame&) const;
  bool names_itself(const Party& whole, const Party& name) const;
  void nationality(std::uint32_t index);
  void affiliations();
  std::uint32_t body_behind(const Mention& person) const;
  std::uint32_t place_in_brackets(const Mention& inner) const;
  void parts();
  void instances();
  bool has_preposition(std::uint32_t word) const;
  void nested_places();
  void located(std::uint32_t m);
  static bool lies_at(std::string_view preposition);
  void relate(std::uint32_t subject, std::uint32_t object, std::uint32_t word, const Relation&);
  void ages();
  std::uint32_t aged(const Quantity& years) const;
  void roles();
  void role(const Role&);
  void qualify_role(std::uint32_t predicate, Qualifiers&);
  std::uint32_t appointed(std::uint32_t office, std::uint32_t& verb) const;
  std::uint32_t placed(std::uint32_t post, std::uint32_t& verb) const;
  std::string office_name(const Role&) const;
  std::uint32_t predicate_of_role(const Role&) const;
  std::uint32_t quantity_of(std::uint32_t word) const;
  std::uint32_t named_before(std::uint32_t own) const;
  std::uint32_t quantity_at(std::uint32_t word) const;
  bool is_few(const Party&) const;
  bool vouches(const Party& source, const PredicateInstance&) const;
  TimeQualifier time_qualifier(std::uint32_t time) const;
  void attribute(const PredicateInstance&, Qualifiers&);
  void order();
  static bool says_the_same(const Statement&, const Statement&);
  static bool take_over(Statement& kept, Statement& other);
  void state(const Party& subject, const Party& object, const Relation&);
  Qualifiers qualifiers(const Party& subject, const Party& object, const Relation&);
  /// What the first party of a statement is to its predicate: who acts, what is acted on in a passive or
  /// beside an action noun, or the noun phrase itself.
  enum class Lead : std::uint8_t { actor, patient, self };
  ParticipantFacts facts(const Party&) const;
  std::string relation_name(std::uint32_t index, std::string_view lemma, Lead, const Party& subject,
                            const Argument* argument, const Party& object) const;
  std::string predicate_text(std::uint32_t index) const;
  Evidence evidence(std::uint32_t word) const;
  std::string attribute_text(std::uint32_t word) const;
  bool is_governed(const Relation&) const;
  double confidence(const Party& subject, const Party& object, const Relation&) const;
  bool tells_kind(const Role&) const;

  PredicateGraph& g_;
  const ParsedText& parsed_;
  Extraction& out_;
  Participants people_;
  utf8::OffsetMap offsets_;
  StatementOrigins origins_;  ///< of each statement
};

/// "prendre part" -> "PRENDRE_PART": the relation of a predicate without a frame.
std::string open_relation(std::string_view lemma);

}  // namespace maillon
