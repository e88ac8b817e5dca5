#include "ingest/calendar_dates.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace maillon;

TEST_CASE("dates of metadata and text") {
  const auto dates = CalendarDates::load(Schemas::embedded());
  REQUIRE(dates);
  const auto [written, value] = GENERATE(table<std::string, std::string>({
      {"2024-11-19", "2024-11-19"},
      {"2024-11-19T06:53:00+01:00", "2024-11-19"},
      {"20241119", "2024-11-19"},
      {"19/11/2024", "2024-11-19"},
      {"19.11.24", "2024-11-19"},
      {"mardi 19 novembre 2024", "2024-11-19"},
      {"Le mardi 19 novembre 2024 à 6h53", "2024-11-19"},
      {"1er mars 2023", "2023-03-01"},
      {"19 nov. 2024", "2024-11-19"},
      {"19 NOVEMBRE 2024", "2024-11-19"},
      {"14 août 98", ""},
      {"Tue, 19 Nov 2024 06:53:00 GMT", "2024-11-19"},
      {"29 février 2024", "2024-02-29"},
      {"29 février 2023", ""},
      {"31/04/2023", ""},
      {"19 novembre", ""},
      {"hier", ""},
      {"", ""},
      {"12345678", ""},
      {"99999999999999999999", ""},
  }));
  CAPTURE(written);
  CHECK(dates->parse(written) == value);
}
