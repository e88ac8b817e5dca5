#include "ingest/charset.hpp"

#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <string>

#include "ingest/schema_json.hpp"

using namespace maillon;

namespace {

CharsetPolicy policy() {
  auto json = read_schema_json(Schemas::embedded(), "fr/ingest/charset.json");
  REQUIRE(json);
  return {(*json)["letters"].GetString(), (*json)["least_share"].GetDouble(),
          (*json)["least_confidence"].GetInt()};
}

std::string encode(const std::string& text, const char* charset) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string out(text.size() * 4 + 8, '\0');
  out.resize(static_cast<std::size_t>(
      wide.extract(0, wide.length(), out.data(), static_cast<std::uint32_t>(out.size()), charset)));
  return out;
}

const std::string kText =
    "Réunis à Riga après des mois de négociations, les délégués de la Norvège et de l’Égypte ont signé un "
    "« accord » où l’œil averti reconnaît l’été précédent ; il coûtera 30 €.\n";

}  // namespace

TEST_CASE("UTF-8 stays, its byte-order mark goes") {
  CHECK(*decode(kText, policy(), "f") == kText);
  CHECK(*decode("\xEF\xBB\xBF" + kText, policy(), "f") == kText);
}

TEST_CASE("charsets are told by mark, declaration or detection") {
  CHECK(*decode("\xFF\xFE" + encode(kText, "UTF-16LE"), policy(), "f") == kText);
  CHECK(*decode("\xFE\xFF" + encode(kText, "UTF-16BE"), policy(), "f") == kText);
  CHECK(*decode(encode(kText, "windows-1252"), policy(), "f") == kText);
  CHECK(*decode(encode(kText, "windows-1252"), policy(), "f", "iso-8859-1") == kText);
  const std::string plain = "Le ministre a été reçu à la frontière où l'armée s'était arrêtée.\n";
  CHECK(*decode(encode(plain, "ISO-8859-15"), policy(), "f") == plain);
}

TEST_CASE("broken UTF-8 is no legacy charset") {
  const auto broken = decode(
      "Une première ligne.\nUn déf\xC3"
      "aut à la deuxième ligne.\n",
      policy(), "f.txt");
  REQUIRE(!broken);
  CHECK(broken.error().line == 2);
  CHECK(broken.error().byte == 28);
  CHECK_THAT(broken.error().to_string(), Catch::StartsWith("f.txt:2: invalid UTF-8 at byte 28"));
  CHECK(!decode("Bonjour \xff\xfe monde", policy(), "f"));
}

TEST_CASE("binary data is refused") {
  const auto png = decode(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), policy(), "f.txt");
  REQUIRE(!png);
  CHECK_THAT(png.error().to_string(), Catch::StartsWith("f.txt: a binary file"));
}

TEST_CASE("text is brought into its normal form") {
  CHECK(normalize("a\r\nb\rc\nd\xC2\x85"
                  "e\xE2\x80\xA8"
                  "f") == "a\nb\nc\nd\ne\nf");
  CHECK(normalize("e\xCC\x81t\xCC\x83") == "ét\xCC\x83");
  CHECK(normalize("a\x01"
                  "b\x7f"
                  "c\td\xEF\xBB\xBF"
                  "e") == "a b c\tde");
  CHECK(normalize("").empty());
}
