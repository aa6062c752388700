#include <string>
#include <thread>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include "policycalc/store/store.h"

#include "store/on_file_only.h"
#include "store/records.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"
#include "store/store_place.h"
#include "store/store_session.h"

namespace desk = policycalc::desk;
using namespace policycalc::store;
using namespace policycalc::store::test;

namespace {

constexpr std::size_t kThreads = 8;

/// Runs `call(i)` in many threads at once; how many of them returned true.
template <typename Call>
int succeeding(const Call& call) {
  std::vector<int> done(kThreads, 0);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] { done[i] = call(i) ? 1 : 0; });
  }
  int sum = 0;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads[i].join();
    sum += done[i];
  }
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreDesk)

BOOST_AUTO_TEST_CASE(it_survives_reopening) {
  const StorePlace folder;
  std::int64_t applicant_id = 0;
  std::int64_t matter_id = 0;
  std::optional<Applicant> before;
  std::optional<MatterFile> file;
  {
    const auto store = openStore({folder.database()});
    const std::int64_t staff = addClerk(*store);
    applicant_id = addApplicant(*store, staff);
    before = store->applicants().find(applicant_id, at(150));
    matter_id = openMatter(*store, staff, receivedMatter(applicant_id, "R1"));
    file = store->matters().find(matter_id, at(150));
    store->handlers().set({"11.1.1a", "", "big_data", staff}, 0, actor(staff, 110));
  }
  const auto store = openStore({folder.database()});
  BOOST_TEST((store->applicants().find(applicant_id, at(150)) == before));
  BOOST_TEST_REQUIRE(store->matters().find(matter_id, at(150)).has_value());
  // Its clock is unchanged, too.
  BOOST_TEST((store->matters().find(matter_id, at(150))->matter == file->matter));
  BOOST_TEST((store->matters().find(matter_id, at(150))->matter.state_since == at(110)));
  BOOST_TEST(store->matters().find(matter_id, at(150))->documents.size() == 2U);
  BOOST_TEST(store->handlers().list().size() == 1U);
  BOOST_TEST(deskTrail(*store).size() == 3U);
}

BOOST_AUTO_TEST_CASE(one_reader_sees_every_later_change) {
  const StorePlace folder;
  const auto store = openStore({folder.database(), 5, 1});
  const auto other_process = openStore({folder.database()});
  const std::int64_t staff = addClerk(*store);
  Applicant next = applicant("name");
  next.firm = "firm";
  next.id = store->applicants().add(next, actor(staff, 100)).value_or(0);
  const std::int64_t matter_id = openMatter(*store, staff, receivedMatter(next.id, "R1"));
  for (int i = 1; i <= 20; ++i) {
    next.sealed_name = std::to_string(i);
    other_process->applicants().replace(next, i, {}, actor(staff, 110));
    BOOST_TEST(store->applicants().find(next.id, at(150))->sealed_name == next.sealed_name);
    BOOST_TEST(store->applicants().findByFirm("firm", "", at(150))->revision == i + 1);
    BOOST_TEST(store->applicants().list("", at(150)).front().sealed_name == next.sealed_name);
    BOOST_TEST(store->matters().find(matter_id, at(150))->matter.sealed_name == next.sealed_name);
    BOOST_TEST(store->matters().list({}, at(150)).front().sealed_name == next.sealed_name);
    BOOST_TEST(deskTrail(*store).front().revision == i + 1);
    BOOST_TEST(store->audit().since(desk::AuditObject::kApplicant, next.id, i).size() == 1U);
  }
}

BOOST_AUTO_TEST_CASE(of_many_equal_changes_at_once_one_succeeds) {
  const StorePlace folder;
  const auto store = openStore({folder.database(), 60});
  const std::int64_t staff = addClerk(*store);
  Applicant of_firm = applicant("name");
  of_firm.firm = "firm";
  BOOST_TEST(succeeding([&](std::size_t) {
               return store->applicants().add(of_firm, actor(staff, 100)).has_value();
             }) == 1);
  const auto known = store->applicants().findByFirm("firm", "", at(150));
  BOOST_TEST_REQUIRE(known.has_value());
  BOOST_TEST(succeeding([&](std::size_t i) {
               Applicant next = *known;
               next.sealed = std::to_string(i);
               return store->applicants().replace(next, 1, {}, actor(staff, 110)) ==
                      Applicants::Change::kDone;
             }) == 1);
  BOOST_TEST(succeeding([&](std::size_t i) {
               const Matter what = receivedMatter(known->id, "R" + std::to_string(i));
               return store->matters().open(what, {}, actor(staff, 110)).outcome ==
                      Matters::Opening::kDone;
             }) == 1);
  const auto matters = store->matters().list({}, at(150));
  BOOST_TEST_REQUIRE(matters.size() == 1U);
  BOOST_TEST(succeeding([&](std::size_t) {
               return store->matters().step(matters[0].id, 1,
                                            {desk::MatterState::kPreparing, 0, false, ""},
                                            actor(staff, 120)) == Matters::Change::kDone;
             }) == 1);
  BOOST_TEST(succeeding([&](std::size_t) {
               return store->handlers().set({"11.1.1a", "", "big_data", staff}, 0,
                                            actor(staff, 120)) == Handlers::Change::kDone;
             }) == 1);
  BOOST_TEST(succeeding([&](std::size_t) {
               return store->applicants().withdraw(known->id, actor(staff, 130));
             }) == 1);
  BOOST_TEST(trailOf(*store, desk::AuditObject::kApplicant, known->id) ==
             "added applicant 1; changed applicant 2; withdrawn applicant 3; ");
}

BOOST_AUTO_TEST_CASE(the_database_refuses_to_change_its_trail) {
  const StorePlace folder;
  {
    const auto store = openStore({folder.database()});
    addApplicant(*store, addClerk(*store));
  }
  const char* again =
      "INSERT OR REPLACE INTO audit SELECT id, at, 0, '', action, object, object_id, revision,"
      " county, fields FROM audit";
  for (const char* statement :
       {"DELETE FROM audit", "TRUNCATE audit", "UPDATE audit SET staff_id = 0",
        "UPDATE audit SET id = 9", again}) {
    BOOST_CHECK_THROW(*sessionOn(folder.database()) << statement, soci::soci_error);
  }
  const auto store = openStore({folder.database()});
  BOOST_TEST(trailOf(*store, desk::AuditObject::kApplicant, 0) == "added applicant 1; ");
  BOOST_TEST(deskTrail(*store).front().actor.staff_id == 1);
}

BOOST_AUTO_TEST_CASE(an_older_database_gets_a_desk, *onFileOnly()) {
  const StorePlace folder;
  {
    const auto session = sqlite::connect({folder.database()}, sqlite::Access::kReadWrite);
    sqlite::migrate(*session, {sqlite::schema().begin(), sqlite::schema().begin() + 3});
    *session << "INSERT INTO staff_member (login, name, role, county, unit, password_hash,"
                " must_change, active, revision, created_at)"
                " VALUES ('li.na', 'n', 'clerk', '360702', '', 'h', 0, 1, 1, 100)";
  }
  const auto store = openStore({folder.database()});
  const auto staff = store->staff().findByLogin("li.na");
  BOOST_TEST_REQUIRE(staff.has_value());
  const std::int64_t id = addApplicant(*store, staff->id);
  BOOST_TEST(openMatter(*store, staff->id, receivedMatter(id, "R1")) >= 1);
}

BOOST_AUTO_TEST_CASE(errors_do_not_repeat_what_was_stored) {
  const StorePlace folder;
  const auto store = openStore({folder.database()});
  const std::int64_t staff = addClerk(*store);
  Applicant secret = applicant("secret");
  secret.firm = "secret firm";
  secret.id = store->applicants().add(secret, actor(staff, 100)).value_or(0);
  const auto message = [](const std::function<void()>& call) {
    try {
      call();
    } catch (const StoreError& error) {
      return error.what() + error.detail();
    }
    return std::string("secret: not refused");
  };
  Applicant given = secret;
  given.authorisation.sealed_by = std::string("secret\0", 7);
  Applicant unrecorded = secret;  // by a member unknown to the database
  unrecorded.firm = "secret too";
  Applicant next = applicant("secret");
  next.id = addApplicant(*store, staff);
  next.firm = "secret firm";
  for (const std::string& said :
       {message([&] { store->applicants().add(given, actor(staff, 110)); }),
        message([&] { store->applicants().add(unrecorded, actor(77, 110)); }),
        message([&] { store->applicants().replace(next, 1, {}, actor(staff, 110)); }),
        message([&] { store->applicants().replace(secret, 1, {"secret field"}, actor(1, 110)); }),
        message(
            [&] { store->matters().open(receivedMatter(next.id, "R"), {}, actor(77, 110)); })}) {
    BOOST_TEST(said.find("secret") == std::string::npos, said);
  }
}

BOOST_AUTO_TEST_SUITE_END()
