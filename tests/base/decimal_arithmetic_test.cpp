#include <ostream>
#include <string>
#include <string_view>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/decimal.h"

#include "base/decimals.h"

namespace {

using policycalc::base::Decimal;
using policycalc::base::decimal;
using policycalc::base::Error;
using policycalc::base::kLargest;
using policycalc::base::kSmallest;
using policycalc::base::require;

struct Operation {
  std::string_view left;
  std::string_view right;
  std::string_view sum;
  std::string_view difference;
  std::string_view product;
};

std::ostream& operator<<(std::ostream& out, const Operation& row) {
  return out << row.left << " and " << row.right;
}

const Operation kOperations[] = {
    {"0", "0", "0", "0", "0"},
    {"1", "0", "1", "1", "0"},
    {"0.1", "0.2", "0.3", "-0.1", "0.02"},  // what a double cannot do
    {"1.25", "0.75", "2", "0.5", "0.9375"},
    {"-1.5", "2", "0.5", "-3.5", "-3"},
    {"-1.5", "-0.5", "-2", "-1", "0.75"},
    {"3000000", "0.01", "3000000.01", "2999999.99", "30000"},
    {"9223372036854775807", "1", "9223372036854775808", "9223372036854775806",
     "9223372036854775807"},
    {"1e30", "1e-8", "1000000000000000000000000000000.00000001",
     "999999999999999999999999999999.99999999", "10000000000000000000000"},
};

struct Pair {
  std::string_view left;
  std::string_view right;
};

std::ostream& operator<<(std::ostream& out, const Pair& row) {
  return out << row.left << " and " << row.right;
}

const Pair kSumsTooLarge[] = {{kLargest, "1"}, {"1e38", "1e38"}, {"1e38", "0.01"}};
const Pair kDifferencesTooLarge[] = {{kSmallest, "2"}, {"1e38", "-1e38"}, {"0.01", "1e38"}};
const Pair kProductsTooLarge[] = {{kLargest, "2"}, {"1e20", "1e20"}, {kSmallest, "-1.1"}};

struct Comparison {
  std::string_view left;
  std::string_view right;
  int order;
};

std::ostream& operator<<(std::ostream& out, const Comparison& row) {
  return out << row.left << " against " << row.right;
}

const Comparison kComparisons[] = {
    {"0", "0", 0},
    {"0", "-0.0", 0},
    {"2.50", "2.5", 0},
    {"1e2", "100", 0},
    {"2.49", "2.5", -1},
    {"2.5", "2.49", 1},
    {"-2.5", "2.5", -1},
    {"-2.5", "-2.49", -1},
    {"-2.49", "-2.5", 1},
    {"0", "1e-60", -1},
    {"0", "-1e-60", 1},
    {"1e38", "1e-60", 1},  // no common scale fits into 127 bits
    {"1e-60", "1e38", -1},
    {"-1e38", "-1e-60", -1},
    {"-1e-60", "-1e38", 1},
    {"-1e38", "1e-60", -1},
    {kLargest, kSmallest, 1},
};

/// -2^127: parse() refuses it, but a difference can have this value.
Decimal smallestDifference() {
  return require(decimal(kSmallest).minus(decimal("1")));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DecimalArithmetic)

BOOST_DATA_TEST_CASE(keeps_every_digit, kOperations) {
  const Decimal left = decimal(sample.left);
  const Decimal right = decimal(sample.right);
  BOOST_TEST(require(left.plus(right)).toString() == sample.sum);
  BOOST_TEST(require(left.minus(right)).toString() == sample.difference);
  BOOST_TEST(require(left.times(right)).toString() == sample.product);
}

BOOST_DATA_TEST_CASE(sums_and_products_do_not_depend_on_the_order, kOperations) {
  const Decimal left = decimal(sample.left);
  const Decimal right = decimal(sample.right);
  BOOST_TEST(require(right.plus(left)).toString() == sample.sum);
  BOOST_TEST(require(right.times(left)).toString() == sample.product);
}

BOOST_DATA_TEST_CASE(a_sum_beyond_127_bits_fails, kSumsTooLarge) {
  const auto sum = decimal(sample.left).plus(decimal(sample.right));
  BOOST_REQUIRE(!sum.ok());
  BOOST_TEST((sum.error().code == Error::Code::kOverflow));
}

BOOST_DATA_TEST_CASE(a_difference_beyond_127_bits_fails, kDifferencesTooLarge) {
  const auto difference = decimal(sample.left).minus(decimal(sample.right));
  BOOST_REQUIRE(!difference.ok());
  BOOST_TEST((difference.error().code == Error::Code::kOverflow));
}

BOOST_DATA_TEST_CASE(a_product_beyond_127_bits_fails, kProductsTooLarge) {
  const auto product = decimal(sample.left).times(decimal(sample.right));
  BOOST_REQUIRE(!product.ok());
  BOOST_TEST((product.error().code == Error::Code::kOverflow));
}

BOOST_AUTO_TEST_CASE(the_smallest_difference_can_be_used_like_any_number) {
  const Decimal smallest = smallestDifference();
  BOOST_TEST(smallest.toString() == "-170141183460469231731687303715884105728");
  BOOST_TEST(require(smallest.minus(smallest)).toString() == "0");
  BOOST_TEST(smallest.compare(decimal(kSmallest)) == -1);
  BOOST_TEST(!Decimal().minus(smallest).ok());
  BOOST_TEST(!smallest.toUnits(0, policycalc::base::Rounding::kHalfUp).ok());
}

BOOST_DATA_TEST_CASE(compares_by_value, kComparisons) {
  BOOST_TEST(decimal(sample.left).compare(decimal(sample.right)) == sample.order);
  BOOST_TEST(decimal(sample.right).compare(decimal(sample.left)) == -sample.order);
}

BOOST_AUTO_TEST_SUITE_END()
