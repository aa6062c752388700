#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <thread>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "policycalc/store/error.h"

#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/readers.h"
#include "store/sqlite/transaction.h"
#include "store/temporary_folder.h"

using namespace policycalc::store;
using namespace policycalc::store::sqlite;
using policycalc::store::test::TemporaryFolder;

namespace {

std::int64_t setting(soci::session& session, const std::string& name) {
  std::int64_t value = -1;
  session << "PRAGMA " + name, soci::into(value);
  return value;
}

/// A database in WAL mode with an empty table.
struct Fixture {
  Fixture() : writing(connect(place, Access::kReadWrite)) {
    useWriteAheadLog(*writing, place.busy_timeout);
    *writing << "CREATE TABLE t (x INTEGER) STRICT";
  }

  std::uintmax_t logSize() const {
    return std::filesystem::file_size(place.file.string() + "-wal");
  }

  TemporaryFolder folder;
  Place place{folder.database(), std::chrono::seconds(1)};
  std::unique_ptr<soci::session> writing;
};

bool isBusy(const StoreError& error) {
  return error.kind() == StoreError::Kind::kBusy;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Connections, Fixture)

BOOST_AUTO_TEST_CASE(every_session_has_the_settings) {
  const auto reading = connect(place, Access::kReadOnly);
  for (soci::session* session : {writing.get(), reading.get()}) {
    BOOST_TEST(setting(*session, "foreign_keys") == 1);
    BOOST_TEST(setting(*session, "synchronous") == 2);
    BOOST_TEST(setting(*session, "secure_delete") == 1);
    BOOST_TEST(setting(*session, "temp_store") == 2);
    BOOST_TEST(setting(*session, "page_size") == kPageSize);
    BOOST_TEST(setting(*session, "busy_timeout") == 1000);
    std::string mode;
    *session << "PRAGMA journal_mode", soci::into(mode);
    BOOST_TEST(mode == "wal");
  }
}

BOOST_AUTO_TEST_CASE(a_reading_session_cannot_write) {
  const auto reading = connect(place, Access::kReadOnly);
  BOOST_CHECK_THROW(*reading << "INSERT INTO t VALUES (1)", soci::soci_error);
}

BOOST_AUTO_TEST_CASE(strict_tables_refuse_text_for_a_number) {
  try {
    *writing << "INSERT INTO t VALUES ('many')";
    BOOST_ERROR("accepted");
  } catch (const soci::soci_error& error) {
    BOOST_TEST((toStoreError(error).kind() == StoreError::Kind::kConstraint));
  }
}

BOOST_AUTO_TEST_CASE(errors_carry_no_statement_and_no_value) {
  *writing << "CREATE TABLE u (x TEXT PRIMARY KEY) STRICT";
  const std::string secret = "a company's profile";
  *writing << "INSERT INTO u VALUES (:x)", soci::use(secret);
  try {
    *writing << "INSERT INTO u VALUES (:x)", soci::use(secret);
    BOOST_ERROR("accepted");
  } catch (const soci::soci_error& error) {
    const StoreError store_error = toStoreError(error);
    const std::string all = store_error.what() + store_error.detail();
    BOOST_TEST(std::string(error.what()).find(secret) != std::string::npos);  // what we guard from
    BOOST_TEST(all.find(secret) == std::string::npos, all);
    BOOST_TEST(all.find("INSERT") == std::string::npos, all);
  }
}

// SOCI's own transaction would take the read lock first and then fail at once.
BOOST_AUTO_TEST_CASE(a_write_transaction_waits_for_another_writer) {
  const auto other = connect(place, Access::kReadWrite);
  {
    sqlite::WriteTransaction transaction(*writing);
    BOOST_CHECK_THROW(sqlite::WriteTransaction second(*other), soci::soci_error);
    *writing << "INSERT INTO t VALUES (1)";
    transaction.commit();
  }
  sqlite::WriteTransaction transaction(*other);
  int x = 0;
  *other << "SELECT x FROM t", soci::into(x);
  *other << "UPDATE t SET x = :x", soci::use(x + 1);
  transaction.commit();
  *writing << "SELECT x FROM t", soci::into(x);
  BOOST_TEST(x == 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(EmptyingTheLog, Fixture)

BOOST_AUTO_TEST_CASE(the_log_is_emptied) {
  *writing << "INSERT INTO t VALUES (1)";
  BOOST_TEST(logSize() > 0U);
  BOOST_TEST(emptyLog(*writing, place.busy_timeout));
  BOOST_TEST(logSize() == 0U);
  BOOST_TEST(emptyLog(*writing, place.busy_timeout));
}

BOOST_AUTO_TEST_CASE(fails_while_another_goes_on_reading) {
  const auto reading = connect(place, Access::kReadOnly);
  int rows = -1;
  *reading << "BEGIN";
  *reading << "SELECT count(*) FROM t", soci::into(rows);
  *writing << "INSERT INTO t VALUES (1)";
  BOOST_TEST(!emptyLog(*writing, place.busy_timeout));
  BOOST_TEST(logSize() > 0U);
  *reading << "ROLLBACK";
  BOOST_TEST(emptyLog(*writing, place.busy_timeout));
  BOOST_TEST(logSize() == 0U);
}

// SQLite's own waiting does not cover this: it says at once that it is busy.
BOOST_AUTO_TEST_CASE(emptying_waits_for_another_process) {
  const auto patient = connect({place.file, std::chrono::minutes(5)}, Access::kReadWrite);
  const auto probe = connect(place, Access::kReadWrite);
  const auto reading = connect(place, Access::kReadOnly);
  int rows = -1;
  *reading << "BEGIN";
  *reading << "SELECT count(*) FROM t", soci::into(rows);
  *writing << "INSERT INTO t VALUES (1)";
  std::atomic<bool> gave_up = false;
  std::thread other([&] {
    // In vain, and for the whole timeout unless the probe was in the way.
    const auto start = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - start < place.busy_timeout) {
      *writing << "PRAGMA wal_checkpoint(TRUNCATE)";
    }
    *reading << "ROLLBACK";
    gave_up = true;
  });
  for (int busy = 0; busy == 0 && !gave_up;) {
    *probe << "PRAGMA wal_checkpoint(PASSIVE)", soci::into(busy);
    std::this_thread::yield();
  }
  BOOST_TEST(emptyLog(*patient, std::chrono::minutes(5)));
  other.join();
  BOOST_TEST(logSize() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(ReaderPool, Fixture)

BOOST_AUTO_TEST_CASE(says_busy_when_all_are_lent_and_recovers) {
  sqlite::Readers readers(place, 2);
  {
    const sqlite::Readers::Lease first = readers.lease();
    const sqlite::Readers::Lease second = readers.lease();
    BOOST_TEST((&first.session() != &second.session()));
    BOOST_CHECK_EXCEPTION(readers.lease(), StoreError, isBusy);
  }
  const sqlite::Readers::Lease again = readers.lease();
  BOOST_TEST(setting(again.session(), "query_only") == 1);
}

BOOST_AUTO_TEST_CASE(a_transaction_left_open_does_not_reach_the_next_borrower) {
  sqlite::Readers readers(place, 1);
  int rows = -1;
  {
    const sqlite::Readers::Lease lease = readers.lease();
    lease.session() << "BEGIN";
    lease.session() << "SELECT count(*) FROM t", soci::into(rows);
    BOOST_TEST(rows == 0);
  }
  *writing << "INSERT INTO t VALUES (1)";
  const sqlite::Readers::Lease lease = readers.lease();
  BOOST_TEST(!inTransaction(lease.session()));
  lease.session() << "SELECT count(*) FROM t", soci::into(rows);
  BOOST_TEST(rows == 1);
}

BOOST_AUTO_TEST_CASE(a_session_that_cannot_be_opened_does_not_use_up_its_place) {
  sqlite::Readers readers({folder.path() / "missing" / "store.db", std::chrono::seconds(1)}, 1);
  for (int i = 0; i < 3; ++i) BOOST_CHECK_THROW(readers.lease(), soci::soci_error);
}

BOOST_AUTO_TEST_SUITE_END()
