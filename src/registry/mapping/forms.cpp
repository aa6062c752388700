#include <algorithm>
#include <charconv>
#include <chrono>
#include <vector>

#include "policycalc/base/ascii.h"
#include "policycalc/registry/cells.h"

namespace policycalc::registry {
namespace {

constexpr std::size_t kCounty = 6;  // digits of a county's code
constexpr std::size_t kCity = 4;    // digits of a city's code

bool isNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), base::isDigit);
}

/// The number that `text` begins with, which is taken off; nothing if it has not 1 to `most`
/// digits.
std::optional<unsigned> takeNumber(std::string_view& text, std::size_t most) {
  std::size_t digits = 0;
  while (digits < text.size() && base::isDigit(text[digits])) ++digits;
  unsigned number = 0;
  if (digits == 0 || digits > most) return {};
  std::from_chars(text.data(), text.data() + digits, number);
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

std::string twoDigits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::optional<base::Date> dayOf(const std::string& iso) {
  const auto day = base::Date::parse(iso);
  return day.ok() ? std::optional(*day) : std::nullopt;
}

bool isTimeOfDay(std::string_view text) {
  return text.empty() || ((text.front() == ' ' || text.front() == 'T') &&
                          text.find_first_not_of("0123456789:.+-TZ ") == std::string_view::npos);
}

}  // namespace

std::optional<base::Date> readDay(std::string_view plain) {
  constexpr std::size_t kCompact = 8;
  if (plain.size() == kCompact && isNumber(plain)) {
    const std::string text(plain);
    return dayOf(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6));
  }
  const std::string_view first = plain.substr(0, plain.find_first_not_of("0123456789"));
  if (first.size() != 4) return {};
  const auto year = takeNumber(plain, 4);
  const bool chinese = take(plain, "年");
  const std::string_view mark = chinese ? "月" : plain.substr(0, 1);
  if (!chinese && mark != "-" && mark != "/" && mark != ".") return {};
  if (!chinese) plain.remove_prefix(1);
  const auto month = takeNumber(plain, 2);
  if (!month || !take(plain, mark)) return {};
  const auto day = takeNumber(plain, 2);
  if (!day || (chinese && !take(plain, "日")) || !isTimeOfDay(plain)) return {};
  return dayOf(std::to_string(*year) + "-" + twoDigits(*month) + "-" + twoDigits(*day));
}

std::optional<std::size_t> readDistrict(std::string_view plain,
                                        const facts::Vocabulary& vocabulary) {
  const facts::Fact& district = vocabulary.fact(vocabulary.known().district);
  if (const auto own = district.findOption(plain)) return own;
  if (isNumber(plain) && (plain.size() == kCounty || plain.size() == 9 || plain.size() == 12)) {
    if (const auto county = district.findOption(plain.substr(0, kCounty))) return county;
    const bool in_city = std::any_of(
        district.options.begin(), district.options.end(), [plain](const facts::Option& option) {
          return isNumber(option.code) && option.code.substr(0, kCity) == plain.substr(0, kCity);
        });
    return in_city ? std::nullopt : vocabulary.outside();
  }
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < district.options.size(); ++i) {
    if (i == vocabulary.outside() || plain.find(district.options[i].label) == std::string::npos) {
      continue;
    }
    if (found) return {};  // two districts in one text
    found = i;
  }
  return found;
}

}  // namespace policycalc::registry
