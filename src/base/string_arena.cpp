#include "base/string_arena.hpp"

#include <cstring>

namespace maillon {

char* StringArena::allocate(std::size_t size) {
  if (size > left_) {
    if (size > kBlock / 4) {  // a giant gets a block of its own, the current block goes on
      blocks_.push_back(std::make_unique<char[]>(size));
      return blocks_.back().get();
    }
    blocks_.push_back(std::make_unique<char[]>(kBlock));
    at_ = blocks_.back().get();
    left_ = kBlock;
  }
  char* out = at_;
  at_ += size;
  left_ -= size;
  return out;
}

std::string_view StringArena::store(std::string_view text) { return store(text, {}); }

std::string_view StringArena::store(std::string_view first, std::string_view second) {
  const std::size_t size = first.size() + second.size();
  if (size == 0) return {};
  char* out = allocate(size);
  if (!first.empty()) std::memcpy(out, first.data(), first.size());
  if (!second.empty()) std::memcpy(out + first.size(), second.data(), second.size());
  return {out, size};
}

}  // namespace maillon
