#include "policycalc/base/date.h"

namespace policycalc::base {
namespace {

/// The number that `digits` spells, or -1 if a character is not a digit.
int readDigits(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// Writes the last `count` digits of a number.
void writeDigits(unsigned number, char* at, int count) {
  while (count-- > 0) {
    at[count] = static_cast<char>('0' + number % 10);
    number /= 10;
  }
}

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;

}  // namespace

Result<Date> Date::parse(std::string_view text) {
  const Error error{
      Error::Code::kInvalid, "not a date of the form YYYY-MM-DD between 1900 and 2999", {}};
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return error;
  const int year = readDigits(text.substr(0, 4));
  const int month = readDigits(text.substr(5, 2));
  const int day = readDigits(text.substr(8, 2));
  if (year < kFirstYear || year > kLastYear || month < 0 || day < 0) return error;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return error;
  return Date(std::chrono::sys_days(date));
}

Date Date::first() {
  return Date(std::chrono::sys_days(std::chrono::year(kFirstYear) / std::chrono::January / 1));
}

std::string Date::toString() const {
  const std::chrono::year_month_day date(days_);
  std::string text = "0000-00-00";
  writeDigits(static_cast<unsigned>(static_cast<int>(date.year())), text.data(), 4);
  writeDigits(static_cast<unsigned>(date.month()), text.data() + 5, 2);
  writeDigits(static_cast<unsigned>(date.day()), text.data() + 8, 2);
  return text;
}

Date Date::yearLater() const {
  std::chrono::year_month_day date(days_);
  date += std::chrono::years(1);
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
  return Date(std::chrono::sys_days(date));
}

}  // namespace policycalc::base
