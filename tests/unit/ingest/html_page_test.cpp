#include "ingest/html_page.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace maillon;

TEST_CASE("a news page gives title, date and main text") {
  const HtmlPage page = *read_html(R"(<!DOCTYPE html><html><head>
    <title>Malte signe - Le Courrier</title>
    <meta property="og:title" content="Malte signe l&#39;accord">
    <meta property="og:site_name" content="Le Courrier">
    <meta property="article:published_time" content="2023-03-10T08:15:00+01:00">
    <link rel="canonical" href="https://courrier.example/malte">
    <script>var p = "<p>pas du texte</p>";</script></head>
    <body><nav><p>Accueil, rubriques et tout un menu de mots sans fin pour qui veut naviguer.</p></nav>
    <article><h1>Malte signe l'accord</h1>
    <time datetime="2023-03-11">11 mars</time>
    <p>Malte a <b>signé</b> l'accord
       avec <a href="/oslo">Oslo</a>.</p>
    <p><a href="/autre">Un autre article à lire</a></p>
    <h2>Un tournant</h2><ul><li>Riga approuve.</li><li>Lima hésite.</li></ul>
    <p>Première ligne.<br>Deuxième ligne.</p>
    <aside><p>Sur le même sujet, bien des choses que personne ne lit.</p></aside></article>
    <footer><p>Mentions légales</p></footer></body></html>)");
  CHECK(page.title == "Malte signe l'accord");
  CHECK(page.date == "2023-03-10T08:15:00+01:00");
  CHECK(page.source == "Le Courrier");
  CHECK(page.url == "https://courrier.example/malte");
  CHECK(page.text ==
        "Malte signe l'accord\n\n11 mars\n\nMalte a signé l'accord avec Oslo.\n\nUn tournant\n\n"
        "Riga approuve.\n\nLima hésite.\n\nPremière ligne.\n\nDeuxième ligne.");
}

TEST_CASE("without <article> the element with the most paragraphs is the text") {
  const HtmlPage page = *read_html(
      "<title>T</title><div id=a><p>Court.</p></div>"
      "<div id=b><p>Malte a signé un long accord avec Oslo.</p><p>Riga a signé elle aussi lundi.</p></div>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\" : "
      "\"2023-03-10\"}</script>");
  CHECK(page.title == "T");
  CHECK(page.date == "2023-03-10");
  CHECK(page.text == "Malte a signé un long accord avec Oslo.\n\nRiga a signé elle aussi lundi.");
}

TEST_CASE("pages without paragraphs, and no pages at all, have an answer") {
  CHECK(read_html("<body>Malte a signé.")->text == "Malte a signé.");
  CHECK(read_html("")->text.empty());
  CHECK(read_html("<p>")->text.empty());
}

TEST_CASE("the declared charset is found") {
  CHECK(declared_charset("<meta charset=\"ISO-8859-1\">") == "iso-8859-1");
  CHECK(declared_charset("<meta http-equiv=x content='text/html; charset=windows-1252'>") == "windows-1252");
  CHECK(!declared_charset("<p>charset</p>"));
}

TEST_CASE("a page nests deeply, but not without bound") {
  std::string deep;
  for (int i = 0; i < 400; ++i) deep += "<div>";
  CHECK(read_html(deep + "Malte a signé.")->text == "Malte a signé.");
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  CHECK(!read_html(deep));
  std::string flat;
  for (int i = 0; i < 2'000; ++i)
    flat += "<p>Malte<br>signe <b>encore</b><img src=x><script>'<div>'</script>";
  CHECK(read_html(flat));
}
