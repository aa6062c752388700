#pragma once

#include <stdexcept>
#include <utility>

#include "policycalc/base/result.h"

namespace policycalc::base {

/// The value of `result`; an error is printed and ends the test case.
template <typename T>
T require(Result<T> result) {
  if (!result.ok()) throw std::runtime_error("unexpected error: " + result.error().message);
  return std::move(result).value();
}

}  // namespace policycalc::base
