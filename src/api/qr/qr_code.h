#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/result.h"

namespace policycalc::api {

/// The squares of a QR code, without the quiet zone around it.
struct QrCode {
  int size = 0;                   ///< squares a side: 17 + 4 × version
  std::vector<std::string> rows;  ///< `size` texts of `size` characters, '1' dark and '0' light
};

/// The longest text whose symbol a telephone still reads from a printed page (version 17).
inline constexpr std::size_t kMostQrBytes = 500;

/// The code of `text`, which is valid UTF-8, with error correction M: a fold or a stamp does not
/// spoil it. The same text gives the same squares. Fails with kInvalid for a text that is empty,
/// has a NUL or is longer than kMostQrBytes. Thread-safe.
base::Result<QrCode> makeQrCode(std::string_view text);

}  // namespace policycalc::api
