#include <cstdint>
#include <limits>
#include <random>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/facts/profile.h"

#include "facts/json_text.h"
#include "facts/real_facts.h"

namespace policycalc::test {

namespace {

std::string written(const facts::Profile& profile) {
  json::Writer writer;
  facts::writeProfile(writer, profile, realFacts().vocabulary);
  return writer.take();
}

std::uint64_t below(std::mt19937_64& random, std::uint64_t bound) {
  return random() % bound;
}

/// A random value of the fact, sometimes an extreme one.
facts::Given anyValue(const facts::Fact& fact, std::mt19937_64& random) {
  facts::Given given{true, {}, 0, {}};
  const std::int64_t extremes[] = {
      0, 1, 99, 100, 10'000, 1'000'000, std::numeric_limits<std::int64_t>::max()};
  switch (fact.type) {
    case facts::FactType::kText:
      given.text = fact.id == "industry_code" ? "C" + std::to_string(below(random, 10000))
                                              : "甲😀\"\\/<&" + std::to_string(random());
      break;
    case facts::FactType::kBoolean:
      given.options.add(below(random, 2));
      break;
    case facts::FactType::kChoice:
      given.options.add(below(random, fact.options.size()));
      break;
    case facts::FactType::kChoices:
      for (const std::size_t option : fact.allOptions()) {
        if (below(random, 2) == 0) given.options.add(option);
      }
      break;
    case facts::FactType::kInteger:
    case facts::FactType::kMoney:
      given.number = extremes[below(random, 7)];
      break;
    case facts::FactType::kPercent:
      given.number = static_cast<std::int64_t>(below(random, 1'000'001));
      break;
  }
  return given;
}

facts::Profile anyProfile(std::mt19937_64& random) {
  const auto& all = realFacts().vocabulary.facts();
  facts::Profile profile(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (below(random, 3) == 0) continue;
    profile[static_cast<facts::FactIndex>(i)] = anyValue(all[i], random);
  }
  return profile;
}

bool same(const facts::Given& a, const facts::Given& b) {
  return a.known == b.known && a.options == b.options && a.number == b.number && a.text == b.text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(WriteProfile)

BOOST_AUTO_TEST_CASE(a_written_profile_reads_back_the_same) {
  constexpr std::uint64_t kSeed = 20261125;
  std::mt19937_64 random(kSeed);
  for (int round = 0; round < 300; ++round) {
    const facts::Profile profile = anyProfile(random);
    const std::string text = written(profile);
    const facts::Profile again = profileOf(text);
    for (std::size_t i = 0; i < profile.size(); ++i) {
      const auto index = static_cast<facts::FactIndex>(i);
      BOOST_TEST_REQUIRE(same(profile[index], again[index]),
                         "seed " << kSeed << " round " << round << " " << text);
    }
    BOOST_TEST_REQUIRE(written(again) == text);
  }
}

BOOST_AUTO_TEST_CASE(facts_are_in_the_order_of_the_vocabulary) {
  BOOST_TEST(written(profileOf(R"({"bank_npl_ratio": "2.50", "employees": 1e1,
      "annual_revenue": 1234567.80, "loan_need": false, "entity_type": "bank",
      "quality_awards": ["jinggang_quality_award", "china_quality_award"], "district": null})")) ==
             R"({"entity_type":"bank","employees":10,"annual_revenue":1234567.8,)"
             R"("quality_awards":["china_quality_award","jinggang_quality_award"],)"
             R"("loan_need":false,"bank_npl_ratio":2.5})");
  BOOST_TEST(written(profileOf("{}")) == "{}");
}

BOOST_AUTO_TEST_CASE(an_unknown_value_is_null) {
  json::Writer writer;
  facts::writeGiven(writer, {}, fact("employees"));
  BOOST_TEST(writer.take() == "null");
}

BOOST_AUTO_TEST_CASE(quantities_read_well) {
  BOOST_TEST(facts::toChinese(45, fact("employees")) == "45人");
  BOOST_TEST(facts::toChinese(300'000'000, fact("annual_revenue")) == "300万元");
  BOOST_TEST(facts::toChinese(199'999, fact("annual_revenue")) == "1,999.99元");
  BOOST_TEST(facts::toChinese(50'000, fact("bank_npl_ratio")) == "5%");
  BOOST_TEST(facts::toDecimal(12'345, facts::FactType::kPercent).toString() == "1.2345");
  BOOST_TEST(facts::toDecimal(12'345, facts::FactType::kMoney).toString() == "123.45");
  BOOST_TEST(facts::toDecimal(12'345, facts::FactType::kInteger).toString() == "12345");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
