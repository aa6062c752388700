#include "policycalc/facts/industry_code.h"

#include <algorithm>

namespace policycalc::facts {

std::optional<IndustryCode> IndustryCode::parse(std::string_view text) {
  IndustryCode code;
  if (!text.empty() && text.front() >= 'A' && text.front() <= 'T') {
    code.section = text.front();
    text.remove_prefix(1);
  } else if (text.empty()) {
    return {};
  }
  constexpr std::size_t kMaxDigits = 4;
  const bool all_digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!all_digits || text.size() > kMaxDigits) return {};
  code.digits = text;
  return code;
}

}  // namespace policycalc::facts
