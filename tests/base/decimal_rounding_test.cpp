#include <cstdint>
#include <limits>
#include <ostream>
#include <string_view>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/decimal.h"

#include "base/decimals.h"

namespace {

using policycalc::base::Decimal;
using policycalc::base::decimal;
using policycalc::base::Error;
using policycalc::base::require;
using policycalc::base::Rounding;

constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();

struct Row {
  std::string_view text;
  int scale;
  std::int64_t down;
  std::int64_t up;
  std::int64_t half_up;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.text << " at scale " << row.scale;
}

const Row kRows[] = {
    {"0", 2, 0, 0, 0},
    {"1.23", 2, 123, 123, 123},
    {"-1.23", 2, -123, -123, -123},
    {"1.234", 2, 123, 124, 123},
    {"1.235", 2, 123, 124, 124},
    {"1.236", 2, 123, 124, 124},
    {"-1.234", 2, -124, -123, -123},
    {"-1.235", 2, -124, -123, -124},
    {"-1.236", 2, -124, -123, -124},
    {"0.004", 2, 0, 1, 0},
    {"0.005", 2, 0, 1, 1},
    {"-0.004", 2, -1, 0, 0},
    {"-0.005", 2, -1, 0, -1},
    {"1.2349999999999999", 2, 123, 124, 123},
    {"1e-60", 2, 0, 1, 0},  // its divisor leaves 127 bits
    {"-1e-60", 2, -1, 0, 0},
    {"0.5", 0, 0, 1, 1},
    {"-0.5", 0, -1, 0, -1},
    {"7", 2, 700, 700, 700},
    {"92233720368547758.07", 2, kMax, kMax, kMax},
    {"-92233720368547758.08", 2, kMin, kMin, kMin},
};

struct Edge {
  std::string_view text;
  bool down_fits;
  bool up_fits;
  bool half_up_fits;
};

std::ostream& operator<<(std::ostream& out, const Edge& edge) {
  return out << edge.text;
}

const Edge kEdges[] = {
    {"92233720368547758.074", true, false, true},
    {"92233720368547758.075", true, false, false},
    {"92233720368547758.08", false, false, false},
    {"-92233720368547758.084", false, true, true},
    {"-92233720368547758.085", false, true, false},
    {"-92233720368547758.09", false, false, false},
    {"1e38", false, false, false},
    {"-1e38", false, false, false},
};

const std::string_view kExactAtTwo[] = {"0",    "0.01", "-0.01",
                                        "12.5", "1e2",  "92233720368547758.07"};
const std::string_view kLossyAtTwo[] = {"0.001", "-0.001", "1.005", "1e-3", "1e-60", "12.3456"};

}  // namespace

BOOST_AUTO_TEST_SUITE(DecimalRounding)

BOOST_DATA_TEST_CASE(each_mode_goes_its_way, kRows) {
  const Decimal number = decimal(sample.text);
  BOOST_TEST(require(number.toUnits(sample.scale, Rounding::kDown)) == sample.down);
  BOOST_TEST(require(number.toUnits(sample.scale, Rounding::kUp)) == sample.up);
  BOOST_TEST(require(number.toUnits(sample.scale, Rounding::kHalfUp)) == sample.half_up);
}

BOOST_DATA_TEST_CASE(rounding_beyond_int64_fails, kEdges) {
  const Decimal number = decimal(sample.text);
  BOOST_TEST(number.toUnits(2, Rounding::kDown).ok() == sample.down_fits);
  BOOST_TEST(number.toUnits(2, Rounding::kUp).ok() == sample.up_fits);
  BOOST_TEST(number.toUnits(2, Rounding::kHalfUp).ok() == sample.half_up_fits);
}

BOOST_DATA_TEST_CASE(exact_units_come_back_as_the_same_number, kExactAtTwo) {
  const auto units = decimal(sample).toUnitsExact(2);
  BOOST_REQUIRE(units.ok());
  BOOST_TEST(Decimal(*units, 2).compare(decimal(sample)) == 0);
}

BOOST_DATA_TEST_CASE(exact_units_never_drop_a_digit, kLossyAtTwo) {
  const auto units = decimal(sample).toUnitsExact(2);
  BOOST_REQUIRE(!units.ok());
  BOOST_TEST((units.error().code == Error::Code::kInvalid));
  BOOST_TEST(units.error().message == "too many decimals");
}

BOOST_AUTO_TEST_CASE(exact_units_beyond_int64_overflow) {
  const auto units = decimal("92233720368547758.08").toUnitsExact(2);
  BOOST_REQUIRE(!units.ok());
  BOOST_TEST((units.error().code == Error::Code::kOverflow));
}

BOOST_AUTO_TEST_SUITE_END()
