// Short lists by the million (documents of an edge, names of a node) without an allocation each.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace maillon {

/// A view of a list that lives in a pool; equal where the items are.
template <class T>
class List : public std::span<const T> {
 public:
  using std::span<const T>::span;
  friend bool operator==(List a, List b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }
};

/// Views it returns live as long as the pool, also after a move. Not thread-safe.
template <class T>
class ListPool {
 public:
  List<T> store(std::span<const T> items) {
    if (items.empty()) return {};
    T* out = allocate(items.size());
    std::copy(items.begin(), items.end(), out);
    return {out, items.size()};
  }
  /// `size` items that the caller fills.
  T* allocate(std::size_t size) {
    if (size > left_) {
      const bool giant = size > kBlock / 4;  // gets a block of its own, the current block goes on
      blocks_.push_back(std::make_unique<T[]>(giant ? size : kBlock));
      if (giant) return blocks_.back().get();
      at_ = blocks_.back().get();
      left_ = kBlock;
    }
    T* out = at_;
    at_ += size;
    left_ -= size;
    return out;
  }

 private:
  static constexpr std::size_t kBlock = 4096;
  std::vector<std::unique_ptr<T[]>> blocks_;
  T* at_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace maillon
