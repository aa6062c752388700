#include "policycalc/base/unicode.h"

#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
using namespace policycalc::base;

namespace {

struct Reading {
  std::string text;
  char32_t point;
  std::size_t bytes;
};
std::ostream& operator<<(std::ostream& out, const Reading& row) {
  return out << row.bytes << " bytes, U+" << std::hex << static_cast<unsigned>(row.point);
}

// Both ends of what each length can hold.
const Reading kSound[] = {
    {std::string(1, '\0'), 0, 1},
    {"\x7F", 0x7F, 1},
    {"\xC2\x80", 0x80, 2},
    {"\xDF\xBF", 0x7FF, 2},
    {"\xE0\xA0\x80", 0x800, 3},
    {"\xED\x9F\xBF", 0xD7FF, 3},
    {"\xEE\x80\x80", 0xE000, 3},
    {"\xEF\xBF\xBF", 0xFFFF, 3},
    {"\xF0\x90\x80\x80", 0x10000, 4},
    {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
    {"策略", 0x7B56, 3},
};

const std::string kBroken[] = {
    "",
    "\x80",
    "\xBF",
    "\xC0\x80",      // overlong
    "\xC1\xBF",      // overlong
    "\xC2",          // cut off
    "\xC2\x41",      // goes on with another
    "\xE0\x9F\xBF",  // overlong
    "\xE7\xAD",      // cut off
    "\xE7\x41\x96",  // goes on with another
    "\xED\xA0\x80",  // surrogates
    "\xED\xBF\xBF",
    "\xF0\x8F\xBF\xBF",  // overlong
    "\xF0\x9F\x98",      // cut off
    "\xF4\x90\x80\x80",  // beyond the last
    "\xF5\x80\x80\x80",
    "\xFF",
};

struct Seen {
  char32_t point;
  bool unseen;
  bool space;
};
std::ostream& operator<<(std::ostream& out, const Seen& row) {
  return out << "U+" << std::hex << static_cast<unsigned>(row.point);
}

const Seen kSeen[] = {
    {0x00, true, false},    {0x1F, true, false},   {0x20, false, true},     {0x21, false, false},
    {0x7E, false, false},   {0x7F, true, false},   {0x9F, true, false},     {0xA0, false, true},
    {0xA1, false, false},   {0xAD, true, false},   {0x115F, true, false},   {0x180E, true, false},
    {0x1FFF, false, false}, {0x2000, false, true}, {0x200A, false, true},   {0x200B, true, false},
    {0x202E, true, false},  {0x202F, false, true}, {0x205F, false, true},   {0x2066, true, false},
    {0x2070, false, false}, {0x3000, false, true}, {0x3001, false, false},  {0x3164, true, false},
    {0x7B56, false, false}, {0xE000, true, false}, {0xFE0F, true, false},   {0xFE10, false, false},
    {0xFEFF, true, false},  {0xFFA0, true, false}, {0x1F600, false, false}, {0xE0020, true, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Unicode)

BOOST_DATA_TEST_CASE(sound_text_is_read, data::make(kSound), row) {
  const CodePoint first = firstCodePoint(row.text);
  BOOST_TEST((first.point == row.point));
  BOOST_TEST(first.bytes == row.bytes);
  BOOST_TEST(firstCodePoint(row.text + "\xFF").bytes == row.bytes);
}

BOOST_DATA_TEST_CASE(broken_text_is_not, data::make(kBroken), text) {
  BOOST_TEST(firstCodePoint(text).bytes == 0U);
}

BOOST_DATA_TEST_CASE(visible_and_invisible_characters_are_told_apart, data::make(kSeen), row) {
  BOOST_TEST(isUnseen(row.point) == row.unseen);
  BOOST_TEST(isSpace(row.point) == row.space);
}

BOOST_AUTO_TEST_CASE(a_text_is_blank_if_all_of_it_is) {
  BOOST_TEST(isBlank(""));
  BOOST_TEST(isBlank(" \t\r\n\u00A0\u3000\u2003\u200B\u202E\uFEFF\u00AD\u115F\uFE0F"));
  BOOST_TEST(!isBlank(" \u3000策\u3000 "));
  BOOST_TEST(!isBlank("\u200B."));
  BOOST_TEST(!isBlank("\xFF"));
}

BOOST_AUTO_TEST_CASE(full_width_forms_of_ascii_become_narrow_and_nothing_else_does) {
  BOOST_TEST((narrow(0xFF01) == U'!'));
  BOOST_TEST((narrow(0xFF21) == U'A'));
  BOOST_TEST((narrow(0xFF5E) == U'~'));
  for (const char32_t other : {char32_t{0}, U'A', char32_t{0xFF00}, char32_t{0xFF5F},
                               char32_t{0x7B56}, char32_t{0x1FF21}}) {
    BOOST_TEST((narrow(other) == other), static_cast<unsigned>(other));
  }
}

BOOST_AUTO_TEST_SUITE_END()
