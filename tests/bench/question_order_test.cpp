// The benchmark is right: the companies answer only from their story, the interview ends, and the
// order of the questions changes no answer.
#include "bench/question_order.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/real_policies.h"

namespace policycalc::bench {
using test::realCatalogue;

namespace {

using facts::FactIndex;

const facts::Vocabulary& vocabulary() {
  return realCatalogue()->vocabulary();
}

test::Story storyIn(const std::string& file) {
  std::ifstream in(POLICYCALC_SOURCE_DIR "/policies/stories/" + file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto story = test::readStory(text, file, vocabulary());
  BOOST_REQUIRE_MESSAGE(story.ok(), file << " is bad");
  return std::move(story).value();
}

test::Story storyWith(const std::string& profile) {
  const std::string text = R"({"name":"n","who":"w","as_of":"2026-11-25","profile":)" + profile +
                           R"(,"expect":{},"notes":{},)"
                           R"("totals":{"certain":0,"conditional":0,"uncounted":0}})";
  auto story = test::readStory(text, "test.json", vocabulary());
  BOOST_REQUIRE_MESSAGE(story.ok(), "the test's own story is bad: " << text);
  return std::move(story).value();
}

Interview asked(const test::Story& story, Order order) {
  return interview(engine::Edition(realCatalogue(), story.as_of), story, order);
}

FactIndex fact(std::string_view id) {
  return *vocabulary().find(id);
}

bool wasAsked(const Interview& interview, std::string_view id) {
  return std::count(interview.asked.begin(), interview.asked.end(), fact(id)) == 1;
}

/// A verdict with one kind of no. A failed condition can settle a measure before its scope is
/// known, so the kind of no depends on the order.
std::string settled(engine::Verdict verdict) {
  const bool is_no =
      verdict == engine::Verdict::kNotEligible || verdict == engine::Verdict::kNotApplicable;
  return is_no ? "no" : std::string(toString(verdict));
}

constexpr Order kOrders[] = {Order::kFirstQuestions, Order::kRelevant, Order::kVocabulary};

}  // namespace

BOOST_AUTO_TEST_SUITE(QuestionOrder)

// The end is the same as with the whole story at once: the interview neither assumes nor misses
// anything.
BOOST_DATA_TEST_CASE(every_order_ends_with_the_verdicts_of_the_story, test::storyFiles(), file) {
  const test::Story story = storyIn(file);
  const engine::Edition edition(realCatalogue(), story.as_of);
  for (const Order order : kOrders) {
    const Interview interview = bench::interview(edition, story, order);
    BOOST_TEST_REQUIRE(interview.verdicts.size() == edition.entries().size());
    for (std::size_t i = 0; i < interview.verdicts.size(); ++i) {
      const std::string& id = edition.entries()[i].measure->id;
      BOOST_TEST(settled(interview.verdicts[i]) == settled(story.expect.at(id)),
                 file << ", order " << static_cast<int>(order) << ": " << id);
    }
  }
}

BOOST_DATA_TEST_CASE(no_question_is_asked_twice, test::storyFiles(), file) {
  const test::Story story = storyIn(file);
  for (const Order order : kOrders) {
    const Interview interview = asked(story, order);
    const std::set<FactIndex> different(interview.asked.begin(), interview.asked.end());
    BOOST_TEST(different.size() == interview.asked.size(), file);
    BOOST_TEST(interview.found.size() == interview.asked.size() + 1, file);
  }
}

BOOST_AUTO_TEST_CASE(a_company_that_can_answer_nothing_is_asked_nothing) {
  for (const Order order : kOrders) {
    BOOST_TEST(asked(storyWith("{}"), order).asked.empty());
    BOOST_TEST(asked(storyWith(R"({"company_name":"某某公司"})"), order).asked.empty());
  }
}

// A company that only knows that it is outside Ganzhou is asked until it can say so.
BOOST_AUTO_TEST_CASE(asking_ends_with_the_last_answer_that_can_be_given) {
  const test::Story story = storyWith(R"({"district":"outside"})");
  for (const Order order : kOrders) {
    const Interview interview = asked(story, order);
    BOOST_TEST_REQUIRE(!interview.asked.empty());
    BOOST_TEST(interview.asked.back() == fact("district"));
  }
}

BOOST_AUTO_TEST_CASE(first_questions_come_first_and_those_of_the_need_next) {
  const test::Story story = storyIn("20-quality-awards.json");
  const auto needs = needsOf(story, *realCatalogue());
  const Interview interview = asked(story, Order::kFirstQuestions);
  const auto rankOf = [&](FactIndex index) {
    const facts::Fact& each = vocabulary().fact(index);
    if (each.core) return 0;
    for (const std::size_t need : needs) {
      if (std::count(each.core_for.begin(), each.core_for.end(), need) == 1) return 1;
    }
    return 2;
  };
  int before = 0;
  std::set<int> ranks;
  for (const FactIndex index : interview.asked) {
    BOOST_TEST(rankOf(index) >= before, vocabulary().fact(index).id);
    before = rankOf(index);
    ranks.insert(before);
  }
  BOOST_TEST(ranks.size() == 3U);
}

BOOST_AUTO_TEST_CASE(the_code_answers_the_question_for_its_industry) {
  const test::Story story =
      storyWith(R"({"district":"360702","industry_code":"C3985","tech_upgrade_project":true})");
  const Interview interview = asked(story, Order::kRelevant);
  BOOST_TEST(wasAsked(interview, "size_industry"));
  BOOST_TEST(!wasAsked(interview, "industry_code"));
}

BOOST_AUTO_TEST_CASE(everything_in_order_asks_what_cannot_matter_too) {
  // An individual business is private; only a form that asks everything asks for its ownership.
  const test::Story story = storyIn("01-noodle-shop.json");
  BOOST_TEST(!wasAsked(asked(story, Order::kFirstQuestions), "ownership"));
  BOOST_TEST(wasAsked(asked(story, Order::kVocabulary), "ownership"));
}

BOOST_AUTO_TEST_CASE(needs_are_the_two_fields_that_serve_most) {
  test::Story story = storyWith("{}");
  BOOST_TEST(needsOf(story, *realCatalogue()).empty());
  for (const catalogue::Clause* measure : realCatalogue()->measures()) {
    const std::string& need = vocabulary().needs()[measure->topic].id;
    story.expect.emplace(measure->id, need == "finance" ? engine::Verdict::kEligible
                                      : need == "trade" ? engine::Verdict::kConditional
                                                        : engine::Verdict::kUndetermined);
  }
  BOOST_TEST(needsOf(story, *realCatalogue()) ==
                 (std::vector<std::size_t>{*vocabulary().findNeed("finance"),
                                           *vocabulary().findNeed("trade")}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(median_is_the_middle) {
  BOOST_TEST(median({}) == 0U);
  BOOST_TEST(median({7}) == 7U);
  BOOST_TEST(median({9, 1, 5}) == 5U);
  BOOST_TEST(median({4, 1, 9, 6}) == 4U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::bench
