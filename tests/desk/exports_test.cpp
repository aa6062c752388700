#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"
#include "tables/workbook_parts.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using std::chrono::days;

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// An applicant whose name is a formula, and a matter for it.
void openFor(Browser& browser, const std::string& name) {
  const std::string path = help(
      browser, R"({"name":")" + name + R"(","contact":"1","profile":)" + std::string(kAwarded) +
                   R"(,"verified":[],"authorisation":)" + authorisation() + "}");
  const Reply opened = browser.post("/matters", newMatter(path.substr(path.rfind('/') + 1)));
  BOOST_TEST_REQUIRE(opened.status == 201);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskExports)

BOOST_AUTO_TEST_CASE(the_queue_is_exported_in_its_order) {
  Casework desk;
  desk.open();
  desk.service.moveClock(days(5));
  openFor(desk.clerk, "乙公司");
  const Reply reply = desk.clerk.get("/matters.csv");
  BOOST_TEST(reply.status == 200);
  BOOST_TEST(reply.header("Content-Type") == "text/csv; charset=utf-8");
  BOOST_TEST(reply.header("Content-Disposition") == "attachment; filename=\"matters.csv\"");
  BOOST_TEST(reply.header("Cache-Control") == "no-store");
  const auto row = [&](const char* id, const std::string& rest) {
    return valueAt(desk.clerk.get(std::string("/matters/") + id), "/reference") + "," + rest;
  };
  BOOST_TEST(
      reply.body ==
      "\xEF\xBB\xBF"
      "编号,企业,措施编号,措施,县区,单位,窗口,经办人,状态,进入日期,服务目标日,剩余工作日,紧急程度,"
      "目标来源,总工作日,退回次数,开办日期,授权到期\r\n" +
          row("1",
              "赣州甲食品有限公司,11.1.1a,中国质量奖奖励,章贡区,市市场监管局,工作人员wang,,"
              "待受理,2026-11-25,2026-11-27,-1,已逾期,窗口自定，非通知要求,3,0,2026-11-25,2027-11-"
              "25\r\n") +
          row("2",
              "乙公司,11.1.1a,中国质量奖奖励,章贡区,市市场监管局,工作人员wang,,待受理,"
              "2026-11-30,2026-12-02,2,正常,窗口自定，非通知要求,0,0,2026-11-30,2026-12-30\r\n"));
}

BOOST_AUTO_TEST_CASE(no_name_becomes_a_formula) {
  Casework desk;
  openFor(desk.clerk, "=HYPERLINK(1)");
  openFor(desk.clerk, "@SUM(A1)");
  openFor(desk.clerk, "＝1+1");
  const std::string csv = desk.clerk.get("/matters.csv").body;
  BOOST_TEST(holds(csv, ",'=HYPERLINK(1),"));
  BOOST_TEST(holds(csv, ",'@SUM(A1),"));
  BOOST_TEST(holds(csv, ",'＝1+1,"));
  auto parts = tables::test::partsOf(desk.clerk.get("/matters.xlsx").body);
  BOOST_TEST(holds(parts["xl/sharedStrings.xml"], "<t>=HYPERLINK(1)</t>"));
  BOOST_TEST(!holds(parts["xl/worksheets/sheet1.xml"], "<f>"));
}

BOOST_AUTO_TEST_CASE(the_workbook_is_read_back) {
  Casework desk;
  desk.open();
  desk.clerk.post("/matters/1/steps", stepTo("withdrawn", 1));
  const Reply reply = desk.clerk.get("/matters.xlsx?closed=true");
  BOOST_TEST(reply.status == 200);
  BOOST_TEST(reply.header("Content-Type") ==
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  BOOST_TEST(reply.header("Content-Disposition") == "attachment; filename=\"matters.xlsx\"");
  auto parts = tables::test::partsOf(reply.body);
  BOOST_TEST(holds(parts["xl/workbook.xml"], "帮代办事项"));
  BOOST_TEST(holds(parts["xl/sharedStrings.xml"], "<t>赣州甲食品有限公司</t>"));
  BOOST_TEST(holds(parts["xl/sharedStrings.xml"], "<t>撤回</t>"));
  BOOST_TEST(holds(parts["xl/worksheets/sheet1.xml"], "<c r=\"A2\" t=\"s\">"));
}

BOOST_AUTO_TEST_CASE(an_export_has_only_what_the_seat_sees) {
  Casework desk;
  desk.open();
  Browser other = signedInAt(desk.service, "chen", "clerk", kNankang);
  for (const char* query : {"", "?county=360702", "?closed=true", "?applicant=1"}) {
    BOOST_TEST(!holds(other.get(std::string("/matters.csv") + query).body, "食品"), query);
    BOOST_TEST(!holds(desk.handler.get(std::string("/matters.csv") + query).body, "食品"), query);
  }
  BOOST_TEST(holds(desk.supervisor.get("/matters.csv?county=360702").body, "食品"));
  BOOST_TEST(!holds(desk.supervisor.get("/matters.csv?county=360703").body, "食品"));
}

BOOST_AUTO_TEST_CASE(erased_matters_are_in_no_export) {
  Casework desk;
  desk.open();
  desk.clerk.del(desk.applicant + "/authorisation");
  const std::string csv = desk.clerk.get("/matters.csv?closed=true").body;
  BOOST_TEST(holds(csv, ",中国质量奖奖励,"));
  BOOST_TEST(!holds(csv, "食品"));
}

BOOST_AUTO_TEST_CASE(every_export_is_written_down) {
  Casework desk;
  desk.open();
  desk.clerk.get("/matters.csv");
  desk.supervisor.get("/matters.xlsx?county=360703");
  desk.clerk.get("/matters.csv?due=never");  // refused: nothing was sent
  store::AuditQuery query;
  query.object = AuditObject::kMatter;
  std::vector<store::AuditEntry> exported;
  for (const auto& entry : desk.service.store().audit().list(query)) {
    if (entry.action == AuditAction::kExported) exported.push_back(entry);
  }
  BOOST_TEST_REQUIRE(exported.size() == 2U);
  BOOST_TEST(exported[0].actor.staff_id == desk.supervisor_id);
  BOOST_TEST(exported[0].county == kNankang);
  BOOST_TEST(exported[1].actor.staff_id == desk.clerk_id);
  BOOST_TEST(exported[1].county == kZhanggong);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
