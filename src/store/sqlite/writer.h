#pragma once

#include <chrono>
#include <memory>

#include <soci/session.h>

#include "store/writer.h"

namespace policycalc::store::sqlite {

/// The writer of an SQLite file. What an erasing job took away is then in none of the database's
/// files, unless another process went on reading it for longer than the busy timeout: the next
/// erasing job makes up for that.
class Writer : public store::Writer {
 public:
  /// Nothing else uses `session` from here on. `busy_timeout` is the session's.
  Writer(std::unique_ptr<soci::session> session, std::chrono::seconds busy_timeout);
};

}  // namespace policycalc::store::sqlite
