#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "policycalc/base/decimal.h"
#include "policycalc/base/result.h"

namespace policycalc::base {

/// An amount of money, exact to the fen (0.01 yuan). Range: ±92 quadrillion yuan.
class Money {
 public:
  static constexpr int kScale = 2;  ///< decimals of a yuan

  explicit constexpr Money(std::int64_t fen) : fen_(fen) {}
  /// Fails with kInvalid when `yuan` has more than two decimals, kOverflow when out of range.
  static Result<Money> fromYuan(const Decimal& yuan);

  std::int64_t fen() const { return fen_; }
  Decimal yuan() const { return Decimal(fen_, kScale); }
  /// For people: `300万元`, `12.5万元`, `1,999.99元`; 万元 only where it loses no digit.
  std::string toChinese() const;
  std::string toEnglish() const;  ///< `CNY 3,000,000`

  auto operator<=>(const Money&) const = default;

 private:
  std::int64_t fen_;
};

/// A share, exact to a millionth (four decimals of a per cent).
class Ratio {
 public:
  static constexpr int kPercentScale = 4;  ///< decimals of a per cent

  explicit constexpr Ratio(std::int64_t millionths) : millionths_(millionths) {}

  std::int64_t millionths() const { return millionths_; }
  Decimal percent() const { return Decimal(millionths_, kPercentScale); }
  std::string toChinese() const;  ///< `12.5%`

  auto operator<=>(const Ratio&) const = default;

 private:
  std::int64_t millionths_;
};

}  // namespace policycalc::base
