#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <sys/types.h>

#include "policycalc/store/store.h"

#include "store/database.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/readers.h"
#include "store/sqlite/reserve.h"
#include "store/sqlite/writer.h"

namespace policycalc::store::sqlite {

/// One SQLite file: several connections that read, and one thread that writes.
class Database : public store::Database {
 public:
  Database(std::unique_ptr<soci::session> writing_session, const Place& place,
           const StoreOptions& options);

  void write(const Job& job, Erases erases, Room room) override;
  std::optional<Trouble> troubleOfFile() override;
  void checkWhole() override;
  const Ceilings& ceilings() const override { return ceilings_; }

 private:
  /// Which file it is, whatever its name.
  struct Identity {
    dev_t device = 0;
    ino_t number = 0;
    bool operator==(const Identity&) const = default;
  };

  void run(const Job& job, Moment moment) override;
  static std::optional<Identity> identityOf(const std::filesystem::path& file);
  /// kRemoved or kReplaced if the file that was opened is no longer at its place.
  std::optional<Trouble> moved() const;

  const std::filesystem::path file_;
  const std::optional<Identity> identity_;
  const Ceilings ceilings_;
  Reserve reserve_;
  Readers readers_;
  Writer writer_;
};

/// Opens the database. Creates a missing one and brings an older one up to this version.
/// Throws as openStore() does.
std::unique_ptr<store::Database> openDatabase(const StoreOptions& options);

}  // namespace policycalc::store::sqlite
