#include "policycalc/registry/cells.h"

#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/json/writer.h"

#include "support/real_policies.h"

namespace policycalc::registry::test {
namespace {

using policycalc::test::realCatalogue;

const facts::Vocabulary& vocabulary() {
  return realCatalogue()->vocabulary();
}

/// What `cell` says by the rule: JSON, or the code of the fault.
std::string answerOf(const std::string& rule, const std::string& cell) {
  const auto mapping = Mapping::read("{\"columns\": {\"a\": " + rule + "}}", "", vocabulary());
  if (!mapping.ok()) return base::formatIssue(mapping.error().front());
  CellReader reader(*mapping, vocabulary(), *base::Date::parse("2026-11-25"));
  std::string said;
  for (int again = 0; again < 2; ++again) {  // from memory, the second time
    base::Issues issues;
    const facts::Given given = reader.read(0, cell, issues);
    json::Writer writer;
    facts::writeGiven(writer, given, vocabulary().fact(mapping->rules()[0].fact));
    const std::string now = issues.empty() ? writer.take() : issues.front().code;
    if (again == 1) BOOST_TEST(now == said);
    if (!issues.empty()) BOOST_TEST(issues.front().pointer == "/a");
    said = now;
  }
  return said;
}

struct Row {
  const char* rule;
  const char* cell;
  const char* answer;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.rule << " of " << row.cell;
}

constexpr const char* kEmployees = R"({"fact": "employees"})";
constexpr const char* kRevenue = R"({"fact": "annual_revenue", "factor": "10000"})";
constexpr const char* kDistrict = R"({"fact": "district", "form": "district"})";
constexpr const char* kExporter = R"({"fact": "exporter", "values": {"出口": true, "": false}})";
constexpr const char* kList =
    R"({"fact": "business_tags", "separator": "、", "values": {"饭店": "catering", "软件": "digital_economy", "-": []}})";
constexpr const char* kTech =
    R"({"fact": "tech_sme_status", "days": {"before": "lapsed", "from": "valid"}})";

const Row kRows[] = {
    {kEmployees, "", "null"},
    {kEmployees, " \t　", "null"},
    {kEmployees, "12", "12"},
    {kEmployees, " １２ ", "12"},
    {kEmployees, "1,234", "1234"},
    {kEmployees, "12,34", "malformed"},
    {kEmployees, "1,2345", "malformed"},
    {kEmployees, ",123", "malformed"},
    {kEmployees, "1234,567", "malformed"},
    {kEmployees, "12人", "malformed"},
    {kEmployees, "1.5", "too_many_decimals"},
    {kEmployees, "-1", "negative"},
    {kEmployees, "9223372036854775807", "9223372036854775807"},
    {kEmployees, "9223372036854775808", "out_of_range"},
    {kEmployees, "1e999", "out_of_range"},
    {kRevenue, "0.01", "100"},
    {kRevenue, "300", "3000000"},
    {kRevenue, "1,234.56", "12345600"},
    {kRevenue, "0.000001", "0.01"},
    {kRevenue, "0.0000001", "too_many_decimals"},
    {kRevenue, "9223372036854.775807", "92233720368547758.07"},
    {kRevenue, "9223372036854.775808", "out_of_range"},
    {R"({"fact": "company_name"})", " 赣州（Ａ） ", "\"赣州（Ａ）\""},
    {R"({"fact": "industry_code"})", "Ｃ3911", "\"C3911\""},
    {R"({"fact": "industry_code"})", "3911制造", "malformed"},
    {kDistrict, "360702", "\"360702\""},
    {kDistrict, "360702000000", "\"360702\""},
    {kDistrict, "360702003", "\"360702\""},
    {kDistrict, "360799", "unknown_value"},
    {kDistrict, "440305", "\"outside\""},
    {kDistrict, "3607", "unknown_value"},
    {kDistrict, "章贡区", "\"360702\""},
    {kDistrict, "江西省赣州市章贡区", "\"360702\""},
    {kDistrict, "章贡区或南康区", "unknown_value"},
    {kDistrict, "赣州市", "unknown_value"},
    {kDistrict, "rongjiang", "\"rongjiang\""},
    {R"({"fact": "district", "form": "district", "values": {"360799": "ganzhou_etdz"}})", "360799",
     "\"ganzhou_etdz\""},
    {R"({"fact": "district", "form": "district", "otherwise": null})", "360799", "null"},
    {kExporter, "", "false"},
    {kExporter, "出口", "true"},
    {kExporter, "是", "true"},
    {kExporter, "0", "false"},
    {kExporter, "FALSE", "unknown_value"},
    {R"({"fact": "ownership"})", "private", "\"private\""},
    {R"({"fact": "ownership"})", "集体", "\"collective\""},
    {R"({"fact": "ownership"})", "Private", "unknown_value"},
    {R"({"fact": "ownership", "values": {"未知": null}})", "未知", "null"},
    {R"({"fact": "ownership", "beginnings": {"私": "private", "私募": "foreign"}})", "私营",
     "\"private\""},
    {R"({"fact": "ownership", "beginnings": {"私": "private", "私募": "foreign"}})", "私募基金",
     "\"foreign\""},
    {kList, "", "null"},
    {kList, "-", "[]"},
    {kList, "软件", "[\"digital_economy\"]"},
    {kList, "软件、 饭店 、软件", "[\"catering\",\"digital_economy\"]"},
    {kList, "软件、", "[\"digital_economy\"]"},
    {kList, "软件、景区", "[\"scenic_area\",\"digital_economy\"]"},
    {kList, "软件;饭店", "unknown_value"},
    {kTech, "2026-11-24", "\"lapsed\""},
    {kTech, "2026-11-25", "\"valid\""},
    {kTech, "2026/11/26", "\"valid\""},
    {kTech, "2026.1.2", "\"lapsed\""},
    {kTech, "20261125", "\"valid\""},
    {kTech, "2026年11月24日", "\"lapsed\""},
    {kTech, "2026-11-25 00:00:00", "\"valid\""},
    {kTech, "2026-11-25T00:00", "\"valid\""},
    {kTech, "2026-02-29", "wrong_date"},
    {kTech, "2026年11月24", "wrong_date"},
    {kTech, "2026-11/24", "wrong_date"},
    {kTech, "26-11-24", "wrong_date"},
    {kTech, "2026", "wrong_date"},
    {kTech, "20261324", "wrong_date"},
    {kTech, "99999999999999999999", "wrong_date"},
    {kTech, "", "null"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Cells)

BOOST_DATA_TEST_CASE(a_cell_is_understood_or_named, kRows, row) {
  BOOST_TEST(answerOf(row.rule, row.cell) == row.answer);
}

BOOST_AUTO_TEST_CASE(texts_are_compared_without_blanks_and_narrow) {
  BOOST_TEST(plainText(" （a）　") == "(a)");
  BOOST_TEST(plainText("\t a b \r") == "a b");
  BOOST_TEST(plainText("赣州") == "赣州");
  BOOST_TEST(plainText("") == "");
  BOOST_TEST(plainText("\xFF") == "\xFF");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::registry::test
