#include "base/string_map.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using maillon::StringHash;
using maillon::StringMap;

TEST_CASE("a map is looked up by views of any length") {
  StringMap<std::size_t> map;
  std::string text;
  for (std::size_t size = 0; size < 40; ++size, text += static_cast<char>('a' + size % 26)) map[text] = size;
  const std::string longest = text + text;
  for (std::size_t size = 0; size < 40; ++size)
    CHECK(map.find(std::string_view(longest).substr(0, size))->second == size);
  CHECK(map.find("abcdefgi") == map.end());
}

TEST_CASE("strings that differ in one byte, in order or in length have other hashes") {
  const StringHash hash;
  std::set<std::size_t> seen;
  std::size_t made = 0;
  for (std::size_t size = 1; size <= 20; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      text[at] = 'y';
      seen.insert(hash(text));
      ++made;
    }
    seen.insert(hash(std::string(size, 'x')));
    ++made;
  }
  CHECK(seen.size() == made);
}
