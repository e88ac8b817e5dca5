// show_mentions ARTICLES.jsonl CONLLU_DIR [ID…]: what the mentions room makes of parsed articles, for people
// who work on its rules. CONLLU_DIR holds <id>.conllu for every article.
#include <rapidjson/document.h>

#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "mentions/mention_finder.hpp"
#include "support/conllu_reader.hpp"

using namespace maillon;

namespace {

std::string phrase(const ParsedText& parsed, IndexRange words) {
  std::string out;
  for (std::uint32_t i = words.begin; i < words.end; ++i)
    (out += i > words.begin ? " " : "") += parsed.word(i).form;
  return out;
}

void show(const MentionSet& set) {
  const ParsedText& parsed = *set.parsed;
  for (const Mention& m : set.mentions) {
    const DocumentEntity& e = set.entity_of(m);
    std::cout << parsed.sentence_of(m.head) << "\t" << phrase(parsed, m.words) << "\t-> " << to_string(e.type)
              << " [" << e.label << "]" << (m.as_place ? " @place" : "");
    for (const std::uint32_t more : m.more_entities) std::cout << " + [" << set.entities[more].label << "]";
    if (m.quantity != kNone) {
      const Quantity& q = set.quantities[m.quantity];
      std::cout << " {" << to_string(q.comparator) << q.value << " " << q.unit << "}";
    }
    std::cout << "\t" << m.rule << " " << m.link << "\n";
  }
  for (const TimeValue& t : set.times)
    std::cout << "time\t" << phrase(parsed, t.words) << "\t" << t.value << "\t" << t.rule << "\n";
  for (const Role& r : set.roles)
    std::cout << "role\t" << set.entity_of(set.mentions[r.holder]).label << "\t" << r.lemma << " ["
              << r.preposition << "]\t"
              << (r.other == kNone ? "" : set.entity_of(set.mentions[r.other]).label)
              << (r.former ? " (former)" : "") << "\t" << r.rule << "\n";
  std::cout << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: show_mentions ARTICLES.jsonl CONLLU_DIR [ID…]\n";
    return 2;
  }
  const auto finder = MentionFinder::load(Schemas::embedded());
  if (!finder) {
    std::cerr << finder.error().to_string() << "\n";
    return 2;
  }
  const std::set<std::string> wanted(argv + 3, argv + argc);
  std::ifstream articles(argv[1]);
  for (std::string line; std::getline(articles, line);) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    Article article;
    article.id = json["id"].GetString();
    if (!wanted.empty() && !wanted.contains(article.id)) continue;
    if (json.HasMember("date")) article.date = json["date"].GetString();
    article.body = json["text"].GetString();
    std::ifstream trees(std::string(argv[2]) + "/" + article.id + ".conllu");
    std::stringstream conllu;
    conllu << trees.rdbuf();
    const auto document = test::read_conllu(conllu.str(), std::move(article));
    std::cout << "# " << document->article.id << "\n";
    show(finder->find(document->parsed));
  }
}
