#include "store/words.h"

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/fresh_store.h"
#include "store/records.h"
#include "store/server_database.h"
#include "store/store_session.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreWords)

/// A store whose words can be spoilt past all checks.
struct Spoilt : FreshStore {
  void run(const std::string& statement) const {
    const auto session = sessionOn(folder.database());
    if (isBesideServer()) {
      dropChecks(*session);
    } else {
      *session << "PRAGMA ignore_check_constraints = ON";
    }
    *session << statement;
  }

 private:
  static void dropChecks(soci::session& session) {
    std::string drop;
    session << "SELECT coalesce(string_agg('ALTER TABLE ' || CAST(conrelid AS regclass) ||"
               " ' DROP CONSTRAINT ' || conname, '; '), 'SELECT 1') FROM pg_constraint"
               " WHERE contype = 'c' AND connamespace = CAST('policycalc' AS regnamespace)",
        soci::into(drop);
    session << drop;
  }
};

template <typename Call>
void expectUnknownWord(const Call& call) {
  BOOST_CHECK_EXCEPTION(call(), StoreError, [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kUnknownWord;
  });
}

BOOST_FIXTURE_TEST_CASE(unknown_role_is_an_error, Spoilt) {
  const std::int64_t id = addClerk(store);
  for (const char* word : {"''", "'Clerk'", "'clerk '", "'root'"}) {
    run(std::string("UPDATE staff_member SET role = ") + word);
    expectUnknownWord([&] { store.staff().find(id); });
    expectUnknownWord([&] { store.staff().list(); });
    expectUnknownWord([&] { store.staff().setPassword(id, "next", true, actor(0, 120)); });
  }
  run("UPDATE staff_member SET role = 'handler'");
  BOOST_TEST((store.staff().find(id)->role == desk::Role::kHandler));
  BOOST_TEST(store.staff().find(id)->password_hash == "hash of li.na");
}

BOOST_FIXTURE_TEST_CASE(unknown_state_is_an_error, Spoilt) {
  const OneMatter one(store);
  run("UPDATE matter SET state = 'closed'");
  MatterQuery query;
  query.scope = MatterScope::kAll;
  expectUnknownWord([&] { store.matters().find(one.id, at(150)); });
  expectUnknownWord([&] { store.matters().list(query, at(150)); });
  expectUnknownWord([&] { store.matters().tick(one.id, 1, {0}, actor(one.staff, 120)); });
  run("UPDATE matter SET state = 'received'");
  for (const char* column : {"from_state", "to_state"}) {
    run(std::string("UPDATE matter_change SET to_state = 'received', from_state = ''"));
    BOOST_TEST(keptMatter(store, one.id).history.size() == 1U);
    run(std::string("UPDATE matter_change SET ") + column + " = 'closed'");
    expectUnknownWord([&] { store.matters().find(one.id, at(150)); });
  }
}

BOOST_FIXTURE_TEST_CASE(unknown_way_is_an_error, Spoilt) {
  const std::int64_t id = addApplicant(store, addClerk(store));
  run("UPDATE authorisation SET given = 'phone'");
  expectUnknownWord([&] { store.applicants().find(id, at(150)); });
  expectUnknownWord([&] { store.applicants().list("", at(150)); });
}

BOOST_FIXTURE_TEST_CASE(unknown_word_of_the_trail_is_an_error, Spoilt) {
  run("INSERT INTO audit (at, staff_id, address, action, object, object_id, revision, county,"
      " fields) VALUES (1, 0, '', 'added', 'applicant', 1, 1, '', '')");
  BOOST_TEST(store.audit().list({}).size() == 1U);
  run("INSERT INTO audit (at, staff_id, address, action, object, object_id, revision, county,"
      " fields) VALUES (1, 0, '', 'eaten', 'matter', 1, 1, '', '')");
  expectUnknownWord([&] { store.audit().list({}); });
  expectUnknownWord([&] { store.audit().since(desk::AuditObject::kMatter, 1, 0); });
  BOOST_TEST(store.audit().since(desk::AuditObject::kApplicant, 1, 0).size() == 1U);
  run("INSERT INTO audit (at, staff_id, address, action, object, object_id, revision, county,"
      " fields) VALUES (1, 7, '', 'added', 'case', 1, 1, '', '')");
  AuditQuery query;
  query.staff_id = 7;
  expectUnknownWord([&] { store.audit().list(query); });
}

BOOST_FIXTURE_TEST_CASE(every_word_of_the_rules_can_be_stored, FreshStore) {
  for (const desk::Role role : desk::kRoles) {
    StaffMember member = staffMember(wordOf(role));
    member.role = role;
    const std::int64_t id = store.staff().add(member, actor(0, 100));
    BOOST_TEST((store.staff().find(id)->role == role));
  }
  SavedProfile profile = savedProfile("lookup");
  profile.may_help = true;
  store.savedProfiles().add(profile);
  for (const desk::AuthorisationWay way : desk::kAuthorisationWays) {
    const bool by_code = way == desk::AuthorisationWay::kCode;
    Applicant given = by_code ? applicantByCode("lookup") : applicant(wordOf(way));
    given.authorisation.given = way;
    const auto id = store.applicants().add(given, actor(1, 110));
    BOOST_TEST((store.applicants().find(*id, at(150))->authorisation.given == way));
  }
  for (const desk::MatterState state : desk::kMatterStates) {
    Matter given = receivedMatter(addFirm(store, 1, wordOf(state)), wordOf(state));
    given.state = state;
    BOOST_TEST((keptMatter(store, openMatter(store, 1, given)).matter.state == state));
  }
}

BOOST_AUTO_TEST_CASE(open_states_are_those_of_the_rules) {
  BOOST_TEST(openStates() == "('received', 'preparing', 'handed_over', 'in_progress')");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
