#include <limits>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/tables/table.h"

namespace policycalc::tables::test {
namespace {

std::string cellOf(const Cell& cell) {
  const std::string csv = writeCsv({"s", {"c"}, {{cell}}});
  const std::string head =
      "\xEF\xBB\xBF"
      "c\r\n";
  BOOST_TEST_REQUIRE(csv.rfind(head, 0) == 0U);
  BOOST_TEST_REQUIRE(csv.substr(csv.size() - 2) == "\r\n");
  return csv.substr(head.size(), csv.size() - head.size() - 2);
}

struct Row {
  const char* text;
  const char* cell;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.text;
}

const Row kTexts[] = {
    {"", ""},
    {"赣州公司", "赣州公司"},
    {"a,b", "\"a,b\""},
    {"a\"b", "\"a\"\"b\""},
    {"a\r\nb", "\"a\r\nb\""},
    {" a ", " a "},
    {"a=1", "a=1"},
    {"'a", "'a"},
    // Texts that would run as a formula.
    {"=1+1", "'=1+1"},
    {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
    {"+1", "'+1"},
    {"-1", "'-1"},
    {"@SUM(A1)", "'@SUM(A1)"},
    {"\t=1", "'\t=1"},
    {"\r=1", "\"'\r=1\""},
    {"\n=1", "\"'\n=1\""},
    {"＝1", "'＝1"},
    {"＋1", "'＋1"},
    {"－1", "'－1"},
    {"＠1", "'＠1"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Csv)

BOOST_DATA_TEST_CASE(texts_are_quoted_and_formulas_defused, kTexts, row) {
  BOOST_TEST(cellOf(std::string(row.text)) == row.cell);
}

BOOST_AUTO_TEST_CASE(numbers_and_days_stay_what_they_are) {
  BOOST_TEST(cellOf(std::int64_t{-3}) == "-3");
  BOOST_TEST(cellOf(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  BOOST_TEST(cellOf(*base::Date::parse("2026-11-25")) == "2026-11-25");
  BOOST_TEST(cellOf(Cell()).empty());
}

BOOST_AUTO_TEST_CASE(every_line_has_all_columns) {
  const Table table{"s", {"a", "=b"}, {{}, {std::string("1")}, {Cell(), std::string("2")}}};
  BOOST_TEST(writeCsv(table) ==
             "\xEF\xBB\xBF"
             "a,'=b\r\n,\r\n1,\r\n,2\r\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::tables::test
