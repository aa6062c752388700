#include "policycalc/base/decimal.h"

#include <ostream>
#include <string>
#include <string_view>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "base/decimals.h"

namespace {

using policycalc::base::Decimal;
using policycalc::base::decimal;
using policycalc::base::Error;
using policycalc::base::kLargest;
using policycalc::base::kSmallest;

struct Spelling {
  std::string_view text;
  std::string_view plain;
};

std::ostream& operator<<(std::ostream& out, const Spelling& row) {
  return out << row.text;
}

const Spelling kSpellings[] = {
    {"0", "0"},
    {"-0", "0"},
    {"0.000", "0"},
    {"-0.0e5", "0"},
    {"0e60", "0"},
    {"7", "7"},
    {"-7", "-7"},
    {"1.5", "1.5"},
    {"1.50", "1.5"},
    {"15e-1", "1.5"},
    {"0.15E+1", "1.5"},
    {"1e2", "100"},
    {"1E+02", "100"},
    {"-1.25e1", "-12.5"},
    {"100", "100"},
    {"3000000", "3000000"},
    {"0.01", "0.01"},
    {"-0.01", "-0.01"},
    {"0.001e3", "1"},
    {"12345678901234567890.123456789", "12345678901234567890.123456789"},
    {"9007199254740993", "9007199254740993"},  // the first whole number a double loses
    {"1e38", "100000000000000000000000000000000000000"},
    {"1e-60", "0.000000000000000000000000000000000000000000000000000000000001"},
    {"1.0e-60", "0.000000000000000000000000000000000000000000000000000000000001"},
    {"1.25e-58", "0.000000000000000000000000000000000000000000000000000000000125"},
    {kLargest, kLargest},
    {kSmallest, kSmallest},
};

const std::string_view kNoNumbers[] = {
    "",          " ",     "-",  "+1",    ".5",    "5.",  "-.5", "1.e2", "1e",  "1e+",
    "1e-",       "1x",    " 1", "1 ",    "--1",   "1-1", "1,5", "0x1",  "NaN", "Infinity",
    "-Infinity", "1.2.3", "e5", "1e5.0", "1e5e5", "１",  "01",  "-01",  "00",
};

const std::string_view kTooLarge[] = {
    "1e39",
    "-1e39",
    "1e61",
    "1e-61",
    "0e61",
    "12.5999991e-60",
    "0.1e-60",
    "1e400",
    "1e99999999999999999999",
    "1e-99999999999999999999",
    "170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105728",
    "1000000000000000000000000000000000000000",
    "0.0000000000000000000000000000000000000000000000000000000000001",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DecimalText)

BOOST_DATA_TEST_CASE(reads_exactly_and_writes_plainly, kSpellings) {
  const auto number = Decimal::parse(sample.text);
  BOOST_REQUIRE(number.ok());
  BOOST_TEST(number->toString() == sample.plain);
}

BOOST_DATA_TEST_CASE(a_written_number_reads_back_the_same, kSpellings) {
  const Decimal number = decimal(sample.text);
  const auto again = Decimal::parse(number.toString());
  BOOST_REQUIRE(again.ok());
  BOOST_TEST(again->compare(number) == 0);
}

BOOST_DATA_TEST_CASE(refuses_texts_that_are_not_json_numbers, kNoNumbers) {
  const auto number = Decimal::parse(sample);
  BOOST_REQUIRE(!number.ok());
  BOOST_TEST((number.error().code == Error::Code::kInvalid));
  BOOST_TEST(number.error().message == "not a number");
}

BOOST_DATA_TEST_CASE(refuses_to_lose_a_digit, kTooLarge) {
  const auto number = Decimal::parse(sample);
  BOOST_REQUIRE(!number.ok());
  BOOST_TEST((number.error().code == Error::Code::kOverflow));
  BOOST_TEST(number.error().message == "number out of range");
}

BOOST_AUTO_TEST_CASE(a_fresh_one_is_zero) {
  BOOST_TEST(Decimal().toString() == "0");
  BOOST_TEST(!Decimal().isNegative());
}

BOOST_AUTO_TEST_CASE(minus_zero_is_not_negative) {
  BOOST_TEST(!decimal("-0").isNegative());
  BOOST_TEST(decimal("-0.01").isNegative());
}

BOOST_AUTO_TEST_SUITE_END()
