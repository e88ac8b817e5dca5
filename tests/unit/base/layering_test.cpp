// The order of the rooms: a file may include its own room and the rooms that src/CMakeLists.txt gives to it,
// and theirs. The program's command line stands above all rooms.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace maillon::test {

namespace {

namespace fs = std::filesystem;
using Rooms = std::map<std::string, std::set<std::string>>;

const fs::path kSource = fs::path(MAILLON_SOURCE_DIR) / "src";

std::string read(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// Room -> the rooms it may include, itself among them, from the maillon_room() lines.
Rooms allowed_rooms() {
  static const std::regex kRoom(R"(^maillon_room\((\w+)(?:[ ]+ROOMS((?:[ ]+[a-z_]+)+))?)",
                                std::regex::multiline);
  const std::string cmake = read(kSource / "CMakeLists.txt");
  Rooms rooms;
  for (std::sregex_iterator it(cmake.begin(), cmake.end(), kRoom), end; it != end; ++it) {
    std::set<std::string>& allowed = rooms[(*it)[1]];
    allowed.insert((*it)[1]);
    std::istringstream names((*it)[2].str());
    for (std::string name; names >> name;) {
      REQUIRE(rooms.count(name) == 1);  // rooms are declared from below to above
      allowed.insert(rooms[name].begin(), rooms[name].end());
    }
  }
  return rooms;
}

std::vector<std::string> included_rooms(const fs::path& file) {
  static const std::regex kInclude(R"(^\s*#\s*include\s+"([a-z_]+)/[^"]+")", std::regex::multiline);
  const std::string text = read(file);
  std::vector<std::string> rooms;
  for (std::sregex_iterator it(text.begin(), text.end(), kInclude), end; it != end; ++it)
    rooms.push_back((*it)[1]);
  return rooms;
}

std::vector<fs::path> sources(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp")
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("no room includes a room above it") {
  const Rooms rooms = allowed_rooms();
  REQUIRE(rooms.size() >= 13);
  std::size_t includes = 0;
  for (const auto& [room, allowed] : rooms) {
    for (const fs::path& file : sources(kSource / room)) {
      for (const std::string& included : included_rooms(file)) {
        INFO(file.string() << " includes room " << included);
        CHECK(allowed.count(included) == 1);
        ++includes;
      }
    }
  }
  CHECK(includes > 100);
}

TEST_CASE("every folder of src is a room or the command line") {
  const Rooms rooms = allowed_rooms();
  for (const auto& entry : fs::directory_iterator(kSource)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory()) CHECK((name == "cli" || rooms.count(name) == 1));
  }
}

}  // namespace maillon::test
