#include "policycalc/facts/suggestions.h"

#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/facts/credit_code.h"

#include "facts/json_text.h"
#include "facts/real_facts.h"

namespace policycalc::test {
namespace {

/// `fact=option` of each suggestion for a profile (JSON), in order.
std::string suggestedBy(std::string_view profile) {
  std::vector<std::string> found;
  for (const facts::Suggestion& each : facts::suggest(profileOf(profile), realFacts().vocabulary)) {
    const facts::Fact& about = realFacts().vocabulary.fact(each.fact);
    BOOST_TEST(each.because.find("根据代码第") != std::string::npos, each.because);
    found.push_back(about.id + "=" + about.options.at(each.option).code);
  }
  return base::join(found, " ");
}

std::string suggestedFor(const std::string& code) {
  return suggestedBy(R"({"credit_code":")" + code + "\"}");
}

/// A valid code that begins with these eight characters.
std::string codeOf(const std::string& start) {
  const std::string body = start + "192203821";
  for (const char last : std::string("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
    if (facts::checkCreditCode(body + last).empty()) return body + last;
  }
  BOOST_FAIL("no code without a fault begins with " << start);
  return {};
}

struct Row {
  const char* start;
  const char* suggested;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.start;
}

const Row kRegions[] = {
    {"92360702", "entity_type=individual_business district=360702"},
    {"92360735", "entity_type=individual_business district=360735"},
    {"92360783", "entity_type=individual_business district=360783"},
    // Renamed districts: companies keep their code.
    {"92360721", "entity_type=individual_business district=360704"},
    {"92360727", "entity_type=individual_business district=360783"},
    {"92360782", "entity_type=individual_business district=360703"},
    // The city's authority registers for all its districts; a number between the districts is not
    // in the vocabulary.
    {"92360700", "entity_type=individual_business"},
    {"92360701", "entity_type=individual_business"},
    {"92360799", "entity_type=individual_business"},
    // So do the province and the state.
    {"92360000", "entity_type=individual_business"},
    {"92100000", "entity_type=individual_business"},
    // Elsewhere: the neighbours, the provincial capital, other provinces.
    {"92360600", "entity_type=individual_business district=outside"},
    {"92360681", "entity_type=individual_business district=outside"},
    {"92360800", "entity_type=individual_business district=outside"},
    {"92360100", "entity_type=individual_business district=outside"},
    {"92440300", "entity_type=individual_business district=outside"},
    {"92440000", "entity_type=individual_business district=outside"},
    {"92350702", "entity_type=individual_business district=outside"},
};

const Row kKinds[] = {
    {"91360702", "entity_type=company district=360702"},
    {"93360702", "entity_type=farmer_cooperative district=360702"},
    {"12360702", "entity_type=public_institution district=360702"},
    {"51360702", "entity_type=association district=360702"},
    {"52360702", "entity_type=other district=360702"},
    {"53360702", "entity_type=other district=360702"},
    {"11360702", "district=360702"},
    {"81360702", "district=360702"},
    {"A1360702", "district=360702"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Suggestions)

BOOST_DATA_TEST_CASE(the_authority_tells_the_district, kRegions, row) {
  BOOST_TEST(suggestedFor(codeOf(row.start)) == row.suggested);
}

BOOST_DATA_TEST_CASE(department_and_kind_tell_the_type, kKinds, row) {
  BOOST_TEST(suggestedFor(codeOf(row.start)) == row.suggested);
}

BOOST_AUTO_TEST_CASE(every_district_with_a_code_is_suggested_by_it) {
  const facts::Fact& district = fact("district");
  int districts = 0;
  for (const facts::Option& option : district.options) {
    if (option.code.find_first_not_of("0123456789") != std::string::npos) continue;
    ++districts;
    BOOST_TEST(suggestedFor(codeOf("12" + option.code)) ==
               "entity_type=public_institution district=" + option.code);
  }
  BOOST_TEST(districts == 18);
}

BOOST_AUTO_TEST_CASE(only_facts_that_are_not_given) {
  const std::string code = R"({"credit_code":")" + codeOf("91360702") + '"';
  BOOST_TEST(suggestedBy(code + R"(,"district":"outside"})") == "entity_type=company");
  BOOST_TEST(suggestedBy(code + R"(,"entity_type":"branch"})") == "district=360702");
  BOOST_TEST(suggestedBy(code + R"(,"district":null,"employees":3})") ==
             "entity_type=company district=360702");
  BOOST_TEST(suggestedBy(code + R"(,"entity_type":"bank","district":"360702"})") == "");
  BOOST_TEST(suggestedBy("{}") == "");
}

BOOST_AUTO_TEST_CASE(any_spelling_of_the_code_will_do) {
  BOOST_TEST(suggestedFor("９１５１２０８１ｍａ６２ｋ０２６０ｅ") ==
             "entity_type=company district=outside");
  BOOST_TEST(suggestedFor(" 9151 2081-ma62k 0260e ") == "entity_type=company district=outside");
}

// A typing error may be in the region, so a faulty code suggests nothing.
BOOST_AUTO_TEST_CASE(a_code_with_a_fault_suggests_nothing) {
  const std::string sound = codeOf("91360702");
  BOOST_TEST(suggestedFor(sound) != "");
  for (std::size_t at = 0; at < sound.size(); ++at) {
    for (const char c : std::string("0123456789ABCDEFGHJKLMNPQRTUWXYIOSVZ")) {
      std::string code = sound;
      if (code[at] == c) continue;
      code[at] = c;
      BOOST_TEST(suggestedFor(code) == "", code);
    }
  }
  for (const std::string& code :
       {sound.substr(1), sound + "0", std::string("360702"), std::string("九一三六〇七〇二"),
        sound + "<script>", std::string(200, '9')}) {
    BOOST_TEST(suggestedFor(code) == "", code);
  }
  // Invisible characters are not errors.
  BOOST_TEST(suggestedFor("\u202e" + sound + "\u200b") == suggestedFor(sound));
}

BOOST_AUTO_TEST_CASE(reasons_name_their_basis_and_their_exceptions) {
  const auto both = facts::suggest(profileOf(R"({"credit_code":")" + codeOf("91360721") + "\"}"),
                                   realFacts().vocabulary);
  BOOST_TEST_REQUIRE(both.size() == 2U);
  BOOST_TEST(both[0].because.find("91") != std::string::npos);
  BOOST_TEST(both[0].because.find("合伙企业") != std::string::npos);
  BOOST_TEST(both[1].because.find("360721") != std::string::npos);
  BOOST_TEST(both[1].because.find("赣县区") != std::string::npos);
  BOOST_TEST(both[1].because.find("迁") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
