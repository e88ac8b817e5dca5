// The JSON files below schemas/ as RapidJSON documents.
#pragma once

#include <rapidjson/document.h>

#include <string>

#include "base/result.hpp"
#include "base/schemas.hpp"

namespace maillon {

/// Parses the file at `path` below schemas/; a syntax error is a Diagnostic with its line. The top level must
/// be an object.
Result<rapidjson::Document> read_schema_json(const Schemas& schemas, const std::string& path);

}  // namespace maillon
