#include "app/visible_text.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::app::test {
namespace {

struct Row {
  std::string name;
  std::string text;
  std::string visible;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.name;
}

const Row kRows[] = {
    {"empty", "", ""},
    {"plain", "The form asks 3 times; <b>why</b>? ~", "The form asks 3 times; <b>why</b>? ~"},
    {"chinese", "金额有误：应为３００万元。", "金额有误：应为３００万元。"},
    {"emoji", "😀", "😀"},
    {"combining", "e\u0301", "e\u0301"},
    {"nul", std::string("a\0b", 3), "a<U+0000>b"},
    {"terminal_colour", "\x1b[31mred\x1b[0m", "<U+001B>[31mred<U+001B>[0m"},
    {"terminal_title", "\x1b]0;owned\x07", "<U+001B>]0;owned<U+0007>"},
    {"backspaces", "ok\b\bno", "ok<U+0008><U+0008>no"},
    {"carriage_return", "good\rbad", "good<U+000D>bad"},
    {"line_end", "a\nb", "a<U+000A>b"},
    {"tab", "a\tb", "a<U+0009>b"},
    {"last_control", "\x1f ", "<U+001F> "},
    {"delete", "\x7e\x7f", "~<U+007F>"},
    {"c1_control_sequence", "\u009b31m", "<U+009B>31m"},
    {"after_c1", "\u00a0", "\u00a0"},
    {"override", "\u202egpj.exe\u202c", "<U+202E>gpj.exe<U+202C>"},
    {"isolates", "\u2066a\u2069", "<U+2066>a<U+2069>"},
    {"marks", "\u200e\u200f\u061c", "<U+200E><U+200F><U+061C>"},
    {"after_marks", "\u2010", "\u2010"},
    {"variation_selectors", "a\ufe00b\ufe0f", "a<U+FE00>b<U+FE0F>"},
    {"zero_width", "a\u200bb\ufeff", "a<U+200B>b<U+FEFF>"},
    {"line_separator", "a\u2028b", "a<U+2028>b"},
    {"soft_hyphen", "a\u00adb", "a<U+00AD>b"},
    {"tags", "\U000E0041", "<U+E0041>"},
    {"private_use", "\ue000\U0010ffff", "<U+E000><U+10FFFF>"},
    {"right_to_left_letters_stay", "مرحبا", "مرحبا"},
    {"lone_byte", "a\xff\x80z", "a<0xFF><0x80>z"},
    {"cut_off", "\xe6\x94", "<0xE6><0x94>"},
    {"overlong_escape", "\xc0\x9b", "<0xC0><0x9B>"},
    {"overlong_in_three", "\xe0\x80\x9b", "<0xE0><0x80><0x9B>"},
    {"surrogate", "\xed\xa0\x80", "<0xED><0xA0><0x80>"},
    {"beyond", "\xf4\x90\x80\x80", "<0xF4><0x90><0x80><0x80>"},
    {"escape_inside_a_cut_off_character", "\xe6\x1b[31m", "<0xE6><U+001B>[31m"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(VisibleText)

BOOST_DATA_TEST_CASE(invisible_characters_are_shown, kRows, row) {
  BOOST_TEST(visibleText(row.text) == row.visible);
}

BOOST_AUTO_TEST_CASE(no_byte_of_a_control_ever_comes_out) {
  std::string all;
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      all += static_cast<char>(first);
      all += static_cast<char>(second);
    }
  }
  const std::string visible = visibleText(all);
  for (const char c : visible) {
    BOOST_TEST_REQUIRE(static_cast<unsigned char>(c) >= 0x20);
    BOOST_TEST_REQUIRE(c != 0x7f);
  }
  BOOST_TEST(visible.find("\xc2\x9b") == std::string::npos);
  // Text that is made visible stays the same when made visible again.
  BOOST_TEST(visibleText(visible) == visible);
}

BOOST_AUTO_TEST_CASE(lines_cannot_pass_for_the_programs_own) {
  BOOST_TEST(visibleLines("a\nstate: answered\r\n\nb\rc\n", "| ") ==
             "| a\n| state: answered\n| \n| b<U+000D>c\n| \n");
  BOOST_TEST(visibleLines("", "| ") == "| \n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
