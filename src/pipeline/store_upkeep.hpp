// Stores looked after: verified, rid of articles, joined. What `maillon check`, `forget` and `merge` do.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/schemas.hpp"
#include "pipeline/graph_build.hpp"

namespace maillon {

/// The store's file for an output, a .db file or a folder, which is made where it is missing.
Result<std::string> store_file(const std::string& output);

/// Everything that can be verified of a store: the file, its references, and that the graph beside the
/// articles, where these schemas made it, is the one that they give.
Result<BuildReport> check_store(const std::string& store, const Schemas& schemas);

/// Removes articles with all that only they support, and renews the graph and the files that a build has left
/// beside the store. An id that the store has not is a Diagnostic, and nothing is removed.
Result<BuildReport> forget_articles(const std::string& store, const std::vector<std::string>& articles,
                                    const Schemas& schemas);

/// Joins stores into `output` (a .db file or a folder), which is one of them where it is there already. Any
/// order, any grouping and any repetition give the same.
Result<BuildReport> merge_stores(const std::vector<std::string>& stores, const std::string& output,
                                 const Schemas& schemas);

}  // namespace maillon
