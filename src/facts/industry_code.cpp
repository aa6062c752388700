#include "policycalc/facts/industry_code.h"

#include <algorithm>

#include "facts/plain_code.h"

namespace policycalc::facts {

std::optional<IndustryCode> IndustryCode::parse(std::string_view text) {
  IndustryCode code;
  code.digits = plainCode(text);
  if (code.digits.empty()) return {};
  if (code.digits.front() >= 'A' && code.digits.front() <= 'T') {
    code.section = code.digits.front();
    code.digits.erase(0, 1);
  }
  constexpr std::size_t kMaxDigits = 4;
  const bool all_digits = std::all_of(code.digits.begin(), code.digits.end(),
                                      [](char c) { return c >= '0' && c <= '9'; });
  if (!all_digits || code.digits.size() > kMaxDigits) return {};
  return code;
}

std::string IndustryCode::toString() const {
  return section == 0 ? digits : section + digits;
}

}  // namespace policycalc::facts
