#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "export/formats.hpp"
#include "export/iri.hpp"
#include "export/text.hpp"
#include "support/extractions.hpp"

using namespace maillon;
using maillon::testing::graph_builder;
using maillon::testing::sample_articles;
namespace fs = std::filesystem;

namespace {

std::string xml(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}
std::string json(std::string_view text) {
  std::string out;
  append_json(out, text);
  return out;
}
std::string percent(std::string_view text) {
  std::string out;
  append_percent(out, text);
  return out;
}
std::string iri(std::string_view text) {
  std::string out;
  append_iri(out, text);
  return out;
}
std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}
std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct TemporaryFolder {
  fs::path path;
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "maillon-export-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~TemporaryFolder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("text is escaped as each syntax demands") {
  CHECK(xml("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;");
  CHECK(xml(std::string_view("a\0\x01\x1F\x0B"
                             "b",
                             6)) == "ab");
  CHECK(xml("l1\nl2\tx\r") == "l1&#10;l2&#9;x&#13;");
  CHECK(xml("\xC3\x28\xFF") == "\xEF\xBF\xBD(\xEF\xBF\xBD");
  CHECK(xml("\xEF\xBF\xBF\xF0\x9F\x95\x8A") == "\xF0\x9F\x95\x8A");  // U+FFFF is no XML character
  CHECK(xml("\xC3") == "\xEF\xBF\xBD");
  CHECK(json("a\"\\\n\x01\xFF") == "\"a\\\"\\\\\\n\\u0001\xEF\xBF\xBD\"");
  CHECK(percent("person:é b") == "person%3A%C3%A9%20b");
  CHECK(iri("https://x.org/é<a b>\xFF") == "https://x.org/é%3Ca%20b%3E%FF");
  CHECK(number(1e300) == "1e+300");
  CHECK(number(600) == "600");
  CHECK(number(0.1) == "0.1");
  CHECK(number(1.0 / 0.0) == "0");
}

TEST_CASE("every format writes its files, the same bytes each time") {
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  for (const Format& format : formats()) {
    INFO(format.name);
    CHECK(find_format(format.name) == &format);
    REQUIRE_FALSE(format.files.empty());
    for (const FormatFile& file : format.files) {
      StringSink first, second;
      file.write(graph, {}, first);
      file.write(graph, {}, second);
      CHECK_FALSE(first.text().empty());
      CHECK(first.text() == second.text());
    }
  }
  CHECK(find_format("pdf") == nullptr);
}

TEST_CASE("every format writes an empty graph whole") {
  const KnowledgeGraph graph = graph_builder().build({});
  const auto written = [&](std::string_view format) {
    StringSink sink;
    for (const FormatFile& file : find_format(format)->files) file.write(graph, {}, sink);
    return sink.text();
  };
  CHECK(written("graphml").ends_with("</graph>\n</graphml>\n"));
  CHECK(written("gexf").ends_with("</graph>\n</gexf>\n"));
  CHECK(written("jsonld").ends_with("\"@graph\":[\n]}\n"));
  CHECK(written("nquads").empty());
  CHECK(written("turtle").starts_with("@prefix"));
  CHECK(written("cypher").starts_with("CREATE CONSTRAINT"));
  CHECK(written("dot").ends_with("}\n"));
  CHECK(written("csv").starts_with("id,label,class"));
  CHECK(written("neo4j-csv").starts_with("id:ID(Node),name:string"));
  CHECK(written("ndjson").empty());
  CHECK(written("svg").ends_with("</svg>\n"));
}

TEST_CASE("GraphML and GEXF keep the same characters of a name in a list as elsewhere") {
  maillon::testing::ArticleBuilder article("a", "2023-03-10");
  article.entity(EntityType::Person, "Anna Berg", {"An\x01na"}).entity(EntityType::State, "Malte");
  article.say("Anna Berg", "VISITS", "visiter", "Malte");
  const KnowledgeGraph graph = graph_builder().build({article.build()});
  for (const char* format : {"graphml", "gexf"}) {
    StringSink sink;
    find_format(format)->files.front().write(graph, {}, sink);
    CHECK(sink.text().find("[&quot;Anna&quot;]") != std::string::npos);
    CHECK(sink.text().find("[&quot;An\\u0001na") == std::string::npos);
  }
}

TEST_CASE("lists in GraphML and GEXF spell INF so that Gephi does not read a number") {
  maillon::testing::ArticleBuilder article("INF", "2023-03-10");
  article.entity(EntityType::Organization, "Agence INF", {"INFINF", "a\\INF"})
      .entity(EntityType::State, "Malte");
  article.say("Agence INF", "INFORMER", "informer", "Malte");
  const KnowledgeGraph graph = graph_builder().build({article.build()});
  for (const char* format : {"graphml", "gexf"}) {
    INFO(format);
    StringSink sink;
    find_format(format)->files.front().write(graph, {}, sink);
    const auto has = [&](const char* text) { return sink.text().find(text) != std::string::npos; };
    CHECK(has(R"([&quot;\u0049NF\u0049NF&quot;,&quot;a\\\u0049NF&quot;])"));  // aliases
    CHECK(has(R"([&quot;\u0049NF&quot;])"));                                  // documents
    CHECK(has(format == std::string("graphml") ? ">INFORMER<" : "label=\"INFORMER\""));
  }
}

TEST_CASE("a file appears when it is whole, and stays as it was where it cannot be written") {
  const TemporaryFolder folder;
  const KnowledgeGraph graph = graph_builder().build(sample_articles());
  const fs::path path = folder.path / "g.graphml";
  std::ofstream(path) << "before";
  {
    auto sink = FileSink::open(path.string());
    REQUIRE(sink);
    *sink << "half";
  }
  CHECK(content(path) == "before");
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);
  REQUIRE(export_to_file(graph, *find_format("graphml"), {}, path.string()));
  CHECK(content(path).starts_with("<?xml"));
  const Status lost =
      export_to_file(graph, *find_format("graphml"), {}, (folder.path / "no/g.graphml").string());
  REQUIRE_FALSE(lost);
  CHECK(lost.error().message.find("cannot be written") != std::string::npos);
  const Status several = export_to_file(graph, *find_format("csv"), {}, path.string());
  REQUIRE_FALSE(several);
  CHECK(several.error().message.find("several files") != std::string::npos);
  REQUIRE(export_to_folder(graph, *find_format("csv"), {}, folder.path.string()));
  CHECK(fs::exists(folder.path / "evidence.csv"));
}

TEST_CASE("a full disk is told and leaves the file as it was") {
  if (!fs::exists("/dev/full")) {
    WARN("skipped: no /dev/full here");
    return;
  }
  const TemporaryFolder folder;
  fs::create_symlink("/dev/full", folder.path / "g.part");
  std::ofstream(folder.path / "g") << "before";
  auto sink = FileSink::open((folder.path / "g").string());
  REQUIRE(sink);
  *sink << std::string(1 << 20, 'x');
  const Status done = sink->finish();
  REQUIRE_FALSE(done);
  CHECK(done.error().hint.find("make room") != std::string::npos);
  CHECK(content(folder.path / "g") == "before");
}
