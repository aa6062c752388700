// What the compiled form shares, and the cells of a block of columns.
#include <limits>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/engine/columns.h"
#include "policycalc/engine/row.h"

#include "engine/answers.h"
#include "properties/profiles.h"

namespace policycalc::test {
namespace {

using engine::CompiledEdition;

engine::Edition editionOf(const std::vector<std::string>& requirements) {
  std::vector<MeasureText> measures;
  for (std::size_t i = 0; i < requirements.size(); ++i) {
    MeasureText measure{"m" + std::to_string(i)};
    measure.requires_ = requirements[i];
    measures.push_back(measure);
  }
  return {loaded(smallPolicies(measures)), dateOf("2026-11-25")};
}

/// The slot of the requirements of a measure.
CompiledEdition::Slot slotOf(const engine::Edition& edition, std::size_t entry) {
  return edition.compiled().treesOf(entry).requires_.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Compiled)

BOOST_AUTO_TEST_CASE(a_comparison_is_there_once) {
  const auto edition =
      editionOf({R"({ "fact": "employees", "at_least": 20 })",
                 R"({ "fact": "employees", "at_least": { "parameter": "staff" } })",
                 R"({ "fact": "employees", "more_than": 19 })",
                 R"({ "fact": "employees", "more_than": 19.5 })",
                 R"({ "fact": "employees", "at_least": 21 })"});
  BOOST_TEST(slotOf(edition, 1) == slotOf(edition, 0));
  BOOST_TEST(slotOf(edition, 2) == slotOf(edition, 0));
  BOOST_TEST(slotOf(edition, 3) == slotOf(edition, 0));
  BOOST_TEST(slotOf(edition, 4) != slotOf(edition, 0));
  // Measures with the same conditions share their rule too.
  BOOST_TEST(edition.compiled().rules().size() == 2);
}

BOOST_AUTO_TEST_CASE(a_subtree_is_there_once_in_any_order) {
  const std::string a = R"({ "fact": "loan_need", "is": true })";
  const std::string b = R"({ "fact": "awards", "has": "gold" })";
  const auto edition =
      editionOf({R"({ "all": [)" + a + ", " + b + "] }", R"({ "all": [)" + b + ", " + a + "] }",
                 R"({ "any": [)" + a + ", " + b + "] }"});
  BOOST_TEST(slotOf(edition, 1) == slotOf(edition, 0));
  BOOST_TEST(slotOf(edition, 2) != slotOf(edition, 0));
}

BOOST_AUTO_TEST_CASE(two_quantities_are_compared_as_one_difference) {
  const auto edition = editionOf(
      {R"({ "fact": "ratio", "at_most": { "sum": [{ "fact": "other_ratio" }, { "parameter": "tolerance" }] } })",
       R"({ "fact": "ratio", "at_most": { "sum": [3, { "fact": "other_ratio" }] } })",
       R"({ "fact": "ratio", "less_than": { "fact": "other_ratio" } })",
       R"({ "fact": "ratio", "at_most": { "least": [{ "fact": "other_ratio" }, 5] } })"});
  BOOST_TEST(slotOf(edition, 1) == slotOf(edition, 0));
  BOOST_TEST(edition.compiled().differenceTests().size() == 2);
  BOOST_TEST(edition.compiled().otherTests().size() == 1);
}

BOOST_AUTO_TEST_CASE(the_largest_figure_has_no_next_one) {
  // 92,233,720,368,547,758.07 yuan are the most fen that 64 bits hold.
  const auto edition = editionOf({R"({ "fact": "budget", "at_most": 92233720368547758.07 })",
                                  R"({ "fact": "budget", "at_least": 92233720368547758.07 })",
                                  R"({ "fact": "budget", "at_most": 92233720368547758.06 })"});
  BOOST_TEST(edition.compiled().otherTests().size() == 1);
  BOOST_TEST(edition.compiled().numberTests().size() == 1);
  engine::Row row(edition.compiled());
  facts::Profile profile(edition.catalogue().vocabulary().facts().size());
  const auto budget = *edition.catalogue().vocabulary().find("budget");
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  for (const std::int64_t number : {kMost, kMost - 1}) {
    profile[budget] = {true, {}, number, {}};
    row.take(profile);
    BOOST_TEST(row.holds(slotOf(edition, 0)));
    BOOST_TEST(row.holds(slotOf(edition, 1)) == (number == kMost));
    BOOST_TEST(row.holds(slotOf(edition, 2)) == (number != kMost));
  }
}

BOOST_AUTO_TEST_CASE(a_moved_edition_keeps_its_compiled_form) {
  engine::Edition first(realCatalogue(), dateOf("2026-11-25"));
  const engine::CompiledEdition* const compiled = &first.compiled();
  const engine::Edition second = std::move(first);
  BOOST_TEST(&second.compiled() == compiled);
}

BOOST_AUTO_TEST_CASE(cells_give_what_the_profile_gives) {
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  const facts::Vocabulary& vocabulary = realCatalogue()->vocabulary();
  ProfileSource source(realCatalogue(), 7);
  engine::ColumnBlock whole(edition.compiled());
  engine::ColumnBlock cells(edition.compiled());
  for (int i = 0; i < 200; ++i) {
    const facts::Profile profile = source.careless();
    whole.add(profile);
    const std::size_t row = cells.addRow();
    for (std::size_t k = 0; k < profile.size(); ++k) {
      const auto fact = static_cast<facts::FactIndex>(k);
      const facts::Given& given = profile[fact];
      if (!given.known) continue;
      // Answers of another type change nothing, so each may be offered as all.
      if (!given.options.isEmpty()) cells.setOption(row, fact, given.options.first());
      cells.setList(row, fact, given.options);
      cells.setNumber(row, fact, given.number);
    }
    cells.setIndustryCode(row, facts::readCode(profile[vocabulary.known().industry_code],
                                               realCatalogue()->sizeStandard()));
  }
  engine::ColumnMatcher one(edition.compiled());
  engine::ColumnMatcher other(edition.compiled());
  one.take(whole);
  other.take(cells);
  for (std::size_t row = 0; row < whole.size(); ++row) {
    for (std::size_t entry = 0; entry < edition.entries().size(); ++entry) {
      BOOST_TEST_REQUIRE((one.verdict(entry, row) == other.verdict(entry, row)));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_follows_is_the_same_with_and_without_words) {
  const facts::Vocabulary& vocabulary = realCatalogue()->vocabulary();
  const facts::SizeStandard& standard = realCatalogue()->sizeStandard();
  const facts::BodyRules rules(vocabulary, standard);
  ProfileSource source(realCatalogue(), 8);
  facts::Knowledge lean;  // used again, so that it must forget
  for (int i = 0; i < 3000; ++i) {
    const facts::Profile profile = i % 2 == 0 ? source.careless() : source.partial();
    const facts::Knowledge wanted = facts::derive(profile, vocabulary, standard);
    facts::deriveFacts(profile, vocabulary, standard, rules, lean);
    BOOST_TEST_REQUIRE(lean.facts.size() == wanted.facts.size());
    for (std::size_t k = 0; k < lean.facts.size(); ++k) {
      BOOST_TEST_REQUIRE((lean.facts[k].options == wanted.facts[k].options));
      BOOST_TEST_REQUIRE(lean.facts[k].number == wanted.facts[k].number);
      BOOST_TEST_REQUIRE(lean.facts[k].known == wanted.facts[k].known);
      BOOST_TEST_REQUIRE(lean.facts[k].none == wanted.facts[k].none);
    }
    BOOST_TEST_REQUIRE((lean.ask_for_size == wanted.ask_for_size));
    BOOST_TEST_REQUIRE((lean.ask_for_industry == wanted.ask_for_industry));
    BOOST_TEST_REQUIRE((lean.ask_for_ownership == wanted.ask_for_ownership));
    BOOST_TEST_REQUIRE((lean.registration == wanted.registration));
    BOOST_TEST_REQUIRE(lean.derivations.empty());
    BOOST_TEST_REQUIRE(lean.warnings.empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
