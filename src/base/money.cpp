#include "policycalc/base/money.h"

namespace policycalc::base {
namespace {

/// `digits` with a comma before each group of three in front of the point.
std::string groupThousands(std::string digits) {
  const std::size_t point = digits.find('.');
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  std::size_t at = point == std::string::npos ? digits.size() : point;
  while (at > first + 3) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

constexpr int kWanDigits = 4;  // 1 万 = 10^4
constexpr std::int64_t kFenPerWan = 1'000'000;
constexpr std::int64_t kFenPerHundredYuan = 10'000;

}  // namespace

Result<Money> Money::fromYuan(const Decimal& yuan) {
  auto fen = yuan.toUnitsExact(kScale);
  if (!fen) return fen.takeError();
  return Money(*fen);
}

std::string Money::toChinese() const {
  const bool whole_in_wan =
      (fen_ >= kFenPerWan || fen_ <= -kFenPerWan) && fen_ % kFenPerHundredYuan == 0;
  if (whole_in_wan) return groupThousands(Decimal(fen_, kScale + kWanDigits).toString()) + "万元";
  return groupThousands(yuan().toString()) + "元";
}

std::string Money::toEnglish() const {
  return "CNY " + groupThousands(yuan().toString());
}

std::string Ratio::toChinese() const {
  return percent().toString() + "%";
}

}  // namespace policycalc::base
