#include "import/graph_reader.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "import/graph_draft.hpp"
#include "import/graph_input.hpp"
#include "import/graphml_reader.hpp"
#include "import/jsonld_reader.hpp"

namespace maillon {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The first byte that is no white space, behind a byte order mark; 0 where there is none in the first piece.
char first_byte(GraphInput& input) {
  const std::span<const char> piece = input.peek();
  std::string_view text(piece.data(), piece.size());
  if (text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
    input.skip(kByteOrderMark.size());
  }
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : text[at];
}

}  // namespace

Result<KnowledgeGraph> read_graph(const std::string& path) {
  Result<ByteSource> source = ByteSource::open(path);
  if (!source) return source.error();
  GraphInput input(path, std::move(source).value());
  GraphDraft draft;
  const char first = first_byte(input);
  if (input.problem()) return *input.problem();
  if (first != '<' && first != '{')
    return error_in(path, first == '\0' ? "the file is empty" : "the file is neither GraphML nor JSON-LD",
                    "import what maillon export -f graphml or -f jsonld has written");
  if (Status done = first == '<' ? read_graphml(input, draft) : read_jsonld(input, draft); !done)
    return done.error();
  Result<KnowledgeGraph> graph = std::move(draft).finish();
  if (graph) return graph;
  Diagnostic problem = graph.error();
  problem.file = path;
  return problem;
}

}  // namespace maillon
