#include "policycalc/registry/roll.h"

#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "policycalc/engine/match.h"

#include "registry/lines_written.h"
#include "registry/made_register.h"
#include "registry/made_source.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::registry::test {
namespace {

using policycalc::test::parse;
using policycalc::test::realCatalogue;
using policycalc::test::textAt;

constexpr const char* kMeasure = "11.1.1a";
const std::string kWinner = R"("district":"360702","quality_awards":["china_quality_award"])";
const std::string kFirm = R"("entity_type":"company","district":"360702")";
const std::string kCompany = R"("entity_type":"company",)" + kWinner;

const engine::Edition& edition() {
  static const engine::Edition made(realCatalogue(), *base::Date::parse("2026-11-25"));
  return made;
}

std::size_t indexOf(std::string_view id) {
  const auto& entries = edition().entries();
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [id](const auto& entry) { return entry.measure->id == id; });
  BOOST_REQUIRE((found != entries.end()));
  return found->index;
}

std::string line(const std::string& id, const std::string& facts) {
  return "{\"id\":\"" + id + "\"," + facts + "}\n";
}

/// What a test asks of a roll.
struct Asked {
  bool as_csv = false;
  unsigned jobs = 1;
  const FormerRoll* former = nullptr;
  std::function<bool()> stop = {};
};

struct Ran {
  std::vector<std::string> lines;
  RollSummary summary;

  std::string text() const {
    std::string all;
    for (const std::string& each : lines) all += each + "\n";
    return all;
  }
};

Ran rollOf(std::string registry, const Asked& asked = {}, std::string_view measure = kMeasure) {
  const auto reader = readLines(sourceOf(std::move(registry), 1 << 16));
  BOOST_REQUIRE(reader.ok());
  BatchSetup batch{.edition = edition(), .day = *base::Date::parse("2026-11-25")};
  batch.as_csv = asked.as_csv;
  batch.write_issue = [](const base::Issue& issue) { return "\"" + issue.code + "\""; };
  const RollSetup setup{.batch = batch, .measure = indexOf(measure), .former = asked.former};
  RunOptions options;
  options.jobs = asked.jobs;
  options.stop = asked.stop;
  Ran ran;
  ran.lines =
      linesWritten([&](Sink& sink) { ran.summary = runRoll(**reader, setup, sink, options); });
  return ran;
}

std::unique_ptr<FormerRoll> formerOf(std::string text) {
  auto former = FormerRoll::read(sourceOf(std::move(text), 7), kMeasure);
  BOOST_REQUIRE(former.ok());
  return std::move(former).value();
}

std::string faultOf(std::string text) {
  const auto former = FormerRoll::read(sourceOf(std::move(text), 7), kMeasure);
  return former.ok() ? "" : former.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Roll)

BOOST_AUTO_TEST_CASE(it_says_first_that_it_is_not_public_and_is_never_a_decision) {
  for (const bool as_csv : {false, true}) {
    const Ran ran = rollOf("", {.as_csv = as_csv});
    BOOST_TEST(ran.lines.front().find("名单核对") != std::string::npos);
    BOOST_TEST(ran.lines.front().find("不对外公开") != std::string::npos);
    BOOST_TEST(ran.text().find(kMeasure) != std::string::npos);
    BOOST_TEST(ran.text().find(realCatalogue()->hash()) != std::string::npos);
    BOOST_TEST(ran.text().find("免申即享") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(it_lists_who_is_eligible_or_one_fact_short_and_which) {
  const Ran ran =
      rollOf(line("A", kCompany) + line("B", kFirm) + line("C", R"("entity_type":"company")") +
             line("D", kCompany + R"(,"company_name":"丁公司","employees":5)") +
             line("E", R"("entity_type":"company","quality_awards":[])") + "?\n");
  BOOST_REQUIRE(ran.lines.size() == 6U);
  BOOST_TEST(ran.lines[1] == R"({"line":1,"id":"A","standing":"eligible","county":"360702"})");
  BOOST_TEST(
      ran.lines[2] ==
      R"({"line":2,"id":"B","standing":"one_fact_short","county":"360702","missing":"quality_awards"})");
  BOOST_TEST(textAt(parse(ran.lines[3]), "/name") == "丁公司");
  BOOST_TEST(ran.lines[4] == R"({"line":6,"error":"syntax"})");
  const json::Value done = parse(ran.lines[5]);
  BOOST_TEST(textAt(done, "/eligible") == "2");
  BOOST_TEST(textAt(done, "/one_fact_short") == "1");
  BOOST_TEST(textAt(done, "/lines") == "6");
  BOOST_TEST(textAt(done, "/refused") == "1");
  const RollCounts& counts = ran.summary.counts;
  BOOST_TEST(counts.listed() == 3U);
  BOOST_TEST(counts.by_county.at("360702").at(0) == 2U);
  BOOST_TEST(counts.by_fact.at("quality_awards") == 1U);
}

// The verdict on this measure does not depend on the type; the roll does.
BOOST_AUTO_TEST_CASE(a_company_without_a_type_is_never_eligible_by_default) {
  const std::string& unknown = kWinner;
  const auto profile =
      facts::readProfile(parse("{" + unknown + "}"), realCatalogue()->vocabulary(), "");
  BOOST_REQUIRE(
      (engine::verdicts(edition(), *profile)[indexOf(kMeasure)] == engine::Verdict::kEligible));
  const Ran ran = rollOf(line("A", unknown) + line("B", R"("quality_awards":[])"));
  BOOST_REQUIRE(ran.lines.size() == 3U);
  BOOST_TEST(textAt(parse(ran.lines[1]), "/standing") == "entity_type_unknown");
  BOOST_TEST(ran.summary.counts.all[0] == 0U);
}

BOOST_AUTO_TEST_CASE(standings_are_those_of_a_match) {
  const MadeRegister made = madeRegister(5, 400);
  std::string registry;
  for (std::size_t i = 0; i < made.profiles.size(); ++i) {
    registry += "{\"id\":" + std::to_string(i) + ",\"profile\":" + made.profiles[i] + "}\n";
  }
  std::size_t listed = 0;
  for (const std::size_t measure :
       {std::size_t{0}, indexOf("7.1"), indexOf("8.1.b"), indexOf(kMeasure)}) {
    const std::string id = edition().entries()[measure].measure->id;
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < made.profiles.size(); ++i) {
      const auto profile =
          facts::readProfile(parse(made.profiles[i]), realCatalogue()->vocabulary(), "");
      const engine::Match match = engine::match(edition(), *profile);
      const auto outcome = std::find_if(match.outcomes.begin(), match.outcomes.end(),
                                        [&](const auto& each) { return each.measure().id == id; });
      const bool short_of_one =
          outcome->verdict == engine::Verdict::kUndetermined && outcome->missing.size() == 1;
      const bool is_open = outcome->verdict == engine::Verdict::kEligible ||
                           outcome->verdict == engine::Verdict::kConditional;
      const auto type = realCatalogue()->vocabulary().known().entity_type;
      std::string standing = short_of_one ? "one_fact_short"
                             : is_open    ? std::string(toString(outcome->verdict))
                                          : "";
      const bool may_be = is_open || outcome->verdict == engine::Verdict::kUndetermined;
      if (may_be && !(*profile)[type].known) standing = "entity_type_unknown";
      if (!standing.empty()) expected.push_back(std::to_string(i) + " " + standing);
    }
    const Ran ran = rollOf(registry, {.jobs = 3}, id);
    std::vector<std::string> found;
    for (std::size_t i = 1; i + 1 < ran.lines.size(); ++i) {
      const json::Value each = parse(ran.lines[i]);
      found.push_back(textAt(each, "/id") + " " + textAt(each, "/standing"));
    }
    BOOST_TEST((found == expected), id);
    listed += found.size();
  }
  BOOST_TEST(listed > 100U);
}

BOOST_AUTO_TEST_CASE(it_tells_what_has_changed_since_the_former_roll) {
  const std::string before =
      line("A", kCompany) + line("=B", kFirm) + line("C", kCompany) + line("7", kCompany);
  const std::string after = line("A", kCompany) + line("=B", kCompany) + line("D", kCompany) + "{" +
                            kCompany + "}\n{\"id\":7," + kCompany + "}\n";
  for (const bool as_csv : {false, true}) {
    const auto former = formerOf(rollOf(before, {.as_csv = as_csv}).text());
    const Ran ran = rollOf(after, {.jobs = 2, .former = former.get()});
    BOOST_REQUIRE(ran.lines.size() == 8U);
    BOOST_TEST(textAt(parse(ran.lines[1]), "/change") == "same");
    BOOST_TEST(textAt(parse(ran.lines[2]), "/change") == "changed");
    BOOST_TEST(textAt(parse(ran.lines[2]), "/former") == "one_fact_short");
    BOOST_TEST(textAt(parse(ran.lines[3]), "/change") == "new");
    BOOST_TEST((parse(ran.lines[4]).find("change") == nullptr));
    BOOST_TEST(textAt(parse(ran.lines[5]), "/change") == "same");
    BOOST_TEST(ran.lines[6] == R"({"id":"C","change":"gone","former":"eligible"})");
    const RollCounts& counts = ran.summary.counts;
    BOOST_TEST(counts.added == 1U);
    BOOST_TEST(counts.changed == 1U);
    BOOST_TEST(counts.gone == 1U);
    BOOST_TEST(counts.without_id == 1U);
  }
}

BOOST_AUTO_TEST_CASE(what_a_former_roll_tells_of_gone_companies_is_not_told_again) {
  const auto first = formerOf(rollOf(line("A", kCompany)).text());
  for (const bool as_csv : {false, true}) {
    const auto second = formerOf(rollOf("", {.as_csv = as_csv, .former = first.get()}).text());
    BOOST_TEST(rollOf("", {.former = second.get()}).summary.counts.gone == 0U);
  }
}

BOOST_AUTO_TEST_CASE(a_roll_that_was_interrupted_tells_nobody_gone) {
  const auto former = formerOf(rollOf(line("A", kCompany)).text());
  const Ran ran = rollOf("{}\n", {.former = former.get(), .stop = [] { return true; }});
  BOOST_TEST(ran.summary.counts.gone == 0U);
  BOOST_TEST(!parse(ran.lines.back()).find("done")->boolean);
  BOOST_TEST(faultOf(ran.text()) == "not_complete");
}

BOOST_AUTO_TEST_CASE(rows_have_a_cell_for_each_column) {
  const auto former = formerOf(rollOf(line("G", kCompany)).text());
  const Ran ran = rollOf(line("=1", kFirm) + "?\n", {.as_csv = true, .former = former.get()});
  std::string table;
  for (const std::string& each : ran.lines) {
    if (each.front() != '#' && each.find("名单核对") == std::string::npos) table += each + "\n";
  }
  const AllSeen seen = seenCsv(table);
  BOOST_TEST(seen.columns.size() == 10U);
  BOOST_REQUIRE(seen.records.size() == 4U);
  for (const Seen& record : seen.records) BOOST_TEST(record.fault == "");
  BOOST_TEST(seen.records[0].cells[1] == "'=1");
  BOOST_TEST(seen.records[1].cells[9].find("syntax") != std::string::npos);
  BOOST_TEST(seen.records[2].cells[7] == "gone");
  BOOST_TEST(seen.records[3].cells[0] == "done");
}

BOOST_AUTO_TEST_CASE(what_is_no_former_roll_of_the_measure_is_refused) {
  BOOST_TEST(faultOf("") == "not_a_roll");
  BOOST_TEST(faultOf("{}\n") == "not_a_roll");
  BOOST_TEST(faultOf("nonsense\n") == "not_a_roll");
  BOOST_TEST(faultOf("# a\n# b") == "not_a_roll");
  BOOST_TEST(faultOf("# a\nline,id,standing\n") == "not_a_roll");
  BOOST_TEST(faultOf("#" + std::string(10'000, 'x')) == "not_a_roll");
  BOOST_TEST(faultOf("# measure 11.1.1a; x\nline,id\n") == "not_a_roll");
  BOOST_TEST(faultOf("# measure 7.1; x\n") == "other_measure");
  BOOST_TEST(faultOf(rollOf("", {}, "7.1").text()) == "other_measure");
  BOOST_TEST(faultOf(rollOf("").lines.front()) == "not_complete");
  BOOST_TEST(faultOf(packed(rollOf("").text(), Packing::kGzip)) == "");
  BOOST_TEST(faultOf(packed(rollOf("").text(), Packing::kGzip).substr(0, 30)) == "cut_short");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::registry::test
