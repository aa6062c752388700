#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

// The terminals of HTTP's grammar (RFC 9110 §5.6, RFC 3986 §2). Pure functions.
namespace policycalc::http::wire {

/// The value of a hexadecimal digit, or -1.
int hexValue(char c);

bool isTokenChar(char c);
/// One or more token characters.
bool isToken(std::string_view text);
/// Without control characters other than a tab: no CR, LF or NUL.
bool isFieldValue(std::string_view text);

/// One or more characters of a host with or without a port: no userinfo, no path.
bool isHost(std::string_view text);

/// Calls `visit` with each trimmed element of a comma-separated list that is not empty.
void forEachElement(std::string_view list, const std::function<void(std::string_view)>& visit);

/// Whether a comma-separated list has `token`, without case.
bool listHas(std::string_view list, std::string_view token);

enum class Plus : unsigned char { kLiteral, kSpace };
/// Decodes `%XX` once; nothing if an escape is broken.
std::optional<std::string> percentDecode(std::string_view text, Plus plus);

}  // namespace policycalc::http::wire
