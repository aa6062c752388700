#include "policycalc/desk/rules/measure_end.h"

#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "desk/rules/small_workdays.h"

namespace policycalc::desk::test {
namespace {

struct Row {
  const char* read;
  const char* today;
  bool news;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << "read " << row.read << ", on " << row.today;
}

// The measure holds through 2026-12-31.
const Row kRows[] = {
    {"2026-11-25", "2026-12-30", false}, {"2026-11-25", "2026-12-31", false},
    {"2026-11-25", "2027-01-01", true},  {"2026-11-25", "2028-01-01", true},
    {"2026-12-31", "2027-01-01", true},  {"2027-01-01", "2027-01-01", false},
    {"2027-01-01", "2027-01-02", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(EndOfAMeasure)

BOOST_DATA_TEST_CASE(it_is_news_from_the_day_after_until_it_is_read, kRows, row) {
  BOOST_TEST(endIsNews(day("2026-12-31"), day(row.read), day(row.today)) == row.news);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
