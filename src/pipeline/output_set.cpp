#include "pipeline/output_set.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace maillon {

namespace fs = std::filesystem;

namespace {

Diagnostic failed(const std::string& path, const char* what, int why) {
  return error_in(path, std::string(what) + ": " + std::strerror(why));
}

Status to_disk(const std::string& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) return failed(path, "cannot be opened", errno);
  const int code = ::fsync(fd) == 0 ? 0 : errno;
  ::close(fd);
  if (code != 0 && code != EINVAL) return failed(path, "cannot be brought to the disk", code);
  return {};
}

}  // namespace

OutputSet::OutputSet(std::string folder, std::string staging, bool made_folder)
    : folder_(std::move(folder)), staging_(std::move(staging)), made_folder_(made_folder) {}

OutputSet::OutputSet(OutputSet&& other) noexcept
    : folder_(std::move(other.folder_)),
      staging_(std::exchange(other.staging_, {})),
      made_folder_(std::exchange(other.made_folder_, false)) {}

OutputSet::~OutputSet() {
  if (staging_.empty()) return;
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
  if (made_folder_) fs::remove(folder_, ignored);
}

Result<OutputSet> OutputSet::open(const std::string& folder) {
  std::error_code code;
  const bool made = fs::create_directories(folder, code);
  if (code) return error_in(folder, "the output folder cannot be made: " + code.message());
  std::string staging = folder + "/.new-XXXXXX";
  if (::mkdtemp(staging.data()) == nullptr)
    return failed(folder, "the output folder cannot be written", errno);
  return OutputSet(folder, std::move(staging), made);
}

Result<std::vector<std::string>> OutputSet::commit() {
  std::error_code code;
  std::vector<std::string> names;
  for (fs::recursive_directory_iterator it(staging_, code), end; !code && it != end; it.increment(code))
    if (!it->is_directory()) names.push_back(it->path().lexically_relative(staging_).string());
  if (code) return error_in(staging_, "cannot be listed: " + code.message());
  std::sort(names.begin(), names.end());
  for (const std::string& name : names)
    if (Status s = to_disk(staging_ + '/' + name, O_RDONLY); !s) return s.error();
  for (const std::string& name : names) {
    if (name.ends_with(".db"))
      for (const char* companion : {"-wal", "-shm", "-journal"})
        fs::remove(folder_ + '/' + name + companion, code);
    const std::string target = folder_ + '/' + name;
    fs::create_directories(fs::path(target).parent_path(), code);
    if (::rename((staging_ + '/' + name).c_str(), target.c_str()) != 0)
      return failed(target, "cannot be replaced", errno);
  }
  if (Status s = to_disk(folder_, O_RDONLY | O_DIRECTORY); !s) return s.error();
  made_folder_ = false;
  return names;
}

}  // namespace maillon
