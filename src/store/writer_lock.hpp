// One writer a store, for the whole of its run: SQLite's own lock lasts for a transaction only.
#pragma once

#include <string>

#include "base/result.hpp"

namespace maillon {

/// Holds flock(2) on "<store>-lock". The kernel lets go of it when the process ends, however it ends; the
/// file goes with an orderly end and is taken over otherwise.
class WriterLock {
 public:
  /// A second writer and a folder that cannot be written are Diagnostics.
  static Result<WriterLock> take(const std::string& store);
  WriterLock() = default;
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&& other) noexcept;
  ~WriterLock();

 private:
  std::string file_;
  int fd_ = -1;
};

}  // namespace maillon
