#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreHandlers)

using Change = Handlers::Change;

constexpr const char* kHere = "360702";
constexpr const char* kThere = "360781";

HandlerAssignment assignment(const std::string& county, std::int64_t staff_id) {
  return {"11.1.1a", county, "big_data", staff_id};
}

BOOST_FIXTURE_TEST_CASE(a_new_database_has_no_handlers, FreshStore) {
  BOOST_TEST(store.handlers().list().empty());
  for (const char* county : {"", kHere, "' OR 1=1 --"}) {
    BOOST_TEST(store.handlers().find("11.1.1a", county, "big_data") == 0);
  }
}

BOOST_FIXTURE_TEST_CASE(the_entry_of_the_county_comes_first, FreshStore) {
  const std::int64_t general = addClerk(store);
  const std::int64_t own = addClerk(store, "wang");
  Handlers& handlers = store.handlers();
  BOOST_TEST((handlers.set(assignment("", general), 0, actor(own, 100)) == Change::kDone));
  BOOST_TEST(handlers.find("11.1.1a", kHere, "big_data") == general);
  BOOST_TEST((handlers.set(assignment(kHere, own), 0, actor(own, 100)) == Change::kDone));
  BOOST_TEST(handlers.find("11.1.1a", kHere, "big_data") == own);
  BOOST_TEST(handlers.find("11.1.1a", kThere, "big_data") == general);
  BOOST_TEST(handlers.find("11.1.1a", "", "big_data") == general);
  BOOST_TEST(handlers.find("11.1.1b", kHere, "big_data") == 0);
  BOOST_TEST(handlers.find("11.1.1A", kHere, "big_data") == 0);
  BOOST_TEST(handlers.find("11.1.1a", kHere, "finance") == 0);
  // The own one is taken away: the general one takes over.
  BOOST_TEST((handlers.set(assignment(kHere, 0), own, actor(own, 110)) == Change::kDone));
  BOOST_TEST(handlers.find("11.1.1a", kHere, "big_data") == general);
  BOOST_TEST(handlers.list().size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(setting_names_the_present_handler, FreshStore) {
  const std::int64_t first = addClerk(store);
  const std::int64_t second = addClerk(store, "wang");
  Handlers& handlers = store.handlers();
  const Actor by = actor(first, 100);
  BOOST_TEST((handlers.set(assignment(kHere, first), second, by) == Change::kOther));
  BOOST_TEST(handlers.list().empty());
  BOOST_TEST((handlers.set(assignment(kHere, first), 0, by) == Change::kDone));
  for (const std::int64_t expected : {std::int64_t{0}, second, std::int64_t{-1}}) {
    BOOST_TEST((handlers.set(assignment(kHere, second), expected, by) == Change::kOther));
    BOOST_TEST((handlers.set(assignment(kHere, 0), expected, by) == Change::kOther));
  }
  BOOST_TEST(handlers.find("11.1.1a", kHere, "big_data") == first);
  BOOST_TEST((handlers.set(assignment(kHere, second), first, by) == Change::kDone));
  BOOST_TEST((handlers.list() == std::vector<HandlerAssignment>{assignment(kHere, second)}));
  BOOST_TEST((handlers.set(assignment(kHere, 0), second, by) == Change::kDone));
  BOOST_TEST(handlers.list().empty());
}

BOOST_FIXTURE_TEST_CASE(disabled_accounts_do_not_count, FreshStore) {
  const std::int64_t general = addClerk(store);
  StaffMember own = staffMember("wang");
  own.id = store.staff().add(own, actor(0, 100));
  store.handlers().set(assignment("", general), 0, actor(general, 100));
  store.handlers().set(assignment(kHere, own.id), 0, actor(general, 100));
  own.active = false;
  BOOST_TEST((store.staff().update(own, 1, actor(0, 120)) == StaffMembers::Change::kDone));
  BOOST_TEST(store.handlers().find("11.1.1a", kHere, "big_data") == general);
  StaffMember closed = staffMember("li.na");
  closed.id = general;
  closed.active = false;
  BOOST_TEST((store.staff().update(closed, 1, actor(0, 120)) == StaffMembers::Change::kDone));
  BOOST_TEST(store.handlers().find("11.1.1a", kHere, "big_data") == 0);
  // The table still names the member, so that another can take the place.
  BOOST_TEST(store.handlers().list().size() == 2U);
  own.active = true;
  store.staff().update(own, 2, actor(0, 120));
  BOOST_TEST(store.handlers().find("11.1.1a", kHere, "big_data") == own.id);
}

BOOST_FIXTURE_TEST_CASE(list_is_by_measure_county_and_unit, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::vector<HandlerAssignment> sorted = {{"10.1", "", "finance", staff},
                                                 {"10.1", kHere, "big_data", staff},
                                                 {"10.1", kHere, "finance", staff},
                                                 {"10.1", kThere, "big_data", staff},
                                                 {"2.1", "", "big_data", staff}};
  for (const std::size_t i : {3U, 0U, 4U, 2U, 1U}) {
    BOOST_TEST((store.handlers().set(sorted[i], 0, actor(staff, 100)) == Change::kDone));
  }
  BOOST_TEST((store.handlers().list() == sorted));
}

BOOST_FIXTURE_TEST_CASE(senseless_ones_are_refused, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const auto refuse_it = [&](const HandlerAssignment& given) {
    expectRefused([&] { store.handlers().set(given, 0, actor(staff, 100)); });
  };
  HandlerAssignment given = assignment(kHere, staff);
  for (std::string HandlerAssignment::*text :
       {&HandlerAssignment::measure, &HandlerAssignment::county, &HandlerAssignment::unit}) {
    given = assignment(kHere, staff);
    given.*text += std::string(1, '\0');
    refuse_it(given);
  }
  for (std::string HandlerAssignment::*text :
       {&HandlerAssignment::measure, &HandlerAssignment::unit}) {
    given = assignment(kHere, staff);
    (given.*text).clear();
    refuse_it(given);
  }
  for (const std::int64_t nobody : {staff + 1, std::int64_t{-1}, INT64_MAX}) {
    refuse_it(assignment(kHere, nobody));
  }
  BOOST_TEST(store.handlers().list().empty());
  BOOST_TEST(deskTrail(store).empty());
}

BOOST_FIXTURE_TEST_CASE(every_change_is_in_the_trail, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t named = addClerk(store, "wang");
  store.handlers().set(assignment(kHere, named), 0, actor(staff, 100));
  store.handlers().set(assignment(kHere, staff), 0, actor(staff, 110));  // not done
  const auto entries = deskTrail(store);
  BOOST_TEST_REQUIRE(entries.size() == 1U);
  BOOST_TEST((entries[0].object == desk::AuditObject::kHandler));
  BOOST_TEST(entries[0].object_id == named);
  BOOST_TEST(entries[0].county == kHere);
  BOOST_TEST(entries[0].actor.staff_id == staff);
  BOOST_TEST(entries[0].actor.address == "192.0.2.1");
  BOOST_TEST((entries[0].actor.at == at(100)));
  store.handlers().set(assignment(kHere, 0), named, actor(staff, 120));
  BOOST_TEST(deskTrail(store).size() == 2U);
}

BOOST_FIXTURE_TEST_CASE(every_text_survives, FreshStore) {
  const std::int64_t staff = addClerk(store);
  // Measures and units are keys of one word: the trail names them among its fields.
  const std::string word = "';DROP-\"\\%:x?\r\n\t<b>𠮷\u202e";
  const HandlerAssignment hostile{word, kHostile, word, staff};
  BOOST_TEST((store.handlers().set(hostile, 0, actor(staff, 100)) == Change::kDone));
  BOOST_TEST((store.handlers().list() == std::vector<HandlerAssignment>{hostile}));
  BOOST_TEST(store.handlers().find(word, kHostile, word) == staff);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
