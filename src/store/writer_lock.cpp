#include "store/writer_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace maillon {

WriterLock::WriterLock(WriterLock&& other) noexcept
    : file_(std::move(other.file_)), fd_(std::exchange(other.fd_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(fd_, other.fd_);
  return *this;
}

WriterLock::~WriterLock() {
  if (fd_ < 0) return;
  ::unlink(file_.c_str());
  ::close(fd_);
}

Result<WriterLock> WriterLock::take(const std::string& store) {
  WriterLock out;
  const std::string file = store + "-lock";
  for (;;) {
    const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (fd < 0) {
      const char* hint =
          errno == ENOSPC || errno == EDQUOT ? "make room" : "look at the folder and its rights";
      return error_in(store, std::string("the store cannot be written: ") + std::strerror(errno), hint);
    }
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
      ::close(fd);
      return error_in(store, "another maillon is writing this store", "wait until it is done");
    }
    // The file may have gone between open and flock, with the writer that had it.
    struct stat named {
    }, held{};
    if (::stat(file.c_str(), &named) == 0 && ::fstat(fd, &held) == 0 && named.st_ino == held.st_ino) {
      out.file_ = file;
      out.fd_ = fd;
      return out;
    }
    ::close(fd);
  }
}

}  // namespace maillon
