#pragma once

#include <memory>
#include <optional>

#include "policycalc/store/store.h"

#include "store/database.h"
#include "store/postgresql/connection.h"
#include "store/readers.h"
#include "store/writer.h"

namespace policycalc::store::postgresql {

/// One database of a PostgreSQL server, which several processes may use at once: several sessions
/// that read, and one thread that writes. After the server was away, the next call opens new
/// sessions.
class Database : public store::Database {
 public:
  Database(std::unique_ptr<soci::session> writing_session, const Place& place,
           const StoreOptions& options);

  void write(const Job& job, Erases erases, Room room) override;
  /// The server looks after its files itself.
  std::optional<Trouble> troubleOfFile() override { return std::nullopt; }
  /// The server checks each page that it reads, if the cluster has checksums.
  void checkWhole() override {}
  std::optional<std::chrono::sys_seconds> time() override;
  bool overwritesErased() const override { return false; }
  const Ceilings& ceilings() const override { return ceilings_; }

 private:
  void run(const Job& job, Moment moment) override;
  void runOnce(const Job& job, Moment moment);

  const Ceilings ceilings_;
  Readers readers_;
  Writer writer_;
};

/// Opens the database, and makes this program's schema in it or brings it up to this version.
/// Throws as openStore() does.
std::unique_ptr<store::Database> openDatabase(const StoreOptions& options);

}  // namespace policycalc::store::postgresql
