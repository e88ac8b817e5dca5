// The schemas that --schemas and --rules ask for.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "cli/options.hpp"

namespace maillon::cli {

/// The files of names that --gazetteer and --same-as ask for lie beside the schemas
/// (mentions/user_names.hpp).
///
/// The built-in schemas; with --schemas those of a folder over them; with --rules a file of relation rules
/// (schemas/formats/rules.schema.json) beside those of fr/relations.
Result<Schemas> load_schemas(const Options& options);

/// Where the user's rules lie among the schemas: behind the built-in ones, of which none has this name.
inline constexpr std::string_view kUserRules = "fr/relations/~user.json";

/// `d` as the user knows the place: a problem of a file that --rules, --gazetteer or --same-as named says so.
Diagnostic in_user_file(Diagnostic d, const Options& options);

}  // namespace maillon::cli
