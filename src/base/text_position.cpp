#include "base/text_position.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <string>
#include <vector>

namespace maillon {

namespace {

/// Keeps the pointer of the value that is being read, and the place of the best match so far.
class PositionHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, PositionHandler> {
 public:
  PositionHandler(const rapidjson::MemoryStream& stream, std::string_view wanted)
      : stream_(stream), wanted_(wanted) {}

  bool Default() {
    begin_value();
    return next();
  }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    levels_.back().name.assign(text, length);
    return true;
  }
  bool StartObject() { return start(false); }
  bool StartArray() { return start(true); }
  bool EndObject(rapidjson::SizeType) { return end(); }
  bool EndArray(rapidjson::SizeType) { return end(); }

  std::size_t found() const { return found_; }

 private:
  struct Level {
    bool is_array = false;
    std::size_t index = 0;
    std::string name;
  };

  std::string pointer() const {
    std::string out;
    for (const Level& l : levels_) out += '/' + (l.is_array ? std::to_string(l.index) : l.name);
    return out;
  }

  void begin_value() {
    const std::string here = pointer();
    const bool on_the_way =
        wanted_.starts_with(here) && (wanted_.size() == here.size() || wanted_[here.size()] == '/');
    if (!on_the_way || (here.size() <= depth_ && depth_ != 0)) return;
    depth_ = here.size();
    found_ = stream_.Tell() == 0 ? 0 : stream_.Tell() - 1;
  }
  bool start(bool is_array) {
    begin_value();
    levels_.push_back({is_array, 0, {}});
    return true;
  }
  bool end() {
    levels_.pop_back();
    return next();
  }
  bool next() {
    if (!levels_.empty()) ++levels_.back().index;
    return true;
  }

  const rapidjson::MemoryStream& stream_;
  std::string_view wanted_;
  std::vector<Level> levels_;
  std::size_t depth_ = 0, found_ = 0;
};

}  // namespace

std::uint32_t line_of(std::string_view text, std::size_t byte) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
  return 1 + static_cast<std::uint32_t>(std::count(text.begin(), end, '\n'));
}

std::uint32_t json_line(std::string_view text, std::string_view pointer) {
  rapidjson::MemoryStream stream(text.data(), text.size());
  PositionHandler handler(stream, pointer);
  rapidjson::Reader reader;
  reader.Parse(stream, handler);
  return line_of(text, handler.found());
}

}  // namespace maillon
