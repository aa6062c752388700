// Whole companies against the real policies. The expected verdict of every measure is written by
// hand from the text of the notice, so that no answer misses a measure or promises more than the
// text.
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/engine/edition.h"

#include "stories/story.h"
#include "support/real_policies.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

/// The issues of a failed result; empty if it has a value.
template <typename T>
std::string faultsOf(const base::Result<T, base::Issues>& result) {
  std::string all;
  if (result.ok()) return all;
  for (const base::Issue& issue : result.error()) all += "\n" + base::formatIssue(issue);
  return all;
}

std::string measureIds() {
  std::string ids;
  for (const catalogue::Clause* measure : realCatalogue()->measures()) ids += measure->id + " ";
  return ids;
}

Story storyIn(const std::string& file) {
  std::ifstream in(POLICYCALC_SOURCE_DIR "/policies/stories/" + file, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(in.is_open(), file << " cannot be opened");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto story = readStory(text, file, realCatalogue()->vocabulary());
  BOOST_REQUIRE_MESSAGE(story.ok(), "the story is bad:" << faultsOf(story));
  return std::move(story).value();
}

engine::Match matchOf(const engine::Edition& edition, const Story& story) {
  return engine::match(edition, story.profile);
}

void checkTotal(const std::string& file, const Story& story, const std::string& key,
                const base::Decimal& got) {
  const base::Decimal& expected = story.totals.at(key);
  BOOST_CHECK_MESSAGE(got.compare(expected) == 0, file << ": total `" << key << "`: expected "
                                                       << expected.toString() << ", got "
                                                       << got.toString());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Stories)

BOOST_AUTO_TEST_CASE(there_are_at_least_twenty_of_them) {
  BOOST_TEST(storyFiles().size() >= 20U);
}

BOOST_DATA_TEST_CASE(a_story_judges_every_measure_once_in_the_order_of_the_notice, storyFiles(),
                     file) {
  std::string judged;
  for (const std::string& id : storyIn(file).measures) judged += id + " ";
  BOOST_TEST(judged == measureIds(), file);
}

BOOST_DATA_TEST_CASE(every_measure_has_the_verdict_that_the_story_expects, storyFiles(), file) {
  const Story story = storyIn(file);
  const engine::Edition edition(realCatalogue(), story.as_of);
  const engine::Match match = matchOf(edition, story);
  BOOST_TEST(match.outcomes.size() == story.expect.size(), file);
  for (const engine::Outcome& outcome : match.outcomes) {
    const std::string& id = outcome.measure().id;
    const auto expected = story.expect.find(id);
    if (expected == story.expect.end()) continue;  // the test above reports it
    BOOST_CHECK_MESSAGE(outcome.verdict == expected->second,
                        file << ": " << id << " " << outcome.measure().title << ": expected "
                             << toString(expected->second) << ", got "
                             << toString(outcome.verdict));
  }
}

BOOST_DATA_TEST_CASE(the_totals_are_those_of_the_story, storyFiles(), file) {
  const Story story = storyIn(file);
  const engine::Edition edition(realCatalogue(), story.as_of);
  const engine::Totals totals = matchOf(edition, story).totals;
  checkTotal(file, story, "certain", totals.certain);
  checkTotal(file, story, "conditional", totals.conditional);
  checkTotal(file, story, "uncounted", base::Decimal(totals.uncounted, 0));
}

// A wrong industry code, or a size that figures overrule, would change the story.
BOOST_DATA_TEST_CASE(no_profile_is_odd, storyFiles(), file) {
  // These warnings inform the company; the profile is right.
  static const std::set<std::string> kTold{"deregistered", "revoked", "not_yet_registered",
                                           "in_bankruptcy", "procurement_elsewhere"};
  const Story story = storyIn(file);
  const engine::Edition edition(realCatalogue(), story.as_of);
  for (const facts::Warning& warning : matchOf(edition, story).knowledge.warnings) {
    BOOST_CHECK_MESSAGE(kTold.count(warning.code) == 1, file << ": " << warning.message);
  }
}

// Each measure has a positive verdict in some story.
BOOST_AUTO_TEST_CASE(every_measure_serves_some_company) {
  std::set<std::string> served;
  for (const std::string& file : storyFiles()) {
    for (const auto& [id, verdict] : storyIn(file).expect) {
      if (verdict == engine::Verdict::kEligible || verdict == engine::Verdict::kConditional) {
        served.insert(id);
      }
    }
  }
  for (const catalogue::Clause* measure : realCatalogue()->measures()) {
    BOOST_TEST((served.count(measure->id) == 1), "no story is served by " << measure->id);
  }
}

// The reader of stories: a mistake in a file must not pass unnoticed.
BOOST_AUTO_TEST_CASE(a_bad_story_is_refused_with_all_its_faults) {
  const auto story = readStory(R"({
    "name": "n", "who": "w", "as_of": "2026-11-25", "profile": {}, "extra": 1,
    "expect": { "11.3": "yes" }, "totals": { "certain": 0, "conditional": 0 },
    "notes": { "36.1": "not judged" } })",
                               "bad.json", realCatalogue()->vocabulary());
  const std::string faults = faultsOf(story);
  for (const char* fault : {"/expect/11.3", "/totals", "/notes/36.1", "/extra"}) {
    BOOST_TEST(faults.find(fault) != std::string::npos, fault << " is missing in" << faults);
  }
}

BOOST_AUTO_TEST_SUITE_END()
