#include "policycalc/paper/press.h"

#include <string>
#include <thread>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "paper/pdf_file.h"

namespace policycalc::paper::test {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Thing thing(int number, const std::string& title) {
  Thing made;
  made.number = number;
  made.measure = std::to_string(number);
  made.title = title;
  made.worth = {{"一次性奖励", "300万元", ""}};
  made.next_step = "向县级市场监督管理局提出申请，并附上获奖证书。";
  made.bring = {"带：", "没有写明，先问清楚"};
  made.documents = {"营业执照", "获奖证书或表彰文件"};
  made.source = "赣市经改办字〔2024〕2号 第11项";
  made.offices = {{"市市场监督管理局", "", "0797-12345"}};
  made.states = {{"我要办", false}, {"已申请", true}, {"已领取", false}};
  return made;
}

/// A sheet of this many things for a firm of this name.
Sheet sheetOf(const std::string& name, int things = 1) {
  Sheet sheet;
  sheet.head.title = "惠企政策一次性告知单";
  sheet.head.firm = {"企业：", name};
  sheet.head.facts = {{"政策日期：", "2026-11-25"}};
  sheet.head.given = "按 3 条回答计算。";
  sheet.head.free = "本服务免费。";
  sheet.head.terms = "结果供参考，以主管部门认定为准。";
  sheet.hall = Hall{"先去这个窗口", "章贡区政务服务中心", "长征大道 1 号", ""};
  sheet.summary.counts = "符合 1 项";
  ThingsToDo to_do{
      "先办这些", "按最值得办的先后排列。", {"序号", "措施", "责任单位", "办到哪里"}, {}, {}};
  for (int i = 1; i <= things; ++i) {
    to_do.things.push_back(thing(i, "第" + std::to_string(i) + "号措施：质量奖一次性奖励"));
  }
  sheet.to_do = std::move(to_do);
  return sheet;
}

std::string repeated(const std::string& part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

const Press& press() {
  static const Press kPress;
  return kPress;
}

PdfFile printed(const Sheet& sheet) {
  return PdfFile(press().print(sheet));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PrintedSheet)

BOOST_AUTO_TEST_CASE(chinese_is_text_and_every_font_is_embedded_as_a_subset) {
  const PdfFile file = printed(sheetOf("江西赣州某某新材料科技股份有限公司"));
  const std::string flow = file.flow();
  for (const char* text : {"惠企政策一次性告知单", "企业：江西赣州某某新材料科技股份有限公司",
                           "先去这个窗口章贡区政务服务中心", "□营业执照□获奖证书或表彰文件",
                           "□我要办■已申请□已领取", "结果供参考，以主管部门认定为准。", "1/1"}) {
    BOOST_TEST(holds(flow, text), text << " in " << flow);
  }
  BOOST_TEST(file.pages() == 1);
  BOOST_TEST(file.info("Title") == "惠企政策一次性告知单 江西赣州某某新材料科技股份有限公司");
  BOOST_TEST(file.info("Author") == "policycalc");
  BOOST_TEST(holds(file.info("Page size"), "A4"));
  const std::string fonts = file.fonts();
  BOOST_TEST(!fonts.empty());
  // The columns emb, sub and uni: embedded, a subset, with a table of its characters.
  BOOST_TEST(!holds(fonts, " no "), fonts);
}

BOOST_AUTO_TEST_CASE(readers_are_told_what_is_a_heading_and_what_a_table) {
  const PdfFile file = printed(sheetOf("某某公司"));
  const std::string structure = file.structure();
  for (const char* tag : {"H1", "H2", "Table", "TR", "TH", "TD", "P"}) {
    BOOST_TEST(holds(structure, tag), tag << " in " << structure);
  }
}

BOOST_AUTO_TEST_CASE(bold_text_is_found_once) {
  const std::string text = printed(sheetOf("独一无二公司")).text();
  for (const char* bold : {"独一无二公司", "先去这个窗口", "章贡区政务服务中心", "300万元"}) {
    const std::size_t first = text.find(bold);
    BOOST_TEST((first != std::string::npos), bold << " in " << text);
    // The name is at the foot, too.
    const std::size_t second = text.find(bold, first + 1);
    const bool is_name = std::string_view(bold) == "独一无二公司";
    BOOST_TEST((second == std::string::npos) == !is_name, bold << " in " << text);
  }
}

BOOST_AUTO_TEST_CASE(without_a_font_there_is_no_sheet_of_boxes) {
  const Press none{std::optional<std::string>()};
  BOOST_TEST(!none.hasChinese());
  BOOST_CHECK_THROW(none.print(sheetOf("某某公司")), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_letter_that_no_font_has_is_a_sign_and_no_box) {
  const std::string flow =
      printed(sheetOf("甲\xF4\x8F\xBF\xBD乙")).flow();  // U+10FFFD, for private use
  BOOST_TEST(holds(flow, "企业：甲〓乙"), flow);
}

BOOST_AUTO_TEST_CASE(text_is_never_read_as_markup) {
  for (const char* name : {"<b>甲</b>", "甲&amp;乙", "<span size='999999'>甲", "甲</Table>", "&#0;",
                           "甲'uri='http://evil.example/'", "%s%n%x", "\\(甲\\)"}) {
    const PdfFile file = printed(sheetOf(name));
    BOOST_TEST(holds(file.flow(), "企业：" + squeezed(name)), name << " in " << file.flow());
    BOOST_TEST(file.pages() == 1);
  }
}

BOOST_AUTO_TEST_CASE(a_name_of_any_length_is_whole_and_nothing_of_it_is_cut) {
  for (const std::string part : {"甲", "W", "，", "é", "好 "}) {
    const std::string name = repeated(part, 200);
    const PdfFile file = printed(sheetOf(name));
    BOOST_TEST(holds(file.flow(), squeezed(name)), part);
    BOOST_TEST(file.pages() == 1);
  }
}

BOOST_AUTO_TEST_CASE(many_things_fill_pages_and_none_is_lost) {
  constexpr int kThings = 125;
  const PdfFile file = printed(sheetOf("某某公司", kThings));
  const std::string flow = file.flow();
  for (int i = 1; i <= kThings; ++i) {
    BOOST_TEST(holds(flow, "第" + std::to_string(i) + "号措施：质量奖一次性奖励"), i);
  }
  const int pages = file.pages();
  BOOST_TEST(pages > 10);
  // Each page names itself, and the table's head is on each of them.
  for (int page = 1; page <= pages; ++page) {
    BOOST_TEST(holds(flow, std::to_string(page) + "/" + std::to_string(pages)), page);
  }
  BOOST_TEST(file.bytes() < 400'000U);
}

BOOST_AUTO_TEST_CASE(a_row_longer_than_a_page_goes_on_on_the_next) {
  Sheet sheet = sheetOf("某某公司");
  sheet.to_do->things.front().next_step = repeated("很长的一段话，", 900) + "到此为止。";
  const PdfFile file = printed(sheet);
  BOOST_TEST(file.pages() > 1);
  const std::string flow = file.flow();
  std::size_t found = 0;
  for (std::size_t at = flow.find("很长的"); at != std::string::npos;
       at = flow.find("很长的", at + 1)) {
    ++found;
  }
  BOOST_TEST(found > 800U);  // a sentence may be parted by the foot of a page
  BOOST_TEST(holds(flow, "到此为止。"));
}

BOOST_AUTO_TEST_CASE(an_empty_sheet_is_a_page) {
  const PdfFile file = printed(Sheet{});
  BOOST_TEST(file.pages() == 1);
}

BOOST_AUTO_TEST_CASE(threads_print_the_same_sheet) {
  const Sheet sheet = sheetOf("某某公司", 7);
  const std::string expected = printed(sheet).flow();
  std::vector<std::string> bytes(8);
  std::vector<std::thread> threads;
  for (std::string& one : bytes) {
    threads.emplace_back([&one, &sheet] { one = press().print(sheet); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : bytes) BOOST_TEST(PdfFile(one).flow() == expected);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::paper::test
