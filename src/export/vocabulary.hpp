// The RDF vocabulary of the exports: schemas/formats/context.jsonld, which JSON-LD carries inline and the
// other RDF formats expand, and schemas/ontology/mappings.json, which says what classes and relations are
// elsewhere. Compact IRIs ("schema:Person") have the prefixes of the context.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_map.hpp"
#include "mentions/mention_set.hpp"

namespace maillon {

struct VocabularyTerm {
  std::string name;
  std::string iri;
  std::string datatype;  ///< IRI; empty for plain strings, language strings and nodes
  std::string language;  ///< "fr"; empty but for language strings
  bool is_node = false;  ///< its values are IRIs
};

class Vocabulary {
 public:
  /// Looked up for every triple, in no order.
  using Terms = StringMap<VocabularyTerm>;
  template <class Value>
  using ByName = std::map<std::string, Value, std::less<>>;

  static Result<Vocabulary> load(const Schemas&);
  /// The program's own. Its presence and form are checked by the tests.
  static const Vocabulary& embedded();

  /// Must be a term of the file.
  const VocabularyTerm& term(std::string_view name) const { return terms_.find(name)->second; }
  /// "rdf:type" -> its IRI; what has no known prefix comes back as it is.
  std::string expand(std::string_view compact) const;
  /// Compact IRIs of what a node of that type is: "maillon:Person", "schema:Person".
  std::span<const std::string> types_of(EntityType type, bool is_event) const {
    return (is_event ? event_types_ : entity_types_)[static_cast<std::size_t>(type)];
  }
  /// Compact IRIs of the properties that a relation implies in other vocabularies; mostly none.
  std::span<const std::string> implied_by(std::string_view relation) const;

  /// The value of "@context" as JSON.
  const std::string& context() const { return context_; }
  const Terms& terms() const { return terms_; }
  const ByName<std::string>& prefixes() const { return prefixes_; }

 private:
  Status load_context(const Schemas&);
  Status load_mappings(const Schemas&);

  std::string context_;
  ByName<std::string> prefixes_;
  Terms terms_;
  std::array<std::vector<std::string>, kEntityTypeCount> entity_types_, event_types_;
  ByName<std::vector<std::string>> implied_;
};

}  // namespace maillon
