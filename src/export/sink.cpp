#include "export/sink.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace maillon {

namespace {

constexpr std::size_t kBuffer = 1 << 18;

Diagnostic write_error(const std::string& path, int code) {
  const bool full = code == ENOSPC || code == EDQUOT;
  return error_in(path, std::string("cannot be written: ") + std::strerror(code),
                  full ? "make room on the disk; what stood there before is untouched" : "");
}

}  // namespace

FileSink::FileSink(std::string path, std::string part, std::FILE* file)
    : path_(std::move(path)), part_(std::move(part)), file_(file) {}

FileSink::FileSink(FileSink&& other) noexcept
    : Sink(std::move(other)),
      path_(std::move(other.path_)),
      part_(std::move(other.part_)),
      file_(std::exchange(other.file_, nullptr)),
      error_(other.error_) {}

Result<FileSink> FileSink::open(std::string path) {
  if (path == "-") return FileSink(std::move(path), {}, stdout);
  std::string part = path + ".part";
  std::FILE* file = std::fopen(part.c_str(), "wb");
  if (file == nullptr) return write_error(path, errno);
  std::setvbuf(file, nullptr, _IOFBF, kBuffer);
  return FileSink(std::move(path), std::move(part), file);
}

FileSink::~FileSink() {
  if (file_ == nullptr || file_ == stdout) return;
  std::fclose(file_);
  std::remove(part_.c_str());
}

void FileSink::write(std::string_view bytes) {
  if (error_ != 0 || bytes.empty()) return;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) error_ = errno != 0 ? errno : EIO;
}

Status FileSink::finish() {
  if (file_ == nullptr) return {};
  if (failure()) return *failure();  // what is there of the file goes with this sink
  if (error_ == 0 && std::fflush(file_) != 0) error_ = errno;
  if (file_ == stdout) {
    file_ = nullptr;
    const bool read_on = error_ != EPIPE;  // who reads a pipe may have seen enough
    return error_ == 0 || !read_on ? Status() : Status(write_error("standard output", error_));
  }
  if (error_ == 0 && fsync(fileno(file_)) != 0 && errno != EINVAL) error_ = errno;
  if (std::fclose(std::exchange(file_, nullptr)) != 0 && error_ == 0) error_ = errno;
  if (error_ == 0 && std::rename(part_.c_str(), path_.c_str()) != 0) error_ = errno;
  if (error_ == 0) return {};
  std::remove(part_.c_str());
  return write_error(path_, error_);
}

}  // namespace maillon
