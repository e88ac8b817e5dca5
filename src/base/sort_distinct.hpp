// A vector as a set.
#pragma once

#include <algorithm>
#include <vector>

namespace maillon {

/// Sorts and drops what is there twice.
template <class T>
void sort_distinct(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace maillon
