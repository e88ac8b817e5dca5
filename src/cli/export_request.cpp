#include "cli/export_request.hpp"

namespace maillon::cli {

ExportOptions export_options(const Options& options) {
  return {.strict = options.strict, .iri_base = options.iri_base, .named_graphs = options.named_graphs};
}

ViewRequest view_request(const Options& options) {
  return {.view = options.view,
          .since = options.since,
          .until = options.until,
          .types = options.types,
          .relations = options.relations,
          .min_documents = options.min_documents,
          .min_confidence = options.min_confidence,
          .neighbourhood = options.neighbourhood};
}

}  // namespace maillon::cli
