#include "policycalc/impact/writing.h"

#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/json_path.h"

namespace policycalc::impact::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// A report with a turn, an amount, and texts that would do harm where they are not escaped.
Report madeReport() {
  Report report{"sha256:a", "sha256:b", {}, {}, {}};
  report.changes.push_back({catalogue::Subject::kParameter,
                            "x.ceiling",
                            "上限<b>",
                            "value",
                            "200万元\n第二行",
                            "250万元",
                            catalogue::Affects::kVerdict,
                            {"8.1.a"}});
  report.tried.by_origin = {1, 2, 30, 4};
  Turn turn{"8.1.a",
            "小额<script>",
            engine::Verdict::kNotEligible,
            engine::Verdict::kEligible,
            {},
            {},
            R"({"profile":{"employees":1},"as_of":"2026-11-30"})"};
  turn.by.push_back({"procurement_budget", "预算不高于200万元", false});
  turn.firms.by_origin = {1, 0, 2, 0};
  turn.firms.by_kind = {{{"micro", "微型"}, 1}, {{"small", "小型"}, 2}};
  AmountTurn amount{"8.1.b", "大额", "reserved", "预留", "CNY", {}, {}, {}, {}};
  amount.firms.by_origin = {0, 0, 0, 1};
  amount.before = *base::Decimal::parse("4000000");
  report.days.push_back({*base::Date::parse("2026-11-30"), {turn}, {amount}});
  return report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Writing)

BOOST_AUTO_TEST_CASE(the_text_says_who_and_why) {
  const std::string text = textOf(madeReport());
  BOOST_TEST(holds(text, "parameter x.ceiling value [verdict]\n  - 200万元 第二行\n  + 250万元\n"),
             text);
  BOOST_TEST(holds(text, "1 change; tried on 37 firms (1 story, 2 worked case, 30 drawn, 4 saved)"),
             text);
  BOOST_TEST(holds(text, "From 2026-11-30, another verdict:\n8.1.a "), text);
  BOOST_TEST(holds(text,
                   "not_eligible -> eligible: 3 firms (1 story, 2 drawn): 微型 1, 小型 2\n"
                   "  before: 预算不高于200万元\n  example: {\"profile\""),
             text);
  BOOST_TEST(holds(text, "another amount:\n8.1.b 大额\n  预留: 1 firm (1 saved)"), text);
}

BOOST_AUTO_TEST_CASE(the_json_has_the_same) {
  const json::Value report = parse(jsonOf(madeReport()));
  BOOST_TEST(at(report, "/changes/0/after").text == "250万元");
  BOOST_TEST(at(report, "/tried/by_origin/drawn").text == "30");
  BOOST_TEST(at(report, "/days/0/verdicts/0/after").text == "eligible");
  BOOST_TEST(at(report, "/days/0/verdicts/0/by/0/fact").text == "procurement_budget");
  BOOST_TEST(at(report, "/days/0/verdicts/0/by_kind/1/firms").text == "2");
  BOOST_TEST(at(report, "/days/0/verdicts/0/example/profile/employees").text == "1");
  BOOST_TEST(at(report, "/days/0/amounts/0/before").text == "4000000");
  BOOST_TEST(at(report, "/days/0/amounts/0/after").isNull());
  BOOST_TEST(at(report, "/days/0/amounts/0/example").isNull());
}

BOOST_AUTO_TEST_CASE(the_page_escapes_what_the_policies_say) {
  const std::string page = pageOf(madeReport());
  BOOST_TEST(holds(page, "小额&lt;script&gt;"));
  BOOST_TEST(holds(page, "上限&lt;b&gt;"));
  BOOST_TEST(!holds(page, "<script"));
  BOOST_TEST(holds(page, "暂不符合 → 符合"));
  BOOST_TEST(holds(page, "2026-11-30 起，结论不同"));
  BOOST_TEST(holds(page, "<th scope=\"col\">原来</th>"));
}

BOOST_AUTO_TEST_CASE(a_report_without_turns_says_so) {
  const Report report{"sha256:a", "sha256:b", {}, {}, {}};
  BOOST_TEST(holds(textOf(report), "0 changes; tried on 0 firms"));
  BOOST_TEST(holds(textOf(report), "No verdict and no amount of a tried firm changes."));
  BOOST_TEST(holds(pageOf(report), "结论和金额都没有变化"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::impact::test
