#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;

const std::string kHead = R"(措施编号,单位编号,县区代码,账号\n)";

std::string table(const std::string& lines) {
  return R"({"csv":")" + kHead + lines + "\"}";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskHandlerImport)

BOOST_FIXTURE_TEST_CASE(a_table_is_taken_over_as_a_whole, Casework) {
  const Reply done = supervisor.post(
      "/handlers/import",
      table(R"(11.1.1a,gz-market-regulation,,LI\n11.1.1a, gz-market-regulation ,360702,zhao\n)"));
  BOOST_TEST(done.status == 200, done.text);
  BOOST_TEST(valueAt(done, "/changed") == "2");
  store::Handlers& handlers = service.store().handlers();
  BOOST_TEST(handlers.find(kAward, kNankang, kMarketRegulation) == handler_id);
  BOOST_TEST(handlers.find(kAward, kZhanggong, kMarketRegulation) == supervisor_id);
  // The same again changes nothing; a line without an account removes its entry.
  const Reply less = supervisor.post(
      "/handlers/import",
      table(R"(11.1.1a,gz-market-regulation,,li\n\n11.1.1a,gz-market-regulation,360702,\n)"));
  BOOST_TEST(valueAt(less, "/changed") == "1");
  BOOST_TEST(handlers.find(kAward, kZhanggong, kMarketRegulation) == handler_id);
}

BOOST_FIXTURE_TEST_CASE(every_fault_is_told_with_its_line_and_nothing_is_changed, Casework) {
  const Reply refused =
      supervisor.post("/handlers/import", table(R"(11.1.1a,gz-market-regulation,,li\n)"
                                                R"(99.9,gz-market-regulation,,li\n)"
                                                R"(11.1.1a,gz-commerce,,li\n)"
                                                R"(11.1.1a,gz-market-regulation,110000,li\n)"
                                                R"(11.1.1a,gz-market-regulation,360703,nobody\n)"
                                                R"(11.1.1a,gz-market-regulation,360704,wang\n)"
                                                R"(11.1.1a,gz-market-regulation,,li\n)"));
  BOOST_TEST(refused.status == 400);
  const auto& issues = at(bodyOf(refused), "/issues").elements;
  std::string lines;
  for (const json::Value& issue : issues) {
    BOOST_TEST(textAt(issue, "/pointer") == "/csv");
    const std::string message = textAt(issue, "/message_en");
    lines += message.substr(0, message.find(':')) + ";";
  }
  BOOST_TEST(lines == "line 3;line 4;line 5;line 6;line 7;line 8;");
  BOOST_TEST(service.store().handlers().list().empty());
}

BOOST_FIXTURE_TEST_CASE(what_is_no_table_is_refused, Casework) {
  const auto refused = [&](const std::string& body) {
    return refusalOf(supervisor.post("/handlers/import", body));
  };
  BOOST_TEST(refused(R"({"csv":""})") == "400 wrong_value /csv");
  BOOST_TEST(refused(R"({"csv":"措施编号,单位编号\n"})") == "400 wrong_value /csv");
  BOOST_TEST(refused(R"({"csv":"\"措施编号"})") == "400 wrong_value /csv");
  BOOST_TEST(refused(R"({"csv":7})") == "400 wrong_type /csv");
  BOOST_TEST(refused("{}") == "400 missing_field /csv");
  BOOST_TEST(refusalOf(clerk.post("/handlers/import", table(""))) == "403 not_permitted ");
}

BOOST_FIXTURE_TEST_CASE(a_supervisor_of_a_county_changes_only_its_lines, Casework) {
  Browser nankang = signedInAt(service, "chen", "supervisor", kNankang);
  BOOST_TEST(refusalOf(nankang.post("/handlers/import",
                                    table(R"(11.1.1a,gz-market-regulation,360702,li\n)"))) ==
             "400 wrong_value /csv");
  BOOST_TEST(nankang.post("/handlers/import", table(R"(11.1.1a,gz-market-regulation,360703,li\n)"))
                 .status == 200);
  const std::string csv = nankang.get("/handlers.csv").body;
  BOOST_TEST(csv.find("gz-market-regulation,市市场监管局,360703,南康区,li,工作人员li") !=
             std::string::npos);
  BOOST_TEST(csv.find("所有县区") == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(what_is_exported_can_be_imported, Casework) {
  nameHandler();
  std::string csv = supervisor.get("/handlers.csv").body;
  BOOST_TEST(csv.find("11.1.1a,") != std::string::npos);
  std::string body;
  for (const char each : csv) {
    if (each == '"' || each == '\\') body += '\\';
    if (each == '\n') body += "\\n";
    if (each != '\n' && each != '\r') body += each;
  }
  const Reply done = supervisor.post("/handlers/import", R"({"csv":")" + body + "\"}");
  BOOST_TEST(done.status == 200, done.text);
  BOOST_TEST(valueAt(done, "/changed") == "0");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
