#include "api/qr/qr_code.h"

#include <algorithm>
#include <memory>
#include <new>
#include <qrencode.h>

namespace policycalc::api {
namespace {

base::Error refused(std::string message) {
  return {base::Error::Code::kInvalid, std::move(message), {}};
}

struct Free {
  void operator()(QRcode* symbol) const { QRcode_free(symbol); }
  void operator()(QRinput* input) const { QRinput_free(input); }
};
using Symbol = std::unique_ptr<QRcode, Free>;

constexpr int kSmallestVersion = 0;  // the library's value for "as small as possible"

/// Digits and capitals are packed more densely; the library finds the best division.
Symbol encodeAscii(const std::string& text) {
  constexpr int kCaseMatters = 1;
  return Symbol(
      QRcode_encodeString(text.c_str(), kSmallestVersion, QR_ECLEVEL_M, QR_MODE_8, kCaseMatters));
}

/// Declares the bytes as UTF-8: otherwise a reader takes them for Latin letters, or guesses.
Symbol encodeUtf8(const std::string& text) {
  constexpr unsigned kUtf8 = 26;  // its number among the "extended channel interpretations"
  const std::unique_ptr<QRinput, Free> input(QRinput_new2(kSmallestVersion, QR_ECLEVEL_M));
  if (input == nullptr || QRinput_appendECIheader(input.get(), kUtf8) != 0 ||
      QRinput_append(input.get(), QR_MODE_8, static_cast<int>(text.size()),
                     reinterpret_cast<const unsigned char*>(text.data())) != 0) {
    return nullptr;
  }
  return Symbol(QRcode_encodeInput(input.get()));
}

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

base::Result<QrCode> makeQrCode(std::string_view text) {
  if (text.empty()) return refused("the text is empty");
  if (text.size() > kMostQrBytes) {
    return refused("the text has " + std::to_string(text.size()) + " bytes; " +
                   std::to_string(kMostQrBytes) + " are allowed");
  }
  // The library reads up to the first NUL, and the code would then lack the rest.
  if (text.find('\0') != std::string_view::npos) return refused("the text holds a NUL");

  const Symbol symbol =
      isAscii(text) ? encodeAscii(std::string(text)) : encodeUtf8(std::string(text));
  // 500 bytes always fit: only memory can be lacking.
  if (symbol == nullptr) throw std::bad_alloc();

  QrCode code;
  code.size = symbol->width;
  const auto side = static_cast<std::size_t>(symbol->width);
  for (std::size_t y = 0; y < side; ++y) {
    std::string& row = code.rows.emplace_back(side, '0');
    for (std::size_t x = 0; x < side; ++x) {
      constexpr unsigned char kDark = 1;  // the other bits tell what a square is for
      if ((symbol->data[y * side + x] & kDark) != 0) row[x] = '1';
    }
  }
  return code;
}

}  // namespace policycalc::api
