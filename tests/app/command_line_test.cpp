// What the command line takes and refuses. A refusal is one line, exits 2, and nothing has run.
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

const char* const kPolicies = POLICYCALC_SOURCE_DIR "/policies";

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

struct Refusal {
  Words words;
  std::string message;
};

std::ostream& operator<<(std::ostream& out, const Refusal& refusal) {
  for (const std::string& word : refusal.words) out << word << ' ';
  return out;
}

const std::string kCommands =
    "serve, match, batch, roll, sql, lint, changes, publish, approve, withdraw, rollback, "
    "versions, feedback, staff, "
    "backup, restore, clock, doctor, bench, key-file, api-key";

const std::vector<Refusal> kRefusals = {
    {{}, "policycalc: what to do is missing: " + kCommands},
    {{"staff"},
     "policycalc staff: what to do is missing: add, list, reset, reset-second-factor, disable, "
     "enable"},
    {{"dance"}, "policycalc: `dance` is not one of " + kCommands},
    {{"serv"}, "(did you mean `serve`?)"},
    {{"feedback", "shwo", "F-1"}, "`shwo` is not one of list, show, set, remove"},
    {{""}, "policycalc: `` is not one of"},
    {{"大厅"}, "`大厅` is not one of"},
    {{"\xff\xfe"}, "<0xFF><0xFE>"},
    {{"\x1b[2J\u202e"}, "<U+001B>[2J<U+202E>"},
    {{"--", "match"}, "policycalc: what to do is missing"},
    {{"match", "--nope", "1"}, "policycalc match: `--nope` is not an option"},
    {{"match", "--fromat=text"}, "`--fromat` is not an option (did you mean `--format`?)"},
    {{"match", "--大厅"}, "`--大厅` is not an option"},
    {{"match", "--\xff"}, "`--<0xFF>` is not an option"},
    {{"match", "-x"}, "`-x` is not an option"},
    {{"match", "-", "---as-of"}, "`---as-of` is not an option (did you mean `--as-of`?)"},
    {{"lint", "--port", "1"}, "policycalc lint: `--port` is not an option"},
    {{"--port", "1", "lint"}, "policycalc lint: `--port` is not an option"},
    {{"--nope", "match"}, "`--nope` is not an option"},
    {{"match", "a", "b"}, "`b` is one argument too many"},
    {{"match", "--", "a", "--brief"}, "`--brief` is not an option"},
    {{"match", "--format"}, "`--format` needs a value"},
    {{"match", "--format="}, "`` is neither `json` nor `text`"},
    {{"match", "--format=", "text"}, "`` is neither `json` nor `text`"},
    {{"match", "--brief=1"}, "`--brief` takes no value"},
    {{"match", "--brief", "--brief"}, "`--brief` is given twice"},
    {{"match", "--as-of", "2026-11-25", "--as-of=2026-11-25"}, "`--as-of` is given twice"},
    {{"--policies", "a", "match", "--policies", "a"}, "`--policies` is given twice"},
    {{"match", "--config="}, "--config: the value is empty"},
    {{"match", "--as-of", ""}, "--as-of: "},
    {{"match", "--as-of", "99999999999999999999"}, "--as-of: "},
    {{"lint", ""}, "DIR: the value is empty"},
    {{"backup"}, "policycalc backup: FILE is required"},
    {{"publish", "--dry-run"}, "policycalc publish: DIR is required"},
    {{"rollback", "--by", "甲", "--why", "误"}, "policycalc rollback: HASH is required"},
    {{"approve", "--by", "甲"}, "policycalc approve: HASH is required"},
    {{"rollback", "123456", "--by", " "}, "--by: the value is empty"},
    {{"feedback", "set", "F-1"}, "policycalc feedback set: STATE is required"},
    {{"staff", "add", "wang", "--role", "clerk"}, "policycalc staff add: --name is required"},
};

const std::vector<Refusal> kBadSettings = {
    {{"serve", "--port", "99999999999999999999"},
     "port: wrong_value: `99999999999999999999` is not"},
    {{"serve", "--port", "-1"}, "`-1` is not a whole number from 0 to 65535"},
    {{"serve", "--port="}, "`` is not a whole number"},
    {{"serve", "--port=0x10"}, "`0x10` is not a whole number"},
    {{"serve", "--cors", "{}"}, "`{}` is neither `true` nor `false`"},
    {{"serve", "--host="}, "host: wrong_value: `host` is empty"},
    {{"serve", "--allowed-hosts", "[a,b]"}, "`[a` is not a host name"},
    {{"serve", "--trusted-proxies", "\x1b[2J\xff"}, "`<U+001B>[2J<0xFF>` is not an IP address"},
    {{"serve", "--config", "/nonexistent/\x1b"}, "/nonexistent/<U+001B>: unreadable"},
};

bool isHarmless(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7f || byte == 0xff;
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(CommandLine)

BOOST_DATA_TEST_CASE(wrong_words_are_refused_in_one_line, kRefusals, refusal) {
  const Finished refused = run(refusal.words);
  BOOST_TEST(refused.exit_code == 2, refused.err);
  BOOST_TEST(refused.out.empty());
  BOOST_TEST(holds(refused.err, refusal.message), refused.err);
  BOOST_TEST(holds(refused.err, " --help`\n"), refused.err);
  BOOST_TEST(std::count(refused.err.begin(), refused.err.end(), '\n') == 1, refused.err);
  BOOST_TEST(isHarmless(refused.err));
}

BOOST_DATA_TEST_CASE(wrong_settings_are_refused, kBadSettings, refusal) {
  const Finished refused = run(refusal.words);
  BOOST_TEST(refused.exit_code == 2, refused.err);
  BOOST_TEST(refused.out.empty());
  BOOST_TEST(holds(refused.err, refusal.message), refused.err);
  BOOST_TEST(isHarmless(refused.err));
}

BOOST_AUTO_TEST_CASE(options_may_come_before_and_after_their_command) {
  const std::string request = R"({"profile":{},"as_of":"2026-11-25"})";
  const Finished usual = run({"match", "--policies", kPolicies, "--format=text", "-"}, request);
  BOOST_TEST(usual.exit_code == 0, usual.err);
  for (const Words& words :
       {Words{"--policies", kPolicies, "match", "-", "--format", "text"},
        Words{"--format", "text", "--policies=" + std::string(kPolicies), "match"},
        Words{"match", "--format", "text", "--policies", kPolicies, "--", "-"}}) {
    const Finished other = run(words, request);
    BOOST_TEST(other.exit_code == 0, other.err);
    BOOST_TEST(other.out == usual.out);
  }
  const store::test::TemporaryFolder folder;
  const std::string nowhere = folder.database().string();
  for (const Words& words : {Words{"--database", nowhere, "staff", "list"},
                             Words{"staff", "--database", nowhere, "list"},
                             Words{"staff", "list", "--database", nowhere}}) {
    const Finished failed = run(words);
    BOOST_TEST(failed.exit_code == 3, failed.err);
    BOOST_TEST(holds(failed.err, nowhere + " does not exist"), failed.err);
  }
}

BOOST_AUTO_TEST_CASE(a_value_that_looks_like_a_command_or_an_option_is_a_value) {
  BOOST_TEST(holds(run({"--policies", "serve", "lint"}).err, "serve"));
  BOOST_TEST(run({"--policies", "serve", "lint"}).exit_code == 1);
  BOOST_TEST(holds(run({"match", "lint"}).err, "`lint` cannot be read"));
  BOOST_TEST(holds(run({"match", "--policies", "--brief"}, R"({"profile":{}})").err, "--brief"));
  BOOST_TEST(holds(run({"match", "--", "--brief"}).err, "`--brief` cannot be read"));
  BOOST_TEST(holds(run({"match", "/nonexistent/\x1b"}).err, "`/nonexistent/<U+001B>` cannot"));
}

BOOST_AUTO_TEST_CASE(an_empty_list_can_be_given) {
  const Finished refused = run({"serve", "--trusted-proxies=", "--port", "x"});
  BOOST_TEST(refused.exit_code == 2);
  BOOST_TEST(!holds(refused.err, "trusted_proxies"));
  BOOST_TEST(holds(refused.err, "`x` is not a whole number"));
}

BOOST_AUTO_TEST_CASE(nothing_runs_after_a_wrong_word) {
  const store::test::TemporaryFolder folder;
  const Finished refused =
      run({"serve", "--port", "0", "--database", folder.database().string(), "--nope"});
  BOOST_TEST(refused.exit_code == 2);
  BOOST_TEST(!fs::exists(folder.database()));
}

BOOST_AUTO_TEST_CASE(help_and_version_are_printed_and_nothing_else_runs) {
  for (const Words& words :
       {Words{"--help"}, Words{"-h"}, Words{"--help", "match"}, Words{"serve", "--help"},
        Words{"serve", "--port", "0", "-h"}, Words{"staff", "--help"},
        Words{"staff", "add", "--help"}, Words{"feedback", "set", "--help"},
        Words{"backup", "--help"}, Words{"restore", "--help"}}) {
    const Finished help = run(words);
    BOOST_TEST(help.exit_code == 0, help.err);
    BOOST_TEST(help.err.empty());
    BOOST_TEST(holds(help.out, "Usage: policycalc"));
    BOOST_TEST(holds(help.out, "Exit codes: 0 done"));
  }
  BOOST_TEST(holds(run({"--help", "match"}).out, "--as-of"));
  const Finished version = run({"--version"});
  BOOST_TEST(version.exit_code == 0);
  BOOST_TEST(version.out.rfind("policycalc ", 0) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
