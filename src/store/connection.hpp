// What a Store holds: the database and, for a writer, the lock. For this room only.
#pragma once

#include "store/sqlite.hpp"
#include "store/store.hpp"
#include "store/writer_lock.hpp"

namespace maillon {

struct Store::Connection {
  WriterLock lock;  ///< let go after the database is closed
  sqlite::Database db;
};

}  // namespace maillon
