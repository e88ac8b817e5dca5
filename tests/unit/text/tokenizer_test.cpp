// What holds of every segmentation, checked on odd and on random text.
#include <catch2/catch.hpp>
#include <random>

#include "base/utf8.hpp"
#include "unit/text/segmentation.hpp"

namespace maillon::test {

namespace {

bool in_boilerplate(const Article& article, std::uint32_t byte) {
  for (const Boilerplate& b : article.boilerplate) {
    if (b.span.contains(byte)) return true;
  }
  return false;
}

/// Tokens are in order and disjoint; what lies between them is white space or boilerplate; sentences
/// partition the tokens; quotations nest.
void check_invariants(const Segmented& found) {
  const std::string& body = found.article.body;
  const auto& tokens = found.text.tokens;
  std::uint32_t at = 0;
  const auto gap_is_blank = [&](std::uint32_t end) {
    for (std::size_t i = at; i < end;) {
      const auto begin = static_cast<std::uint32_t>(i);
      const char32_t c = utf8::next(body, i);
      if (!utf8::is_space(c) && !in_boilerplate(found.article, begin)) return false;
    }
    return true;
  };
  bool ok = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const ByteSpan span = tokens[i].span;
    ok = ok && span.begin >= at && !span.empty() && gap_is_blank(span.begin);
    if (i + 1 < tokens.size()) ok = ok && tokens[i].space_after == (tokens[i + 1].span.begin > span.end);
    at = span.end;
  }
  ok = ok && gap_is_blank(static_cast<std::uint32_t>(body.size()));
  CHECK(ok);

  std::uint32_t next = 0;
  for (const Sentence& s : found.text.sentences) {
    CHECK(s.tokens.begin == next);
    REQUIRE(s.tokens.size() > 0);
    CHECK(s.span == ByteSpan{tokens[s.tokens.begin].span.begin, tokens[s.tokens.end - 1].span.end});
    next = s.tokens.end;
  }
  CHECK(next == tokens.size());

  const auto& quotations = found.text.quotations;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    CHECK_FALSE(quotations[i].tokens.empty());
    if (i > 0) CHECK(quotations[i - 1].tokens.begin <= quotations[i].tokens.begin);
    if (quotations[i].parent == kNone) continue;
    REQUIRE(quotations[i].parent < i);
    CHECK(quotations[quotations[i].parent].tokens.contains(quotations[i].tokens));
  }
}

}  // namespace

TEST_CASE("random text keeps the invariants") {
  static const std::vector<std::string> kPieces = {
      "le", "Riga",  "A",        "l'", "d’",     "10",     "000",     ".",  "...", "…",  "?",
      "!",  "«",     "»",        "\"", "“",      "”",      "'",       "‘",  "(",   ")",  "-",
      "–",  "--",    "/",        "%",  "€",      "°",      ":",       ";",  ",",   "M",  "h",
      "t",  "-t-il", "etc",      "@",  "#",      "www.",   "http://", "fr", "*",   "_",  "&",
      "+",  "É",     "e\u0301",  "你", "\u200B", "\u00A0", "\u202F",  " ",  "  ",  "\n", "\n\n",
      "\t", "1er",   "celui-ci", "’",  "\u00AD", "\u2028", "🙂"};
  std::mt19937 random(20261120);
  for (int round = 0; round < 3000; ++round) {
    std::string body;
    const auto length = random() % 40;
    for (std::size_t i = 0; i < length; ++i) {
      body += kPieces[random() % kPieces.size()];
      if (random() % 3 == 0) body += ' ';
    }
    INFO(body);
    check_invariants(Segmented(body));
  }
}

TEST_CASE("boilerplate has no tokens, and its neighbours keep their offsets") {
  const std::string body = "Publicité\nAnna Berg *part*.\nLire aussi | Rien\nJan reste.";
  const auto at = [&](std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(body.find(part));
    return ByteSpan{begin, begin + static_cast<std::uint32_t>(part.size())};
  };
  const auto star = static_cast<std::uint32_t>(body.find('*'));
  const auto second = static_cast<std::uint32_t>(body.rfind('*'));
  const Segmented found(body, {{at("Publicité"), BoilerplateKind::advertisement},
                               {{star, star + 1}, BoilerplateKind::markup},
                               {{second, second + 1}, BoilerplateKind::markup},
                               {at("Lire aussi | Rien"), BoilerplateKind::teaser}});
  check_invariants(found);
  CHECK(found.forms() == std::vector<std::string>{"Anna", "Berg", "part", ".", "Jan", "reste", "."});
  CHECK(found.sentences() == std::vector<std::string>{"Anna Berg *part*.", "Jan reste."});
}

TEST_CASE("the headline of another article is a paragraph of its own") {
  const std::string body = "Anna reste.\nLire aussi | Malte cède\nJan part.";
  const auto at = [&](std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(body.find(part));
    return ByteSpan{begin, begin + static_cast<std::uint32_t>(part.size())};
  };
  const Segmented found(
      body, {{at("Lire aussi |"), BoilerplateKind::teaser}, {at("Malte cède"), BoilerplateKind::headline}});
  check_invariants(found);
  CHECK(found.sentences() == std::vector<std::string>{"Anna reste.", "Malte cède", "Jan part."});
}

TEST_CASE("shapes and kinds of tokens") {
  const Segmented found("Jean-Claude iPhone ONU 10 000 % lui U.S.A. 1er http://a.fr");
  std::vector<Shape> shapes;
  std::vector<TokenKind> kinds;
  for (const Token& t : found.text.tokens) {
    shapes.push_back(t.shape);
    kinds.push_back(t.kind);
  }
  CHECK(shapes == std::vector<Shape>{Shape::capitalized, Shape::mixed, Shape::upper, Shape::numeric,
                                     Shape::other, Shape::lower, Shape::upper, Shape::lower, Shape::lower});
  CHECK(kinds == std::vector<TokenKind>{TokenKind::word, TokenKind::word, TokenKind::word, TokenKind::number,
                                        TokenKind::symbol, TokenKind::word, TokenKind::word,
                                        TokenKind::number, TokenKind::url});
}

TEST_CASE("paragraph numbers grow with blank lines and lines of their own") {
  const Segmented found("Titre\n\nUn. Deux.\nTrois.");
  std::vector<std::uint32_t> paragraphs;
  for (const Sentence& s : found.text.sentences) paragraphs.push_back(s.paragraph);
  CHECK(paragraphs == std::vector<std::uint32_t>{0, 1, 1, 2});
}

}  // namespace maillon::test
