#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/tables/table.h"

#include "tables/workbook_parts.h"

namespace policycalc::tables::test {
namespace {

using Code = base::Error::Code;

const char* const kSheet = "xl/worksheets/sheet1.xml";
const char* const kTexts = "xl/sharedStrings.xml";

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Table oneCell(const Cell& cell) {
  return {"案件", {"列"}, {{cell}}};
}

std::string sheetOf(const Cell& cell) {
  const auto book = writeXlsx(oneCell(cell));
  BOOST_TEST_REQUIRE(book.ok());
  return partsOf(*book)[kSheet];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Xlsx)

BOOST_AUTO_TEST_CASE(cells_keep_their_type_when_read_back) {
  const auto book =
      writeXlsx({"案件",
                 {"企业", "剩余", "日期"},
                 {{std::string("赣州<&>公司"), std::int64_t{-3}, *base::Date::parse("2026-11-25")},
                  {std::string("乙")}}});
  BOOST_TEST_REQUIRE(book.ok());
  auto parts = partsOf(*book);
  BOOST_TEST(holds(parts["xl/workbook.xml"], "name=\"案件\""));
  BOOST_TEST(holds(parts[kTexts], "<t>企业</t>"));
  BOOST_TEST(holds(parts[kTexts], "<t>赣州&lt;&amp;&gt;公司</t>"));
  BOOST_TEST(holds(parts[kSheet], "<c r=\"A2\" t=\"s\"><v>3</v></c>"));
  BOOST_TEST(holds(parts[kSheet], "<c r=\"B2\"><v>-3</v></c>"));
  BOOST_TEST(holds(parts[kSheet], "<v>46351</v>"));  // days since 1899-12-30
  BOOST_TEST(holds(parts["xl/styles.xml"], "formatCode=\"yyyy-mm-dd\""));
}

BOOST_AUTO_TEST_CASE(columns_are_as_wide_as_their_texts_and_can_be_filtered) {
  const auto book = writeXlsx(
      {"案件",
       {"企业", "剩余", "日期"},
       {{std::string("赣州甲食品有限公司"), std::int64_t{-3}, *base::Date::parse("2026-11-25")},
        {std::string(500, 'x')}}});
  BOOST_TEST_REQUIRE(book.ok());
  const std::string sheet = partsOf(*book)[kSheet];
  BOOST_TEST(holds(sheet, "<autoFilter ref=\"A1:C3\"/>"), sheet);
  BOOST_TEST(holds(sheet, "<col min=\"1\" max=\"1\" width=\"40.7109375\""), sheet);
  BOOST_TEST(holds(sheet, "<col min=\"2\" max=\"2\" width=\"8.7109375\""), sheet);
  BOOST_TEST(holds(sheet, "<col min=\"3\" max=\"3\" width=\"12.7109375\""), sheet);
  const auto narrow = writeXlsx({"案件", {"企业"}, {{std::string("赣州甲食品有限公司")}}});
  BOOST_TEST_REQUIRE(narrow.ok());
  BOOST_TEST(holds(partsOf(*narrow)[kSheet], "width=\"19.7109375\""));
}

BOOST_AUTO_TEST_CASE(no_text_is_a_formula_or_a_link) {
  for (const char* text : {"=1+1", "{=1}", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0",
                           "http://evil.example/", "internal:Sheet1!A1"}) {
    const std::string sheet = sheetOf(std::string(text));
    BOOST_TEST(holds(sheet, "<c r=\"A2\" t=\"s\"><v>1</v></c>"), text);
    BOOST_TEST(!holds(sheet, "<f>"), text);
    BOOST_TEST(!holds(sheet, "<hyperlink"), text);
  }
}

BOOST_AUTO_TEST_CASE(texts_are_bounded_by_the_format) {
  const auto bytesOf = [](std::size_t length) {
    return writeXlsx(oneCell(std::string(length, 'a')));
  };
  BOOST_TEST(bytesOf(32'766).ok());
  BOOST_TEST(bytesOf(32'767).ok());
  BOOST_TEST_REQUIRE(!bytesOf(32'768).ok());
  BOOST_TEST((bytesOf(32'768).error().code == Code::kInvalid));
}

BOOST_AUTO_TEST_CASE(a_name_that_no_sheet_may_have_is_refused) {
  for (const std::string& name : {std::string("a/b"), std::string("[a]"), std::string(32, 'a')}) {
    const auto book = writeXlsx({name, {"a"}, {}});
    BOOST_TEST_REQUIRE(!book.ok(), name);
    BOOST_TEST((book.error().code == Code::kInvalid), name);
  }
  BOOST_TEST(writeXlsx({std::string(31, 'a'), {"a"}, {}}).ok());
}

BOOST_AUTO_TEST_CASE(control_characters_leave_the_workbook_well_formed) {
  const auto book =
      writeXlsx(oneCell(std::string("a\x01"
                                    "b\x1f")));
  BOOST_TEST_REQUIRE(book.ok());
  BOOST_TEST(holds(partsOf(*book)[kTexts], "a_x0001_b_x001F_"));
}

BOOST_AUTO_TEST_CASE(many_threads_write_at_once) {
  std::vector<std::string> sheets(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    threads.emplace_back([&sheets, i] {
      const auto book = writeXlsx(oneCell(static_cast<std::int64_t>(i)));
      if (book.ok()) sheets[i] = partsOf(*book)[kSheet];
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    BOOST_TEST(holds(sheets[i], "<c r=\"A2\"><v>" + std::to_string(i) + "</v></c>"));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::tables::test
