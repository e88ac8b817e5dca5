// Where exporters write: a file that appears only when it is whole, or a string.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"

namespace maillon {

/// Takes bytes. A failure is remembered and reported once, by finish(); writes after it are dropped.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void write(std::string_view bytes) = 0;

  Sink& operator<<(std::string_view bytes) {
    write(bytes);
    return *this;
  }

  /// What is written cannot be made; the first reason counts.
  void fail(Diagnostic why) {
    if (!failure_) failure_ = std::move(why);
  }
  const std::optional<Diagnostic>& failure() const { return failure_; }

 private:
  std::optional<Diagnostic> failure_;
};

class StringSink final : public Sink {
 public:
  void write(std::string_view bytes) override { text_ += bytes; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Writes PATH.part beside PATH and renames it over PATH in finish(); without finish() PATH stays as it was.
/// The path "-" is standard output, which is written through.
class FileSink final : public Sink {
 public:
  static Result<FileSink> open(std::string path);
  FileSink(FileSink&& other) noexcept;
  FileSink& operator=(FileSink&&) = delete;
  ~FileSink() override;

  void write(std::string_view bytes) override;
  /// Flushes to the disk and renames. A Diagnostic on a full disk, a lost folder, or after fail(); a pipe
  /// whose reader has gone away ends the writing quietly.
  Status finish();

 private:
  FileSink(std::string path, std::string part, std::FILE* file);

  std::string path_, part_;
  std::FILE* file_ = nullptr;
  int error_ = 0;  ///< errno of the first failure
};

}  // namespace maillon
