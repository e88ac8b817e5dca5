#include "pipeline/rule_hashes.hpp"

#include "base/hash.hpp"

namespace maillon {

namespace {

/// The graph's own rules, and the names of states that it compares with; every stage reads the ontology.
constexpr std::string_view kGraph = "fr/graph/", kMentions = "fr/mentions/", kOntology = "ontology/",
                           kFormats = "formats/";

template <class Chosen>
std::string hash_of(const Schemas& schemas, Chosen chosen) {
  Hasher hash;
  for (const std::string_view path : schemas.list({})) {
    if (!chosen(path)) continue;
    if (const auto text = schemas.read(path)) hash.add(path).add(*text);
  }
  return std::string(MAILLON_VERSION) + ' ' + hash.hex64();
}

}  // namespace

std::string analysis_hash(const Schemas& schemas) {
  return hash_of(schemas, [](std::string_view path) {
    return !path.starts_with(kGraph) && !path.starts_with(kFormats);
  });
}

std::string graph_hash(const Schemas& schemas) {
  return hash_of(schemas, [](std::string_view path) {
    return path.starts_with(kGraph) || path.starts_with(kMentions) || path.starts_with(kOntology);
  });
}

}  // namespace maillon
