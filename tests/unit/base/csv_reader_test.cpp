#include "base/csv_reader.hpp"

#include <catch2/catch.hpp>

using namespace maillon;
using Fields = std::vector<std::string>;

TEST_CASE("CSV fields with commas, quotes and line breaks") {
  CsvReader rows(
      "\xEF\xBB\xBF"
      "a,b\r\n\"x, y\",\"say \"\"hi\"\"\"\n\n\"two\nlines\",\n,last");
  REQUIRE(rows.next());
  CHECK(rows.fields() == Fields{"a", "b"});
  REQUIRE(rows.next());
  CHECK(rows.fields() == Fields{"x, y", "say \"hi\""});
  CHECK(rows.line() == 2);
  REQUIRE(rows.next());
  CHECK(rows.fields() == Fields{"two\nlines", ""});
  CHECK(rows.line() == 4);
  REQUIRE(rows.next());
  CHECK(rows.fields() == Fields{"", "last"});
  CHECK(rows.line() == 6);
  CHECK_FALSE(rows.malformed());
  CHECK_FALSE(rows.next());
}

TEST_CASE("a quoted field that does not end, or goes on behind its quote, is malformed") {
  CsvReader open("a,\"b\nc");
  REQUIRE(open.next());
  CHECK(open.malformed());
  CsvReader behind("\"a\"b,c");
  REQUIRE(behind.next());
  CHECK(behind.malformed());
}
