#include "policycalc/base/result.h"

#include <memory>
#include <string>
#include <utility>
#include <variant>

#include <boost/test/unit_test.hpp>

namespace {

using policycalc::base::Error;
using policycalc::base::Result;

Result<int> half(int number) {
  if (number % 2 != 0) return Error{Error::Code::kInvalid, "odd", "private"};
  return number / 2;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Results)

BOOST_AUTO_TEST_CASE(hold_a_value) {
  auto result = half(8);
  BOOST_TEST(result.ok());
  BOOST_TEST(static_cast<bool>(result));
  BOOST_TEST(result.value() == 4);
  *result = 5;
  BOOST_TEST(*result == 5);
}

BOOST_AUTO_TEST_CASE(hold_an_error) {
  auto result = half(7);
  BOOST_REQUIRE(!result.ok());
  BOOST_TEST(!static_cast<bool>(result));
  BOOST_TEST((result.error().code == Error::Code::kInvalid));
  BOOST_TEST(result.error().message == "odd");
  BOOST_TEST(result.error().detail == "private");
  const Error taken = result.takeError();
  BOOST_TEST(taken.message == "odd");
}

BOOST_AUTO_TEST_CASE(hand_over_values_that_cannot_be_copied) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(3));
  BOOST_TEST(**result == 3);
  const std::unique_ptr<int> taken = std::move(result).value();
  BOOST_TEST(*taken == 3);
}

BOOST_AUTO_TEST_CASE(throw_when_asked_for_the_other_alternative) {
  auto error = half(7);
  BOOST_CHECK_THROW(error.value(), std::bad_variant_access);
  BOOST_CHECK_THROW(*error = 1, std::bad_variant_access);
  BOOST_CHECK_THROW(half(7).value(), std::bad_variant_access);
  auto value = half(8);
  BOOST_CHECK_THROW(static_cast<void>(value.error()), std::bad_variant_access);
  BOOST_CHECK_THROW(value.takeError(), std::bad_variant_access);
}

BOOST_AUTO_TEST_CASE(tell_value_and_error_of_one_type_apart) {
  const Result<std::string, int> value(std::string("7"));
  const Result<std::string, int> error(7);
  BOOST_TEST(value.ok());
  BOOST_TEST(value->size() == 1U);
  BOOST_TEST(!error.ok());
  BOOST_TEST(error.error() == 7);
}

BOOST_AUTO_TEST_SUITE_END()
