// Strings that live as long as a document's analysis, without an allocation each.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace maillon {

/// Owns copies of strings; the views it returns stay valid for the arena's lifetime, also after a move.
/// Not thread-safe: one arena a document.
class StringArena {
 public:
  StringArena() = default;
  StringArena(StringArena&&) noexcept = default;
  StringArena& operator=(StringArena&&) noexcept = default;

  std::string_view store(std::string_view text);
  /// Concatenation, stored once.
  std::string_view store(std::string_view first, std::string_view second);
  /// `size` writable bytes, for a caller that builds in place.
  char* allocate(std::size_t size);

 private:
  static constexpr std::size_t kBlock = 16 * 1024;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace maillon
