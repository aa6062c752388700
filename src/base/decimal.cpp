#include "policycalc/base/decimal.h"

#include <algorithm>
#include <limits>

namespace policycalc::base {
namespace {

constexpr int kMaxExponent = 60;

Error overflow() {
  return {Error::Code::kOverflow, "number out of range", {}};
}
Error malformed() {
  return {Error::Code::kInvalid, "not a number", {}};
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// mantissa × 10^digits; false when it leaves 127 bits.
bool shiftLeft(Int128& mantissa, int digits) {
  for (; digits > 0 && mantissa != 0; --digits) {
    if (__builtin_mul_overflow(mantissa, static_cast<Int128>(10), &mantissa)) return false;
  }
  return true;
}

/// Brings both numbers to the larger scale; false on overflow.
bool align(Int128& left, int& left_scale, Int128& right, int& right_scale) {
  const int scale = std::max(left_scale, right_scale);
  const bool fits = shiftLeft(left, scale - left_scale) && shiftLeft(right, scale - right_scale);
  left_scale = right_scale = scale;
  return fits;
}

std::string digitsOf(Int128 number) {
  constexpr Int128 kMost = std::numeric_limits<std::int64_t>::max();
  if (number >= -kMost && number <= kMost) {
    return std::to_string(static_cast<std::int64_t>(number < 0 ? -number : number));
  }
  std::string digits;
  for (; number != 0; number /= 10) {
    const auto digit = static_cast<int>(number % 10);
    digits += static_cast<char>('0' + (digit < 0 ? -digit : digit));
  }
  std::reverse(digits.begin(), digits.end());
  return digits;
}

/// The part that parse() reads before the exponent; `text` then begins after it.
struct Mantissa {
  Int128 value = 0;
  int scale = 0;
  bool ok = false;
  bool fits = true;
};

Mantissa readMantissa(std::string_view& text) {
  Mantissa read;
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.size() > 1 && text[0] == '0' && isDigit(text[1])) return read;
  bool after_point = false;
  bool digit_since_point = false;
  while (!text.empty() && (isDigit(text.front()) || (text.front() == '.' && !after_point))) {
    if (text.front() == '.') {
      if (!digit_since_point) return read;
      after_point = true;
      digit_since_point = false;
    } else {
      digit_since_point = true;
      read.fits =
          read.fits && shiftLeft(read.value, 1) &&
          !__builtin_add_overflow(read.value, static_cast<Int128>(text.front() - '0'), &read.value);
      if (after_point) ++read.scale;
    }
    text.remove_prefix(1);
  }
  read.ok = digit_since_point;
  if (negative && read.fits) read.value = -read.value;
  return read;
}

}  // namespace

Result<Decimal> Decimal::parse(std::string_view text) {
  const Mantissa read = readMantissa(text);
  if (!read.ok) return malformed();
  int exponent = 0;
  if (!text.empty()) {
    if (text.front() != 'e' && text.front() != 'E') return malformed();
    text.remove_prefix(1);
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    if (text.empty()) return malformed();
    for (const char c : text) {
      if (!isDigit(c)) return malformed();
      exponent = std::min(exponent * 10 + (c - '0'), kMaxExponent + 1);
    }
    if (exponent > kMaxExponent) return overflow();
    if (negative) exponent = -exponent;
  }
  if (!read.fits) return overflow();
  Int128 mantissa = read.value;
  int scale = read.scale - exponent;
  if (scale < 0) {
    if (!shiftLeft(mantissa, -scale)) return overflow();
    scale = 0;
  }
  const Decimal number = Decimal(mantissa, scale).normalized();
  // Otherwise parse() could not read what toString() writes.
  if (number.scale_ > kMaxExponent) return overflow();
  return number;
}

Decimal Decimal::normalized() const {
  Decimal result = *this;
  if (result.mantissa_ == 0) result.scale_ = 0;
  // Division of 128 bits is slow, and most numbers have fewer.
  auto small = static_cast<std::int64_t>(mantissa_);
  if (small == mantissa_) {
    for (; result.scale_ > 0 && small % 10 == 0; --result.scale_) small /= 10;
    result.mantissa_ = small;
    return result;
  }
  while (result.scale_ > 0 && result.mantissa_ % 10 == 0) {
    result.mantissa_ /= 10;
    --result.scale_;
  }
  return result;
}

Result<Decimal> Decimal::plus(const Decimal& other) const {
  Decimal left = *this;
  Decimal right = other;
  Int128 sum = 0;
  if (!align(left.mantissa_, left.scale_, right.mantissa_, right.scale_) ||
      __builtin_add_overflow(left.mantissa_, right.mantissa_, &sum)) {
    return overflow();
  }
  return Decimal(sum, left.scale_).normalized();
}

Result<Decimal> Decimal::minus(const Decimal& other) const {
  Decimal left = *this;
  Decimal right = other;
  Int128 difference = 0;
  if (!align(left.mantissa_, left.scale_, right.mantissa_, right.scale_) ||
      __builtin_sub_overflow(left.mantissa_, right.mantissa_, &difference)) {
    return overflow();
  }
  return Decimal(difference, left.scale_).normalized();
}

Result<Decimal> Decimal::times(const Decimal& other) const {
  Int128 product = 0;
  if (__builtin_mul_overflow(mantissa_, other.mantissa_, &product)) return overflow();
  return Decimal(product, scale_ + other.scale_).normalized();
}

Result<std::int64_t> Decimal::toUnits(int scale, Rounding rounding) const {
  Int128 units = mantissa_;
  if (scale >= scale_) {
    if (!shiftLeft(units, scale - scale_)) return overflow();
  } else {
    Int128 divisor = 1;
    // A divisor beyond 127 bits leaves nothing before the point, whatever its size.
    const bool divides = shiftLeft(divisor, scale_ - scale);
    const Int128 quotient = divides ? units / divisor : 0;
    const Int128 rest = divides ? units % divisor : units;
    const bool negative = units < 0;
    const Int128 magnitude = negative && divides ? -rest : rest;
    const bool up = rounding == Rounding::kUp ? rest > 0
                                              : rounding == Rounding::kHalfUp && divides &&
                                                    magnitude >= divisor - magnitude;
    const bool down = rounding == Rounding::kDown && rest < 0;
    units = quotient;
    if (up) units += (rounding == Rounding::kHalfUp && negative) ? -1 : 1;
    if (down) units -= 1;
  }
  if (units > std::numeric_limits<std::int64_t>::max() ||
      units < std::numeric_limits<std::int64_t>::min()) {
    return overflow();
  }
  return static_cast<std::int64_t>(units);
}

Result<std::int64_t> Decimal::toUnitsExact(int scale) const {
  auto down = toUnits(scale, Rounding::kDown);
  if (!down) return down;
  if (Decimal(*down, scale).compare(*this) != 0) {
    return Error{Error::Code::kInvalid, "too many decimals", {}};
  }
  return down;
}

int Decimal::compare(const Decimal& other) const {
  if ((mantissa_ < 0) != (other.mantissa_ < 0)) return mantissa_ < 0 ? -1 : 1;
  Decimal left = *this;
  Decimal right = other;
  if (align(left.mantissa_, left.scale_, right.mantissa_, right.scale_)) {
    return left.mantissa_ < right.mantissa_ ? -1 : (left.mantissa_ > right.mantissa_ ? 1 : 0);
  }
  // Only the number with the smaller scale is enlarged, so it is the one beyond 127 bits.
  const int larger = mantissa_ < 0 ? -1 : 1;
  return scale_ < other.scale_ ? larger : -larger;
}

std::string Decimal::toString() const {
  const Decimal value = normalized();
  std::string digits = digitsOf(value.mantissa_);
  if (value.scale_ > 0) {
    const auto scale = static_cast<std::size_t>(value.scale_);
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale, ".");
  }
  return value.mantissa_ < 0 ? "-" + digits : digits;
}

}  // namespace policycalc::base
