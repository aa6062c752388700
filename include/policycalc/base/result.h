#pragma once

#include <string>
#include <utility>
#include <variant>

namespace policycalc::base {

/// Why one operation failed. `message` may leave the process; `detail` is for the log only.
struct Error {
  enum class Code : unsigned char {
    kInvalid,      ///< the input is wrong
    kOverflow,     ///< the value does not fit
    kNotFound,     ///< what was asked for does not exist
    kUnavailable,  ///< it exists but cannot be reached now
  };
  Code code = Code::kInvalid;
  std::string message;
  std::string detail;
};

/// A value or the reason for its absence. (`std::expected` needs C++23.) Asking for the one that it
/// does not hold is a mistake of the caller and throws std::bad_variant_access in every build.
template <typename T, typename E = Error>
class [[nodiscard]] Result {
 public:
  // Implicit on purpose: `return value;` and `return error;` both read well.
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return std::get<0>(state_); }
  T& value() & { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  const E& error() const { return std::get<1>(state_); }
  E&& takeError() { return std::get<1>(std::move(state_)); }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

 private:
  std::variant<T, E> state_;
};

}  // namespace policycalc::base
