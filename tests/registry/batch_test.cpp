#include "policycalc/registry/batch.h"

#include <array>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "registry/lines_written.h"
#include "registry/made_source.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::registry::test {
namespace {

using policycalc::test::parse;
using policycalc::test::realCatalogue;
using policycalc::test::textAt;

const engine::Edition& edition() {
  static const engine::Edition made(realCatalogue(), *base::Date::parse("2026-11-25"));
  return made;
}

BatchSetup setup() {
  BatchSetup made{.edition = edition(), .day = *base::Date::parse("2026-11-25")};
  made.only.fill(true);
  made.write_issue = [](const base::Issue& issue) {
    return R"({"pointer":")" + issue.pointer + R"(","code":")" + issue.code + "\"}";
  };
  return made;
}

/// What a batch wrote, read back through a pipe.
struct Ran {
  std::vector<std::string> lines;
  Summary summary;
};

Ran run(RecordReader& reader, const BatchSetup& how, const RunOptions& options = {}) {
  Ran ran;
  ran.lines = linesWritten([&](Sink& sink) { ran.summary = runBatch(reader, how, sink, options); });
  return ran;
}

Ran runLines(std::string text, const BatchSetup& how, const RunOptions& options = {}) {
  auto reader = readLines(sourceOf(std::move(text), 1 << 16));
  BOOST_REQUIRE(reader.ok());
  return run(**reader, how, options);
}

Ran runCsv(const std::string& text, BatchSetup how) {
  auto reader = readCsv(sourceOf(text, 1 << 16));
  BOOST_REQUIRE(reader.ok());
  const Mapping mapping =
      Mapping::ofFacts((*reader)->columns(), how.key, realCatalogue()->vocabulary());
  how.mapping = &mapping;
  how.columns = (*reader)->columns();
  return run(**reader, how);
}

/// The beginning of a line, up to its verdicts.
std::string headOfLine(const std::string& line) {
  return line.substr(0, line.find(R"(,"verdicts")"));
}

constexpr const char* kFirm = R"("district":"360702","ownership":"private","employees":10)";

}  // namespace

BOOST_AUTO_TEST_SUITE(Batch)

BOOST_AUTO_TEST_CASE(each_line_is_answered_in_its_place) {
  const Ran ran = runLines(std::string("{") + kFirm + ",\"id\":\"A\\\"1\"}\n\n{\"id\":7.50}\n" +
                               "nonsense\n{\"profile\":{" + kFirm + "},\"id\":null}\n[]\n" +
                               R"({"employees":"x"})" + "\n" + R"({"id":{}})" + "\n" +
                               R"({"profile":{},"x":1})",
                           setup());
  BOOST_REQUIRE(ran.lines.size() == 9U);
  BOOST_TEST(headOfLine(ran.lines[0]) == R"({"line":1,"id":"A\"1")");
  BOOST_TEST(headOfLine(ran.lines[1]) == R"({"line":3,"id":7.50)");
  BOOST_TEST(ran.lines[2] == R"({"line":4,"error":{"pointer":"","code":"syntax"}})");
  BOOST_TEST(headOfLine(ran.lines[3]) == R"({"line":5)");
  BOOST_TEST(ran.lines[4] == R"({"line":6,"error":{"pointer":"","code":"wrong_type"}})");
  BOOST_TEST(ran.lines[5] == R"({"line":7,"error":{"pointer":"/employees","code":"wrong_type"}})");
  BOOST_TEST(ran.lines[6] == R"({"line":8,"error":{"pointer":"/id","code":"wrong_type"}})");
  BOOST_TEST(ran.lines[7] == R"({"line":9,"error":{"pointer":"/x","code":"unknown_field"}})");
  BOOST_TEST(ran.lines[8] == R"({"done":true,"lines":8,"refused":5})");
  for (const std::string& line : ran.lines) static_cast<void>(parse(line));
}

BOOST_AUTO_TEST_CASE(verdicts_are_those_of_a_match) {
  const Ran ran = runLines(std::string("{") + kFirm + "}\n", setup());
  const json::Value answer = parse(ran.lines.front());
  const auto profile =
      facts::readProfile(parse(std::string("{") + kFirm + "}"), realCatalogue()->vocabulary(), "");
  const engine::Match match = engine::match(edition(), *profile);
  BOOST_TEST(match.outcomes.size() == answer.find("verdicts")->members.size());
  for (const engine::Outcome& outcome : match.outcomes) {
    BOOST_TEST(answer.find("verdicts")->find(outcome.measure().id)->text ==
               toString(outcome.verdict));
  }
}

BOOST_AUTO_TEST_CASE(only_the_verdicts_and_measures_asked_for_are_told) {
  BatchSetup how = setup();
  how.only.fill(false);
  how.only[static_cast<std::size_t>(engine::Verdict::kEligible)] = true;
  how.chosen.assign(edition().entries().size(), false);
  const std::string line = std::string("{") + kFirm + "}\n";
  BOOST_TEST(runLines(line, how).lines.front() == R"({"line":1,"verdicts":{}})");
  how.chosen.clear();
  const json::Value answer = parse(runLines(line, how).lines.front());
  BOOST_TEST(!answer.find("verdicts")->members.empty());
  for (const json::Member& member : answer.find("verdicts")->members) {
    BOOST_TEST(member.value.text == "eligible");
  }
}

BOOST_AUTO_TEST_CASE(a_key_that_is_a_fact_stays_one) {
  BatchSetup how = setup();
  how.key = "credit_code";
  const Ran ran = runLines(R"({"credit_code":"91360702MA35TEST0X"})", how);
  BOOST_TEST(headOfLine(ran.lines[0]) == R"({"line":1,"id":"91360702MA35TEST0X")");
}

BOOST_AUTO_TEST_CASE(an_explanation_replaces_the_verdicts) {
  BatchSetup how = setup();
  how.explain = [](const facts::Profile&) { return std::string("{\"told\":1}"); };
  const Ran ran = runLines("{}\n1\n", how);
  BOOST_TEST(ran.lines[0] == R"({"line":1,"answer":{"told":1}})");
  BOOST_TEST(ran.lines[1] == R"({"line":2,"error":{"pointer":"","code":"wrong_type"}})");
}

BOOST_AUTO_TEST_CASE(faults_beyond_the_first_are_counted) {
  const Ran ran = runLines(R"({"a":1,"b":2,"c":3})", setup());
  BOOST_TEST(ran.lines[0] ==
             R"({"line":1,"error":{"pointer":"/a","code":"unknown_fact"},"more_errors":2})");
}

BOOST_AUTO_TEST_CASE(many_threads_keep_the_order) {
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += "{\"employees\":" + std::to_string(i) + ",\"id\":" + std::to_string(i) + "}\n";
    if (i % 7 == 0) text += "?\n";
  }
  BatchSetup how = setup();
  how.only.fill(false);
  RunOptions one;
  RunOptions many;
  many.jobs = 7;
  std::uint64_t told = 0;
  many.progress = [&](std::uint64_t lines) {
    BOOST_TEST(lines > told);
    told = lines;
  };
  const Ran serial = runLines(text, how, one);
  const Ran parallel = runLines(text, how, many);
  BOOST_TEST((serial.lines == parallel.lines));
  BOOST_TEST(serial.lines.size() == 3000U + 429U + 1U);
  BOOST_TEST(told == 3429U);
}

BOOST_AUTO_TEST_CASE(a_million_lines_of_garbage_are_a_million_faults) {
  constexpr std::uint64_t kLines = 1'000'000;
  const std::string line = "\x01\x02 garbage \xFF,\"{\n";
  auto reader = readLines(repeated(line, line.size() * kLines), {.encoding = "utf-8"});
  BOOST_REQUIRE(reader.ok());
  const BatchSetup how = setup();
  const int file = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  Sink sink(file);
  const Summary summary = runBatch(**reader, how, sink, {.jobs = 2});
  ::close(file);
  BOOST_TEST(summary.lines == kLines);
  BOOST_TEST(summary.refused == kLines);
  BOOST_TEST(!summary.read_fault);
}

BOOST_AUTO_TEST_CASE(a_stop_ends_with_whole_lines_and_says_so) {
  const std::string line = "{}\n";
  auto reader = readLines(repeated(line, line.size() * 100'000'000));
  int asked = 0;
  RunOptions options;
  options.stop = [&asked] { return ++asked > 20; };
  const Ran ran = run(**reader, setup(), options);
  BOOST_REQUIRE(ran.lines.size() > 1U);
  const json::Value done = parse(ran.lines.back());
  BOOST_TEST(!done.find("done")->boolean);
  BOOST_TEST(done.find("interrupted")->boolean);
  BOOST_TEST(textAt(done, "/lines") == std::to_string(ran.lines.size() - 1));
  for (const std::string& each : ran.lines) BOOST_TEST(each.back() == '}');
}

BOOST_AUTO_TEST_CASE(a_fault_of_the_whole_input_is_told_in_the_last_line) {
  const Ran ran = runCsv("id,employees\nA,1\nB,\"2\nC,3\n", setup());
  BOOST_REQUIRE(ran.lines.size() == 2U);
  BOOST_TEST(headOfLine(ran.lines[0]) == R"({"line":2,"id":"A")");
  BOOST_TEST(
      ran.lines[1] ==
      R"({"done":false,"lines":1,"refused":0,"line":3,"error":{"pointer":"","code":"quote_never_closes"}})");
}

BOOST_AUTO_TEST_CASE(a_full_disk_ends_the_batch) {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  Sink sink(full);
  const std::string line = "{}\n";
  auto reader = readLines(repeated(line, line.size() * 100'000'000));
  const Summary summary = runBatch(**reader, setup(), sink, {.jobs = 2});
  ::close(full);
  BOOST_REQUIRE(summary.write_fault.has_value());
  BOOST_TEST(summary.write_fault->code == "disk_full");
}

BOOST_AUTO_TEST_CASE(a_reader_that_goes_away_ends_the_batch) {
  ::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> ends{};
  BOOST_REQUIRE(::pipe(ends.data()) == 0);
  ::close(ends[0]);
  Sink sink(ends[1]);
  const std::string line = "{}\n";
  auto reader = readLines(repeated(line, line.size() * 100'000'000));
  const Summary summary = runBatch(**reader, setup(), sink, {.jobs = 2});
  ::close(ends[1]);
  BOOST_REQUIRE(summary.write_fault.has_value());
  BOOST_TEST(summary.write_fault->code == "reader_gone");
}

BOOST_AUTO_TEST_CASE(a_csv_of_facts_is_answered) {
  const Ran ran = runCsv(
      "id,employees,business_tags,exporter\n"
      "=A1,10,catering;scenic_area,是\n"
      ",x,,\n",
      setup());
  BOOST_REQUIRE(ran.lines.size() == 3U);
  BOOST_TEST(headOfLine(ran.lines[0]) == R"({"line":2,"id":"=A1")");
  BOOST_TEST(ran.lines[1] == R"({"line":3,"error":{"pointer":"/employees","code":"malformed"}})");
}

BOOST_AUTO_TEST_CASE(answers_as_csv_have_a_cell_for_each_measure) {
  BatchSetup how = setup();
  how.as_csv = true;
  how.only.fill(false);
  const Ran ran = runCsv("id,employees\n\"=A,1\",10\n+2,x\n　,1\n", how);
  const std::size_t measures = edition().entries().size();
  BOOST_REQUIRE(ran.lines.size() == 5U);
  BOOST_TEST(ran.lines[0].starts_with("line,id,error,"));
  BOOST_TEST(ran.lines[1] == "2,\"'=A,1\"," + std::string(measures, ','));
  BOOST_TEST(ran.lines[2].starts_with("3,'+2,"));
  BOOST_TEST(ran.lines[2].find("malformed") != std::string::npos);
  BOOST_TEST(ran.lines[4] == "done,,lines 3; refused 1" + std::string(measures, ','));
  for (const std::string& line : ran.lines) {
    const AllSeen row = seenCsv("a\n" + line + "\n");
    BOOST_TEST(row.records[0].fault == "too_many_cells");  // of RFC 4180, with its quotes
  }
}

BOOST_AUTO_TEST_CASE(lines_of_json_are_mapped_too) {
  const auto mapping = Mapping::read(
      R"({"key": "代码", "columns": {"人数": {"fact": "employees"},
          "出口": {"fact": "exporter", "values": {"有": true}}}})",
      "", realCatalogue()->vocabulary());
  BOOST_REQUIRE(mapping.ok());
  BatchSetup how = setup();
  how.mapping = &*mapping;
  how.key = mapping->key();
  const Ran ran = runLines(
      "{\"代码\":\"A\",\"人数\":10,\"出口\":\"有\"}\n{\"人数\":\"1,000\",\"出口\":true}\n"
      "{\"人数\":[1]}\n{\"人\":1}\n",
      how);
  BOOST_REQUIRE(ran.lines.size() == 5U);
  BOOST_TEST(headOfLine(ran.lines[0]) == R"({"line":1,"id":"A")");
  BOOST_TEST(headOfLine(ran.lines[1]) == R"({"line":2)");
  BOOST_TEST(ran.lines[2] == R"({"line":3,"error":{"pointer":"/人数","code":"wrong_type"}})");
  BOOST_TEST(ran.lines[3] == R"({"line":4,"error":{"pointer":"/人","code":"unknown_column"}})");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::registry::test
