#include "store/sqlite/group_commit.h"

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/sqlite/connection.h"
#include "store/sqlite/transaction.h"
#include "store/sqlite/writer.h"
#include "store/temporary_folder.h"

using namespace policycalc::store;
using namespace policycalc::store::sqlite;
using policycalc::store::test::TemporaryFolder;

namespace {

/// A database with parents and, checked only at COMMIT, their children.
struct Fixture {
  Fixture() : writing(connect({folder.database(), std::chrono::seconds(1)}, Access::kReadWrite)) {
    useWriteAheadLog(*writing, std::chrono::seconds(1));
    *writing << "CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT";
    *writing << "CREATE TABLE child (parent INTEGER REFERENCES parent (id)"
                " DEFERRABLE INITIALLY DEFERRED) STRICT";
  }

  /// What another connection, which sees only what is committed, counts.
  int count(const std::string& table) const {
    int rows = -1;
    const auto other = connect({folder.database()}, Access::kReadOnly);
    *other << "SELECT count(*) FROM " + table, soci::into(rows);
    return rows;
  }

  std::vector<std::exception_ptr> commit(const std::vector<WriteJob>& jobs) {
    std::vector<const WriteJob*> pointers;
    for (const WriteJob& job : jobs) pointers.push_back(&job);
    return commitTogether(*writing, pointers);
  }

  TemporaryFolder folder;
  std::unique_ptr<soci::session> writing;
};

WriteJob addParent(int id) {
  return
      [id](soci::session& session) { session << "INSERT INTO parent VALUES (:id)", soci::use(id); };
}

StoreError::Kind kindOf(const std::exception_ptr& error) {
  try {
    if (error) std::rethrow_exception(error);
  } catch (const StoreError& store_error) {
    return store_error.kind();
  } catch (...) {
  }
  BOOST_ERROR("not a StoreError");
  return StoreError::Kind::kOther;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(GroupCommit, Fixture)

BOOST_AUTO_TEST_CASE(jobs_share_one_transaction) {
  bool second_sees_first_uncommitted = false;
  const auto outcomes = commit({addParent(1), [&](soci::session&) {
                                  second_sees_first_uncommitted = count("parent") == 0;
                                }});
  BOOST_TEST(!outcomes[0]);
  BOOST_TEST(!outcomes[1]);
  BOOST_TEST(second_sees_first_uncommitted);
  BOOST_TEST(count("parent") == 1);
}

BOOST_AUTO_TEST_CASE(a_failing_job_undoes_only_itself) {
  const WriteJob half_done = [](soci::session& session) {
    session << "INSERT INTO parent VALUES (50)";
    throw std::runtime_error("changed my mind");
  };
  const auto outcomes = commit({addParent(1), half_done, addParent(1), addParent(2)});
  BOOST_TEST(!outcomes[0]);
  BOOST_CHECK_THROW(std::rethrow_exception(outcomes[1]), std::runtime_error);
  BOOST_TEST((kindOf(outcomes[2]) == StoreError::Kind::kConstraint));
  BOOST_TEST(!outcomes[3]);
  BOOST_TEST(count("parent") == 2);
}

// Both fail the transaction as a whole, which must not fail the jobs that shared it.
BOOST_AUTO_TEST_CASE(a_job_that_ruins_the_transaction_fails_only_itself) {
  const WriteJob orphan = [](soci::session& session) {
    session << "INSERT INTO child VALUES (99)";
  };
  const auto at_commit = commit({addParent(1), orphan, addParent(2)});
  BOOST_TEST(!at_commit[0]);
  BOOST_TEST((kindOf(at_commit[1]) == StoreError::Kind::kConstraint));
  BOOST_TEST(!at_commit[2]);
  BOOST_TEST(count("parent") == 2);
  BOOST_TEST(count("child") == 0);

  const WriteJob ends_it = [](soci::session& session) {
    session << "ROLLBACK";
    throw std::runtime_error("gone");
  };
  const auto midway = commit({addParent(3), ends_it, addParent(4)});
  BOOST_TEST(!midway[0]);
  BOOST_CHECK_THROW(std::rethrow_exception(midway[1]), std::runtime_error);
  BOOST_TEST(!midway[2]);
  BOOST_TEST(count("parent") == 4);
  BOOST_TEST(!inTransaction(*writing));
}

BOOST_AUTO_TEST_CASE(a_locked_database_fails_all_as_busy_and_runs_none) {
  const auto other = connect({folder.database()}, Access::kReadWrite);
  const sqlite::WriteTransaction lock(*other);
  int runs = 0;
  const WriteJob counting = [&](soci::session&) { ++runs; };
  const auto outcomes = commit({counting, counting});
  BOOST_TEST((kindOf(outcomes[0]) == StoreError::Kind::kBusy));
  BOOST_TEST((kindOf(outcomes[1]) == StoreError::Kind::kBusy));
  BOOST_TEST(runs == 0);
}

BOOST_AUTO_TEST_CASE(a_full_database_is_named_and_the_rest_goes_on) {
  int pages = 0;
  *writing << "PRAGMA max_page_count = 12", soci::into(pages);
  const WriteJob large = [](soci::session& s) {
    s << "CREATE TABLE large AS SELECT zeroblob(1000000) AS x";
  };
  const auto outcomes = commit({addParent(1), large, addParent(2)});
  BOOST_TEST(!outcomes[0]);
  BOOST_REQUIRE(outcomes[1]);
  BOOST_CHECK_EXCEPTION(std::rethrow_exception(outcomes[1]), StoreError, [](const StoreError& e) {
    return std::string(e.what()) == "there is no space left for the database";
  });
  BOOST_TEST(!outcomes[2]);
  BOOST_TEST(count("parent") == 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(WriterThread, Fixture)

BOOST_AUTO_TEST_CASE(each_caller_gets_its_commit_or_its_exception) {
  sqlite::Writer writer(std::move(writing), std::chrono::seconds(1));
  writer.submit(addParent(1));
  BOOST_TEST(count("parent") == 1);
  BOOST_CHECK_EXCEPTION(writer.submit(addParent(1)), StoreError, [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kConstraint;
  });
  writer.submit(addParent(2));
  BOOST_TEST(count("parent") == 2);
}

BOOST_AUTO_TEST_CASE(many_callers_each_get_their_own_outcome) {
  sqlite::Writer writer(std::move(writing), std::chrono::seconds(1));
  std::vector<int> failures(8, 0);
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 100; ++i) {
        try {
          writer.submit(addParent(t * 1000 + (i % 10 == 9 ? 0 : i)));  // every tenth is a repeat
        } catch (const StoreError& error) {
          if (error.kind() == StoreError::Kind::kConstraint)
            ++failures[static_cast<std::size_t>(t)];
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int failed : failures) BOOST_TEST(failed == 10);
  BOOST_TEST(count("parent") == 720);
}

BOOST_AUTO_TEST_SUITE_END()
