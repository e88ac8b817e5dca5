// The RDF vocabulary of the exports: schemas/formats/context.jsonld, which JSON-LD carries inline and the
// other RDF formats expand.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/schemas.hpp"

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
  static Result<Vocabulary> load(const Schemas&);
  /// The program's own. Its presence and form are checked by the tests.
  static const Vocabulary& embedded();

  /// Must be a term of the file.
  const VocabularyTerm& term(std::string_view name) const { return terms_.find(name)->second; }
  /// "rdf:type" -> its IRI; what has no known prefix comes back as it is.
  std::string expand(std::string_view compact) const;
  /// The value of "@context" as JSON.
  const std::string& context() const { return context_; }
  const std::map<std::string, VocabularyTerm, std::less<>>& terms() const { return terms_; }
  const std::map<std::string, std::string, std::less<>>& prefixes() const { return prefixes_; }

 private:
  std::string context_;
  std::map<std::string, std::string, std::less<>> prefixes_;
  std::map<std::string, VocabularyTerm, std::less<>> terms_;
};

}  // namespace maillon
