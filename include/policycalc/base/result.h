#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace policycalc::base {

/// Why one operation failed. `message` may leave the process; `detail` is for the log only.
struct Error {
  enum class Code : unsigned char {
    kInvalid,      ///< the input is wrong
    kOverflow,     ///< the value does not fit
    kNotFound,     ///< there is no such thing
    kUnavailable,  ///< the thing exists but cannot be reached now
  };
  Code code = Code::kInvalid;
  std::string message;
  std::string detail;
};

/// A value or the reason there is none. (`std::expected` needs C++23.)
template <typename T, typename E = Error>
class [[nodiscard]] Result {
 public:
  // Implicit on purpose: `return value;` and `return error;` both read well.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T& value() & {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  const E& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }
  E&& takeError() {
    assert(!ok());
    return std::move(*std::get_if<1>(&state_));
  }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

 private:
  std::variant<T, E> state_;
};

}  // namespace policycalc::base
