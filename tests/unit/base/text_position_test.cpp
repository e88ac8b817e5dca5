#include "base/text_position.hpp"

#include <catch2/catch.hpp>

using maillon::json_line;
using maillon::line_of;

TEST_CASE("lines of bytes") {
  CHECK(line_of("", 0) == 1);
  CHECK(line_of("a\nb", 1) == 1);
  CHECK(line_of("a\nb", 2) == 2);
  CHECK(line_of("a\nb", 99) == 2);
}

TEST_CASE("lines of JSON values") {
  const char* const json = "{\n \"a\": [\n  1,\n  {\"b\": \"x\",\n   \"a\": null}\n ],\n \"ab\": {}\n}";
  CHECK(json_line(json, "") == 1);
  CHECK(json_line(json, "/a") == 2);
  CHECK(json_line(json, "/a/0") == 3);
  CHECK(json_line(json, "/a/1") == 4);
  CHECK(json_line(json, "/a/1/a") == 5);
  CHECK(json_line(json, "/ab") == 7);
  CHECK(json_line(json, "/a/1/none") == 4);
  CHECK(json_line(json, "/none") == 1);
}
