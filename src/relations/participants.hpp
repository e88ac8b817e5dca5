// From words of the tree to participants of statements: mentions, coordination, entities of the extraction.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/utf8.hpp"
#include "relations/predicate.hpp"
#include "relations/statement.hpp"

namespace maillon {

/// One participant a word stands for. Of a coordination each member is one.
struct Party {
  std::uint32_t word = kNone;
  std::uint32_t mention = kNone;  ///< index into MentionSet::mentions; kNone for a literal
  std::uint32_t entity = kNone;   ///< index into Extraction::entities
  std::string_view preposition;   ///< its own, where a later member of a coordination repeats or changes it
  bool denied = false;            ///< "mais pas Malte"
  bool contrasted = false;        ///< "pas par Malte mais par Oslo": what is denied of the first is so of it
};

/// Fills Extraction::entities as they are needed. One a document.
class Participants {
 public:
  Participants(PredicateGraph& graph, Extraction& out);

  /// Appends what the word stands for, coordinated members included; nothing for an unresolved pronoun.
  void resolve(std::uint32_t word, std::vector<Party>& out);
  /// The mention of exactly that word or of the name that holds it, or kNone.
  std::uint32_t mention_of(std::uint32_t word) const;
  /// False of a pronoun that found no antecedent: it names nobody.
  bool resolved(const Mention&) const;
  /// A noun without content ("une chose", "le fait"), a function word, a bare number: no participant.
  bool tells_nothing(const Mention&) const;
  /// "97 % des électeurs". Precondition: the mention has a quantity.
  bool is_share_of_people(const Mention& mention) const;
  /// "c'", "qui", "nous", known by nothing else.
  bool is_bare_pronoun(const Mention&) const;
  /// The word is part of a name whose head is another: "droits" of "Observatoire des droits".
  bool inside_name(std::uint32_t word) const {
    return cover_[word] != kNone && set_.mentions[cover_[word]].head != word;
  }
  /// Appends the examples that a noun introduces: "des pays comme X et Y".
  void examples(std::uint32_t word, std::vector<Party>& out);
  /// The words of a clause without "que" and without the predicate that governs it; empty where nothing is
  /// left.
  std::string clause_text(std::uint32_t clause, std::uint32_t governor) const;
  /// "5 millions d'euros", "40 % des voix": the amount that the word measures, or empty.
  std::string amount(std::uint32_t word) const;
  /// The words as the text has them, line ends as spaces.
  std::string phrase(IndexRange words) const;
  /// A participant that is only text: a property, a date.
  Party literal(std::uint32_t word, std::string_view text);
  Participant participant(const Party&) const;
  EntityType type_of(const Party& p) const { return out_.entities[p.entity].type; }
  std::uint32_t entity(std::uint32_t document_entity);
  /// DocumentEntity -> Extraction::entities, or kNone for those that no statement has needed.
  const std::vector<std::uint32_t>& entities() const { return entity_; }

 private:
  std::uint32_t called(std::uint32_t word) const;
  bool has_content(std::uint32_t word) const;
  bool tells_of(std::uint32_t word, std::uint32_t member) const;
  IndexRange trimmed(IndexRange words) const;
  void add(std::uint32_t word, std::uint32_t mention, std::uint32_t document_entity,
           std::string_view preposition, std::vector<Party>& out);

  PredicateGraph& g_;
  const MentionSet& set_;
  const ParsedText& parsed_;
  Extraction& out_;
  std::vector<std::uint32_t> cover_;   ///< word -> least named mention that holds it
  std::vector<std::uint32_t> entity_;  ///< DocumentEntity -> Extraction::entities
  std::unordered_map<std::string, std::uint32_t> literals_;
};

}  // namespace maillon
