#include <algorithm>
#include <filesystem>
#include <fstream>
#include <signal.h>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/http/router.h"
#include "policycalc/store/store.h"

#include "app/metrics_server.h"
#include "app/process.h"
#include "http/raw_client.h"
#include "store/temporary_folder.h"
#include "support/json_path.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;
using policycalc::test::parse;
using policycalc::test::textAt;

const char* const kPolicies = POLICYCALC_SOURCE_DIR "/policies";
const char* const kAwardWinner =
    R"({"profile":{"district":"360702","quality_awards":["china_quality_award"]},"as_of":"2026-11-25"})";

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// A copy of the real policies that a test may break.
fs::path copyPolicies(const store::test::TemporaryFolder& folder) {
  fs::copy(kPolicies, folder.path() / "policies", fs::copy_options::recursive);
  return folder.path() / "policies";
}

void replaceIn(const fs::path& file, const std::string& from, const std::string& to) {
  std::ifstream in(file);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::size_t at = text.find(from);
  BOOST_TEST_REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  std::ofstream(file) << text;
}

/// The words for a service on a free port with a database in `folder`.
std::vector<std::string> serveIn(const store::test::TemporaryFolder& folder) {
  return {"serve", "--port", "0", "--database", folder.database().string()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MatchCommand)

BOOST_AUTO_TEST_CASE(reads_a_file_or_standard_input_and_prints_the_answer) {
  const Finished piped = run({"match"}, kAwardWinner);
  BOOST_TEST(piped.exit_code == 0, piped.err);
  BOOST_TEST(textAt(parse(piped.out), "/totals/certain") == "3000000");
  const store::test::TemporaryFolder folder;
  std::ofstream(folder.path() / "request.json") << kAwardWinner;
  BOOST_TEST(run({"match", (folder.path() / "request.json").string()}).out == piped.out);
  BOOST_TEST(run({"match", "-"}, kAwardWinner).out == piped.out);
  BOOST_TEST(run({"--policies", kPolicies, "match"}, kAwardWinner).out == piped.out);
}

BOOST_AUTO_TEST_CASE(the_request_says_how_much_to_print) {
  const std::string profile = std::string(kAwardWinner).substr(1);
  const auto detailOf = [&](const std::string& more) {
    return textAt(parse(run({"match"}, "{" + more + profile).out), "/detail");
  };
  BOOST_TEST(detailOf("") == "core");
  BOOST_TEST(detailOf(R"("detail":"full",)") == "full");
  BOOST_TEST(detailOf(R"("detail":"verdicts",)") == "verdicts");
  const std::string some = R"({"measures":["8.1.a"],)" + profile;
  BOOST_TEST(textAt(parse(run({"match"}, some).out), "/selected") == "1");
  BOOST_TEST(!holds(run({"match", "--format", "text"}, some).out, "300万元"));
}

BOOST_AUTO_TEST_CASE(text_format_is_for_people) {
  const Finished found = run({"match", "--format", "text"}, kAwardWinner);
  BOOST_TEST(found.exit_code == 0);
  BOOST_TEST(holds(found.out, "300万元"));
  BOOST_TEST(holds(found.out, "市市场监管局"));
}

BOOST_AUTO_TEST_CASE(bad_input_exits_1_with_a_line_an_issue) {
  const Finished refused = run({"match"}, R"({"profile":{"employees":-1,"nobody":1}})");
  BOOST_TEST(refused.exit_code == 1);
  BOOST_TEST(refused.out.empty());
  BOOST_TEST(holds(refused.err, "/profile/employees: negative: "));
  BOOST_TEST(holds(refused.err, "/profile/nobody: unknown_fact: "));
  BOOST_TEST(run({"match"}, std::string(100000, '[')).exit_code == 1);
  BOOST_TEST(run({"match"}, "").exit_code == 1);
}

BOOST_AUTO_TEST_CASE(day_can_be_given_on_either_side_but_not_on_both) {
  const char* const undated = R"({"profile":{}})";
  const Finished dated = run({"match", "--as-of", "2025-01-02"}, undated);
  BOOST_TEST(textAt(parse(dated.out), "/as_of") == "2025-01-02");
  BOOST_TEST(run({"match", "--as-of", "2025-01-02"}, kAwardWinner).exit_code == 2);
  BOOST_TEST(run({"match", "--as-of", "2025-02-29"}, undated).exit_code == 2);
  BOOST_TEST(run({"match", "--as-of", "2025-01-02", "--as-of", "2025-01-02"}, undated).exit_code ==
             2);
}

BOOST_AUTO_TEST_CASE(wrong_use_exits_2) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{},
                                             {"dance"},
                                             {"match", "--nope", "1"},
                                             {"match", "a", "b"},
                                             {"match", "--format"},
                                             {"match", "--format", "xml"},
                                             {"match", "/nonexistent/file"},
                                             {"serve", "--port", "99999"},
                                             {"lint", "--port", "1"}}) {
    const Finished refused = run(words);
    BOOST_TEST(refused.exit_code == 2, refused.err);
    BOOST_TEST(!refused.err.empty());
  }
}

BOOST_AUTO_TEST_CASE(help_is_there_for_the_program_and_each_command) {
  BOOST_TEST(holds(run({"--help"}).out, "serve"));
  for (const char* command : {"serve", "match", "lint"}) {
    const Finished help = run({command, "--help"});
    BOOST_TEST(help.exit_code == 0);
    BOOST_TEST(holds(help.out, "Exit codes"));
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ChangesCommand)

BOOST_AUTO_TEST_CASE(what_differs_between_two_folders_is_listed) {
  const store::test::TemporaryFolder folder;
  const fs::path policies = copyPolicies(folder);
  const Finished same = run({"changes", kPolicies, policies.string()});
  BOOST_TEST(same.exit_code == 0, same.err);
  BOOST_TEST(same.out == "0 changes\n");
  replaceIn(policies / "measures/08-sme-procurement.json",
            "\"title_en\": \"Small procurement projects are open to SMEs only\"",
            "\"title_en\": \"Small projects\"");
  const Finished one = run({"changes", kPolicies, policies.string()});
  BOOST_TEST(one.out ==
             "measure 8.1.a title_en [text]\n"
             "  - Small procurement projects are open to SMEs only\n"
             "  + Small projects\n"
             "1 change\n");
  // Without the second folder: that of the settings.
  const Finished back = run({"changes", policies.string(), "--policies", kPolicies});
  BOOST_TEST(holds(back.out, "  - Small projects\n"));
}

BOOST_AUTO_TEST_CASE(a_folder_with_faults_is_refused) {
  const store::test::TemporaryFolder folder;
  const fs::path policies = copyPolicies(folder);
  replaceIn(policies / "measures/08-sme-procurement.json", "\"gz-finance\"", "\"gz-nobody\"");
  for (const auto& words : {std::vector<std::string>{"changes", kPolicies, policies.string()},
                            {"changes", policies.string(), kPolicies},
                            {"changes", (folder.path() / "none").string(), kPolicies}}) {
    const Finished refused = run(words);
    BOOST_TEST(refused.exit_code == 1);
    BOOST_TEST(refused.out.empty());
    BOOST_TEST(!refused.err.empty());
  }
  BOOST_TEST(run({"changes"}).exit_code == 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(LintCommand)

BOOST_AUTO_TEST_CASE(real_policies_are_sound) {
  const Finished sound = run({"lint", kPolicies});
  BOOST_TEST(sound.exit_code == 0, sound.err);
  BOOST_TEST(holds(sound.out, "sha256:"));
}

BOOST_AUTO_TEST_CASE(all_faults_of_a_folder_are_listed_with_their_lines) {
  const store::test::TemporaryFolder folder;
  const fs::path policies = copyPolicies(folder);
  replaceIn(policies / "measures/08-sme-procurement.json", "\"gz-finance\"", "\"gz-nobody\"");
  replaceIn(policies / "measures/11-quality.json", "\"has\"", "\"haz\"");
  const Finished faulty = run({"lint", policies.string()});
  BOOST_TEST(faulty.exit_code == 1);
  BOOST_TEST(holds(faulty.err, "unknown_unit: `gz-nobody`"));
  BOOST_TEST(holds(faulty.err, "measures/11-quality.json:"));
  BOOST_TEST(holds(faulty.err, "`haz`"));
}

BOOST_AUTO_TEST_CASE(worked_case_that_fails_is_named) {
  const store::test::TemporaryFolder folder;
  const fs::path policies = copyPolicies(folder);
  replaceIn(policies / "parameters.json", "3000000", "3000001");
  const Finished faulty = run({"lint", policies.string()});
  BOOST_TEST(faulty.exit_code == 1);
  BOOST_TEST(holds(faulty.err, "cases/11-quality.json:"));
  BOOST_TEST(holds(faulty.err, "case_failed"));
}

BOOST_AUTO_TEST_CASE(a_slip_in_the_calendar_of_the_desk_is_named_beside_the_others) {
  const store::test::TemporaryFolder folder;
  const fs::path policies = copyPolicies(folder);
  replaceIn(policies / "hall/workdays.json", "\"day\": \"2026-01-04\"", "\"day\": \"2026-01-05\"");
  const Finished slip = run({"lint", policies.string()});
  BOOST_TEST(slip.exit_code == 1);
  BOOST_TEST(holds(slip.err, "hall/workdays.json:43:"));
  BOOST_TEST(holds(slip.err, "worked_weekday"));
  replaceIn(policies / "units.json", "\"gz-finance\"", "\"gz-treasury\"");
  const Finished both = run({"lint", policies.string()});
  BOOST_TEST(holds(both.err, "worked_weekday"));
  BOOST_TEST(holds(both.err, "unknown_unit"));
  fs::remove(policies / "hall/workdays.json");
  BOOST_TEST(holds(run({"lint", policies.string()}).err, "hall/workdays.json: missing_file"));
  fs::create_directory(policies / "hall/workdays.json");
  BOOST_TEST(holds(run({"lint", policies.string()}).err, "hall/workdays.json: unreadable"));
}

BOOST_AUTO_TEST_CASE(missing_folder_is_refused) {
  BOOST_TEST(run({"lint", "/nonexistent"}).exit_code == 1);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ServeCommand)

BOOST_AUTO_TEST_CASE(serves_the_page_and_the_api_and_ends_on_sigterm) {
  const store::test::TemporaryFolder folder;
  Serving serving(serveIn(folder), {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  const auto page = http::test::exchange(serving.port(),
                                         "GET / HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
  BOOST_TEST(page.status == 200);
  BOOST_TEST(page.header("Content-Type") == "text/html; charset=utf-8");
  const auto ready = http::test::exchange(
      serving.port(), "GET /health/ready HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
  BOOST_TEST(ready.status == 200);
  serving.signal(SIGTERM);
  BOOST_TEST(serving.wait().exit_code == 0);
  BOOST_TEST(fs::exists(folder.database()));
}

BOOST_AUTO_TEST_CASE(a_log_that_is_not_read_delays_no_answer) {
  const store::test::TemporaryFolder folder;
  Serving serving(serveIn(folder), {});  // reads no line of the log before wait()
  BOOST_TEST_REQUIRE(serving.port() != 0);
  // Above what a pipe holds: each request logs about 80 bytes.
  for (int connection = 0; connection < 4; ++connection) {
    http::test::RawClient client(serving.port());
    for (int request = 0; request < 500; ++request) {
      client.send("GET /health/live HTTP/1.1\r\nHost: t\r\n\r\n");
      BOOST_TEST_REQUIRE(client.receive().status == 200);
    }
  }
  serving.signal(SIGTERM);
  const Finished finished = serving.wait();
  BOOST_TEST(finished.exit_code == 0);
  BOOST_TEST(std::count(finished.err.begin(), finished.err.end(), '\n') > 500);
}

BOOST_AUTO_TEST_CASE(a_stop_waits_for_slow_requests_no_longer_than_configured) {
  const store::test::TemporaryFolder folder;
  std::vector<std::string> words = serveIn(folder);
  words.insert(words.end(), {"--drain-seconds", "1", "--request-deadline-seconds", "3600"});
  Serving serving(words, {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  http::test::RawClient slow(serving.port());
  slow.send(
      "POST /api/v1/match HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: "
      "9\r\n\r\n");
  BOOST_TEST(slow.receive().status == 100);
  serving.signal(SIGTERM);
  BOOST_TEST(slow.receive().status == 408);
  BOOST_TEST(serving.wait().exit_code == 0);
  BOOST_CHECK_THROW(http::test::RawClient(serving.port()), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(settings_come_from_flags_before_environment_before_file) {
  const store::test::TemporaryFolder folder;
  const fs::path config = folder.path() / "config.json";
  std::ofstream(config) << R"({"port": 1, "keep_alive_seconds": 2})";
  Serving serving({"serve", "--config", config.string(), "--port", "0"},
                  {"POLICYCALC_PORT=2", "POLICYCALC_DATABASE=" + folder.database().string()});
  BOOST_TEST(serving.port() > 2);
  serving.signal(SIGINT);
  BOOST_TEST(serving.wait().exit_code == 0);
}

BOOST_AUTO_TEST_CASE(wrong_configuration_is_named_in_full) {
  const store::test::TemporaryFolder folder;
  const fs::path config = folder.path() / "config.json";
  std::ofstream(config) << R"({"prot": 1, "max_connections": 0})";
  const Finished refused = run({"serve", "--config", config.string()});
  BOOST_TEST(refused.exit_code == 2);
  BOOST_TEST(holds(refused.err, "`prot` is not a setting (did you mean `port`?)"));
  BOOST_TEST(holds(refused.err, "max_connections"));
  BOOST_TEST(run({"serve"}, {}, {"POLICYCALC_PROT=1"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(broken_policies_refuse_to_start) {
  const store::test::TemporaryFolder folder;
  const fs::path policies = copyPolicies(folder);
  replaceIn(policies / "units.json", "\"gz-finance\"", "\"gz-treasury\"");
  std::vector<std::string> words = serveIn(folder);
  words.insert(words.end(), {"--policies", policies.string()});
  const Finished refused = run(words);
  BOOST_TEST(refused.exit_code == 1);
  BOOST_TEST(holds(refused.err, "unknown_unit"));
  BOOST_TEST(!fs::exists(folder.database()));
}

BOOST_AUTO_TEST_CASE(unusable_database_exits_3_with_one_line) {
  const store::test::TemporaryFolder folder;
  fs::create_directory(folder.database());
  const Finished failed = run(serveIn(folder));
  BOOST_TEST(failed.exit_code == 3);
  BOOST_TEST(std::count(failed.err.begin(), failed.err.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(service_key_is_made_once_beside_the_database_with_mode_0600) {
  const store::test::TemporaryFolder folder;
  const fs::path key = folder.path() / "policycalc.key";
  std::string first;
  for (int start = 0; start < 2; ++start) {
    Serving serving(serveIn(folder), {});
    serving.signal(SIGTERM);
    BOOST_TEST(serving.wait().exit_code == 0);
    BOOST_TEST((fs::status(key).permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
    std::ifstream in(key);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    BOOST_TEST(!text.empty());
    if (start == 0) first = text;
    BOOST_TEST(text == first);
  }
}

BOOST_AUTO_TEST_CASE(unusable_service_key_exits_3_with_one_line_that_names_it) {
  const store::test::TemporaryFolder folder;
  const fs::path key = folder.path() / "my.key";
  std::ofstream(key) << "no key";
  fs::permissions(key, fs::perms::owner_read);
  std::vector<std::string> words = serveIn(folder);
  words.insert(words.end(), {"--service-key", key.string()});
  const Finished failed = run(words);
  BOOST_TEST(failed.exit_code == 3);
  BOOST_TEST(holds(failed.err, key.string()));
  BOOST_TEST(std::count(failed.err.begin(), failed.err.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(a_damaged_database_exits_3_with_one_line_that_names_it) {
  const store::test::TemporaryFolder folder;
  store::openStore({folder.database()});
  {
    constexpr std::streamoff kPage = 4096;
    const auto pages = static_cast<std::streamoff>(fs::file_size(folder.database())) / kPage;
    std::fstream file(folder.database(), std::ios::in | std::ios::out | std::ios::binary);
    for (std::streamoff page = 2; page < pages; ++page) {
      file.seekp(page * kPage);
      file << std::string(64, '\x5a');
    }
  }
  const Finished failed = run(serveIn(folder));
  BOOST_TEST(failed.exit_code == 3);
  BOOST_TEST(holds(failed.err, folder.database().string()), failed.err);
  BOOST_TEST(holds(failed.err, "damaged"), failed.err);
  BOOST_TEST(std::count(failed.err.begin(), failed.err.end(), '\n') == 1, failed.err);
}

BOOST_AUTO_TEST_CASE(a_new_database_is_said_once) {
  const store::test::TemporaryFolder folder;
  for (const bool is_new : {true, false}) {
    Serving serving(serveIn(folder), {});
    serving.signal(SIGTERM);
    BOOST_TEST(holds(serving.wait().err, "new database made at") == is_new);
  }
}

BOOST_AUTO_TEST_CASE(figures_with_an_address_for_themselves_leave_the_public_port) {
  const store::test::TemporaryFolder folder;
  std::vector<std::string> words = serveIn(folder);
  words.insert(words.end(), {"--metrics-address", "127.0.0.1:0"});
  const Serving serving(words, {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  const char* question = "GET /metrics HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n";
  BOOST_TEST(http::test::exchange(serving.port(), question).status == 404);
}

BOOST_AUTO_TEST_CASE(the_address_of_the_figures_answers_them_and_nothing_else) {
  http::Router router;
  router.get("/metrics", [](const http::Request&) { return http::Response::json("figures"); });
  const MetricsServers servers({"127.0.0.1:0", "127.0.0.1:0"}, router, {});
  BOOST_TEST_REQUIRE(servers.ports().size() == 2U);
  for (const std::uint16_t port : servers.ports()) {
    const auto ask = [&](const std::string& path) {
      return http::test::exchange(
          port, "GET " + path + " HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
    };
    BOOST_TEST(ask("/metrics").body == "figures");
    BOOST_TEST(ask("/health/live").status == 404);
  }
}

BOOST_AUTO_TEST_CASE(port_in_use_exits_3) {
  const store::test::TemporaryFolder folder;
  const Serving first(serveIn(folder), {});
  const Finished second = run({"serve", "--port", std::to_string(first.port()), "--database",
                               (folder.path() / "other.db").string()});
  BOOST_TEST(second.exit_code == 3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
