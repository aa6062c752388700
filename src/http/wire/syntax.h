#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

// The small words of HTTP's grammar (RFC 9110 §5.6, RFC 3986 §2). Pure functions.
namespace policycalc::http::wire {

/// ASCII only, whatever the locale.
constexpr char toLower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
/// The value of a hexadecimal digit, or -1.
int hexValue(char c);

bool equalsIgnoringCase(std::string_view a, std::string_view b);

bool isTokenChar(char c);
/// One or more token characters.
bool isToken(std::string_view text);
/// No control character but a tab: neither CR, LF nor NUL.
bool isFieldValue(std::string_view text);

/// Without spaces and tabs at both ends.
std::string_view trim(std::string_view text);

/// Calls `visit` with each trimmed element of a comma-separated list that is not empty.
void forEachElement(std::string_view list, const std::function<void(std::string_view)>& visit);

/// Whether a comma-separated list has `token`, without case.
bool listHas(std::string_view list, std::string_view token);

/// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text);

enum class Plus : unsigned char { kLiteral, kSpace };
/// Decodes `%XX` once; nothing if an escape is broken.
std::optional<std::string> percentDecode(std::string_view text, Plus plus);

}  // namespace policycalc::http::wire
