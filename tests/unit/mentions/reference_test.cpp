#include <catch2/catch.hpp>

#include "cases.hpp"

using namespace maillon;

namespace {

std::string labels_of(const MentionSet& set, const Mention& m) {
  std::string out = set.entity_of(m).label;
  for (const std::uint32_t more : m.more_entities) (out += '+') += set.entities[more].label;
  return out;
}

/// The mention's words as the text has them, an apostrophe's kind aside.
std::string words_of(const MentionSet& set, const Mention& m) {
  return std::string(set.parsed->article().slice(set.parsed->tagged().span(m.words)));
}

std::vector<std::string> pieces(const std::string& text, char separator) {
  std::vector<std::string> out;
  std::stringstream in(text);
  for (std::string piece; std::getline(in, piece, separator);) out.push_back(piece);
  return out;
}

}  // namespace

TEST_CASE("mentions stand for the entities of the case file") {
  for (const auto& row : test::case_rows("coreference.tsv")) {
    REQUIRE(row.size() == 2);
    const auto analysis = test::analyze(row[0], "2023-03-10");
    const MentionSet& set = analysis->mentions;
    std::size_t from = 0;
    for (const std::string& pair : pieces(row[1], ';')) {
      INFO(row[0] << "  " << pair);
      const std::size_t sign = pair.find('=');
      const std::string words = pair.substr(0, sign);
      std::string found = "(no such mention)";
      for (std::size_t i = from; i < set.mentions.size(); ++i) {
        const Mention& m = set.mentions[i];
        const std::string with_determiner = words_of(set, m);
        const bool same = with_determiner == words || words.ends_with(' ' + with_determiner) ||
                          words.ends_with('\'' + with_determiner);
        if (!same || (with_determiner != words && m.kind != MentionKind::name)) continue;
        found = labels_of(set, m);
        from = i + 1;
        break;
      }
      CHECK(found == pair.substr(sign + 1));
    }
  }
}

TEST_CASE("every mention has an entity, and every entity its mentions") {
  for (const auto& row : test::case_rows("coreference.tsv")) {
    const auto analysis = test::analyze(row[0]);
    const MentionSet& set = analysis->mentions;
    for (std::uint32_t i = 0; i < set.mentions.size(); ++i) {
      const Mention& m = set.mentions[i];
      REQUIRE(m.entity < set.entities.size());
      CHECK_FALSE(m.rule.empty());
      CHECK(set.mention_at[m.head] == i);
      CHECK((i == 0 || set.mentions[i - 1].head < m.head));
      const auto& back = set.entities[m.entity].mentions;
      CHECK(std::find(back.begin(), back.end(), i) != back.end());
    }
  }
}
