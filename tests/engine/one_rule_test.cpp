// Every way of matching gives what the plain reading of the rules gives: the reference walks each
// tree; the row, the explained match and the columns run the compiled form.
#include "engine/one_rule.h"

#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "engine/answers.h"
#include "engine/random_rules.h"
#include "properties/profiles.h"

namespace policycalc::test {
namespace {

constexpr std::uint64_t kSeed = 20261130;

/// How many times as much is compared as in every check: TESTS_ONE_RULE_TIMES.
int times() {
  const char* text = std::getenv("TESTS_ONE_RULE_TIMES");
  return text == nullptr ? 1 : std::max(1, std::atoi(text));
}

/// Now and then a figure of no company.
void stretch(facts::Profile& profile, const facts::Vocabulary& vocabulary, Random& random) {
  for (std::size_t i = 0; i < profile.size(); ++i) {
    facts::Given& given = profile[static_cast<facts::FactIndex>(i)];
    if (!given.known || !facts::isNumeric(vocabulary.facts()[i].type)) continue;
    if (below(random, 40) == 0) given.number = std::numeric_limits<std::int64_t>::max();
  }
}

std::vector<facts::Profile> manyProfiles(ProfileSource& source,
                                         const catalogue::Catalogue& catalogue, std::size_t count,
                                         bool careless) {
  std::vector<facts::Profile> profiles;
  for (std::size_t i = 0; i < count; ++i) {
    profiles.push_back(careless || i % 3 == 0 ? source.careless()
                       : i % 3 == 1           ? source.partial()
                                              : source.complete());
    if (i % 5 == 0) stretch(profiles.back(), catalogue.vocabulary(), source.random());
  }
  return profiles;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(OneRule)

BOOST_AUTO_TEST_CASE(all_ways_agree_on_the_real_policies) {
  ProfileSource source(realCatalogue(), kSeed);
  constexpr int kBlocks = 4;
  std::size_t cells = 0;
  for (int block = 0; block < kBlocks * times(); ++block) {
    for (const char* day : {"2024-03-12", "2024-03-13", "2025-06-01", "2026-11-25", "2031-01-01"}) {
      const engine::Edition edition(realCatalogue(), dateOf(day));
      RuleCheck one(edition);
      const auto profiles = manyProfiles(source, *realCatalogue(), engine::kBlockRows, false);
      BOOST_TEST_REQUIRE(one.difference(profiles) == "", "seed " << kSeed << " on " << day);
      cells += one.cells();
    }
  }
  BOOST_TEST(cells > 1'000'000);
}

BOOST_AUTO_TEST_CASE(all_ways_agree_on_random_rules) {
  constexpr int kCatalogues = 400;
  constexpr int kMeasures = 20;
  constexpr std::size_t kProfiles = 200;
  Random random(kSeed);
  for (int i = 0; i < kCatalogues * times(); ++i) {
    const auto catalogue = anyRules(random, kMeasures);
    ProfileSource source(catalogue, random());
    const engine::Edition edition(catalogue, dateOf(i % 2 == 0 ? "2024-06-01" : "2026-11-25"));
    RuleCheck one(edition);
    const auto profiles = manyProfiles(source, *catalogue, kProfiles, true);
    BOOST_TEST_REQUIRE(one.difference(profiles) == "", "seed " << kSeed << " catalogue " << i);
  }
}

BOOST_AUTO_TEST_CASE(a_difference_is_found_and_made_small) {
  const auto catalogue_with = [](const std::string& staff) {
    MeasureText measure{"m"};
    measure.requires_ = R"({ "any": [{ "fact": "loan_need", "is": true },
        { "fact": "employees", "at_least": )" +
                        staff + " }] }";
    return loaded(smallPolicies({measure}));
  };
  const engine::Edition edition(catalogue_with("20"), dateOf("2026-11-25"));
  const engine::Edition other(catalogue_with("21"), dateOf("2026-11-25"));
  RuleCheck same(edition);
  RuleCheck different(edition, other);
  const facts::Profile profile = readProfile(
      edition.catalogue(),
      R"({ "district": "here", "employees": 20, "loan_need": false, "awards": ["gold"], "budget": 5 })");
  BOOST_TEST(same.difference({profile}) == "");
  BOOST_TEST(different.difference({profile}) ==
             "row, m requires node 0: true, the reference says false; smallest: "
             R"({"employees":20}, row, m requires node 0: true, the reference says unknown)");
}

BOOST_AUTO_TEST_CASE(a_block_forgets_what_it_held_before) {
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  RuleCheck one(edition);
  ProfileSource source(realCatalogue(), kSeed);
  const std::vector<facts::Profile> nothing(
      100, facts::Profile(realCatalogue()->vocabulary().facts().size()));
  for (const std::size_t count : {1024, 1, 65, 64, 63}) {
    const auto profiles = manyProfiles(source, *realCatalogue(), count, false);
    BOOST_TEST_REQUIRE(one.difference(profiles) == "", count);
    BOOST_TEST_REQUIRE(one.difference(nothing) == "", count);
  }
}

BOOST_AUTO_TEST_CASE(rows_are_counted_by_verdict) {
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  ProfileSource source(realCatalogue(), kSeed);
  for (const std::size_t count : {0, 1, 63, 64, 65, 1023, 1024}) {
    engine::ColumnBlock block(edition.compiled());
    for (const auto& profile : manyProfiles(source, *realCatalogue(), count, true)) {
      block.add(profile);
    }
    BOOST_TEST(block.isFull() == (count == engine::kBlockRows));
    engine::ColumnMatcher matcher(edition.compiled());
    matcher.take(block);
    std::vector<engine::Verdict> row(edition.entries().size());
    for (std::size_t entry = 0; entry < edition.entries().size(); entry += 7) {
      std::vector<std::size_t> counted(engine::kVerdicts);
      for (std::size_t i = 0; i < count; ++i) {
        matcher.writeVerdicts(i, row);
        ++counted[static_cast<std::size_t>(row[entry])];
      }
      for (std::size_t v = 0; v < engine::kVerdicts; ++v) {
        BOOST_TEST_REQUIRE(matcher.count(entry, static_cast<engine::Verdict>(v)) == counted[v]);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
