// What every rule and pass says of itself, by its id.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/schemas.hpp"

namespace maillon {

struct RuleDescription {
  std::string_view file;    ///< path among the schemas
  std::string pointer;      ///< JSON pointer (RFC 6901) of the rule in it
  std::string description;  ///< may be empty
};

/// All ids of the JSON files under fr/. The schemas must outlive it.
class RuleIndex {
 public:
  static Result<RuleIndex> load(const Schemas&);
  /// Null where no rule has the id.
  const RuleDescription* find(std::string_view id) const;
  /// 1-based line of the rule in its file.
  std::uint32_t line(const RuleDescription&) const;

 private:
  explicit RuleIndex(const Schemas& schemas) : schemas_(&schemas) {}
  const Schemas* schemas_;
  std::map<std::string, RuleDescription, std::less<>> rules_;
};

}  // namespace maillon
