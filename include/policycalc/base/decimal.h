#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "policycalc/base/result.h"

namespace policycalc::base {

__extension__ typedef __int128 Int128;

/// How a value that the target cannot hold exactly is rounded: to the next lower one, to the next
/// higher one (both by value, so -1.5 goes down to -2), or to the nearest one, from the middle away
/// from zero.
enum class Rounding : std::uint8_t { kDown, kUp, kHalfUp };

/// An exact decimal number, mantissa × 10^-scale. Sums and products keep every digit; where the
/// mantissa would leave 127 bits they fail with kOverflow instead of losing one.
/// There is no floating point anywhere in the domain code.
class Decimal {
 public:
  Decimal() = default;
  Decimal(Int128 mantissa, int scale) : mantissa_(mantissa), scale_(scale) {}

  /// Reads a JSON number (`-12.50`, `1e6`) exactly. Fails with kInvalid for other text and with
  /// kOverflow beyond 127 bits (38 digits always fit), an exponent of ±60 or 60 decimals.
  static Result<Decimal> parse(std::string_view text);

  Result<Decimal> plus(const Decimal& other) const;
  Result<Decimal> minus(const Decimal& other) const;
  Result<Decimal> times(const Decimal& other) const;

  /// This value in units of 10^-scale. Fails with kOverflow when it leaves int64.
  Result<std::int64_t> toUnits(int scale, Rounding rounding) const;
  /// The same without rounding: kInvalid when digits would be lost.
  Result<std::int64_t> toUnitsExact(int scale) const;

  bool isNegative() const { return mantissa_ < 0; }
  /// Three-way comparison by value: -1, 0, 1 (so 2.50 equals 2.5).
  int compare(const Decimal& other) const;
  /// Plain digits without exponent and without trailing zeros: `12.5`, `3000000`.
  std::string toString() const;

 private:
  /// The same value without trailing zeros after the point.
  Decimal normalized() const;

  Int128 mantissa_ = 0;
  int scale_ = 0;
};

}  // namespace policycalc::base
