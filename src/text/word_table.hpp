// What the word lists of schemas/fr/text/ say of a written form, found without allocation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace maillon::text {

/// A short form in lower case with straight apostrophes, on the stack.
class FoldedForm {
 public:
  /// Forms longer than kCapacity bytes fold to the empty form: no list holds such words.
  explicit FoldedForm(std::string_view form);
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  static constexpr std::size_t kCapacity = 48;
  std::array<char, kCapacity> bytes_;
  std::size_t size_ = 0;
};

/// A hash table from forms to sets of flags, read-only after filling.
class WordTable {
 public:
  using Flags = std::uint32_t;

  /// Adds `flags` to those of `form`.
  void add(std::string_view form, Flags flags);
  /// The flags of `form`, exactly as written; 0 where it is unknown.
  Flags find(std::string_view form) const;

 private:
  struct Slot {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    Flags flags = 0;  ///< 0: free
  };
  std::size_t slot_of(std::string_view form) const;
  void grow();

  std::string bytes_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace maillon::text
