// The API documents against the code: the routes, and the codes of its tables.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/api/feedback.h"
#include "policycalc/engine/match.h"
#include "policycalc/facts/warning_codes.h"
#include "policycalc/store/health.h"
#include "policycalc/web/contract/issue_codes.h"
#include "policycalc/web/profiles/profile_body.h"

#include "live/live_service.h"
#include "support/enumeration.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::enumeration;
using policycalc::test::namesUpTo;
using policycalc::test::parse;
using Names = std::vector<std::string>;

/// `GET /path` of everything that the document describes.
std::set<std::string> describedBy(const json::Value& document) {
  std::set<std::string> described;
  for (const json::Member& path : at(document, "/paths").members) {
    for (const json::Member& method : path.value.members) {
      std::string name = method.key;
      for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
      described.insert(name + " " + path.key);
    }
  }
  return described;
}

struct Published {
  const live::LiveService service;
  const json::Value document = parse(service.get("/openapi.json").body);

  void holds(const std::string& schema, const Names& codes) const {
    BOOST_TEST(enumeration(document, schema) == codes, schema);
  }
};

Names sorted(Names names) {
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Contract)

BOOST_AUTO_TEST_CASE(the_documents_describe_exactly_the_routes) {
  const Published published;
  std::set<std::string> described = describedBy(published.document);
  described.merge(describedBy(parse(published.service.get("/api/v1/hall/openapi.json").body)));
  std::set<std::string> routed;
  for (const http::Route& route : published.service.router().routes()) {
    routed.insert(route.method + " " + route.pattern);
  }
  BOOST_TEST(described == routed, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(codes_are_those_of_the_code) {
  const Published published;
  published.holds("Verdict", namesUpTo(engine::Verdict::kNotInForce,
                                       [](engine::Verdict v) { return toString(v); }));
  published.holds("CaveatKind", namesUpTo(catalogue::CaveatKind::kNote,
                                          [](auto kind) { return catalogue::toString(kind); }));
  published.holds("ClauseKind", namesUpTo(catalogue::Kind::kInternal,
                                          [](auto kind) { return catalogue::toString(kind); }));
  published.holds("AmountStatus", namesUpTo(engine::AmountAnswer::Status::kNone,
                                            [](auto status) { return engine::toString(status); }));
  published.holds("AmountBound", namesUpTo(catalogue::Bound::kNone,
                                           [](auto bound) { return catalogue::toString(bound); }));
  published.holds("LeafOperator", namesUpTo(criteria::Operator::kLessThan,
                                            [](auto op) { return criteria::toString(op); }));
  published.holds("FeedbackKind", Names(kFeedbackKinds.begin(), kFeedbackKinds.end()));
  published.holds("FeedbackState", Names(kFeedbackStates.begin(), kFeedbackStates.end()));
  Names days;
  for (const int each : web::kExpiryDays) days.push_back(std::to_string(each));
  published.holds("ExpiryDays", days);
}

BOOST_AUTO_TEST_CASE(codes_are_those_of_the_code_in_any_order) {
  const Published published;
  const auto same = [&](const std::string& schema, const Names& codes) {
    BOOST_TEST(sorted(enumeration(published.document, schema)) == sorted(codes), schema);
  };
  same("Truth", namesUpTo(criteria::Truth::kMet, [](auto truth) { return toString(truth); }));
  same("FactType",
       namesUpTo(facts::FactType::kChoices, [](auto type) { return facts::typeName(type); }));
  Names units =
      namesUpTo(catalogue::AmountUnit::kNone, [](auto unit) { return catalogue::toString(unit); });
  units = sorted(std::move(units));
  units.erase(std::unique(units.begin(), units.end()), units.end());
  same("AmountUnit", units);
}

BOOST_AUTO_TEST_CASE(codes_of_issues_and_warnings_are_those_that_compile) {
  const Published published;
  published.holds("CommonIssueCode",
                  Names(web::kCommonIssueCodes.begin(), web::kCommonIssueCodes.end()));
  published.holds("FeedbackIssueCode",
                  Names(web::kFeedbackIssueCodes.begin(), web::kFeedbackIssueCodes.end()));
  published.holds("DatabaseIssueCode",
                  namesUpTo(store::Trouble::kUnreachable,
                            [](store::Trouble trouble) { return store::codeOf(trouble); }));
  Names warnings(facts::kWarningCodes.begin(), facts::kWarningCodes.end());
  for (const auto& warning : live::realCatalogue()->texts().warnings()) {
    if (std::find(warnings.begin(), warnings.end(), warning.code) == warnings.end()) {
      warnings.push_back(warning.code);
    }
  }
  published.holds("WarningCode", warnings);
}

BOOST_AUTO_TEST_CASE(a_profile_has_one_property_a_fact) {
  const Published published;
  Names described;
  for (const auto& member :
       at(published.document, "/components/schemas/Profile/properties").members) {
    described.push_back(member.key);
  }
  Names facts;
  for (const facts::Fact& fact : live::realCatalogue()->vocabulary().facts()) {
    facts.push_back(fact.id);
  }
  BOOST_TEST(described == facts, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
