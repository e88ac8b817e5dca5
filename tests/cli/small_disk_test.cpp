// The store on a real disk of two megabytes that becomes full, grows, and can then only be read.
#include <sys/mount.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>

#include "program.hpp"

using Catch::Contains;
using maillon::test::Program;

namespace {

/// A file system in memory, mounted where the program works; needs root.
class Disk {
 public:
  explicit Disk(std::string path) : path_(std::move(path)) {
    std::filesystem::create_directory(path_);
    mounted_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=2m") == 0;
    if (!mounted_) why_ = std::strerror(errno);
  }
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;
  ~Disk() {
    if (mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }

  bool mounted() const { return mounted_; }
  const std::string& why() const { return why_; }
  void change(unsigned long flags, const char* options) const {
    REQUIRE(::mount(nullptr, path_.c_str(), nullptr, MS_REMOUNT | flags, options) == 0);
  }

 private:
  std::string path_, why_;
  bool mounted_ = false;
};

std::string articles(int count) {
  std::string out;
  for (int i = 0; i < count; ++i)
    out += "{\"id\":\"n" + std::to_string(i) +
           "\",\"date\":\"2023-03-10\",\"text\":\"La ministre danoise Anna Berg a rencontré Jan Novak" +
           std::to_string(i) + " à Riga. Elle a signé un accord avec la Lettonie.\"}\n";
  return out;
}

}  // namespace

TEST_CASE("a full disk keeps whole batches, a larger one takes the rest, a read-only one answers") {
  const Program maillon;
  const Disk disk(maillon.folder.path("disk"));
  if (!disk.mounted()) {
    WARN("skipped: a file system of 2 MB cannot be mounted here: " << disk.why());
    return;
  }
  maillon.folder.write("in.jsonl", articles(1500));
  const auto full = maillon("build -q in.jsonl -o disk/out");
  CHECK(full.code == 2);
  CHECK_THAT(full.err, Contains("the disk is full") && Contains("make room"));
  const auto kept = maillon("check disk/out");
  CHECK(kept.code == 0);
  CHECK_THAT(kept.err, Contains(" articles, "));
  CHECK_THAT(kept.err, !Contains("1500 articles"));

  disk.change(0, "size=100m");
  REQUIRE(maillon("build -q in.jsonl -o disk/out").code == 0);
  REQUIRE(maillon("build -q in.jsonl -o whole").code == 0);
  CHECK_THAT(maillon("check disk/out").err, Contains("1500 articles"));
  const std::string expected = maillon("export whole").out;
  CHECK((maillon("export disk/out").out == expected));

  disk.change(MS_RDONLY, nullptr);
  CHECK((maillon("export disk/out").out == expected));
  CHECK(maillon("query disk/out 'MATCH (n) RETURN count(*)'").code == 0);
  const auto refused = maillon("build -q in.jsonl -o disk/out");
  CHECK(refused.code == 2);
  CHECK_THAT(refused.err, Contains("cannot be written") && Contains("Read-only"));
  CHECK(maillon("forget disk/out n1").code == 2);
  CHECK((maillon("export disk/out").out == expected));
}
