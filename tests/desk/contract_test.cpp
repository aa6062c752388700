// The codes in the API document of the desk are those of its rules.
#include <algorithm>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/desk/rules/audit_words.h"
#include "policycalc/desk/rules/authorisation_way.h"
#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/permission.h"
#include "policycalc/web/contract/issue_codes.h"

#include "desk/browser.h"
#include "support/enumeration.h"

namespace policycalc::desk::test {
namespace {

using policycalc::test::enumeration;

template <typename Table>
std::vector<std::string> namesOf(const Table& table) {
  std::vector<std::string> names;
  for (const auto each : table) names.emplace_back(nameOf(each));
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskContract)

BOOST_AUTO_TEST_CASE(codes_are_those_of_the_rules) {
  const live::LiveService service;
  const json::Value document = policycalc::test::parse(
      service.get("/api/v1/hall/openapi.json", "X-Forwarded-Proto: https\r\n").body);
  const auto same = [](const auto& one, const auto& other) {
    BOOST_TEST(one == other, boost::test_tools::per_element());
  };
  same(enumeration(document, "DeskIssueCode"),
       std::vector<std::string>(web::kDeskIssueCodes.begin(), web::kDeskIssueCodes.end()));
  same(enumeration(document, "Role"), namesOf(kRoles));
  same(enumeration(document, "Permission"), namesOf(kPermissions));
  same(enumeration(document, "MatterState"), namesOf(kMatterStates));
  same(enumeration(document, "Urgency"),
       policycalc::test::namesUpTo(Urgency::kCalm, [](auto each) { return nameOf(each); }));
  same(enumeration(document, "AuthorisationWay"), namesOf(kAuthorisationWays));
  same(enumeration(document, "AuditObject"), namesOf(kAuditObjects));
  same(enumeration(document, "AuditAction"),
       policycalc::test::namesUpTo(static_cast<AuditAction>(kAuditActionCount - 1),
                                   [](auto each) { return nameOf(each); }));
}

BOOST_AUTO_TEST_CASE(the_document_tells_which_states_are_closed) {
  const live::LiveService service;
  const json::Value document = policycalc::test::parse(
      service.get("/api/v1/hall/openapi.json", "X-Forwarded-Proto: https\r\n").body);
  std::vector<std::string> closed;
  for (const MatterState state : kMatterStates) {
    if (!isOpen(state)) closed.emplace_back(nameOf(state));
  }
  std::vector<std::string> told;
  for (const json::Value& state :
       policycalc::test::at(document, "/components/schemas/MatterState/x-closed").elements) {
    told.push_back(state.text);
  }
  BOOST_TEST(told == closed, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_step_leads_to_a_state_and_is_an_action_of_the_trail) {
  const live::LiveService service;
  const json::Value document = policycalc::test::parse(
      service.get("/api/v1/hall/openapi.json", "X-Forwarded-Proto: https\r\n").body);
  const auto states = enumeration(document, "MatterState");
  const auto actions = enumeration(document, "AuditAction");
  const auto has = [](const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const MatterState from : kMatterStates) {
    for (const MatterStep& step : stepsFrom(from)) {
      BOOST_TEST(has(states, nameOf(step.to)), nameOf(step.to));
      BOOST_TEST(has(actions, nameOf(step.to)), nameOf(step.to));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_document_is_read_without_a_session_under_an_allowed_host) {
  const live::LiveService service;
  const std::string https = "X-Forwarded-Proto: https\r\n";
  const std::string path = "/api/v1/hall/openapi.json";
  const auto reply = service.get(path, https);
  BOOST_TEST(reply.status == 200);
  BOOST_TEST(service.get(path, https + "If-None-Match: " + reply.header("ETag") + "\r\n").status ==
             304);
  BOOST_TEST(service.get(path + "?x=1", https).status == 400);
  BOOST_TEST(service.get(path, "X-Forwarded-For: 192.0.2.1\r\n").status == 403);
  const auto foreign =
      http::test::exchange(service.port(), "GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n" +
                                               https + "Connection: close\r\n\r\n");
  BOOST_TEST(foreign.status == 421);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
