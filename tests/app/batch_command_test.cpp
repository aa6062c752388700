// `policycalc batch` as an engineer runs it.
#include <chrono>
#include <fstream>
#include <signal.h>
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "app/batch_progress.h"
#include "app/one_file.h"
#include "app/process.h"
#include "store/temporary_folder.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::app::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;
using Words = std::vector<std::string>;

const std::string kPolicies = POLICYCALC_SOURCE_DIR "/policies";
const std::string kMapping = kPolicies + "/mappings/company-register.json";
constexpr const char* kColumns =
    "统一社会信用代码,名称,类型,登记机关,成立日期,注册资本(万元),行业代码,从业人数,"
    "营业收入(万元),资产总额(万元),状态\n";
constexpr const char* kFirm =
    "91360702MA35TEST0X,赣州甲公司,有限责任公司(自然人独资),章贡区市场监督管理局,2015-03-01,"
    "100,C3911,45,\"1,234.56\",800,存续\n";

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Finished batch(Words words, const std::string& input = {}) {
  words.insert(words.begin(), {"batch", "--policies", kPolicies, "--as-of", "2026-11-25"});
  return run(words, input);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(BatchCommand)

BOOST_AUTO_TEST_CASE(lines_of_profiles_are_answered) {
  const Finished done = batch({}, R"({"id":"A","district":"360702","ownership":"private",)"
                                  R"("quality_awards":["china_quality_award"]})"
                                  "\n");
  BOOST_TEST(done.exit_code == 0, done.err);
  BOOST_TEST(done.err == "");
  const auto lines = linesOf(done.out);
  BOOST_REQUIRE(lines.size() == 2U);
  const json::Value answer = parse(lines[0]);
  BOOST_TEST(textAt(answer, "/id") == "A");
  BOOST_TEST(answer.find("verdicts")->find("11.1.1a")->text == "eligible");
  for (const json::Member& member : answer.find("verdicts")->members) {
    BOOST_TEST((member.value.text == "eligible" || member.value.text == "conditional"));
  }
  BOOST_TEST(lines[1] == R"({"done":true,"lines":1,"refused":0})");
}

BOOST_AUTO_TEST_CASE(a_refused_line_tells_why_in_both_languages) {
  const Finished done = batch({}, "{\"employes\":1}\n");
  BOOST_TEST(done.exit_code == 1);
  const json::Value answer = parse(linesOf(done.out).front());
  BOOST_TEST(textAt(answer, "/error/pointer") == "/employes");
  BOOST_TEST(textAt(answer, "/error/code") == "unknown_fact");
  BOOST_TEST(textAt(answer, "/error/instead/0") == "employees");
  BOOST_TEST(!textAt(answer, "/error/message").empty());
  BOOST_TEST(!textAt(answer, "/error/message_en").empty());
}

BOOST_AUTO_TEST_CASE(a_register_is_mapped_and_answered_compressed) {
  const OneFile csv("register.csv", std::string(kColumns) + kFirm);
  for (const char* ending : {".gz", ".zst"}) {
    const std::string packed = csv.beside(std::string("answers.ndjson") + ending);
    const Finished done = batch({csv.path(), "--mapping", kMapping, "--output", packed});
    BOOST_TEST(done.exit_code == 0, done.err);
    BOOST_TEST(done.out == "");
    BOOST_TEST(!holds(textOf(packed), "verdicts"));
    // Lines of answers are no companies, but they can be read back: one fault each.
    const Finished again = batch({packed});
    BOOST_TEST(again.exit_code == 1);
    BOOST_TEST(linesOf(again.out).back() == R"({"done":true,"lines":2,"refused":2})");
  }
}

BOOST_AUTO_TEST_CASE(an_explanation_is_the_core_answer) {
  const Finished done = batch({"--explain", "--measure", "11.1.1a,7.1", "--only", "eligible"},
                              R"({"district":"360702","ownership":"private",)"
                              R"("quality_awards":["china_quality_award"]})");
  BOOST_TEST(done.exit_code == 0, done.err);
  const json::Value answer = at(parse(linesOf(done.out).front()), "/answer");
  BOOST_TEST(textAt(answer, "/detail") == "core");
  BOOST_TEST(textAt(answer, "/selected") == "2");
  BOOST_TEST(at(answer, "/matches").elements.size() == 1U);
}

BOOST_AUTO_TEST_CASE(csv_comes_out_with_a_column_for_each_measure) {
  const Finished done =
      batch({"--input", "csv", "--format", "csv", "--measure", "11.1.1a", "--measure", "7.1",
             "--only", "eligible,not_eligible,undetermined,not_applicable,conditional"},
            "id,district,quality_awards\n@1,360702,china_quality_award\n2,x,\n");
  BOOST_TEST(done.exit_code == 1);
  const auto lines = linesOf(done.out);
  BOOST_REQUIRE(lines.size() == 4U);
  BOOST_TEST(lines[0] == "line,id,error,7.1,11.1.1a");
  BOOST_TEST(lines[1].starts_with("2,'@1,,"));
  BOOST_TEST(holds(lines[1], "undetermined"));
  BOOST_TEST(holds(lines[2], "unknown_value"));
  BOOST_TEST(lines[3] == "done,,lines 2; refused 1,,");
}

BOOST_AUTO_TEST_CASE(a_count_tells_totals_in_place_of_lines) {
  const std::string lines =
      R"({"district":"360702","ownership":"private","quality_awards":["china_quality_award"]})"
      "\n{}\n{\"employes\":1}\n{\n";
  const Finished done = batch({"--count", "--jobs", "2"}, lines);
  BOOST_TEST(done.exit_code == 1);
  BOOST_TEST(done.err == "");
  const auto told = linesOf(done.out);
  BOOST_REQUIRE(told.size() == 2U);
  BOOST_TEST(told[1] == R"({"done":true,"lines":4,"refused":2})");
  const json::Value counts = at(parse(told[0]), "/counts");
  for (const json::Member& measure : counts.members) {
    int companies = 0;
    BOOST_TEST(measure.value.members.size() == 6U);
    for (const json::Member& each : measure.value.members) companies += std::stoi(each.value.text);
    BOOST_TEST(companies == 2, measure.key);
  }
  BOOST_TEST(counts.find("11.1.1a")->find("eligible")->text == "1");
  BOOST_TEST(counts.find("11.1.1a")->find("undetermined")->text == "1");

  const Finished some = batch(
      {"--count", "--only", "eligible,undetermined", "--measure", "11.1.1a,7.1", "--format", "csv"},
      lines);
  BOOST_TEST(some.exit_code == 1);
  const auto rows = linesOf(some.out);
  BOOST_REQUIRE(rows.size() == 4U);
  BOOST_TEST(rows[0] == "measure,eligible,undetermined");
  BOOST_TEST(rows[1].starts_with("7.1,"));
  BOOST_TEST(rows[2] == "11.1.1a,1,1");
  BOOST_TEST(rows[3] == "done,lines 4; refused 2,");
}

BOOST_AUTO_TEST_CASE(a_count_reads_a_register_and_tells_what_ends_it) {
  const OneFile csv("register.csv", std::string(kColumns) + kFirm + kFirm);
  const Finished done = batch(
      {csv.path(), "--mapping", kMapping, "--count", "--measure", "7.1", "--only", "not_in_force"});
  BOOST_TEST(done.exit_code == 0, done.err);
  BOOST_TEST(done.out == R"({"counts":{"7.1":{"not_in_force":0}}})"
                         "\n"
                         R"({"done":true,"lines":2,"refused":0})"
                         "\n");
  const Finished cut = batch({"--input", "csv", "--format", "csv", "--count", "--measure", "7.1"},
                             "employees\n1\n\"2\n");
  BOOST_TEST(cut.exit_code == 1);
  BOOST_TEST(linesOf(cut.out).back().starts_with("failed,"));
  const Finished none = batch({"--count"});
  BOOST_TEST(none.exit_code == 0, none.err);
  BOOST_TEST(linesOf(none.out).back() == R"({"done":true,"lines":0,"refused":0})");
}

BOOST_AUTO_TEST_CASE(a_file_may_come_after_a_list) {
  const OneFile lines("a.ndjson", "{}\n");
  const Finished done = batch({"--only", "eligible,conditional", "--measure", "7.1", lines.path()});
  BOOST_TEST(done.exit_code == 0, done.err);
  BOOST_TEST(linesOf(done.out).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_mapping_is_checked) {
  const OneFile csv("register.csv", std::string(kColumns) + kFirm);
  const Finished clean = batch({csv.path(), "--mapping", kMapping, "--check-mapping"});
  BOOST_TEST(clean.exit_code == 0, clean.out);
  BOOST_TEST(textAt(parse(clean.out), "/rows") == "1");
  BOOST_TEST(!holds(clean.out, "赣州甲公司"));
  std::string strange = std::string(kColumns) + kFirm;
  strange.replace(strange.find("存续"), std::string("存续").size(), "冬眠");
  const OneFile other("register.csv", strange);
  const Finished found = batch({other.path(), "--mapping", kMapping, "--check-mapping"});
  BOOST_TEST(found.exit_code == 1);
  BOOST_TEST(holds(found.out, "`冬眠`"));
}

BOOST_AUTO_TEST_CASE(an_earlier_version_of_the_policies_answers_from_the_database) {
  const store::test::TemporaryFolder folder;
  const auto& current = policycalc::test::realCatalogue();
  {
    const auto store = store::openStore({.path = folder.database()});
    store->catalogueVersions().publish(
        {.hash = current->hash(), .published_at = {}, .content = current->content()});
  }
  const Words words{
      "batch",      "--as-of",      "2026-11-25", "--database", folder.database().string(),
      "--policies", "/nonexistent", "--measure",  "11.1.1a",    "--catalogue"};
  const auto by = [&](const std::string& hash) {
    Words all = words;
    all.push_back(hash);
    return run(all,
               "{\"quality_awards\":[\"china_quality_award\"],\"district\":\"360702\","
               "\"ownership\":\"private\"}\n");
  };
  const Finished done = by(current->hash());
  BOOST_TEST(done.exit_code == 0, done.err);
  BOOST_TEST(holds(done.out, R"("11.1.1a":"eligible")"));
  const Finished refused = by("sha256:0");
  BOOST_TEST(refused.exit_code == 2);
  BOOST_TEST(holds(refused.err, "the database has no version `sha256:0` of the policies"));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_as_a_whole_is_named) {
  const OneFile csv("register.csv", std::string(kColumns) + kFirm);
  const OneFile twice("twice.json",
                      R"({"columns":{"a":{"fact":"employees"},"b":{"fact":"employees"}}})");
  struct Case {
    Words words;
    std::string input;
    int code;
    const char* message;
  };
  for (const Case& each : {
           Case{{"/nonexistent"}, "", 2, "`/nonexistent` cannot be read"},
           Case{{"--encoding", "latin-1"}, "{}", 1, "unknown_encoding"},
           Case{{"--only", "eligable"}, "", 2, "`eligable` is not one of eligible"},
           Case{{"--measure", "7.11111"}, "", 2, "`7.11111` is not a measure"},
           Case{{"--explain", "--format", "csv"}, "", 2, "`--explain` goes with"},
           Case{{"--count", "--explain"}, "", 2, "`--count` goes neither with"},
           Case{{"--count", "--mapping", kMapping, "--check-mapping"}, "", 2, "`--count` goes"},
           Case{{"--count", "--only", "eligable"}, "", 2, "`eligable` is not one of"},
           Case{{"--count", "--output", "/dev/full"}, "{}\n", 3, "disk_full"},
           Case{{"--check-mapping"}, "", 2, "`--check-mapping` needs `--mapping`"},
           Case{{"--jobs", "0"}, "", 2, "--jobs"},
           Case{{"--format", "xml"}, "", 2, "neither `ndjson` nor `csv`"},
           Case{{"--mapping", twice.path()}, "", 2, "twice.json:1:"},
           Case{{"--mapping", twice.path()}, "", 2, "contradiction"},
           Case{{csv.path()}, "", 1, "unknown_column"},
           Case{{csv.path(), "--mapping", kMapping, "--key", "id"}, "", 2, "`id` is not a column"},
           Case{{csv.path(), "--mapping", kMapping, "--output", csv.path()}, "", 2, "overwrite"},
           Case{{"--input", "csv"}, "a,a\n", 1, "duplicate_column"},
           Case{{"--input", "csv"}, "", 1, "no_columns"},
           Case{{"--input", "csv"}, "employees\n1\n\"2\n", 1, "line 3: quote_never_closes"},
           Case{{"--output", "/nonexistent/a"}, "", 3, "cannot be written"},
           Case{{"--output", "/dev/full"}, "{}\n", 3, "disk_full"},
       }) {
    const Finished done = batch(each.words, each.input);
    BOOST_TEST(done.exit_code == each.code, done.err);
    BOOST_TEST(holds(done.err, each.message), done.err);
    BOOST_TEST(linesOf(done.err).size() <= 12U);
  }
  BOOST_TEST(textOf(csv.path()) == std::string(kColumns) + kFirm);
}

BOOST_AUTO_TEST_CASE(control_c_ends_with_whole_lines) {
  // An input that never ends: a pipe whose other end stays open.
  const OneFile pipe("unused", "");
  const std::string path = pipe.beside("pipe");
  BOOST_REQUIRE(::mkfifo(path.c_str(), S_IRUSR | S_IWUSR) == 0);
  Running running({"batch", path, "--policies", kPolicies, "--as-of", "2026-11-25", "--output",
                   pipe.beside("out")});
  std::ofstream writer(path, std::ios::binary);  // returns once the program reads
  // More than the pipe and the 64 KiB that tell the encoding hold: once all of it is written, the
  // batch has begun. The last line is cut.
  for (int i = 0; i < 20'000; ++i) writer << "{\"employees\":" << i << "}\n";
  writer << "{\"emplo" << std::flush;
  const auto output = pipe.beside("out");
  running.signal(SIGINT);
  const Finished done = running.wait();
  BOOST_TEST(done.exit_code == 130, done.err);
  const auto lines = linesOf(textOf(output));
  BOOST_REQUIRE(!lines.empty());
  const json::Value last = parse(lines.back());
  BOOST_TEST(!last.find("done")->boolean);
  BOOST_TEST(last.find("interrupted")->boolean);
  BOOST_TEST(textAt(last, "/lines") == std::to_string(lines.size() - 1));
  BOOST_TEST(textAt(last, "/refused") == "0");
}

BOOST_AUTO_TEST_CASE(progress_tells_rate_and_rest) {
  using std::chrono::milliseconds;
  BOOST_TEST(progressText(1000, milliseconds(500), 25, 100) ==
             "1000 lines, 2000 a second, 25 %, 1 s left");
  BOOST_TEST(progressText(1000, milliseconds(500), 0, 100) == "1000 lines, 2000 a second");
  BOOST_TEST(progressText(1000, milliseconds(500), 25, 0) == "1000 lines, 2000 a second");
  BOOST_TEST(progressText(0, milliseconds(0), 200, 100) == "0 lines, 0 a second, 100 %, 0 s left");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
