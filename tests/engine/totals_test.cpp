// Amounts that count once, that were already paid, and that are not cash.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "engine/answers.h"

namespace policycalc::test {

namespace {

struct Row {
  const char* held;
  const char* paid;
  int certain;  ///< in 万元
  int awards;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.held << " paid " << row.paid;
}

// Item 11: 300 and 100, 100 and 50, 50 万元.
const Row kAwards[] = {
    {R"("china_quality_award")", "", 300, 1},
    {R"("china_quality_award_nomination")", "", 100, 1},
    // Of an award and its nomination only the higher counts.
    {R"("china_quality_award", "china_quality_award_nomination")", "", 300, 1},
    {R"("jinggang_quality_award", "jinggang_quality_award_nomination")", "", 100, 1},
    // Different prizes add up, and so does the mayor's.
    {R"("china_quality_award", "jinggang_quality_award")", "", 400, 2},
    {R"("china_quality_award_nomination", "jinggang_quality_award_nomination")", "", 150, 2},
    {R"("jinggang_quality_award_nomination", "ganzhou_mayor_quality_award")", "", 100, 2},
    {R"("china_quality_award", "china_quality_award_nomination", "jinggang_quality_award",
         "jinggang_quality_award_nomination", "ganzhou_mayor_quality_award")",
     "", 450, 3},
    // A paid amount counts in no sum, and a paid award leaves nothing for its nomination.
    {R"("ganzhou_mayor_quality_award")", R"("ganzhou_mayor_quality_award")", 0, 0},
    {R"("china_quality_award", "china_quality_award_nomination")", R"("china_quality_award")", 0,
     0},
    // The paid nomination is the lower amount: the award still counts.
    {R"("china_quality_award", "china_quality_award_nomination")",
     R"("china_quality_award_nomination")", 300, 1},
    {R"("china_quality_award", "jinggang_quality_award")", R"("china_quality_award")", 100, 1},
};

std::string awarded(const Row& row) {
  return std::string(R"({"district": "360702", "quality_awards": [)") + row.held +
         R"(], "quality_awards_paid": [)" + row.paid + "]}";
}

MeasureText promising(const std::string& id, const char* type, const char* status) {
  MeasureText measure{id};
  measure.benefits = "[" + benefit("b", type, status, "", "", "null") + "]";
  return measure;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(TotalsOfItem11)

BOOST_DATA_TEST_CASE(a_prize_counts_once_and_never_again_once_it_was_paid, kAwards, row) {
  const engine::Totals totals = answer(realCatalogue(), awarded(row)).match.totals;
  BOOST_TEST((totals.certain.compare(base::Decimal(row.certain * 10'000, 0)) == 0),
             "sums up " << totals.certain.toString());
  BOOST_TEST(totals.certain_awards == row.awards);
}

// The amount stays in the answer but not in the sum.
BOOST_AUTO_TEST_CASE(paid_amounts_are_shown_and_marked) {
  const Answer got = answer(realCatalogue(), awarded(kAwards[9]));
  for (const auto& [id, paid] : {std::pair("11.1.1a", true), std::pair("11.1.1b", false)}) {
    BOOST_TEST(got.verdict(id) == "eligible");
    BOOST_TEST(got.of(id).amounts.front().value.has_value());
    BOOST_TEST(got.of(id).amounts.front().paid == paid);
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(Uncounted)

BOOST_AUTO_TEST_CASE(only_unstated_cash_is_counted) {
  const auto uncounted = [](const char* type, const char* status) {
    const auto catalogue = loaded(smallPolicies({promising("m", type, status)}));
    return answer(catalogue, R"({"district": "here"})").match.totals.uncounted;
  };
  BOOST_TEST(uncounted("award", "unstated") == 1);
  BOOST_TEST(uncounted("subsidy", "unstated") == 1);
  BOOST_TEST(uncounted("subsidy", "none") == 0);
  for (const char* type : {"procurement", "credit", "equity", "land", "energy", "talent",
                           "recognition", "service", "protection"}) {
    BOOST_TEST(uncounted(type, "unstated") == 0, type);
  }
  BOOST_TEST(uncounted("energy", "waived") == 0);  // a waived charge is not cash
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
