// extract-conllu ARTICLES.jsonl FOLDER: statements of the articles as NDJSON, from trees of
// FOLDER/<id>.conllu instead of our own analysis. For judging the rooms after syntax on trees from elsewhere.
#include <rapidjson/document.h>

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "export/ndjson_writer.hpp"
#include "mentions/mention_finder.hpp"
#include "relations/extractor.hpp"
#include "support/conllu_reader.hpp"
#include "support/plain_mentions.hpp"

int main(int argc, char** argv) {
  using namespace maillon;
  if (argc != 3) {
    std::cerr << "usage: extract-conllu ARTICLES.jsonl FOLDER\n";
    return 2;
  }
  const Schemas schemas = Schemas::embedded();
  const Result<MentionFinder> finder = MentionFinder::load(schemas);
  const Result<Extractor> extractor = Extractor::load(schemas);
  if (!finder || !extractor) {
    std::cerr << (finder ? extractor.error() : finder.error()).to_string() << '\n';
    return 2;
  }
  std::ifstream in(argv[1]);
  std::string line, out;
  while (std::getline(in, line)) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    if (json.HasParseError() || !json.HasMember("id")) continue;
    Article article;
    article.id = json["id"].GetString();
    if (json.HasMember("date") && json["date"].IsString()) article.date = json["date"].GetString();
    article.body = json["text"].GetString();
    std::ifstream tree(std::string(argv[2]) + '/' + article.id + ".conllu");
    const std::string conllu{std::istreambuf_iterator<char>(tree), {}};
    try {
      const auto document = test::read_conllu(conllu, std::move(article));
      const MentionSet mentions = std::getenv("PLAIN_MENTIONS") ? test::plain_mentions(document->parsed)
                                                                : finder->find(document->parsed);
      out.clear();
      write_statements(extractor->extract(mentions), out);
      std::cout << out;
    } catch (const std::exception& error) {
      std::cerr << json["id"].GetString() << ": " << error.what() << '\n';
    }
  }
  return 0;
}
