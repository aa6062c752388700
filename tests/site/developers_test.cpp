// The pages for those who write programs on the API. tests/contract/newcomer.test.mjs runs
// their snippets.
#include <algorithm>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/engine/match.h"

#include "site/developers/answer_sizes.h"
#include "site/served.h"

namespace policycalc::site::test {

BOOST_AUTO_TEST_SUITE(DevelopersPages)

BOOST_AUTO_TEST_CASE(every_verdict_is_explained_and_snippets_name_the_public_address) {
  const Served served;
  const std::string page = served.body("/developers");
  for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
    const std::string code(engine::toString(static_cast<engine::Verdict>(i)));
    BOOST_TEST(countIn(page, "<dt><code>" + code + "</code></dt>") == 1U, code);
  }
  BOOST_TEST(countIn(page, "https://policy.test/api/v1/match") == 1U);
  BOOST_TEST(holds(page, served.catalogue().hash()));
  BOOST_TEST(page.size() < 30'000U);
  BOOST_TEST(holds(Served("").body("/developers"), "http://127.0.0.1:8080/api/v1/match"));
}

BOOST_AUTO_TEST_CASE(limits_are_those_that_the_service_runs_with) {
  const Served served;
  const std::string page = served.body("/developers");
  for (const char* limit :
       {"每分钟 6,000 点", "6,000 points a minute", "不限", "no limit", "<dd>64 KiB", "<dd>15 秒",
        "15 seconds", "<dd>200 字", "200 characters", "<dd>24 个月", "24 months"}) {
    BOOST_TEST(holds(page, limit), limit);
  }
}

BOOST_AUTO_TEST_CASE(the_sizes_of_the_first_call_are_measured) {
  const Served served;
  const std::string page = served.body("/developers");
  BOOST_TEST(holds(page, kMeasuredProfile));  // the profile of the snippet
  std::size_t last = 0;
  for (const char* detail : {"verdicts", "core", "full"}) {
    const auto row = page.find("<th scope=\"row\"><code>" + std::string(detail));
    BOOST_TEST_REQUIRE(row != std::string::npos, detail);
    const auto at = page.find("sizes-bytes\">", row) + std::string_view("sizes-bytes\">").size();
    std::string digits = page.substr(at, page.find('<', at) - at);
    digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
    const std::size_t bytes = std::stoul(digits);
    BOOST_TEST(bytes > last, detail);
    last = bytes;
  }
}

BOOST_AUTO_TEST_CASE(every_fact_and_option_is_listed) {
  const Served served;
  const std::string page = served.body("/developers/facts");
  for (const facts::Fact& fact : served.catalogue().vocabulary().facts()) {
    BOOST_TEST(countIn(page, "<section class=\"guide\" id=\"" + fact.id + "\">") == 1U, fact.id);
    for (const facts::Option& option : fact.options) {
      BOOST_TEST(holds(page, "<dt><code>" + option.code + "</code></dt>"), option.code);
      BOOST_TEST(!option.label_en.empty(), option.code);
    }
  }
}

BOOST_AUTO_TEST_CASE(facts_and_options_are_in_both_languages) {
  const std::string page = Served().body("/developers/facts");
  for (const char* text :
       {"整数 · 人 <span class=\"en en-line\" lang=\"en\">whole number · people</span>",
        "金额 · 元 <span class=\"en en-line\" lang=\"en\">amount · yuan</span>",
        "follows from other facts, and may be given as well",
        "<dd>章贡区 <span class=\"en\" lang=\"en\">Zhanggong"}) {
    BOOST_TEST(holds(page, text), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::site::test
