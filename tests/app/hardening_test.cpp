#include "app/hardening.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "app/sealed_hall.h"
#include "store/child_process.h"

namespace policycalc::app::test {
namespace {

namespace data = boost::unit_test::data;
namespace fs = std::filesystem;

struct Place {
  store::test::TemporaryFolder folder;
  fs::path database = folder.database();

  Place() { std::ofstream(database) << "text"; }
  void setRights(::mode_t file, ::mode_t of_folder) const {
    ::chmod(database.c_str(), file);
    ::chmod(folder.path().c_str(), of_folder);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DatabaseRights)

BOOST_DATA_TEST_CASE_F(Place, a_file_that_others_can_use_is_refused,
                       data::make({0604, 0602, 0601, 0620, 0666, 0644}), rights) {
  setRights(static_cast<::mode_t>(rights), 0700);
  const auto fault = openToOthers(database);
  BOOST_TEST_REQUIRE(fault.has_value());
  BOOST_TEST(holds(*fault, "chmod 600 " + database.string()));
}

BOOST_DATA_TEST_CASE_F(Place, owner_and_group_may_read, data::make({0600, 0640, 0400}), rights) {
  setRights(static_cast<::mode_t>(rights), 0700);
  BOOST_TEST(!openToOthers(database).has_value());
}

BOOST_DATA_TEST_CASE_F(Place, a_folder_that_others_can_write_is_refused,
                       data::make({0702, 0777, 01777, 0773}), rights) {
  setRights(0600, static_cast<::mode_t>(rights));
  for (const fs::path& path : {database, folder.path() / "new.db"}) {
    const auto fault = openToOthers(path);
    BOOST_TEST_REQUIRE(fault.has_value());
    BOOST_TEST(holds(*fault, "chmod 700 "));
    BOOST_TEST(holds(*fault, path.string()));
  }
}

BOOST_DATA_TEST_CASE_F(Place, a_folder_that_others_can_only_list_is_not,
                       data::make({0700, 0750, 0755, 0775}), rights) {
  setRights(0600, static_cast<::mode_t>(rights));
  BOOST_TEST(!openToOthers(database).has_value());
}

BOOST_FIXTURE_TEST_CASE(what_is_yet_to_be_made_has_no_fault, Place) {
  BOOST_TEST(!openToOthers(folder.path() / "new.db").has_value());
  BOOST_TEST(!openToOthers(folder.path() / "new" / "new.db").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ServiceHardening)

BOOST_AUTO_TEST_CASE(its_memory_goes_into_no_core_file) {
  store::test::ChildProcess child([](int output) {
    keepMemoryPrivate();
    ::rlimit core{};
    ::getrlimit(RLIMIT_CORE, &core);
    store::test::writeLine(
        output, std::to_string(core.rlim_max) + " " + std::to_string(::prctl(PR_GET_DUMPABLE)));
  });
  std::string line;
  BOOST_TEST_REQUIRE(child.readLine(line));
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  BOOST_TEST(line.ends_with(" 1"));  // the sanitizer looks into the process
#else
  BOOST_TEST(line == "0 0");
#endif
  BOOST_TEST(child.wait() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_database_open_to_others_is_not_served, SealedHall) {
  ::chmod(database().c_str(), 0666);
  const Finished refused = run({"serve", "--port", "0"});
  BOOST_TEST(refused.exit_code == 3);
  BOOST_TEST(holds(refused.err, "chmod 600"));
  BOOST_TEST(std::count(refused.err.begin(), refused.err.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(a_new_database_is_announced_once) {
  const store::test::TemporaryFolder folder;
  for (int start = 0; start < 2; ++start) {
    Serving serving({"serve", "--port", "0", "--database", folder.database().string()}, {});
    BOOST_TEST_REQUIRE(serving.port() != 0);
    serving.signal(SIGTERM);
    const Finished ended = serving.wait();
    const std::string line = "new database made at `" + folder.database().string() + "`";
    BOOST_TEST(holds(ended.err, line) == (start == 0), ended.err);
  }
}

BOOST_FIXTURE_TEST_CASE(a_damaged_database_is_named, SealedHall) {
  {
    const auto serving = serve();
    BOOST_TEST_REQUIRE(serving->port() != 0);
    serving->signal(SIGTERM);
    serving->wait();
  }
  {
    // Everything after the first page, which holds the schema.
    std::fstream file(database(), std::ios::in | std::ios::out | std::ios::binary);
    const auto bytes = fs::file_size(database());
    file.seekp(4096);
    file << std::string(bytes - 4096, '\xff');
  }
  const Finished refused = run({"serve", "--port", "0"});
  BOOST_TEST(refused.exit_code == 3);
  BOOST_TEST(holds(refused.err, "damaged"), refused.err);
  BOOST_TEST(holds(refused.err, database().string()), refused.err);
}

BOOST_FIXTURE_TEST_CASE(quit_drains_and_a_hang_up_ends_nothing, SealedHall) {
  const auto serving = serve();
  serving->signal(SIGHUP);
  BOOST_TEST(addFirm(*serving, 1) == 201);
  serving->signal(SIGQUIT);
  BOOST_TEST(serving->wait().exit_code == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
