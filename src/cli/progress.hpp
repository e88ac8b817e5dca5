// A progress bar for people: on a terminal only, a few times a second.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "cli/console.hpp"
#include "ingest/document_reader.hpp"

namespace maillon::cli {

class Progress {
 public:
  Progress(Console& console, const DocumentReader& reader);
  /// One more article is done.
  void step();

 private:
  void show();

  using Clock = std::chrono::steady_clock;
  Console& console_;
  const DocumentReader& reader_;
  std::optional<std::uint64_t> total_;  ///< bytes; nothing where standard input is read
  std::uint64_t articles_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point shown_ = begin_;
};

}  // namespace maillon::cli
