#pragma once

#include <cstddef>

#include "store/readers.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/transaction.h"

namespace policycalc::store::sqlite {

/// Read-only sessions of an SQLite file.
class Readers : public store::Readers {
 public:
  Readers(const Place& place, std::size_t count)
      : store::Readers({.connect = [place] { return connect(place, Access::kReadOnly); },
                        .settle = rollBack,
                        .busy_timeout = place.busy_timeout,
                        .count = count}) {}
};

}  // namespace policycalc::store::sqlite
