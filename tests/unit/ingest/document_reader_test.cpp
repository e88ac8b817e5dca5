#include "ingest/document_reader.hpp"

#include <zlib.h>
#include <zstd.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/temp_folder.hpp"

using namespace maillon;
using maillon::test::TempFolder;

namespace {

std::string gzip(const std::string& text) {
  z_stream z{};
  deflateInit2(&z, Z_BEST_SPEED, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(text.size() + 128, '\0');
  std::string in = text;
  z.next_in = reinterpret_cast<Bytef*>(in.data());
  z.avail_in = static_cast<uInt>(in.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 1));
  return out;
}

/// Every document as "id|line|bytes", every problem as "!message".
std::vector<std::string> read_all(std::vector<std::string> paths, ReaderLimits limits = {}) {
  DocumentReader reader(std::move(paths), limits);
  std::vector<std::string> out;
  while (auto d = reader.next())
    out.push_back(*d ? (*d)->id + "|" + std::to_string((*d)->line) + "|" + (*d)->bytes
                     : "!" + d->error().to_string());
  return out;
}

}  // namespace

TEST_CASE("folders are read recursively, sorted, without hidden and foreign files") {
  const TempFolder folder;
  folder.write("b.txt", "deux");
  folder.write("a/z.txt", "un");
  folder.write("c.jsonl", "{\"text\":\"trois\"}\n\n{\"text\":\"quatre\"}");
  folder.write(".hidden.txt", "non");
  folder.write(".git/x.txt", "non");
  folder.write("image.png", "non");
  CHECK(read_all({folder.path()}) == std::vector<std::string>{"z|0|un", "b|0|deux",
                                                              "c-1|1|{\"text\":\"trois\"}",
                                                              "c-3|3|{\"text\":\"quatre\"}"});
}

TEST_CASE("a file named directly is read once, and told by its content where its name says nothing") {
  const TempFolder folder;
  const std::string text = folder.write("depeche", "Malte a signé.");
  const std::string lines = folder.write("flux", "{ \"text\": \"un\" }\n{\"text\":\"deux\"}\n");
  const std::string page = folder.write("page", "<!DOCTYPE html><p>Malte a signé.");
  CHECK(read_all({text, lines, text}) == std::vector<std::string>{"depeche|0|Malte a signé.",
                                                                  "flux-1|1|{ \"text\": \"un\" }",
                                                                  "flux-2|2|{\"text\":\"deux\"}"});
  DocumentReader reader({page});
  CHECK((*reader.next())->format == DocumentFormat::html);
}

TEST_CASE("files of one name in two folders have ids of their own") {
  const TempFolder folder;
  folder.write("a/001.txt", "un");
  folder.write("b/001.txt", "deux");
  const auto found = read_all({folder.path()});
  REQUIRE(found.size() == 2);
  CHECK(found[0] == "001|0|un");
  CHECK(found[1] == folder.path("b/001") + "|0|deux");
}

TEST_CASE("gzip and zstd are unpacked, also in several members") {
  const TempFolder folder;
  const std::string long_text(300'000, 'x');
  folder.write("a.txt.gz", gzip("un ") + gzip("deux"));
  folder.write("b.txt.zst", zstd("trois ") + zstd("quatre"));
  folder.write("c.jsonl.gz", gzip("{\"text\":\"cinq\"}\n{\"text\":\"six\"}\n"));
  folder.write("d.txt.zst", zstd(long_text));
  CHECK(read_all({folder.path()}) ==
        std::vector<std::string>{"a|0|un deux", "b|0|trois quatre", "c-1|1|{\"text\":\"cinq\"}",
                                 "c-2|2|{\"text\":\"six\"}", "d|0|" + long_text});
}

TEST_CASE("damaged and truncated archives are problems of their file alone") {
  const TempFolder folder;
  std::string broken = gzip(std::string(1000, 'a') + "suite");
  folder.write("a.txt.gz", broken.substr(0, broken.size() - 9));
  broken[14] = static_cast<char>(broken[14] ^ 0x55);
  folder.write("b.txt.gz", broken);
  folder.write("c.txt.zst", zstd("trois").substr(0, 8));
  folder.write("d.txt", "quatre");
  const auto found = read_all({folder.path()});
  REQUIRE(found.size() == 4);
  CHECK(found[0] == "!" + folder.path("a.txt.gz") + ": damaged gzip data: it ends too early");
  CHECK_THAT(found[1], Catch::StartsWith("!" + folder.path("b.txt.gz") + ": damaged gzip data"));
  CHECK(found[2] == "!" + folder.path("c.txt.zst") + ": damaged zstd data: it ends too early");
  CHECK(found[3] == "d|0|quatre");
}

TEST_CASE("missing files and empty folders are problems, and reading goes on") {
  const TempFolder folder;
  folder.write("vide/readme.md", "rien");
  const std::string text = folder.write("a.txt", "un");
  const auto found = read_all({folder.path("absent.txt"), folder.path("vide"), text});
  REQUIRE(found.size() == 3);
  CHECK(found[0] == "!" + folder.path("absent.txt") + ": no such file");
  CHECK_THAT(found[1], Catch::StartsWith("!" + folder.path("vide") + ": the folder holds no articles"));
  CHECK(found[2] == "a|0|un");
}

TEST_CASE("articles beyond the limit are passed over") {
  const TempFolder folder;
  const ReaderLimits limits{1 << 20};
  const std::string giant(3 << 20, 'x');
  folder.write("a.txt", giant);
  folder.write("b.jsonl", "{\"text\":\"un\"}\n{\"text\":\"" + giant + "\"}\n{\"text\":\"deux\"}\n" + giant);
  const auto found = read_all({folder.path()}, limits);
  REQUIRE(found.size() == 5);
  CHECK_THAT(found[0], Catch::StartsWith("!" + folder.path("a.txt") + ": the article is larger than 1 MB"));
  CHECK(found[1] == "b-1|1|{\"text\":\"un\"}");
  CHECK(found[2] == "!" + folder.path("b.jsonl") + ":2: the article is larger than 1 MB");
  CHECK(found[3] == "b-3|3|{\"text\":\"deux\"}");
  CHECK(found[4] == "!" + folder.path("b.jsonl") + ":4: the article is larger than 1 MB");
}

TEST_CASE("progress knows the bytes") {
  const TempFolder folder;
  folder.write("a.txt", "12345");
  folder.write("b.txt", "678");
  DocumentReader reader({folder.path()});
  CHECK(reader.total_bytes() == std::uint64_t{8});
  CHECK(reader.bytes_read() == 0);
  (void)reader.next();
  CHECK(reader.bytes_read() == 5);
  (void)reader.next();
  CHECK(reader.bytes_read() == 8);
  CHECK(!reader.next());
  CHECK(!DocumentReader({"-"}).total_bytes());
}
