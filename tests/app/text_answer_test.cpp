// `policycalc match --format text` says what the page says; `--brief` gives its short form.
#include <fstream>
#include <ostream>
#include <sstream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

const std::string kAwards =
    R"({"profile":{"district":"360702","ownership":"private",)"
    R"("quality_awards":["china_quality_award","jinggang_quality_award"]},"as_of":"2026-11-25"})";

/// A bidder too expensive for 8.1.a, of a size that item 8 accepts.
const std::string kBidder =
    R"({"profile":{"district":"360702","entity_type":"company","enterprise_size":"small",)"
    R"("large_controlled":false,"procurement_kind":"goods","procurement_budget":3000000,)"
    R"("procurement_above_limit":true,"procurement_sme_suitable":false,)"
    R"("procurement_buyer":"ganzhou"},"as_of":"2026-11-25"})";

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t countOf(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

std::string textOf(const std::string& request, const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {"match", "--format", "text"};
  words.insert(words.end(), more.begin(), more.end());
  const Finished finished = run(words, request);
  BOOST_TEST_REQUIRE(finished.exit_code == 0, finished.err);
  return finished.out;
}

/// The part before the first group of measures.
std::string headOf(const std::string& answer) {
  return answer.substr(0, answer.find("\n\n"));
}

/// The group under that heading; "" if it is missing.
std::string groupOf(const std::string& answer, const std::string& heading) {
  const std::size_t begin = answer.find("【" + heading);
  if (begin == std::string::npos) return {};
  return answer.substr(begin, answer.find("\n\n", begin) - begin);
}

/// The lines of one measure, its title first.
std::string measureIn(const std::string& answer, const std::string& id) {
  const std::size_t begin = answer.find("· " + id + " ");
  BOOST_TEST_REQUIRE(begin != std::string::npos, id);
  const std::size_t next = answer.find("\n· ", begin + 1);
  return answer.substr(begin, std::min(next, answer.find("\n\n", begin)) - begin);
}

struct Line {
  std::string what;
  std::string text;
};

std::ostream& operator<<(std::ostream& out, const Line& line) {
  return out << line.what;
}

const std::vector<Line> kLines = {
    {"amount", "\n    中国质量奖一次性奖励：300万元"},
    {"units", "\n    单位：市市场监管局、章贡区人民政府（属地）"},
    {"summary", "\n    说的是："},
    {"next_step", "\n    下一步："},
    {"documents", "\n    材料："},
    {"caveat", "\n    〔说明〕"},
    {"reading", "\n    〔本工具的理解〕"},
    {"document", "\n    依据：赣市经改办字〔2024〕2号《"},
    {"place", "》第11项第1格第1a款"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(TextAnswer)

BOOST_DATA_TEST_CASE(measure_says_all_that_the_page_says, kLines, line) {
  const std::string measure = measureIn(textOf(kAwards), "11.1.1a");
  BOOST_TEST(holds(measure, line.text), measure);
}

BOOST_AUTO_TEST_CASE(channels_and_newer_law_are_named) {
  const std::string measure = measureIn(textOf(kAwards), "32.1");
  BOOST_TEST(holds(measure, "\n    渠道：12345、"), measure);
  BOOST_TEST(holds(measure, "\n    〔新规定〕"), measure);
  BOOST_TEST(holds(measure, "《中华人民共和国民营经济促进法》"), measure);
}

BOOST_AUTO_TEST_CASE(sums_have_their_name_and_their_caveats) {
  const std::string head = headOf(textOf(kAwards));
  BOOST_TEST(holds(head, "\n文件写明的金额（以核定为准）：400万元；待认定 "), head);
  BOOST_TEST(holds(head, "\n  〔先问清楚〕"), head);
  BOOST_TEST(holds(head, "\n  〔不能同时享受〕"), head);
  BOOST_TEST(!holds(head, "确定"), head);
}

BOOST_AUTO_TEST_CASE(delivery_is_told_once) {
  const std::string answer = textOf(kAwards);
  BOOST_TEST(countOf(answer, "免申即享、即申即享") == 1U);
  BOOST_TEST(holds(headOf(answer), "提示：通知没有写哪一项是免申即享"));
}

BOOST_AUTO_TEST_CASE(day_long_after_the_last_check_is_told) {
  const std::string undated = R"({"profile":{},"include":[]})";
  const std::string told = "核对已超过一年";
  BOOST_TEST(!holds(textOf(undated, {"--as-of", "2026-11-25"}), told));
  BOOST_TEST(holds(textOf(undated, {"--as-of", "2040-01-01"}), told));
}

BOOST_AUTO_TEST_CASE(a_measure_that_does_not_apply_has_no_amounts) {
  // The JSON answer gives the amounts with every verdict; the text leaves them out on purpose.
  const std::string none =
      R"({"profile":{"district":"outside","quality_awards":["china_quality_award"]},"as_of":"2026-11-25"})";
  const std::string answer = textOf(none);
  const std::string away = groupOf(answer, "不涉及");
  BOOST_TEST_REQUIRE(holds(away, "· 11.1.1a "), answer);
  BOOST_TEST(!holds(away, "300万元"), away);
  BOOST_TEST(!holds(away, "\n    "), away);
}

BOOST_AUTO_TEST_CASE(a_refused_measure_has_neither_amounts_nor_example) {
  const std::string refused = groupOf(textOf(kBidder), "暂不符合");
  for (const std::string id : {"8.1.a", "8.1.b"}) {
    BOOST_TEST_REQUIRE(holds(refused, "· " + id + " "), refused);
  }
  const std::string measure = measureIn(refused, "8.1.b");
  BOOST_TEST(holds(measure, "\n    未满足："), measure);
  for (const char* amount : {"120万元", "84万元", "：不少于 ", "：举例 "}) {
    BOOST_TEST(!holds(measure, amount), measure);
  }
  BOOST_TEST(holds(measureIn(refused, "8.1.a"), "高出 100万元"), refused);
}

BOOST_AUTO_TEST_CASE(examples_are_marked) {
  std::string suitable = kBidder;
  suitable.replace(suitable.find("suitable\":false"), 15, "suitable\":true");
  const std::string measure = measureIn(textOf(suitable), "8.1.b");
  BOOST_TEST(holds(measure, "：不少于 40%"), measure);
  BOOST_TEST(holds(measure, "：举例 120万元"), measure);
  BOOST_TEST(!holds(measure, "不少于 120万元"), measure);
}

BOOST_AUTO_TEST_CASE(paid_amounts_are_marked) {
  const std::string answer =
      textOf(R"({"profile":{"district":"360702","quality_awards":["china_quality_award"],)"
             R"("quality_awards_paid":["china_quality_award"]},"as_of":"2026-11-25"})");
  BOOST_TEST(holds(measureIn(answer, "11.1.1a"), "：300万元，已领过\n"), answer);
  BOOST_TEST(holds(headOf(answer), "（以核定为准）：0元；"), answer);
}

BOOST_AUTO_TEST_CASE(a_founder_sees_what_registration_opens) {
  const std::string answer = textOf(
      R"({"profile":{"registration_status":"not_yet_registered"},"include":[],"as_of":"2026-11-25"})");
  BOOST_TEST(holds(groupOf(answer, "登记以后可用"), "· 11.1.1a "), answer);
  BOOST_TEST(!holds(textOf(kAwards), "【登记以后可用】"));
}

BOOST_AUTO_TEST_CASE(brief_is_the_form_without_guidance) {
  const std::string full = textOf(kAwards);
  const std::string brief = textOf(kAwards, {"--brief"});
  const std::string measure = measureIn(brief, "11.1.1a");
  BOOST_TEST(countOf(measure, "\n") == 2U, measure);
  BOOST_TEST(holds(measure, "\n    中国质量奖一次性奖励：300万元\n    单位："), measure);
  for (const char* part :
       {"下一步：", "渠道：", "材料：", "依据：", "说的是：", "〔", "免申即享"}) {
    BOOST_TEST(holds(full, part), part);
    BOOST_TEST(!holds(brief, part), part);
  }
  // The full form has every line of the brief form, in the same order.
  std::istringstream short_lines(brief);
  std::istringstream lines(full);
  std::string line;
  for (std::string wanted; std::getline(short_lines, wanted);) {
    while (std::getline(lines, line) && line != wanted) {
    }
    BOOST_TEST(line == wanted);
  }
}

BOOST_AUTO_TEST_CASE(brief_goes_only_with_text) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"match", "--brief"},
                                             {"match", "--brief", "--format", "json"},
                                             {"match", "--brief=yes", "--format", "text"},
                                             {"lint", "--brief"}}) {
    const Finished refused = run(words, kAwards);
    BOOST_TEST(refused.exit_code == 2, refused.err);
    BOOST_TEST(refused.out == "");
    BOOST_TEST(holds(refused.err, "--brief"), refused.err);
  }
  BOOST_TEST(holds(run({"match", "--help"}).out, "\n  --brief  "));
}

BOOST_AUTO_TEST_CASE(byte_order_mark_before_a_file_is_skipped) {
  const store::test::TemporaryFolder folder;
  const std::string file = (folder.path() / "request.json").string();
  const std::string mark = "\xEF\xBB\xBF";
  std::ofstream(file, std::ios::binary) << mark + kAwards;
  for (const std::string format : {"json", "text"}) {
    const Finished marked = run({"match", file, "--format", format});
    BOOST_TEST(marked.exit_code == 0, marked.err);
    BOOST_TEST(marked.out == run({"match", "--format", format}, kAwards).out);
    BOOST_TEST(run({"match", "--format", format}, mark + kAwards).out == marked.out);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
