// Damaged stores. The input says how a good store is hurt: bytes of the file, values in its rows, bytes of
// the packed graph. Whatever is left must open, load, give a graph and answer, or say why it does not.
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "graph/graph_builder.hpp"
#include "graph/packed_graph.hpp"
#include "pipeline/graph_source.hpp"
#include "store/graph_part.hpp"
#include "store/store.hpp"
#include "store/stored_names.hpp"

namespace {

using namespace maillon;
namespace fs = std::filesystem;

template <class T>
T loaded(Result<T> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "%s\n", result.error().to_string().c_str());
  std::abort();
}

Extraction article(const std::string& id) {
  Extraction x;
  x.document = id;
  x.date = "2023-03-10";
  x.content_hash = "h" + id;
  x.sentences = 2;
  const auto entity = [&](EntityType type, const char* label) {
    ExtractedEntity e;
    e.type = type;
    e.label = label;
    e.id = entity_id(type, label);
    e.named = true;
    x.entities.push_back(std::move(e));
  };
  entity(EntityType::Person, "Anna Berg");
  entity(EntityType::Person, "Jan Novak");
  entity(EntityType::State, "Lettonie");
  x.entities[0].aliases = {"Berg"};
  Event meeting;
  meeting.label = meeting.lemma = "rencontre";
  meeting.relation = "MEETS";
  meeting.time = TimeQualifier{"2023-03-09", "jeudi"};
  meeting.place = Participant{2, "Lettonie"};
  meeting.participants = {0, 1};
  x.events.push_back(meeting);
  for (std::uint32_t i = 0; i < 2; ++i) {
    Statement s;
    s.subject = {0, "Anna Berg"};
    s.relation = i == 0 ? "MEETS" : "SENDS";
    s.predicate = {i == 0 ? "rencontrer" : "envoyer", "a", {}};
    s.object = {1 + i, "Novak"};
    s.qualifiers.attribution = {{2, "Lettonie"}};
    s.qualifiers.quantity = QuantityQualifier{600.0 + i, Comparator::about, "km"};
    s.event = i == 0 ? 0 : kNone;
    s.evidence = {i, i * 20, i * 20 + 19, false, "Anna Berg a vu Novak."};
    s.trace = {"t1", "t2"};
    s.id = statement_id(x, s);
    x.statements.push_back(std::move(s));
  }
  return x;
}

class Workshop {
 public:
  GraphBuilder builder = loaded(GraphBuilder::load(Schemas::embedded()));
  std::string folder, file, image;
  std::vector<std::string> parts;

  Workshop() {
    const bool memory = fs::is_directory("/dev/shm");
    folder = (memory ? fs::path("/dev/shm") : fs::temp_directory_path()) / "maillon-fuzz-XXXXXX";
    if (mkdtemp(folder.data()) == nullptr) std::abort();
    file = folder + "/graph.db";
    const std::vector<Extraction> articles = {article("a"), article("b")};
    const KnowledgeGraph graph = builder.build(articles);
    parts = pack_graph(graph);
    {
      Store store = loaded(Store::open(file, Store::Mode::write));
      if (!store.add(articles) || !store.set_graph(graph, {"r", "o"})) std::abort();
    }
    std::ifstream in(file, std::ios::binary);
    image.assign(std::istreambuf_iterator<char>(in), {});
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }

  void restore(const std::string& bytes) const {
    for (const char* end : {"-wal", "-shm", "-journal", "-lock"}) std::remove((file + end).c_str());
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  }
};

/// The fuzzer's bytes, taken from the front.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  bool empty() const { return size_ == 0; }
  std::uint32_t number(std::uint32_t below) {
    std::uint32_t out = 0;
    for (int i = 0; i < 3; ++i) out = out << 8 | byte();
    return out % below;
  }
  std::uint8_t byte() {
    if (size_ == 0) return 0;
    --size_;
    return *data_++;
  }
  std::string rest() const { return {reinterpret_cast<const char*>(data_), size_}; }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
};

void use(const KnowledgeGraph& graph) {
  std::size_t sum = graph.find("person:anna-berg") == kNone ? 0 : 1;
  for (const Edge& e : graph.edges()) sum += graph.nodes()[e.source].label.size() + e.weight();
  if (sum == 1234567) std::puts("");
}

void ask(const Workshop& shop) {
  const auto store = Store::open(shop.file, Store::Mode::read);
  if (!store) return;
  (void)store->check();
  (void)store->articles();
  (void)store->article("a");
  if (const auto extractions = store->load()) use(shop.builder.build(*extractions));
  if (const auto graph = store->graph()) use(*graph);
  (void)names_like(*store, "berg", KeyMatch::words);
  (void)find_words(*store, "novak", 5);
  if (const auto node = node_with_id(*store, "person:anna-berg"); node && node->has_value())
    if (const auto part = graph_around(*store, **node, 2)) use(*part);
}

void hurt_file(const Workshop& shop, Input input) {
  std::string bytes = shop.image;
  if (input.byte() % 8 == 0) bytes.resize(input.number(static_cast<std::uint32_t>(bytes.size())));
  while (!input.empty() && !bytes.empty())
    bytes[input.number(static_cast<std::uint32_t>(bytes.size()))] = static_cast<char>(input.byte());
  shop.restore(bytes);
  ask(shop);
}

void hurt_rows(const Workshop& shop, Input input) {
  static constexpr const char* kColumns[] = {"articles.id",
                                             "articles.words",
                                             "sentences.number",
                                             "sentences.text",
                                             "entities.number",
                                             "entities.type",
                                             "entities.label",
                                             "aliases.entity",
                                             "aliases.name",
                                             "events.number",
                                             "events.time",
                                             "events.place",
                                             "statements.number",
                                             "statements.subject",
                                             "statements.object",
                                             "statements.relation",
                                             "statements.place",
                                             "statements.event",
                                             "statements.sentence",
                                             "statements.quantity",
                                             "statements.modality",
                                             "statements.time",
                                             "statements.trace",
                                             "statements.confidence",
                                             "attributions.entity",
                                             "event_participants.entity",
                                             "nodes.number",
                                             "nodes.place",
                                             "nodes.type",
                                             "node_articles.article",
                                             "edges.source",
                                             "edges.target",
                                             "edges.event",
                                             "edge_sources.node",
                                             "edge_articles.article",
                                             "edge_statements.statement",
                                             "edge_statements.place",
                                             "edge_statements.sources",
                                             "contradictions.other",
                                             "packed_graph.data",
                                             "packed_graph.part",
                                             "merges.article",
                                             "settings.value"};
  shop.restore(shop.image);
  sqlite3* db = nullptr;
  if (sqlite3_open(shop.file.c_str(), &db) == SQLITE_OK) {
    while (!input.empty()) {
      const std::string column = kColumns[input.number(std::size(kColumns))];
      const std::size_t dot = column.find('.');
      const std::string table = column.substr(0, dot), name = column.substr(dot + 1);
      static constexpr const char* kValues[] = {
          "NULL",  "-1", "0",   "1",      "4294967295", "9223372036854775807",
          "1e300", "''", "x''", "'État'", "x'ff00'",    "'2023-99'"};
      std::string value = kValues[input.number(std::size(kValues))];
      if (input.byte() % 4 == 0) value = "randomblob(" + std::to_string(input.byte()) + ")";
      const std::string sql =
          "UPDATE OR IGNORE " + table + " SET " + name + " = " + value +
          (input.byte() % 2 == 0 ? " WHERE " + name + " = (SELECT max(" + name + ") FROM " + table + ")"
                                 : "");
      sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
    }
  }
  sqlite3_close(db);
  ask(shop);
}

void hurt_packed(const Workshop& shop, Input input) {
  std::vector<std::string> parts = shop.parts;
  while (!input.empty()) {
    std::string& part = parts[input.number(static_cast<std::uint32_t>(parts.size()))];
    if (part.empty() || input.byte() % 16 == 0)
      part += static_cast<char>(input.byte());
    else
      part[input.number(static_cast<std::uint32_t>(part.size()))] = static_cast<char>(input.byte());
  }
  std::uint64_t size = 0;
  for (const std::string& p : parts) size += p.size();
  const auto graph = unpack_graph({size, [&](std::uint32_t n, const PackedSource::Place& place) {
                                     if (n >= parts.size()) return false;
                                     std::copy(parts[n].begin(), parts[n].end(), place(parts[n].size()));
                                     return true;
                                   }});
  if (graph) use(*graph);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Workshop shop;
  if (size == 0) return 0;
  Input input(data + 1, std::min<std::size_t>(size - 1, 200));
  switch (data[0] % 4) {
    case 0:
      hurt_file(shop, input);
      break;
    case 1:
      hurt_rows(shop, input);
      break;
    case 2:
      hurt_packed(shop, input);
      break;
    default:
      shop.restore(input.rest());
      ask(shop);
  }
  return 0;
}
