// A request that is read without a tree is the request that its tree gives.
#include <optional>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/web/body_fields.h"
#include "policycalc/web/match/match_request.h"

#include "facts/scanner_contract.h"
#include "json/mutator.h"
#include "support/real_policies.h"
#include "web/match/request_parts.h"

namespace policycalc::web::test {
namespace {

using policycalc::test::realCatalogue;
using Catalogue = std::shared_ptr<const catalogue::Catalogue>;

constexpr std::uint32_t kSeed = 20261130;
constexpr std::uint32_t kRounds = 20'000;

/// The same policies once more: another object with other pointers.
const Catalogue& otherCatalogue() {
  static const Catalogue other = *catalogue::Catalogue::load(policycalc::test::realPolicies());
  return other;
}

/// Knows the current catalogue by its hash, and another one as `other`.
Catalogue lookUp(std::string_view hash) {
  if (hash.empty() || hash == realCatalogue()->hash()) return realCatalogue();
  return hash == "other" ? otherCatalogue() : nullptr;
}

/// What the scanner takes.
const std::string_view kUsual[] = {
    R"({"profile":{}})",
    R"({"profile":{"district":"360702","ownership":"private","quality_awards":["china_quality_award"]},"as_of":"2026-11-25"})",
    R"({"as_of":null,"include":["eligible","conditional"],"detail":"verdicts","lang":"en","profile":{"employees":20}})",
    R"({"include":[],"catalogue":null,"passed":["district"],"measures":["11.1.1a","11.1.1b"],"topics":["finance"],"profile":{},"detail":"full","lang":"zh"})",
    R"({"catalogue":"other","profile":{"employees":20},"measures":null,"topics":null,"passed":null})",
    R"( { "profile" : { "company_name" : "\u8d63" } , "detail" : "core" } )",
};

/// What it leaves to the tree, which mostly refuses it.
const std::string_view kOdd[] = {
    "",
    "{}",
    R"({"profile":null})",
    R"({"profile":[]})",
    R"({"profile":{}}x)",
    R"({"profile":{},"catalogue":"other"})",
    R"({"profile":{},"catalogue":"gone"})",
    R"({"profile":{},"catalogue":""})",
    R"({"profile":{},"profile":{}})",
    R"({"profile":{},"as_of":"2026-02-30"})",
    R"({"profile":{},"as_of":20261125})",
    R"({"profile":{},"detail":"all"})",
    R"({"profile":{},"lang":["zh"]})",
    R"({"profile":{},"include":"eligible"})",
    R"({"profile":{},"include":["eligible","eligible"]})",
    R"({"profile":{},"include":["good"]})",
    R"({"profile":{},"measures":["11.1.1"]})",
    R"({"profile":{},"topics":["finances"]})",
    R"({"profile":{},"passed":["first"]})",
    R"({"profile":{},"more":1})",
    R"({"profile":{"employees":-1}})",
};

bool same(const MatchRequest& a, const MatchRequest& b) {
  return a.catalogue == b.catalogue && facts::sameProfile(a.profile, b.profile) &&
         a.as_of == b.as_of && a.include == b.include && a.passed == b.passed &&
         a.detail == b.detail && a.language == b.language && a.chosen == b.chosen;
}

std::string faultOf(std::string_view body) {
  const auto scanned = scanMatchRequest(body, lookUp);
  if (!scanned) return {};
  const auto document = readBody(body);
  if (!document.ok()) return "it took what is refused";
  const auto read = readMatchRequest(*document, lookUp);
  if (!read.ok()) return "it took what is refused";
  return same(*scanned, *read) ? "" : "it read another request";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ScannedRequests)

BOOST_DATA_TEST_CASE(are_read_if_they_are_usual, kUsual, body) {
  BOOST_TEST(scanMatchRequest(body, lookUp).has_value());
  BOOST_TEST(faultOf(body) == "");
}

BOOST_DATA_TEST_CASE(are_left_to_the_tree_if_they_are_odd, kOdd, body) {
  BOOST_TEST(!scanMatchRequest(body, lookUp).has_value());
}

BOOST_AUTO_TEST_CASE(may_name_the_current_catalogue_anywhere) {
  const std::string body =
      R"({"profile":{},"catalogue":")" + realCatalogue()->hash() + R"(","measures":["11.1.1a"]})";
  BOOST_TEST(scanMatchRequest(body, lookUp).has_value());
  BOOST_TEST(faultOf(body) == "");
}

BOOST_AUTO_TEST_CASE(are_left_to_the_tree_without_a_catalogue) {
  const auto none = [](std::string_view) { return Catalogue(); };
  BOOST_TEST(!scanMatchRequest(R"({"profile":{}})", none).has_value());
}

BOOST_AUTO_TEST_CASE(are_the_requests_of_their_trees_or_left_if_they_are_broken) {
  std::size_t taken = 0;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    const std::string body = json::test::Mutator(kSeed + round).changed(kUsual);
    const std::string fault = faultOf(body);
    if (!fault.empty()) BOOST_ERROR("seed " << kSeed + round << ": " << fault << "\n" << body);
    if (scanMatchRequest(body, lookUp)) ++taken;
  }
  // Without both kinds of outcome the checks above would prove nothing.
  BOOST_TEST(taken > kRounds / 200);
  BOOST_TEST(taken < kRounds * 9 / 10);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::web::test
