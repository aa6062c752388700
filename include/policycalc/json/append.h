#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace policycalc::json {

// For documents that are put together by hand from prepared parts.

/// Appends `text` as a JSON string, as Writer::string() writes it.
void appendString(std::string& out, std::string_view text);
/// Whether `text`, if it is UTF-8, needs no escape in a JSON string.
bool isPlain(std::string_view text);
/// Whether `text` is UTF-8 and needs no escape in a JSON string.
bool isPlainUtf8(std::string_view text);
void appendInteger(std::string& out, std::int64_t number);

}  // namespace policycalc::json
