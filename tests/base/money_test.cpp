#include "policycalc/base/money.h"

#include <cstdint>
#include <limits>
#include <ostream>
#include <string_view>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "base/decimals.h"

namespace {

using policycalc::base::decimal;
using policycalc::base::Error;
using policycalc::base::Money;
using policycalc::base::Ratio;
using policycalc::base::require;

struct Wording {
  std::string_view yuan;
  std::string_view chinese;
};

std::ostream& operator<<(std::ostream& out, const Wording& row) {
  return out << row.yuan;
}

const Wording kWordings[] = {
    {"0", "0元"},
    {"0.01", "0.01元"},
    {"-0.01", "-0.01元"},
    {"1", "1元"},
    {"999.99", "999.99元"},
    {"1000", "1,000元"},
    {"9999.99", "9,999.99元"},
    {"10000", "1万元"},
    {"-10000", "-1万元"},
    {"10000.01", "10,000.01元"},
    {"10001", "10,001元"},
    {"10100", "1.01万元"},
    {"12500", "1.25万元"},
    {"125000", "12.5万元"},
    {"999999.99", "999,999.99元"},
    {"3000000", "300万元"},
    {"1234567.89", "1,234,567.89元"},
    {"-1234567.89", "-1,234,567.89元"},
    {"10000000", "1,000万元"},
    {"100000000000", "10,000,000万元"},
    {"92233720368547758.07", "92,233,720,368,547,758.07元"},
    {"-92233720368547758.08", "-92,233,720,368,547,758.08元"},
};

struct Share {
  std::string_view percent;
  std::int64_t millionths;
  std::string_view chinese;
};

std::ostream& operator<<(std::ostream& out, const Share& row) {
  return out << row.percent;
}

const Share kShares[] = {
    {"0", 0, "0%"},
    {"40", 400'000, "40%"},
    {"5", 50'000, "5%"},
    {"12.5", 125'000, "12.5%"},
    {"100", 1'000'000, "100%"},
    {"0.0001", 1, "0.0001%"},
    {"-3", -30'000, "-3%"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(MoneyAmounts)

BOOST_AUTO_TEST_CASE(english_counts_yuan_and_not_ten_thousands) {
  BOOST_TEST(Money(300'000'000).toEnglish() == "CNY 3,000,000");
  BOOST_TEST(Money(199'999).toEnglish() == "CNY 1,999.99");
  BOOST_TEST(Money(0).toEnglish() == "CNY 0");
  BOOST_TEST(Money(-100'000).toEnglish() == "CNY -1,000");
}

BOOST_DATA_TEST_CASE(reads_for_people_without_losing_a_digit, kWordings) {
  const auto money = Money::fromYuan(decimal(sample.yuan));
  BOOST_REQUIRE(money.ok());
  BOOST_TEST(money->toChinese() == sample.chinese);
  BOOST_TEST(money->yuan().compare(decimal(sample.yuan)) == 0);
}

BOOST_AUTO_TEST_CASE(is_counted_in_fen) {
  BOOST_TEST(require(Money::fromYuan(decimal("12.34"))).fen() == 1234);
  BOOST_TEST(require(Money::fromYuan(decimal("1e2"))).fen() == 10'000);
}

BOOST_AUTO_TEST_CASE(a_tenth_of_a_fen_is_refused) {
  const auto money = Money::fromYuan(decimal("0.001"));
  BOOST_REQUIRE(!money.ok());
  BOOST_TEST((money.error().code == Error::Code::kInvalid));
}

BOOST_AUTO_TEST_CASE(the_limits_of_the_fen_are_kept) {
  BOOST_TEST(require(Money::fromYuan(decimal("92233720368547758.07"))).fen() ==
             std::numeric_limits<std::int64_t>::max());
  BOOST_TEST(require(Money::fromYuan(decimal("-92233720368547758.08"))).fen() ==
             std::numeric_limits<std::int64_t>::min());
  for (const char* beyond : {"92233720368547758.08", "-92233720368547758.09", "1e38"}) {
    const auto money = Money::fromYuan(decimal(beyond));
    BOOST_REQUIRE(!money.ok());
    BOOST_TEST((money.error().code == Error::Code::kOverflow));
  }
}

BOOST_AUTO_TEST_CASE(amounts_are_ordered) {
  BOOST_TEST((Money(199) < Money(200)));
  BOOST_TEST((Money(-1) < Money(0)));
  BOOST_TEST((Money(200) == Money(200)));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(RatioShares)

BOOST_DATA_TEST_CASE(is_counted_in_millionths, kShares) {
  const Ratio ratio(sample.millionths);
  BOOST_TEST(ratio.toChinese() == sample.chinese);
  BOOST_TEST(ratio.percent().compare(decimal(sample.percent)) == 0);
}

BOOST_AUTO_TEST_CASE(shares_are_ordered) {
  BOOST_TEST((Ratio(399'999) < Ratio(400'000)));
  BOOST_TEST((Ratio(400'000) == Ratio(400'000)));
}

BOOST_AUTO_TEST_SUITE_END()
