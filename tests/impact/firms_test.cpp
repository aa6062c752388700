#include "policycalc/impact/firms.h"

#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/facts/knowledge.h"
#include "policycalc/json/writer.h"

#include "impact/changed_policies.h"
#include "support/json_path.h"

namespace policycalc::impact::test {
namespace {

using policycalc::test::realCatalogue;

std::vector<std::string> drawn(std::size_t count, std::uint64_t seed) {
  std::vector<std::string> firms;
  drawFirms(*realCatalogue(), *realCatalogue(), count, seed, [&](const Firm& firm) {
    json::Writer writer;
    facts::writeProfile(writer, firm.profile, realCatalogue()->vocabulary());
    firms.push_back(writer.take());
  });
  return firms;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Firms)

BOOST_AUTO_TEST_CASE(the_same_seed_draws_the_same_firms) {
  BOOST_TEST((drawn(50, 7) == drawn(50, 7)));
  BOOST_TEST((drawn(50, 7) != drawn(50, 8)));
  BOOST_TEST(drawn(50, 7).size() == 50);
}

BOOST_AUTO_TEST_CASE(drawn_firms_can_be_sent_and_do_not_contradict_themselves) {
  const facts::Vocabulary& vocabulary = realCatalogue()->vocabulary();
  for (const std::string& text : drawn(300, 3)) {
    const auto profile = facts::readProfile(policycalc::test::parse(text), vocabulary, "");
    BOOST_TEST_REQUIRE(profile.ok(), text);
    const auto knowledge = facts::derive(*profile, vocabulary, realCatalogue()->sizeStandard());
    for (const facts::Warning& warning : knowledge.warnings) {
      BOOST_TEST(warning.code != "size_contradicts", text);
      BOOST_TEST(warning.code != "ownership_contradicts", text);
    }
  }
}

BOOST_AUTO_TEST_CASE(figures_lie_at_and_beside_and_between_the_thresholds) {
  const auto after =
      realWith({{"parameters.json", "procurement.goods_services_ceiling", "2000000", "2500000"}});
  const auto fact = *after->vocabulary().find("procurement_budget");
  int old_figure = 0;
  int new_figure = 0;
  int between = 0;
  drawFirms(*realCatalogue(), *after, 2'000, 1, [&](const Firm& firm) {
    const facts::Given& budget = firm.profile[fact];
    if (!budget.known) return;
    if (budget.number == 200'000'000) ++old_figure;
    if (budget.number == 250'000'000) ++new_figure;
    if (budget.number > 200'000'001 && budget.number < 249'999'999) ++between;
  });
  BOOST_TEST(old_figure > 0);
  BOOST_TEST(new_figure > 0);
  BOOST_TEST(between > 0);
}

BOOST_AUTO_TEST_CASE(a_story_that_cannot_be_read_is_counted) {
  const catalogue::PolicyFiles stories{
      {"stories/1.json", R"({"name":"甲","profile":{"employees":3}})"},
      {"stories/2.json", R"({"name":"乙"})"},
      {"stories/3.json", "{"},
      {"stories/4.json", R"({"name":"丁","profile":{"employees":"three"}})"}};
  std::vector<std::string> names;
  const std::size_t unreadable = forEachStory(stories, *realCatalogue(), [&](const Firm& firm) {
    names.push_back(firm.name);
    BOOST_TEST((firm.origin == Origin::kStory));
    BOOST_TEST(firm.profile[realCatalogue()->vocabulary().known().employees].number == 3);
  });
  BOOST_TEST((names == std::vector<std::string>{"甲"}));
  BOOST_TEST(unreadable == 3);
}

BOOST_AUTO_TEST_CASE(a_saved_profile_of_an_earlier_vocabulary_is_renewed) {
  int taken = 0;
  const TakeFirm take = [&](const Firm& firm) {
    ++taken;
    BOOST_TEST((firm.origin == Origin::kSaved));
    BOOST_TEST(firm.profile[realCatalogue()->vocabulary().known().employees].number == 4);
  };
  const json::Value saved =
      policycalc::test::parse(R"({"a_fact_that_never_was":true,"employees":4})");
  BOOST_TEST(!takeSaved(policycalc::test::parse(R"({"employees":true})"), *realCatalogue(), take));
  const std::string& retired = realCatalogue()->vocabulary().retired().facts().front().id;
  BOOST_TEST(takeSaved(policycalc::test::parse("{\"" + retired + "\":true,\"employees\":4}"),
                       *realCatalogue(), take));
  BOOST_TEST(taken == 1);
  BOOST_TEST(!takeSaved(saved, *realCatalogue(), take));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::impact::test
