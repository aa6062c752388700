#include "policycalc/desk/rules/audit_words.h"

#include <set>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/desk/rules/authorisation_way.h"

namespace policycalc::desk::test {
namespace {

BOOST_AUTO_TEST_SUITE(AuditWords)

BOOST_AUTO_TEST_CASE(every_object_has_one_name) {
  std::set<std::string_view> names;
  for (const AuditObject object : kAuditObjects) {
    BOOST_TEST((auditObjectNamed(nameOf(object)) == object));
    names.insert(nameOf(object));
  }
  BOOST_TEST((names == std::set<std::string_view>{"applicant", "handler", "matter", "roll",
                                                  "session", "staff"}));
}

BOOST_AUTO_TEST_CASE(every_action_has_one_name) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kAuditActionCount; ++i) {
    const auto action = static_cast<AuditAction>(i);
    BOOST_TEST((auditActionNamed(nameOf(action)) == action));
    names.insert(nameOf(action));
  }
  BOOST_TEST(names.size() == kAuditActionCount);
  BOOST_TEST(nameOf(AuditAction::kLoggedOutEverywhere) == "logged_out_everywhere");
  BOOST_TEST(nameOf(AuditAction::kAdded) == "added");
}

BOOST_AUTO_TEST_CASE(steps_are_told_by_the_name_of_their_state) {
  for (const MatterState state : kMatterStates) {
    BOOST_TEST(nameOf(actionOfStepTo(state)) == nameOf(state));
  }
}

BOOST_AUTO_TEST_CASE(every_way_of_an_authorisation_has_one_name) {
  for (const AuthorisationWay way : kAuthorisationWays) {
    BOOST_TEST((authorisationWayNamed(nameOf(way)) == way));
  }
  BOOST_TEST(nameOf(AuthorisationWay::kPaper) == "paper");
  BOOST_TEST(nameOf(AuthorisationWay::kScreen) == "screen");
  BOOST_TEST(nameOf(AuthorisationWay::kCode) == "code");
}

BOOST_AUTO_TEST_CASE(other_texts_are_not_words_of_the_trail) {
  for (const char* text : {"", "Added", "added ", "matters", "case", "phone", "Paper"}) {
    BOOST_TEST(!auditObjectNamed(text).has_value());
    BOOST_TEST(!auditActionNamed(text).has_value());
    BOOST_TEST(!authorisationWayNamed(text).has_value());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::desk::test
