#include <cstdint>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/base/unicode.h"

namespace {

using policycalc::base::isUtf8;
using policycalc::base::replaceInvalidUtf8;
using policycalc::base::validUtf8Prefix;

/// `code_point` in `bytes` bytes, whether that is allowed or not.
std::string encoded(std::uint32_t code_point, int bytes) {
  static constexpr std::uint32_t kLeads[] = {0x00, 0xC0, 0xE0, 0xF0};
  std::string text;
  for (int i = bytes - 1; i > 0; --i) {
    text.insert(text.begin(), static_cast<char>(0x80U | (code_point & 0x3FU)));
    code_point >>= 6U;
  }
  text.insert(text.begin(), static_cast<char>(kLeads[bytes - 1] | code_point));
  return text;
}

int shortestForm(std::uint32_t code_point) {
  if (code_point < 0x80) return 1;
  if (code_point < 0x800) return 2;
  return code_point < 0x10000 ? 3 : 4;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Utf8)

BOOST_AUTO_TEST_CASE(exactly_the_shortest_form_of_every_character_is_valid) {
  static constexpr std::uint32_t kLimits[] = {0x80, 0x800, 0x10000, 0x200000};
  for (int bytes = 1; bytes <= 4; ++bytes) {
    for (std::uint32_t code_point = 0; code_point < kLimits[bytes - 1]; ++code_point) {
      const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
      const bool expected =
          bytes == shortestForm(code_point) && !surrogate && code_point <= 0x10FFFF;
      if (isUtf8(encoded(code_point, bytes)) != expected) {
        BOOST_ERROR("U+" << std::hex << code_point << " in " << bytes << " bytes");
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_pair_of_bytes_is_judged_rightly) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text{static_cast<char>(first), static_cast<char>(second)};
      const bool expected = (first < 0x80 && second < 0x80) ||
                            (first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF);
      if (isUtf8(text) != expected) BOOST_ERROR(first << " " << second);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_first_bad_byte_is_found_at_every_distance) {
  for (std::size_t before = 0; before < 40; ++before) {
    for (const std::size_t after : {std::size_t{0}, std::size_t{3}, std::size_t{20}}) {
      const std::string text = std::string(before, 'a') + '\xFF' + std::string(after, 'b');
      BOOST_TEST(validUtf8Prefix(text) == before);
    }
  }
  BOOST_TEST(validUtf8Prefix("赣\xE8\xB5") == 3U);
  BOOST_TEST(validUtf8Prefix("") == 0U);
}

BOOST_AUTO_TEST_CASE(overlong_forms_surrogates_and_cut_sequences_are_not_utf8) {
  for (const char* text :
       {"\x80", "\xc0\xaf", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
        "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe4\xbc", "\xe4\xbc\x41", "\xff"}) {
    BOOST_TEST(!isUtf8(text));
  }
  BOOST_TEST(isUtf8("企业"));
}

BOOST_AUTO_TEST_CASE(exactly_the_bad_bytes_are_replaced) {
  BOOST_TEST(replaceInvalidUtf8("").empty());
  BOOST_TEST(replaceInvalidUtf8("a赣😀") == "a赣😀");
  BOOST_TEST(replaceInvalidUtf8("\xFF"
                                "a\xE8\xB5"
                                "b赣\x80") == "\uFFFDa\uFFFD\uFFFDb赣\uFFFD");
}

BOOST_AUTO_TEST_SUITE_END()
