// A file given to `maillon import`. Whatever it holds must be told as a problem, or be a graph: one that exports, and
// whose export reads back as the same bytes.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "export/formats.hpp"
#include "import/graph_reader.hpp"

namespace {

using namespace maillon;

/// A file that is nowhere but in memory.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("graph", MFD_CLOEXEC)) {
    if (descriptor_ < 0) std::abort();
    while (!bytes.empty()) {
      const ssize_t size = write(descriptor_, bytes.data(), bytes.size());
      if (size <= 0) std::abort();
      bytes.remove_prefix(static_cast<std::size_t>(size));
    }
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

std::string exported(const KnowledgeGraph& graph, const char* format) {
  StringSink sink;
  find_format(format)->files[0].write(graph, {}, sink);
  return sink.text();
}

void check_return(const KnowledgeGraph& graph, const char* format) {
  const std::string bytes = exported(graph, format);
  const auto back = read_graph(MemoryFile(bytes).path());
  if (!back) std::fprintf(stderr, "%s: %s\n", format, back.error().to_string().c_str());
  if (!back || exported(*back, format) != bytes) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFile file({reinterpret_cast<const char*>(data), size});
  const auto graph = read_graph(file.path());
  if (!graph) {
    if (graph.error().message.empty()) std::abort();
    return 0;
  }
  for (const char* format : {"graphml", "jsonld"}) check_return(*graph, format);
  return 0;
}
