#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace policycalc::json {

/// How many bytes at the beginning of `text` are valid UTF-8 (RFC 3629: no surrogates, nothing
/// beyond U+10FFFF, no overlong form). `text.size()` when all are.
std::size_t validUtf8Prefix(std::string_view text);

/// `text` with U+FFFD in place of every byte that belongs to no valid sequence.
std::string replaceInvalidUtf8(std::string_view text);

}  // namespace policycalc::json
