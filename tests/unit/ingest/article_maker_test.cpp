#include "ingest/article_maker.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace maillon;

namespace {

const ArticleMaker& maker() {
  static const ArticleMaker kMaker = *ArticleMaker::load(Schemas::embedded());
  return kMaker;
}

RawDocument raw(std::string bytes, DocumentFormat format = DocumentFormat::text) {
  RawDocument out;
  out.bytes = std::move(bytes);
  out.format = format;
  out.id = "a";
  out.file = "dossier/a.txt";
  if (format == DocumentFormat::json_line) out.line = 3;
  return out;
}

std::vector<std::string> boilerplate(const Article& a) {
  std::vector<std::string> out;
  for (const Boilerplate& b : a.boilerplate) out.emplace_back(a.slice(b.span));
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("plain text: dateline and lines that are no prose") {
  const auto a = maker().make(raw(
      "Malte signe\r\n\r\nLe 10/03/2023 à 08h15\r\nRiga, le 9 mars 2023 (LETA) - Malte a *signé*. © AFP\r\n"
      "Lire aussi | Oslo hésite\r\n\r\nPublicité\r\nPar Anna Berg (avec AFP)\r\n"));
  REQUIRE(a);
  CHECK(a->id == "a");
  CHECK(a->title.empty());
  CHECK(a->text_begin == 0);
  CHECK(a->date == "2023-03-10");
  CHECK(a->body.find('\r') == std::string::npos);
  CHECK(boilerplate(*a) == Strings{"Le 10/03/2023 à 08h15", "Riga, le 9 mars 2023 (LETA) -", "*", "*",
                                   "© AFP", "Lire aussi |", "Oslo hésite", "Publicité",
                                   "Par Anna Berg (avec AFP)"});
  CHECK(a->boilerplate.front().kind == BoilerplateKind::dateline);
  CHECK(a->boilerplate[5].kind == BoilerplateKind::teaser);
  CHECK(a->boilerplate[6].kind == BoilerplateKind::headline);
}

TEST_CASE("publication day: published before updated, near the top only") {
  CHECK(maker().make(raw("Mis à jour le 4 mars 2023\nMalte a signé.\nPublié le 3 mars 2023 à 9h\n"))->date ==
        "2023-03-03");
  CHECK(maker().make(raw("24 juin 2012. - Malte a signé.\n"))->date == "2012-06-24");
  CHECK(maker().make(raw("Le 24 juin 2012, Malte a signé.\n"))->date.empty());
  CHECK(maker().make(raw("RIGA, 24 juin (AFP) - Malte a signé.\n"))->date.empty());
}

TEST_CASE("JSON: the title comes first, spans count from it") {
  const auto a = maker().make(raw(
      R"({"id":"x1","title":" Malte\nsigne ","date":"2023-03-10T08:00:00Z","text":"Sommaire\nMalte a signé."})",
      DocumentFormat::json_line));
  REQUIRE(a);
  CHECK(a->id == "x1");
  CHECK(a->title == "Malte signe");
  CHECK(a->date == "2023-03-10");
  CHECK(a->body == "Malte signe\n\nSommaire\nMalte a signé.");
  CHECK(a->body.substr(a->text_begin) == "Sommaire\nMalte a signé.");
  CHECK(boilerplate(*a) == Strings{"Sommaire"});
  CHECK(a->line == 3);
}

TEST_CASE("JSON without id or with a date that is none") {
  const auto a = maker().make(
      raw(R"({"date":"hier","text":"12 mars 2023. - Malte a signé."})", DocumentFormat::json_line));
  REQUIRE(a);
  CHECK(a->id == "a");
  CHECK(a->date == "2023-03-12");
}

TEST_CASE("the given day wins over the article's") {
  const auto given = ArticleMaker::load(Schemas::embedded(), "10 mars 2023");
  REQUIRE(given);
  CHECK(given->make(raw("24 juin 2012. - Malte a signé."))->date == "2023-03-10");
  CHECK(!ArticleMaker::load(Schemas::embedded(), "demain"));
}

TEST_CASE("HTML in a legacy charset") {
  const auto a =
      maker().make(raw("<html><head><meta charset=iso-8859-1><title>Malte c\xE8"
                       "de</title></head><body>"
                       "<p>Malte a c\xE9"
                       "d\xE9 le port \xE0 Oslo.</p><p>Publicit\xE9</p></body></html>",
                       DocumentFormat::html));
  REQUIRE(a);
  CHECK(a->body == "Malte cède\n\nMalte a cédé le port à Oslo.\n\nPublicité");
  CHECK(boilerplate(*a) == Strings{"Publicité"});
}

TEST_CASE("articles that are none name file and line") {
  const auto error = [](RawDocument r) {
    const auto a = maker().make(std::move(r));
    return a ? std::string("none") : a.error().to_string();
  };
  CHECK(error(raw("")) == "dossier/a.txt: the article is empty");
  CHECK(error(raw(" \n\t\n")) == "dossier/a.txt: the article is empty");
  CHECK(error(raw(R"({"text":"  "})", DocumentFormat::json_line)) == "dossier/a.txt:3: the article is empty");
  CHECK_THAT(error(raw("{\"text\"", DocumentFormat::json_line)),
             Catch::StartsWith("dossier/a.txt:3:8: not JSON"));
  CHECK_THAT(error(raw(std::string("a\0b", 3))), Catch::StartsWith("dossier/a.txt: a binary file"));
}
