// Reads the include lines of src/ against the table of rooms in src/CMakeLists.txt.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kSource = fs::path(MAILLON_SOURCE_DIR) / "src";

std::string read(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

using Rooms = std::map<std::string, std::set<std::string>>;

/// Every room with itself and all rooms that it may include, directly or through others.
Rooms read_rooms() {
  Rooms rooms;
  const std::string table = read(kSource / "CMakeLists.txt");
  const std::regex call(R"(\nmaillon_room\((\w+)((?: [\w:]+)*)\))");
  for (std::sregex_iterator it(table.begin(), table.end(), call), end; it != end; ++it) {
    std::set<std::string>& may = rooms[(*it)[1]];
    may.insert((*it)[1]);
    std::istringstream words((*it)[2]);
    bool in_rooms = false;
    for (std::string word; words >> word;) {
      if (word == "ROOMS" || word == "LIBRARIES")
        in_rooms = word == "ROOMS";
      else if (in_rooms)  // a room names only rooms above it in the table, which are complete
        may.insert(rooms.at(word).begin(), rooms.at(word).end());
    }
  }
  return rooms;
}

std::vector<std::string> includes(const fs::path& file) {
  std::vector<std::string> out;
  std::istringstream lines(read(file));
  const std::regex include(R"re(^\s*#\s*include\s*"([^"]+)")re");
  std::smatch match;
  for (std::string line; std::getline(lines, line);)
    if (std::regex_search(line, match, include)) out.push_back(match[1]);
  return out;
}

std::vector<fs::path> sources() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(kSource))
    if (entry.path().extension() == ".hpp" || entry.path().extension() == ".cpp") out.push_back(entry.path());
  return out;
}

}  // namespace

TEST_CASE("no room includes one that it may not") {
  const Rooms rooms = read_rooms();
  REQUIRE(rooms.size() >= 12);
  std::set<std::string> seen;
  for (const fs::path& file : sources()) {
    const std::string room = fs::relative(file, kSource).begin()->string();
    if (room == "cli") continue;  // the top, which may see everything
    seen.insert(room);
    REQUIRE(rooms.contains(room));
    for (const std::string& include : includes(file)) {
      if (include.find('/') == std::string::npos) continue;  // beside it, so in the same room
      const std::string other = include.substr(0, include.find('/'));
      CAPTURE(file.string(), include);
      CHECK(rooms.at(room).contains(other));
    }
  }
  CHECK(seen.size() == rooms.size());
}

TEST_CASE("nothing includes the command line") {
  for (const fs::path& file : sources())
    if (fs::relative(file, kSource).begin()->string() != "cli")
      for (const std::string& include : includes(file)) CHECK(!include.starts_with("cli/"));
}

TEST_CASE("a source includes its own header first") {
  for (const fs::path& file : sources()) {
    fs::path header = file;
    header.replace_extension(".hpp");
    if (file.extension() != ".cpp" || !fs::exists(header)) continue;
    CAPTURE(file.string());
    const auto list = includes(file);
    REQUIRE(!list.empty());
    CHECK(fs::path(list.front()).filename() == header.filename());
  }
}

// A room may be compiled as one file: a function of one file's anonymous namespace must not be chosen in
// another's place.
TEST_CASE("functions of anonymous namespaces have names of their own within a room") {
  const std::regex function(R"(^[A-Za-z_][^\n;{}=]*?[ &*](\w+)\([^;{]*\)(?: const)?(?: noexcept)? \{)");
  std::map<std::string, std::map<std::string, std::set<std::string>>> files;  // room -> name -> files
  for (const fs::path& file : sources()) {
    if (file.extension() != ".cpp" || file.parent_path() == kSource) continue;
    std::istringstream lines(read(file));
    bool inside = false;
    std::smatch match;
    for (std::string line; std::getline(lines, line);) {
      if (line == "namespace {") inside = true;
      if (line == "}  // namespace") inside = false;
      if (inside && std::regex_search(line, match, function))
        files[file.parent_path().filename().string()][match[1]].insert(file.filename().string());
    }
  }
  CHECK(files.at("export").contains("point"));  // they are found
  for (const auto& [room, names] : files)
    for (const auto& [name, where] : names) {
      std::string list;
      for (const std::string& file : where) list += ' ' + file;
      INFO("src/" << room << ": " << name << " in" << list);
      CHECK(where.size() == 1);
    }
}
