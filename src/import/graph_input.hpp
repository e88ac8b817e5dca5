// The bytes of a graph's file, in pieces, with a look at the first ones. For this room only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "ingest/byte_source.hpp"

namespace maillon {

class GraphInput {
 public:
  GraphInput(std::string path, ByteSource source)
      : path_(std::move(path)), source_(std::move(source)), buffer_(std::size_t{1} << 18) {}

  const std::string& path() const { return path_; }

  /// The next piece, valid until the next call; empty at the end and after a failure.
  std::span<const char> next() {
    if (std::exchange(kept_, false)) return piece_;
    piece_ = {};
    if (problem_) return piece_;
    Result<std::size_t> size = source_.read(buffer_.data(), buffer_.size());
    if (size) {
      piece_ = {buffer_.data(), *size};
    } else {
      problem_ = size.error();
    }
    return piece_;
  }
  /// The next piece, which next() gives once more.
  std::span<const char> peek() {
    const auto piece = next();
    kept_ = true;
    return piece;
  }
  /// Passes over the first bytes of the piece that peek() gave.
  void skip(std::size_t bytes) { piece_ = piece_.subspan(bytes); }
  /// Why there is no more: an unreadable file, a damaged archive.
  const std::optional<Diagnostic>& problem() const { return problem_; }

 private:
  std::string path_;
  ByteSource source_;
  std::vector<char> buffer_;
  std::span<const char> piece_;
  bool kept_ = false;
  std::optional<Diagnostic> problem_;
};

}  // namespace maillon
