// What a user knows of names: the files of --gazetteer and --same-as (schemas/formats/names.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "base/string_map.hpp"
#include "mentions/mention_set.hpp"

namespace maillon {

/// Where the files lie among the schemas, if there are any.
inline constexpr std::string_view kUserGazetteer = "user/gazetteer.csv";
inline constexpr std::string_view kUserSameAs = "user/same-as.csv";

struct UserName {
  std::string name;
  std::string label;  ///< canonical name
  EntityType type = EntityType::Concept;
  std::string iri;         ///< absolute, or empty
  std::uint32_t line = 0;  ///< of its file
};

/// Immutable after loading.
class UserNames {
 public:
  /// Reads both files where they are there. A row that cannot be used is a Diagnostic with file, line and
  /// what to do.
  static Result<UserNames> load(const Schemas&);

  const std::vector<UserName>& names() const { return names_; }
  /// The entry of that name or canonical name, whatever its case, accents, hyphens and article; or nullptr.
  const UserName* find(std::string_view name) const;
  /// Gives each entity that bears such a name its label, type and IRI; its own label becomes an alias.
  void apply(std::vector<DocumentEntity>& entities) const;

 private:
  std::optional<Diagnostic> read(const Schemas&, std::string_view path);
  std::optional<Diagnostic> add(UserName name, std::string_view path);

  std::vector<UserName> names_;
  StringMap<std::uint32_t> by_key_;
};

}  // namespace maillon
