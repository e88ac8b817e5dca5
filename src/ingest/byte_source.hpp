// Bytes of a file or of standard input, decompressed on the way: gzip (RFC 1952) and zstd (RFC 8878) are
// known by their magic numbers, not by their names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/result.hpp"

namespace maillon {

/// A stream that is read once, front to back. Not thread-safe.
class ByteSource {
 public:
  /// `path` "-" is standard input. A file that is missing, a folder or not readable is a Diagnostic.
  static Result<ByteSource> open(const std::string& path);
  ByteSource(ByteSource&&) noexcept;
  ByteSource& operator=(ByteSource&&) noexcept;
  ~ByteSource();

  /// Writes up to `size` BYTES to `to` and says how many; 0 only at the end. A read error and a damaged or
  /// truncated archive are Diagnostics; nothing can be read after one.
  Result<std::size_t> read(char* to, std::size_t size);

  /// BYTES taken from the file so far, before decompression.
  std::uint64_t bytes_taken() const;

  /// One link of the chain file -> decompressor; public for the implementations in byte_source.cpp.
  class Stream {
   public:
    virtual ~Stream() = default;
    virtual Result<std::size_t> read(char* to, std::size_t size) = 0;
    virtual std::uint64_t bytes_taken() const = 0;
  };

 private:
  explicit ByteSource(std::unique_ptr<Stream>);
  std::unique_ptr<Stream> stream_;
};

}  // namespace maillon
