#include "policycalc/json/scanner.h"

#include <array>

#include "policycalc/base/ascii.h"
#include "policycalc/base/unicode.h"

#include "json/plain_run.h"

namespace policycalc::json {
namespace {

constexpr bool isBlank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

void appendUtf8(std::string& out, char32_t point) {
  const auto low = [point](unsigned shift) {
    return static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
  };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0U | (point >> 6U));
    out += low(0);
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0U | (point >> 12U));
    out += low(6);
    out += low(0);
  } else {
    out += static_cast<char>(0xF0U | (point >> 18U));
    out += low(12);
    out += low(6);
    out += low(0);
  }
}

constexpr bool isHighHalf(char32_t point) {
  return point >= 0xD800 && point < 0xDC00;
}
constexpr bool isLowHalf(char32_t point) {
  return point >= 0xDC00 && point < 0xE000;
}

/// Reads a number from `at` on and moves it behind; nothing if JSON or kMostDigits forbids it.
std::optional<Scanner::Number> readNumber(const char*& at, const char* end) {
  const char* const begin = at;
  Scanner::Number number;
  if (at != end && *at == '-') {
    number.negative = true;
    ++at;
  }
  const auto digits = [&] {
    const char* const first = at;
    int left = Scanner::kMostDigits;
    while (at != end && base::isDigit(*at) && left-- > 0) {
      number.digits = number.digits * 10 + (*at++ - '0');
    }
    return static_cast<int>(at - first);
  };
  const char* const first = at;
  const int whole = digits();
  if (whole == 0 || (*first == '0' && whole > 1)) return {};
  if (at != end && *at == '.') {
    ++at;
    const std::int64_t before = number.digits;
    number.digits = 0;
    number.decimals = digits();
    if (number.decimals == 0 || whole + number.decimals > Scanner::kMostDigits) return {};
    constexpr auto kPowers = [] {
      std::array<std::int64_t, Scanner::kMostDigits + 1> powers{1};
      for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
      return powers;
    }();
    number.digits += before * kPowers[static_cast<std::size_t>(number.decimals)];
  }
  const bool goes_on = at != end && (base::isDigit(*at) || *at == 'e' || *at == 'E');
  if (goes_on) return {};
  number.text = {begin, static_cast<std::size_t>(at - begin)};
  return number;
}

}  // namespace

std::optional<std::int64_t> Scanner::Number::toUnits(int scale) const {
  if (negative) return {};
  std::int64_t units = digits;
  for (int i = decimals; i > scale; --i) {
    if (units % 10 != 0) return {};
    units /= 10;
  }
  for (int i = decimals; i < scale; ++i) {
    if (__builtin_mul_overflow(units, 10, &units)) return {};
  }
  return units;
}

Scanner::Scanner(std::string_view text, const ReadLimits& limits)
    : at_(text.data()),
      end_(text.data() + text.size()),
      values_left_(limits.max_values),
      ok_(text.size() <= limits.max_bytes) {}

/// The next character that is not blank; NUL, which JSON has nowhere, at the end or if it gave up.
char Scanner::next() {
  if (!ok_) return '\0';
  while (at_ != end_ && isBlank(*at_)) ++at_;
  return at_ == end_ ? '\0' : *at_;
}

bool Scanner::addValue() {
  if (values_left_ == 0) ok_ = false;
  if (ok_) --values_left_;
  return ok_;
}

bool Scanner::begin(char bracket) {
  if (next() != bracket) ok_ = false;
  if (!addValue()) return false;
  ++at_;
  first_ = true;
  return true;
}

/// Reads the comma before the next member or element; at `closing`, reads that and returns false.
bool Scanner::goesOn(char closing) {
  const bool first = first_;
  first_ = false;
  const char c = next();
  if (c == closing) {
    ++at_;
    return false;
  }
  if (first) return ok_;
  if (c != ',') {
    ok_ = false;
    return false;
  }
  ++at_;
  return true;
}

std::optional<std::string_view> Scanner::key() {
  if (!goesOn('}')) return {};
  const auto name = text();
  if (next() != ':') ok_ = false;
  if (!ok_) return {};
  ++at_;
  return name;
}

bool Scanner::element() {
  return goesOn(']');
}

bool Scanner::isNext(Value::Type type) {
  const char c = next();
  switch (type) {
    case Value::Type::kNull:
      return c == 'n';
    case Value::Type::kBoolean:
      return c == 't' || c == 'f';
    case Value::Type::kNumber:
      return c == '-' || base::isDigit(c);
    case Value::Type::kString:
      return c == '"';
    case Value::Type::kArray:
      return c == '[';
    case Value::Type::kObject:
      return c == '{';
  }
  return false;
}

bool Scanner::word(std::string_view expected) {
  const bool there = static_cast<std::size_t>(end_ - at_) >= expected.size() &&
                     std::memcmp(at_, expected.data(), expected.size()) == 0;
  if (!there) ok_ = false;
  if (ok_) at_ += expected.size();
  return ok_;
}

bool Scanner::null() {
  return next() == 'n' && addValue() && word("null");
}

std::optional<bool> Scanner::boolean() {
  const bool value = next() == 't';
  if (!addValue() || !word(value ? "true" : "false")) return {};
  return value;
}

std::optional<Scanner::Number> Scanner::number() {
  next();
  if (!addValue()) return {};
  auto number = readNumber(at_, end_);
  if (!number) ok_ = false;
  return number;
}

std::optional<Scanner::Number> Scanner::numberIn(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto number = readNumber(at, end);
  return at == end ? number : std::nullopt;
}

std::optional<std::string_view> Scanner::string() {
  if (!addValue()) return {};
  return text();
}

std::optional<std::string_view> Scanner::text() {
  if (next() != '"') {
    ok_ = false;
    return {};
  }
  const char* const begin = ++at_;
  const Run run = plainRun(at_, end_);
  at_ = run.end;
  const std::string_view plain(begin, static_cast<std::size_t>(at_ - begin));
  ok_ = at_ != end_ && (run.ascii || base::isUtf8(plain));
  if (ok_ && *at_ == '"') {
    ++at_;
    return plain;
  }
  unescaped_ = plain;
  ok_ = ok_ && unescape();
  if (!ok_) return {};
  return unescaped_;
}

/// Reads the rest of a text that has escapes.
bool Scanner::unescape() {
  while (at_ != end_ && *at_ == '\\') {
    ++at_;
    if (!unescapeOne()) return false;
    const char* const begin = at_;
    const Run run = plainRun(at_, end_);
    at_ = run.end;
    const std::string_view plain(begin, static_cast<std::size_t>(at_ - begin));
    if (!run.ascii && !base::isUtf8(plain)) return false;
    unescaped_ += plain;
  }
  return at_ != end_ && *at_++ == '"';
}

bool Scanner::unescapeOne() {
  constexpr std::string_view kNames = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  if (at_ == end_) return false;
  const char name = *at_++;
  const std::size_t plain = kNames.find(name);
  if (plain != std::string_view::npos) {
    unescaped_ += kMeanings[plain];
    return true;
  }
  if (name != 'u') return false;
  auto point = hexDigits();
  if (point && isHighHalf(*point)) {
    const bool has_low = end_ - at_ >= 2 && at_[0] == '\\' && at_[1] == 'u';
    if (!has_low) return false;
    at_ += 2;
    const auto low = hexDigits();
    if (!low || !isLowHalf(*low)) return false;
    point = 0x10000 + ((*point - 0xD800) << 10U) + (*low - 0xDC00);
  }
  if (!point || isLowHalf(*point)) return false;
  appendUtf8(unescaped_, *point);
  return true;
}

std::optional<char32_t> Scanner::hexDigits() {
  constexpr std::ptrdiff_t kDigits = 4;
  constexpr std::string_view kHex = "0123456789abcdef";
  if (end_ - at_ < kDigits) return {};
  char32_t point = 0;
  for (std::ptrdiff_t i = 0; i < kDigits; ++i) {
    const std::size_t digit = kHex.find(base::toLower(*at_++));
    if (digit == std::string_view::npos) return {};
    point = point * 16 + static_cast<char32_t>(digit);
  }
  return point;
}

bool Scanner::isAtEnd() {
  next();
  return ok_ && at_ == end_;
}

}  // namespace policycalc::json
