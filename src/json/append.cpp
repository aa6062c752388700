#include "policycalc/json/append.h"

#include <array>
#include <charconv>

#include "policycalc/base/unicode.h"
#include "policycalc/json/writer.h"

#include "json/plain_run.h"

namespace policycalc::json {

bool isPlain(std::string_view text) {
  const char* const end = text.data() + text.size();
  return plainRun(text.data(), end).end == end;
}

bool isPlainUtf8(std::string_view text) {
  const char* const end = text.data() + text.size();
  const Run run = plainRun(text.data(), end);
  return run.end == end && (run.ascii || base::isUtf8(text));
}

void appendString(std::string& out, std::string_view text) {
  if (!isPlainUtf8(text)) {
    out += Writer().string(text).take();
    return;
  }
  out += '"';
  out += text;
  out += '"';
}

void appendInteger(std::string& out, std::int64_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

}  // namespace policycalc::json
