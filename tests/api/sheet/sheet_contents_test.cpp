#include "api/sheet/sheet_contents.h"

#include <algorithm>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "api/sheet/sheet_stories.h"
#include "api/sheet/sheet_texts.h"

namespace policycalc::api::test {
namespace {

using Ids = std::vector<std::string>;

constexpr const char* kWinner =
    R"({"company_name":"江西赣州某某新材料科技股份有限公司","district":"360702",
        "ownership":"state_controlled","quality_awards":["china_quality_award"]})";

Ids idsOf(const paper::Sheet& sheet) {
  Ids ids;
  if (!sheet.to_do) return ids;
  for (const paper::Thing& thing : sheet.to_do->things) ids.push_back(thing.measure);
  return ids;
}

const paper::List* listOf(const paper::Sheet& sheet, const std::string& title) {
  for (const paper::List& list : sheet.lists) {
    if (list.title == title) return &list;
  }
  return nullptr;
}

/// The ids of what is due, without what everyone gets, in the order of the answer.
Ids ownOf(const Answered& answered) {
  Ids ids;
  for (const engine::Outcome& outcome : answered.match.outcomes) {
    if (isDue(outcome) && !isForEveryone(outcome)) ids.push_back(outcome.measure().id);
  }
  return ids;
}

std::string listed(const Ids& ids) {
  std::string text = "[";
  for (const std::string& id : ids) text += (text.size() > 1 ? ",\"" : "\"") + id + "\"";
  return text + "]";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SheetContents)

BOOST_AUTO_TEST_CASE(a_winner_reads_the_hall_the_sum_what_to_bring_and_whom_to_ask) {
  const paper::Sheet sheet = Answered(kWinner).sheet("https://example.org");
  BOOST_TEST(sheet.head.title == "惠企政策一次性告知单");
  BOOST_TEST(sheet.head.firm.label == "企业：");
  BOOST_TEST(sheet.head.firm.text == "江西赣州某某新材料科技股份有限公司");
  BOOST_TEST_REQUIRE(sheet.head.facts.size() == 4U);
  BOOST_TEST(sheet.head.facts[0].label + sheet.head.facts[0].text == "注册地：章贡区");
  BOOST_TEST(sheet.head.facts[1].text == "2026-11-25");
  BOOST_TEST(sheet.head.facts[2].text.size() == std::string("sha256:").size() + 12);
  BOOST_TEST(sheet.head.facts[3].text == "example.org");
  BOOST_TEST(sheet.head.given == "按 4 条回答计算；没有回答的按“不清楚”处理。");
  BOOST_TEST_REQUIRE(sheet.hall.has_value());
  BOOST_TEST(sheet.hall->name == "章贡区政务服务中心");
  // Its telephone is not known.
  BOOST_TEST(sheet.hall->note == "地址和电话请拨打 12345 问清楚再去。");
  BOOST_TEST_REQUIRE(!sheet.summary.totals.empty());
  BOOST_TEST(sheet.summary.totals.front().text == "300万元");
  BOOST_TEST_REQUIRE(sheet.to_do.has_value());
  const auto& things = sheet.to_do->things;
  const auto award = std::find_if(things.begin(), things.end(), [](const paper::Thing& thing) {
    return !thing.worth.empty() && thing.worth.front().amount == "300万元";
  });
  BOOST_TEST_REQUIRE((award != things.end()));
  BOOST_TEST(!award->documents.empty());
  BOOST_TEST(!award->next_step.empty());
  BOOST_TEST(!award->offices.empty());
  BOOST_TEST(award->verdict.empty());
  BOOST_TEST(holds(award->source,
                   "赣市经改办字〔2024〕2号 第11项市工作举措（本工具编号 " + award->measure + "）"),
             award->source);
}

BOOST_AUTO_TEST_CASE(everything_of_the_answer_is_listed_once) {
  for (const char* story : {"01-noodle-shop", "02-tungsten-999", "07-bank-over-ceiling",
                            "11-software-first-high-tech", "18-arrears-supplier", "21-founder"}) {
    const Answered answered(profileOf(story));
    const paper::Sheet sheet = answered.sheet();
    const Ids own = ownOf(answered);
    const Ids whole = idsOf(sheet);
    BOOST_TEST(whole.size() == std::min<std::size_t>(own.size(), 6), story);
    BOOST_TEST(std::equal(whole.begin(), whole.end(), own.begin()), story);
    const paper::List* others = listOf(sheet, "也适用的");
    BOOST_TEST_REQUIRE((others != nullptr));
    BOOST_TEST(others->entries.size() == own.size() - whole.size(), story);
    BOOST_TEST(others->first_number == static_cast<int>(whole.size()) + 1, story);
    BOOST_TEST(sheet.map.has_value(), story);
  }
}

BOOST_AUTO_TEST_CASE(the_request_decides_the_order) {
  const std::string profile = profileOf("02-tungsten-999");
  Ids own = ownOf(Answered(profile));
  BOOST_TEST_REQUIRE(own.size() >= 4U);
  const Ids whole{own[3], own[0]};
  const Ids brief{own[2], own[1]};
  const paper::Sheet sheet =
      Answered(profile, R"(,"measures":)" + listed(whole) + R"(,"others":)" + listed(brief))
          .sheet();
  BOOST_TEST(idsOf(sheet) == whole, boost::test_tools::per_element());
  const paper::List* others = listOf(sheet, "也适用的");
  BOOST_TEST_REQUIRE((others != nullptr));
  BOOST_TEST(others->entries.size() == 2U);
  BOOST_TEST(others->first_number == 3);
  BOOST_TEST(sheet.to_do->title == "先办这些");
}

BOOST_AUTO_TEST_CASE(marks_say_how_far_a_thing_is) {
  const std::string profile = profileOf("02-tungsten-999");
  const Ids own = ownOf(Answered(profile));
  const paper::Sheet sheet = Answered(profile, R"(,"measures":)" + listed({own[0], own[1]}) +
                                                   R"(,"marks":{")" + own[1] + R"(":"applied"})")
                                 .sheet();
  BOOST_TEST(sheet.to_do->title == "我要办的");
  const auto reached = [&](std::size_t thing) {
    std::string text;
    for (const paper::State& state : sheet.to_do->things[thing].states) {
      text += state.reached ? '1' : '0';
    }
    return text;
  };
  BOOST_TEST(reached(0) == "000");
  BOOST_TEST(reached(1) == "010");
}

BOOST_AUTO_TEST_CASE(a_measure_that_is_not_due_says_so) {
  const std::string profile = profileOf("02-tungsten-999");
  const Answered all(profile);
  std::string refused;
  for (const engine::Outcome& outcome : all.match.outcomes) {
    if (outcome.verdict == engine::Verdict::kNotEligible) refused = outcome.measure().id;
  }
  BOOST_TEST_REQUIRE(!refused.empty());
  const paper::Sheet sheet = Answered(profile, R"(,"measures":[")" + refused + "\"]").sheet();
  BOOST_TEST(sheet.to_do->things.front().verdict == "不符合");
}

BOOST_AUTO_TEST_CASE(parts_can_be_left_out) {
  const paper::Sheet sheet = Answered(kWinner, R"(,"parts":["near"])").sheet("https://example.org");
  BOOST_TEST(!sheet.hall);
  BOOST_TEST(!sheet.to_do);
  BOOST_TEST(!sheet.map);
  BOOST_TEST(sheet.head.codes.empty());
  BOOST_TEST((listOf(sheet, "也适用的") == nullptr));
  BOOST_TEST((listOf(sheet, "还要回答的问题") == nullptr));
}

BOOST_AUTO_TEST_CASE(the_code_leads_to_the_service_and_only_where_its_address_is_known) {
  const Answered answered(kWinner);
  BOOST_TEST(answered.sheet().head.codes.empty());
  const paper::Sheet sheet = answered.sheet("https://example.org");
  BOOST_TEST_REQUIRE(sheet.head.codes.size() == 1U);
  BOOST_TEST(sheet.head.codes.front().address == "https://example.org/");
  BOOST_TEST(sheet.head.codes.front().rows.size() >= 21U);
}

BOOST_AUTO_TEST_CASE(who_saved_the_answers_gets_a_second_code_that_opens_them) {
  const Answered answered(kWinner, R"(,"code":"0123456789ABCDEFGHJKMNPQRS")");
  BOOST_TEST(answered.sheet().head.codes.empty());
  const paper::Sheet sheet = answered.sheet("https://example.org");
  BOOST_TEST_REQUIRE(sheet.head.codes.size() == 2U);
  BOOST_TEST(sheet.head.codes.front().address ==
             "https://example.org/#/resume/0123-4567-89AB-CDEF-GHJKM-NPQRS");
  BOOST_TEST(sheet.head.codes.front().title == "扫码继续办");
  BOOST_TEST(sheet.head.codes.back().address == "https://example.org/");
}

BOOST_AUTO_TEST_CASE(a_name_given_for_the_sheet_comes_before_that_of_the_profile) {
  BOOST_TEST(Answered(kWinner, R"(,"name":"别名公司")").sheet().head.firm.text == "别名公司");
  BOOST_TEST(Answered("{}").sheet().head.firm.text == "（未填写名称）");
}

BOOST_AUTO_TEST_CASE(what_nobody_sees_is_left_out_of_a_name) {
  // A change of direction, a zero-width blank and a byte order mark; then nothing but such.
  const auto named = [](const std::string& name) {
    return Answered("{}", R"(,"name":")" + name + "\"").sheet().head.firm.text;
  };
  BOOST_TEST(named("甲\xE2\x80\xAE乙\xE2\x80\x8B丙\xEF\xBB\xBF") == "甲乙丙");
  BOOST_TEST(named("\xE2\x80\x8B\xE3\x80\x80") == "（未填写名称）");
  BOOST_TEST(named("{n}{by}") == "{n}{by}");
}

BOOST_AUTO_TEST_CASE(a_firm_without_answers_reads_what_to_answer) {
  const paper::Sheet sheet = Answered("{}").sheet();
  BOOST_TEST(!sheet.to_do);
  BOOST_TEST(!sheet.summary.nothing_title.empty());
  const paper::List* questions = listOf(sheet, "还要回答的问题");
  BOOST_TEST_REQUIRE((questions != nullptr));
  BOOST_TEST(questions->entries.size() == 6U);
  BOOST_TEST(!questions->last.empty());
}

BOOST_AUTO_TEST_CASE(in_english_what_has_a_translation_is_english) {
  const paper::Sheet sheet = Answered(kWinner, R"(,"lang":"en")").sheet();
  BOOST_TEST(!sheet.chinese);
  BOOST_TEST(sheet.head.title == "Checklist of measures for one company");
  BOOST_TEST(sheet.summary.totals.front().text == "CNY 3,000,000");
  BOOST_TEST(holds(sheet.summary.notices.front(), "the Chinese text prevails"));
  for (const paper::Thing& thing : sheet.to_do->things) {
    BOOST_TEST(static_cast<unsigned char>(thing.title.front()) < 0x80, thing.title);
  }
}

BOOST_AUTO_TEST_CASE(the_map_has_every_item_of_the_notice_once) {
  const paper::Sheet sheet = Answered(kWinner).sheet();
  BOOST_TEST_REQUIRE(sheet.map.has_value());
  int next = 1;
  bool has_award = false;
  for (const auto& chapter : sheet.map->chapters) {
    for (const auto& cell : chapter.cells) {
      BOOST_TEST(cell.item == next++);
      if (cell.item == 11) has_award = cell.state == paper::CellState::kEligible;
    }
  }
  BOOST_TEST(next ==
             static_cast<int>(Answered(kWinner).request.match.catalogue->items().size()) + 1);
  BOOST_TEST(has_award);
  BOOST_TEST(sheet.map->legend.size() == 5U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
