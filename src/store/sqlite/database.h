#pragma once

#include <cstddef>
#include <memory>

#include "store/database.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/readers.h"
#include "store/sqlite/writer.h"

namespace policycalc::store::sqlite {

/// One SQLite file: several connections that read, and one thread that writes.
class Database : public store::Database {
 public:
  Database(std::unique_ptr<soci::session> writing_session, const Place& place, std::size_t readers)
      : readers_(place, readers), writer_(std::move(writing_session), place.busy_timeout) {}

  void write(const Job& job, Erases erases) override;

 private:
  void run(const Job& job, Moment moment) override;

  Readers readers_;
  Writer writer_;
};

/// Opens the database. Creates a missing one and brings an older one up to this version.
/// Throws as openStore() does.
std::unique_ptr<store::Database> openDatabase(const StoreOptions& options);

}  // namespace policycalc::store::sqlite
