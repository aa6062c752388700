#include "policycalc/facts/profile_scanner.h"

#include <random>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "facts/real_facts.h"
#include "facts/scanner_contract.h"
#include "json/mutator.h"

namespace policycalc::test {
namespace {

constexpr std::uint32_t kSeed = 20261130;
constexpr std::uint32_t kRounds = 20'000;

const facts::Vocabulary& vocabulary() {
  return realFacts().vocabulary;
}

bool isTaken(std::string_view text) {
  return facts::scannedProfile(text, vocabulary()).has_value();
}

std::string faultOf(std::string_view text) {
  return facts::profileScannerFault(text, vocabulary());
}

/// Profiles as the form, programs and registers send them.
const std::string_view kUsual[] = {
    "{}",
    R"({"company_name":"赣州某某新材料有限公司","entity_type":"company","ownership":"private",)"
    R"("district":"360702","registration_status":"active","industry_code":"C3985","employees":120,)"
    R"("annual_revenue":"56000000.00","total_assets":43000000.5,"large_controlled":false,)"
    R"("quality_awards":["ganzhou_mayor_quality_award"],"loan_need":true,"exporter":null})",
    R"( { "company_name" : "\u8d63\u5dde \"A\"" , "industry_code" : "c 39－85" , "employees" : 20.0 } )",
    R"({"quality_awards":[],"annual_revenue":"0","employees":0,"total_assets":"0.10"})",
};

/// What readProfile() might refuse, or does.
const std::string_view kOdd[] = {
    "",
    "[]",
    "null",
    R"({"employees":1}x)",
    R"({"employees":-1})",
    R"({"employees":-0})",
    R"({"employees":1e1})",
    R"({"employees":1.5})",
    R"({"employees":"1"})",
    R"({"employees":9223372036854775808})",
    R"({"employees":1,"employees":1})",
    R"({"employees":null,"employees":1})",
    R"({"employes":1})",
    R"({"":1})",
    R"({"annual_revenue":"1e3"})",
    R"({"annual_revenue":" 1"})",
    R"({"annual_revenue":"1.234"})",
    R"({"annual_revenue":".5"})",
    R"({"annual_revenue":"92233720368547758.08"})",
    R"({"annual_revenue":true})",
    R"({"loan_need":"true"})",
    R"({"loan_need":1})",
    R"({"district":"360703 "})",
    R"({"district":["360702"]})",
    R"({"district":""})",
    R"({"quality_awards":"china_quality_award"})",
    R"({"quality_awards":["china_quality_award","china_quality_award"]})",
    R"({"quality_awards":[null]})",
    R"({"quality_awards":[["china_quality_award"]]})",
    R"({"company_name":""})",
    R"({"company_name":"a\u0000b"})",
    "{\"company_name\":\"a\x7f\"}",
    R"({"company_name":"\ud83d"})",
    R"({"industry_code":"Z1"})",
    R"({"industry_code":"39850"})",
};

/// An object of some facts, with answers that are right, at a limit or wrong.
class DrawnProfiles {
 public:
  explicit DrawnProfiles(std::uint32_t seed) : random_(seed) {}

  std::string next() {
    std::string text = "{";
    for (std::size_t left = below(8); left > 0; --left) {
      const facts::Fact& fact = vocabulary().facts()[below(vocabulary().facts().size())];
      text += "\"" + fact.id + "\":" + (below(4) == 0 ? anyValue() : valueOf(fact));
      if (left > 1) text += ',';
    }
    return text + '}';
  }

 private:
  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  std::string anyValue() {
    constexpr std::string_view kValues[] = {
        "null",
        "true",
        "\"\"",
        "{}",
        "[]",
        "[[]]",
        "0",
        "-0",
        "-1",
        "0.01",
        "0.001",
        "0.00010",
        "1e2",
        "\"1e2\"",
        "\"007\"",
        "100",
        "100.0001",
        "100.00001",
        "\"100.0000\"",
        "999999999999999999",
        "1000000000000000000",
        "9223372036854775807",
        "9223372036854775808",
        "92233720368547758.07",
        "92233720368547758.08",
        "\"92233720368547758.07\"",
        "922337203685477.5807",
        "170141183460469231731687303715884105728",
        "0.0000000000000000000000000000000000000000000000000000000000001",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\u0041\"",
        "\"\xFF\"",
        "[\"a\",\"a\"]",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    };
    return std::string(kValues[below(std::size(kValues))]);
  }

  std::string valueOf(const facts::Fact& fact) {
    const auto option = [&] { return "\"" + fact.options[below(fact.options.size())].code + "\""; };
    switch (fact.type) {
      case facts::FactType::kText:
        return below(2) == 0 ? "\"C3985\"" : "\"赣州\"";
      case facts::FactType::kBoolean:
        return below(2) == 0 ? "true" : "false";
      case facts::FactType::kChoice:
        return option();
      case facts::FactType::kChoices:
        return below(2) == 0 ? "[" + option() + "]" : "[" + option() + "," + option() + "]";
      case facts::FactType::kInteger:
      case facts::FactType::kMoney:
      case facts::FactType::kPercent:
        return std::to_string(below(120));
    }
    return {};
  }

  std::mt19937 random_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ProfileScannerReads)

BOOST_DATA_TEST_CASE(usual_profiles, kUsual, text) {
  BOOST_TEST(isTaken(text));
  BOOST_TEST(faultOf(text) == "");
}

BOOST_DATA_TEST_CASE(nothing_odd, kOdd, text) {
  BOOST_TEST(!isTaken(text));
}

BOOST_AUTO_TEST_CASE(no_retired_fact_or_option) {
  const facts::Retired& retired = vocabulary().retired();
  BOOST_REQUIRE(!retired.facts().empty());
  BOOST_REQUIRE(!retired.options().empty());
  for (const facts::RetiredFact& fact : retired.facts()) {
    BOOST_TEST(!isTaken("{\"" + fact.id + "\":null}"));
  }
  for (const facts::RetiredOption& option : retired.options()) {
    BOOST_TEST(!isTaken("{\"" + option.fact + "\":\"" + option.code + "\"}"));
    BOOST_TEST(!isTaken("{\"" + option.fact + "\":[\"" + option.code + "\"]}"));
  }
}

BOOST_AUTO_TEST_CASE(every_option_of_every_fact) {
  for (const facts::Fact& fact : vocabulary().facts()) {
    const bool is_list = fact.type == facts::FactType::kChoices;
    for (const facts::Option& option : fact.options) {
      const std::string code = "\"" + option.code + "\"";
      const std::string text = "{\"" + fact.id + "\":" + (is_list ? "[" + code + "]" : code) + "}";
      BOOST_TEST(isTaken(text), text);
      BOOST_TEST(faultOf(text) == "");
    }
  }
}

BOOST_AUTO_TEST_CASE(drawn_and_broken_profiles_as_the_tree_or_not_at_all) {
  std::size_t taken = 0;
  const auto check = [&](std::uint32_t seed, const std::string& text) {
    const std::string fault = faultOf(text);
    if (!fault.empty()) BOOST_ERROR("seed " << seed << ": " << fault << "\n" << text);
    if (isTaken(text)) ++taken;
  };
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    const std::uint32_t seed = kSeed + round;
    json::test::Mutator mutator(seed);
    const std::string drawn = DrawnProfiles(seed).next();
    check(seed, drawn);
    check(seed, mutator.changed(drawn));
    check(seed, mutator.changed(kUsual));
  }
  // Without both kinds of outcome the checks above would prove nothing.
  BOOST_TEST(taken > kRounds / 10);
  BOOST_TEST(taken < 2 * kRounds);
}

BOOST_AUTO_TEST_CASE(the_order_of_profiles_before_changes_nothing) {
  const facts::NameIndex names(vocabulary());
  facts::ProfileScanner scanner(vocabulary(), &names);
  facts::Profile profile(1);
  std::size_t taken = 0;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    json::test::Mutator mutator(kSeed + round);
    const std::string drawn = DrawnProfiles(kSeed + round).next();
    const std::string text = round % 2 == 0 ? drawn : mutator.changed(drawn);
    json::Scanner document(text);
    const bool took = scanner.readObject(document, profile) && document.isAtEnd();
    const auto alone = facts::scannedProfile(text, vocabulary());
    BOOST_REQUIRE_MESSAGE(took == alone.has_value(), text);
    if (!took) continue;
    ++taken;
    BOOST_REQUIRE_MESSAGE(facts::sameProfile(profile, *alone), text);
  }
  BOOST_TEST(taken > kRounds / 10);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
