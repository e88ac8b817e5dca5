// Paths of files, folders and standard input -> the bytes of one document after another, streaming.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/result.hpp"
#include "ingest/byte_source.hpp"

namespace maillon {

enum class DocumentFormat : std::uint8_t { text, html, json_line };

/// One article as it came, not yet decoded.
struct RawDocument {
  std::string bytes;  ///< a whole file, or one line of JSON Lines without its line end
  DocumentFormat format = DocumentFormat::text;
  std::string id;          ///< file's stem; for JSON Lines "<stem>-<line>", which an "id" field replaces
  std::string file;        ///< as the user gave it or as the folder had it; "-" is standard input
  std::uint32_t line = 0;  ///< 1-based line of a JSON Lines file; 0 elsewhere
};

struct ReaderLimits {
  /// A longer article is a Diagnostic: it bounds the memory of a run, and no news article comes near it.
  std::size_t article_bytes = std::size_t{8} << 20;
};

/// Reads documents in a fixed order: paths as given, folders recursively with their entries sorted by bytes,
/// lines in file order. Hidden files and names without a known ending (.txt .text .html .htm .xhtml .jsonl
/// .ndjson .json, each also with .gz .zst .zstd) are passed over inside folders; a file named directly is
/// always read, and its content decides where its name does not. A file that is named twice is read once.
/// Holds one document at a time.
class DocumentReader {
 public:
  explicit DocumentReader(std::vector<std::string> paths, ReaderLimits limits = {});

  /// The next document, or what hindered it (reading goes on behind it); nothing at the end.
  std::optional<Result<RawDocument>> next();

  /// Bytes of all regular files that the paths name, for a progress bar; nothing with standard input.
  /// Compressed files count as they lie on the disk.
  std::optional<std::uint64_t> total_bytes() const;
  /// Bytes of them read so far; never more than total_bytes().
  std::uint64_t bytes_read() const { return finished_bytes_ + (source_ ? source_->bytes_taken() : 0); }

 private:
  struct Pending {
    std::string path;
    std::optional<Diagnostic> problem;  ///< found while listing
  };
  void close();
  void list(const std::string& path);
  void await(std::string path);
  std::optional<Diagnostic> begin(const std::string& path);
  std::optional<Result<RawDocument>> next_line();
  Result<RawDocument> whole_file();
  /// Appends input to buffer_; false at the end of the file.
  Result<bool> fill();
  std::string unique_id(std::string id);

  ReaderLimits limits_;
  std::vector<Pending> waiting_;      ///< last first
  std::uint64_t finished_bytes_ = 0;  ///< of files that are done
  std::optional<ByteSource> source_;
  std::string file_, stem_;
  DocumentFormat format_ = DocumentFormat::text;
  std::string buffer_;
  std::size_t at_ = 0;  ///< of buffer_, where the next line begins
  std::uint32_t line_ = 0;
  std::unordered_set<std::string> listed_;  ///< absolute paths
  std::unordered_set<std::string> stems_;   ///< given as ids, to keep files of one name apart
};

}  // namespace maillon
