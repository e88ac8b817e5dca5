// What the whole program is for: statements with their qualifiers and evidence. See
// schemas/formats/statement.schema.json for the same on the wire.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "mentions/mention_set.hpp"

namespace maillon {

enum class Polarity : std::uint8_t { affirmative, negative };
enum class Modality : std::uint8_t {
  asserted,
  alleged,
  possible,
  future,
  conditional,
  desired,
  requested,
  purpose
};
std::string_view to_string(Polarity);
std::string_view to_string(Modality);
std::optional<Modality> modality_from(std::string_view name);

/// A participant: an entity of the extraction and the words that stand for it here.
struct Participant {
  std::uint32_t entity = kNone;  ///< index into Extraction::entities
  std::string mention;           ///< as the sentence has it
};

struct TimeQualifier {
  std::string value;  ///< ISO 8601; empty where not certain
  std::string text;   ///< as the sentence has it
};

struct QuantityQualifier {
  double value = 0;
  Comparator comparator = Comparator::equal;
  std::string unit;
};

struct Qualifiers {
  std::optional<TimeQualifier> time;
  std::optional<Participant> place;
  std::vector<Participant> attribution;  ///< innermost source first
  Polarity polarity = Polarity::affirmative;
  Modality modality = Modality::asserted;
  std::optional<QuantityQualifier> quantity;
};

struct Predicate {
  std::string lemma;  ///< infinitive, or singular of a noun or adjective; locutions whole ("prendre part")
  std::string text;   ///< as the sentence has it
  std::string preposition;  ///< that leads the object; empty for a direct object
};

/// Where a statement stands. Offsets are CODE POINTS of the article's text (of its title where in_title).
struct Evidence {
  std::uint32_t sentence = 0;  ///< 0-based, in the article
  std::uint32_t begin = 0, end = 0;
  bool in_title = false;
  std::string text;  ///< the sentence
};

struct Statement {
  std::string id;  ///< content-derived, see statement_id
  Participant subject;
  std::string relation;  ///< of schemas/ontology/relations.json, or the upper-case lemma for open relations
  Predicate predicate;
  Participant object;
  Qualifiers qualifiers;
  std::uint32_t event = kNone;  ///< index into Extraction::events
  Evidence evidence;
  std::string rule;                ///< id of the frame or rule that made it
  std::vector<std::string> trace;  ///< rules that fired on the way, in order
  double confidence = 0;           ///< 0..1
};

/// An event node: what a verb or its noun tells, with its participants.
struct Event {
  std::string id;     ///< content-derived: "e" + 16 hex digits
  std::string label;  ///< "rencontre Anna Berg – Jan Novak"
  std::string lemma;  ///< of the first mention
  std::string type;   ///< PLOVER type ("CONSULT"); empty where none applies
  std::string relation;
  std::optional<TimeQualifier> time;
  std::optional<Participant> place;
  std::vector<std::uint32_t> participants;  ///< entities, sorted, distinct
};

/// An entity as the graph gets it: DocumentEntity without its mentions.
struct ExtractedEntity {
  std::string id;  ///< content-derived: see entity_id
  EntityType type = EntityType::Concept;
  std::string label;
  std::vector<std::string> aliases;  ///< sorted, label excluded
  bool named = false;
  std::string iso3166;
  std::string iri;
};

/// Where words stand. Offsets are CODE POINTS of the article's text (of its title where in_title).
struct TextPlace {
  std::uint32_t begin = 0, end = 0;
  bool in_title = false;
};

struct ExtractedSentence {
  TextPlace place;
  std::string text;
};

/// Words that stand for an entity.
struct ExtractedMention {
  std::uint32_t entity = kNone;    ///< index into Extraction::entities
  std::uint32_t sentence = kNone;  ///< 0-based, in the article
  MentionKind kind = MentionKind::nominal;
  TextPlace place;
  std::string text;
};

/// The article as it was analysed: with the metadata of its Extraction all that an Analyzer needs to do it
/// again.
struct AnalysedText {
  std::string body;              ///< Article::body
  std::uint32_t text_begin = 0;  ///< byte of the body
  std::vector<Boilerplate> boilerplate;
  std::vector<ExtractedSentence> sentences;
  std::vector<ExtractedMention> mentions;  ///< of the extraction's entities, by their heads' order
};

/// All that one article states. Owns its strings: the analysis behind it can be dropped.
struct Extraction {
  std::string document;  ///< article id
  std::string title, date, source, url;
  std::string content_hash;  ///< see content_hash()
  std::string analysis;      ///< with which program and rules it was read; empty where nobody noted it
  std::uint32_t sentences = 0, words = 0;
  std::vector<ExtractedEntity> entities;
  std::vector<Event> events;
  std::vector<Statement> statements;  ///< in text order
  AnalysedText text;
};

/// Hex XXH3-128 of all that is analysed of an article: body, title, date, source, address.
std::string content_hash(const Article&);
/// "person:anna-berg", "group:soldats-suedois": type and folded label. Depends on content alone, so machines
/// that never met agree. To the id of a common noun phrase that stands for an individual ("le ministre", "la
/// réunion") the extractor adds "@" and a hash of the document: the minister of another article is another
/// one.
std::string entity_id(EntityType, std::string_view label);
/// Types whose unnamed members are individuals of their article: Person, State, Place, Organization, Event,
/// Agreement.
bool is_individual(EntityType);
/// "s" + 16 hex digits of XXH3 over document, subject id, lemma, preposition, object id and evidence offsets;
/// over `number`, too, where it is the second or a later one of these that differs in polarity or modality.
std::string statement_id(const Extraction&, const Statement&, std::uint32_t number = 1);

}  // namespace maillon
