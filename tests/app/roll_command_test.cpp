// `policycalc roll` as an engineer runs it for a unit.
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "policycalc/store/store.h"

#include "app/one_file.h"
#include "app/process.h"
#include "support/json_path.h"
#include "support/real_policies.h"

namespace policycalc::app::test {
namespace {

using Words = std::vector<std::string>;

const std::string kPolicies = POLICYCALC_SOURCE_DIR "/policies";
const std::string kRegister =
    R"({"id":"A","entity_type":"company","ownership":"private","district":"360702",)"
    R"("company_name":"赣州甲公司","quality_awards":["china_quality_award"]})"
    "\n"
    R"({"id":"B","entity_type":"company","district":"360702",)"
    R"("company_name":"赣州乙公司"})"
    "\n";

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Finished roll(const Words& more, const std::string& input = kRegister) {
  Words words{"roll", "--policies", kPolicies, "--as-of", "2026-11-25", "--measure", "11.1.1a"};
  words.insert(words.end(), more.begin(), more.end());
  return run(words, input);
}

unsigned modeOf(const std::string& path) {
  struct stat status {};
  BOOST_REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

/// A database with two accounts, one of them closed.
class Desk {
 public:
  Desk() : store_(store::openStore({.path = folder_.database()})) {
    open_ = add("wang", true);
    add("gone", false);
  }

  std::string database() const { return folder_.database().string(); }
  std::int64_t account() const { return open_; }
  std::vector<store::AuditEntry> trail() const {
    store::AuditQuery query;
    query.object = desk::AuditObject::kRoll;
    return store_->audit().list(query);
  }

 private:
  std::int64_t add(const std::string& login, bool active) const {
    store::StaffMember member;
    member.login = login;
    member.name = "王芳";
    member.role = desk::Role::kSupervisor;
    member.password_hash = "none";
    const std::int64_t id = store_->staff().add(member, {});
    if (active) return id;
    member = *store_->staff().find(id);
    member.active = false;
    store_->staff().update(member, member.revision, {});
    return id;
  }

  store::test::TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_;
  std::int64_t open_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(RollCommand)

BOOST_AUTO_TEST_CASE(the_list_is_private_and_the_summary_is_for_a_person) {
  const OneFile before("list.csv", "what others could read");
  BOOST_REQUIRE(::chmod(before.path().c_str(), 0644) == 0);
  const Finished done = roll({"--output", before.path()});
  BOOST_TEST(done.exit_code == 0, done.err);
  BOOST_TEST(modeOf(before.path()) == 0600U);
  const auto lines = linesOf(textOf(before.path()));
  BOOST_REQUIRE(lines.size() == 7U);
  BOOST_TEST(holds(lines[0], "名单核对"));
  BOOST_TEST(holds(lines[0], "不对外公开"));
  BOOST_TEST(lines[4] == "1,A,赣州甲公司,eligible,360702,,,,,");
  BOOST_TEST(lines[5] == "2,B,赣州乙公司,one_fact_short,360702,,quality_awards,,,");
  BOOST_TEST(lines[6] == "done,,,,,,,,,lines 2; refused 0");
  BOOST_TEST(holds(done.out, "名单核对"));
  BOOST_TEST(holds(done.out, "登记数据 2 户，其中读不出 0 户，列入名单 2 户\n"));
  BOOST_TEST(holds(done.out, "  章贡区：符合 1 户，只差一项信息 1 户\n"));
  BOOST_TEST(holds(done.out, "  获得的质量奖：1 户\n"));
  BOOST_TEST(!holds(done.out, "甲公司"));
  BOOST_TEST(!holds(done.out + textOf(before.path()), "免申即享"));
}

BOOST_AUTO_TEST_CASE(two_runs_are_compared) {
  const OneFile first("first.ndjson.gz", "");
  BOOST_TEST(roll({"--format", "ndjson", "--output", first.path()}).exit_code == 0);
  const std::string second = first.beside("second.csv");
  const Finished done =
      roll({"--last", first.path(), "--output", second}, kRegister.substr(0, kRegister.find('\n')));
  BOOST_TEST(done.exit_code == 0, done.err);
  BOOST_TEST(holds(done.out, "新增 0 户，情况变化 0 户，不再列入 1 户"));
  BOOST_TEST(holds(textOf(second), "\n,B,,,,,,gone,one_fact_short,\n"));
}

BOOST_AUTO_TEST_CASE(a_run_for_an_account_is_on_the_trail_without_companies) {
  const Desk desk;
  const OneFile list("list.csv", "");
  const Words run_by{"--database", desk.database(), "--output", list.path(), "--by", "Wang"};
  const Finished done = roll(run_by);
  BOOST_TEST(done.exit_code == 0, done.err);
  const auto trail = desk.trail();
  BOOST_REQUIRE(trail.size() == 1U);
  BOOST_TEST(trail[0].actor.staff_id == desk.account());
  BOOST_TEST(trail[0].actor.address == "command line");
  BOOST_TEST((trail[0].action == desk::AuditAction::kMatched));
  const Words fields{"measure:11.1.1a",  "catalogue:" + policycalc::test::realCatalogue()->hash(),
                     "as_of:2026-11-25", "lines:2",
                     "eligible:1",       "conditional:0",
                     "one_fact_short:1", "entity_type_unknown:0"};
  BOOST_TEST(trail[0].fields == fields, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_account_that_is_not_there_is_refused_before_anything_is_written) {
  const Desk desk;
  const OneFile other("unused", "");
  const std::string list = other.beside("list.csv");
  const auto refused = [&](const Words& more, const char* message) {
    Words words{"--output", list};
    words.insert(words.end(), more.begin(), more.end());
    const Finished done = roll(words);
    BOOST_TEST(done.exit_code != 0);
    BOOST_TEST(holds(done.err, message), done.err);
    BOOST_TEST(!std::filesystem::exists(list));
  };
  refused({"--by", "wang", "--database", other.beside("none.db")}, "does not exist");
  refused({"--by", "li", "--database", desk.database()}, "no account has the log-in `li`");
  refused({"--by", "gone", "--database", desk.database()}, "gone may not log in");
  BOOST_TEST(desk.trail().empty());
}

BOOST_AUTO_TEST_CASE(a_list_that_cannot_be_put_on_the_trail_does_not_stay) {
  const Desk desk;
  const OneFile list("list.csv", "");
  soci::session session(soci::sqlite3, "dbname=" + desk.database());
  session << "CREATE TRIGGER audit_is_full BEFORE INSERT ON audit"
             " BEGIN SELECT RAISE(ABORT, 'full'); END";
  const Finished done =
      roll({"--database", desk.database(), "--output", list.path(), "--by", "wang"});
  BOOST_TEST(done.exit_code == 3);
  BOOST_TEST(done.out == "");
  BOOST_TEST(std::filesystem::exists(list.path()));
  BOOST_TEST(textOf(list.path()) == "");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_named) {
  const OneFile csv("register.csv", "id,employees\nA,1\n");
  const std::string list = csv.beside("list.csv");
  struct Case {
    Words words;
    int code;
    const char* message;
  };
  for (const Case& each : {
           Case{{}, 2, "--output is required"},
           Case{{"--output", list, "--format", "xml"}, 2, "neither `ndjson` nor `csv`"},
           Case{{csv.path(), "--output", csv.path()}, 2, "overwrite the input"},
           Case{{"--output", csv.path(), "--last", csv.path()}, 2, "overwrite the former list"},
           Case{{"--output", list, "--last", "/nonexistent"}, 2, "`/nonexistent` cannot be read"},
           Case{{"--output", list, "--last", csv.path()}, 1, "register.csv: not_a_roll"},
           Case{{csv.path(), "--output", list}, 2, "a list needs `entity_type`"},
           Case{{"--output", "/nonexistent/a"}, 3, "cannot be written"},
       }) {
    const Finished done = roll(each.words);
    BOOST_TEST(done.exit_code == each.code, done.err);
    BOOST_TEST(holds(done.err, each.message), done.err);
    BOOST_TEST(done.out == "");
  }
  BOOST_TEST(!std::filesystem::exists(list));
  const Finished unknown =
      run({"roll", "--policies", kPolicies, "--measure", "7.11111", "--output", list}, "");
  BOOST_TEST(unknown.exit_code == 2);
  BOOST_TEST(holds(unknown.err, "`7.11111` is not a measure"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
