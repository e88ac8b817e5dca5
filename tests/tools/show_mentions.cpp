// show_mentions ARTICLES.jsonl CONLLU_DIR [ID…]: what the mentions room makes of parsed articles, for people
// who work on its rules. CONLLU_DIR holds <id>.conllu for every article.
#include <rapidjson/document.h>

#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "mentions/mention_finder.hpp"
#include "mentions/mention_writer.hpp"
#include "pipeline/analyzer.hpp"
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
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  std::vector<std::string> files;
  std::set<std::string> wanted;
  std::string trees;
  bool json_lines = false, chains = false;
  for (const std::string& a : arguments) {
    if (a == "--ndjson")
      json_lines = true;
    else if (a == "--chains")
      chains = true;
    else if (a.starts_with("--trees="))
      trees = a.substr(8);
    else if (files.empty())
      files.push_back(a);
    else
      wanted.insert(a);
  }
  if (files.empty()) {
    std::cerr << "usage: show-mentions [--ndjson|--chains] [--trees=FOLDER] ARTICLES.jsonl [ID…]\n";
    return 2;
  }
  const Schemas schemas = Schemas::embedded();
  const auto finder = MentionFinder::load(schemas);
  const auto analyzer = Analyzer::load(schemas);
  if (!finder || !analyzer) {
    std::cerr << (finder ? analyzer.error() : finder.error()).to_string() << "\n";
    return 2;
  }
  const auto print = [&](const MentionSet& set) {
    std::string out;
    if (json_lines) write_mentions(set, out);
    if (chains) write_chains(set, out);
    std::cout << out;
    if (out.empty()) show(set);
  };
  std::ifstream articles(files.front());
  for (std::string line; std::getline(articles, line);) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    Article article;
    article.id = json["id"].GetString();
    if (!wanted.empty() && !wanted.contains(article.id)) continue;
    if (json.HasMember("date") && json["date"].IsString()) article.date = json["date"].GetString();
    article.body = json["text"].GetString();
    if (!json_lines) std::cout << "# " << article.id << "\n";
    if (trees.empty()) {
      print(analyzer->analyze(std::move(article))->mentions);
      continue;
    }
    std::ifstream tree(trees + "/" + article.id + ".conllu");
    std::stringstream conllu;
    conllu << tree.rdbuf();
    const auto document = test::read_conllu(conllu.str(), std::move(article));
    print(finder->find(document->parsed));
  }
}
