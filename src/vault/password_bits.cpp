#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <zxcvbn.h>

#include "policycalc/base/unicode.h"
#include "policycalc/vault/password.h"

#include "vault/password_words.h"
#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

/// Of a character outside ASCII that comes new. Thousands are in use, but in a sentence each
/// follows from those before it; a character of Chinese then carries some 5 bits, a letter of
/// another alphabet hardly more.
constexpr double kBitsOfNew = 5;
/// Of a character that came before, or that is a neighbour of the one before it.
constexpr double kBitsOfKnown = 1;

/// zxcvbn's entropy. It reads bytes and knows no characters outside ASCII.
double asciiBits(const std::string& text, const PasswordWords& words) {
  std::vector<const char*> list;
  list.reserve(words.ascii.size() + 1);
  for (const std::string& word : words.ascii) list.push_back(word.c_str());
  list.push_back(nullptr);
  return ZxcvbnMatch(text.c_str(), list.data(), nullptr);
}

/// The length of the longest word with which `text` begins; 0 without one.
std::size_t wordAt(std::u32string_view text, const PasswordWords& words) {
  for (const std::u32string& word : words.other) {
    if (text.substr(0, word.size()) == word) return word.size();
  }
  return 0;
}

/// Counts what comes anew in a text of characters outside ASCII. A pair that came before costs
/// nothing, so that a repeated piece is worth no more than the piece.
class Novelty {
 public:
  explicit Novelty(const PasswordWords& words)
      : words_(words), bits_of_word_(std::log2(static_cast<double>(words.other.size()))) {}

  double bitsOf(std::u32string_view text) {
    double bits = 0;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t length = std::max<std::size_t>(wordAt(text.substr(i), words_), 1);
      double most = length > 1 ? bits_of_word_ : kBitsOfNew;
      double sum = 0;
      for (std::size_t k = 0; k < length; ++k) sum += next(text[i + k]);
      bits += std::min(most, sum);
      i += length;
    }
    return bits;
  }

 private:
  double next(char32_t point) {
    const auto step = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(before_);
    const bool pair_known = !pairs_.insert({before_, point}).second;
    const bool is_new = points_.insert(point).second;
    const bool is_neighbour = before_ != 0 && step >= -1 && step <= 1;
    const bool goes_on = is_neighbour && step == step_;
    before_ = point;
    step_ = is_neighbour ? step : 2;
    if (pair_known || goes_on) return 0;
    return is_new && !is_neighbour ? kBitsOfNew : kBitsOfKnown;
  }

  const PasswordWords& words_;
  double bits_of_word_;
  std::set<std::pair<char32_t, char32_t>> pairs_;
  std::set<char32_t> points_;
  char32_t before_ = 0;
  std::int64_t step_ = 2;  ///< from the one before to the last, if they are neighbours
};

}  // namespace

double passwordBits(std::string_view password, const PasswordOwner& owner) {
  if (!base::isUtf8(password) || password.find('\0') != std::string_view::npos) return 0;
  const PasswordWords words = passwordWords(owner);
  // Joined, so that a word of ASCII is found although other characters interrupt it.
  std::string ascii;
  std::u32string other;
  for (const char32_t point : foldedCodePoints(password)) {
    if (point < 0x80) {
      ascii += static_cast<char>(point);
    } else {
      other += point;
    }
  }
  const double bits = asciiBits(ascii, words) + Novelty(words).bitsOf(other);
  wipe(ascii);
  sodium_memzero(other.data(), other.size() * sizeof(char32_t));
  return bits;
}

}  // namespace policycalc::vault
