#include "policycalc/desk/rules/staff_name.h"

#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
using policycalc::desk::isStaffName;

namespace {

std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

const std::string kNames[] = {"刘",       "刘敏",          "欧阳 明月",     "O'Brien-李",
                              "窗口小王", times(79, "刘"), times(80, "刘"), times(80, "𠮷")};
const std::string kNoNames[] = {"",
                                " ",
                                "\u3000",
                                " 刘敏",
                                "刘敏 ",
                                "\u3000刘敏",
                                "刘敏\u00A0",
                                "刘\n敏",
                                "刘\u202E敏",
                                "刘\u200B敏",
                                "刘\u0085敏",
                                "\uFEFF刘敏",
                                "系统",
                                "窗口",
                                "刘\xFF",
                                "\xE5\x88",
                                times(81, "刘"),
                                times(81, "x"),
                                std::string("刘\0敏", 7)};

}  // namespace

BOOST_AUTO_TEST_SUITE(StaffNames)

BOOST_DATA_TEST_CASE(printable_lines_are_accepted, data::make(kNames), name) {
  BOOST_TEST(isStaffName(name));
}

BOOST_DATA_TEST_CASE(hidden_or_bidirectional_characters_are_refused, data::make(kNoNames), text) {
  BOOST_TEST(!isStaffName(text));
}

BOOST_AUTO_TEST_SUITE_END()
