#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

/// A member with a session `a`.
struct Fixture : FreshStore {
  std::int64_t li = addClerk(store);
  SecondFactors& factors = store.secondFactors();

  Fixture() { logIn(store, staffSession("a", li)); }

  ShownCode shown(std::int64_t period) const { return {li, "a", period}; }

  void setUp() {
    factors.begin(li, "first");
    factors.confirm(shown(100), "first", {"r1", "r2"}, actor(li, 200));
  }

  /// Seconds after at(0) at which the session showed a code; below 0 if it did not.
  std::int64_t shownAt() const {
    return (store.staffSessions().find("a")->factor_at - at(0)).count();
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(StoreSecondFactors, Fixture)

BOOST_AUTO_TEST_CASE(an_app_counts_once_it_is_confirmed) {
  BOOST_TEST(!factors.find(li).has_value());
  BOOST_TEST(!factors.use(shown(1), actor(li, 150)));
  factors.begin(li, "first");
  factors.begin(li, "second");
  BOOST_TEST(factors.find(li)->sealed == "");
  BOOST_TEST(factors.find(li)->sealed_next == "second");
  BOOST_TEST(!factors.use(shown(1), actor(li, 150)));
  BOOST_TEST(!factors.confirm(shown(100), "first", {"r1"}, actor(li, 200)));
  BOOST_TEST(shownAt() < 0);
  BOOST_TEST(factors.confirm(shown(100), "second", {"r1", "r2"}, actor(li, 200)));
  BOOST_TEST(!factors.confirm(shown(101), "second", {"r1"}, actor(li, 200)));
  BOOST_TEST(factors.find(li)->sealed == "second");
  BOOST_TEST(factors.find(li)->sealed_next == "");
  BOOST_TEST(factors.recoveryCodesLeft(li) == 2U);
  BOOST_TEST(shownAt() == 200);
}

BOOST_AUTO_TEST_CASE(each_code_is_taken_once_and_never_an_earlier_one) {
  setUp();
  for (const std::int64_t period : {99, 100})
    BOOST_TEST(!factors.use(shown(period), actor(li, 300)));
  BOOST_TEST(shownAt() == 200);
  BOOST_TEST(factors.use(shown(101), actor(li, 300)));
  BOOST_TEST(!factors.use(shown(101), actor(li, 400)));
  BOOST_TEST(shownAt() == 300);
}

BOOST_AUTO_TEST_CASE(each_recovery_code_is_good_once) {
  setUp();
  BOOST_TEST(!factors.useRecovery(li, "a", "r3", actor(li, 300)));
  BOOST_TEST(!factors.useRecovery(li + 7, "a", "r1", actor(li, 300)));
  BOOST_TEST(factors.useRecovery(li, "a", "r1", actor(li, 300)));
  BOOST_TEST(!factors.useRecovery(li, "a", "r1", actor(li, 400)));
  BOOST_TEST(factors.recoveryCodesLeft(li) == 1U);
  BOOST_TEST(shownAt() == 300);
}

BOOST_AUTO_TEST_CASE(a_new_app_takes_the_place_of_the_old_one_and_its_codes) {
  setUp();
  factors.begin(li, "next");
  BOOST_TEST(factors.find(li)->sealed == "first");
  BOOST_TEST(factors.use(shown(101), actor(li, 300)));
  BOOST_TEST(factors.confirm(shown(102), "next", {"s1"}, actor(li, 300)));
  BOOST_TEST(factors.find(li)->sealed == "next");
  BOOST_TEST(!factors.useRecovery(li, "a", "r1", actor(li, 300)));
  BOOST_TEST(factors.useRecovery(li, "a", "s1", actor(li, 300)));
}

BOOST_AUTO_TEST_CASE(a_reset_removes_all_and_ends_the_sessions) {
  BOOST_TEST(!factors.reset(li, actor(0, 300)));
  setUp();
  BOOST_TEST(factors.reset(li, actor(0, 300)));
  BOOST_TEST(!factors.find(li).has_value());
  BOOST_TEST(factors.recoveryCodesLeft(li) == 0U);
  BOOST_TEST(!store.staffSessions().find("a").has_value());
}

BOOST_AUTO_TEST_CASE(the_trail_is_told) {
  setUp();
  factors.useRecovery(li, "a", "r1", actor(li, 300));
  factors.reset(li, actor(0, 400));
  const auto trail = store.audit().list({});
  BOOST_REQUIRE(trail.size() >= 3U);
  BOOST_TEST((trail[0].action == desk::AuditAction::kSecondFactorReset));
  BOOST_TEST((trail[1].action == desk::AuditAction::kRecoveryCodeUsed));
  BOOST_TEST((trail[2].action == desk::AuditAction::kSecondFactorSet));
  BOOST_TEST(trail[0].object_id == li);
  BOOST_TEST(trail[0].county == "360702");
}

BOOST_AUTO_TEST_CASE(senseless_secrets_are_refused) {
  const auto is_constraint = [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kConstraint;
  };
  for (const std::string& text : {std::string(), std::string("a\0", 2)}) {
    BOOST_CHECK_EXCEPTION(factors.begin(li, text), StoreError, is_constraint);
    BOOST_CHECK_EXCEPTION(factors.confirm(shown(1), "x", {text}, actor(li, 1)), StoreError,
                          is_constraint);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
