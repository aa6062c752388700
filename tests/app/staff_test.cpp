#include "policycalc/store/staff.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"
#include "policycalc/vault/password.h"

#include "app/process.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;
using store::StaffMember;
using Words = std::vector<std::string>;

const std::string kPassword = "correct horse battery";
const Words kAdministrator{"--name", "李娜", "--role", "administrator"};

/// A database as the service makes it, and the command line on it.
class Desk {
 public:
  Desk() {
    store::StoreOptions options;
    options.path = folder_.database();
    store_ = store::openStore(options);
  }

  const fs::path& path() const { return folder_.path(); }
  store::Store& store() const { return *store_; }

  Finished operator()(Words words, const std::string& input = {}) const {
    words.insert(words.begin(), "staff");
    words.insert(words.end(), {"--database", folder_.database().string()});
    return run(words, input);
  }

  Finished add(const std::string& login, const Words& description,
               const std::string& input = kPassword + "\n") const {
    Words words{"add", login};
    words.insert(words.end(), description.begin(), description.end());
    return (*this)(words, input);
  }

  StaffMember member(const std::string& login) const {
    const auto found = store_->staff().findByLogin(login);
    BOOST_TEST_REQUIRE(found.has_value());
    return *found;
  }

  std::size_t count() const { return store_->staff().list().size(); }

  void logIn(const std::string& login, const std::string& token_id) const {
    const StaffMember known = member(login);
    BOOST_TEST_REQUIRE(store_->staffSessions().logIn({token_id, known.id, "csrf", {}, {}},
                                                     known.password_hash, {}));
  }
  bool isLoggedIn(const std::string& token_id) const {
    return store_->staffSessions().find(token_id).has_value();
  }

 private:
  store::test::TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_;
};

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// Checks that the command was refused with one line that is safe to print.
void checkRefused(const Finished& refused, int exit_code, std::string_view reason) {
  BOOST_TEST(refused.exit_code == exit_code, refused.err);
  BOOST_TEST(refused.out.empty());
  BOOST_TEST(std::count(refused.err.begin(), refused.err.end(), '\n') == 1, refused.err);
  BOOST_TEST(holds(refused.err, reason), refused.err);
  BOOST_TEST(std::none_of(refused.err.begin(), refused.err.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n') || byte == 0x7f;
  }));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StaffCommand)

BOOST_AUTO_TEST_CASE(the_first_administrator_and_others_are_added) {
  const Desk desk;
  const Finished added = desk.add("Li.Na", kAdministrator);
  BOOST_TEST(added.exit_code == 0, added.err);
  BOOST_TEST(holds(added.out, "li.na is added"));
  BOOST_TEST(!holds(added.out + added.err, kPassword));
  const StaffMember li = desk.member("li.na");
  BOOST_TEST(li.name == "李娜");
  BOOST_TEST((li.role == desk::Role::kAdministrator));
  BOOST_TEST(li.county.empty());
  BOOST_TEST(li.unit.empty());
  BOOST_TEST(li.active);
  BOOST_TEST(li.must_change);
  BOOST_TEST(li.revision == 1);
  BOOST_TEST((li.created_at.time_since_epoch().count() > 0));
  BOOST_TEST(vault::passwordFits(kPassword, li.password_hash));
  BOOST_TEST(!vault::needsRehash(li.password_hash));

  BOOST_TEST(
      desk.add("wang", {"--name", "王芳", "--role", "clerk", "--county", "360702"}).exit_code == 0);
  BOOST_TEST(desk.member("wang").county == "360702");
  BOOST_TEST(desk.add("chen", {"--unit=gz-finance", "--name", "陈", "--role=handler"}).exit_code ==
             0);
  BOOST_TEST(desk.member("chen").unit == "gz-finance");
  BOOST_TEST(desk.add("zhou", {"--name", "周", "--role", "supervisor"}).exit_code == 0);
  BOOST_TEST(desk.count() == 4U);
}

BOOST_AUTO_TEST_CASE(commands_are_on_the_trail) {
  const Desk desk;
  BOOST_REQUIRE(desk.add("li", kAdministrator).exit_code == 0);
  BOOST_REQUIRE(
      desk.add("wang", {"--name", "王芳", "--role", "clerk", "--county", "360702"}).exit_code == 0);
  BOOST_REQUIRE(desk({"reset", "wang"}).exit_code == 0);
  BOOST_REQUIRE(desk({"disable", "wang"}).exit_code == 0);
  BOOST_REQUIRE(desk({"disable", "li"}).exit_code != 0);  // the last administrator: nothing done
  const auto trail = desk.store().audit().list({});
  std::string told;
  for (const store::AuditEntry& entry : trail) {
    told.append(nameOf(entry.action)) += std::to_string(entry.object_id) + " ";
    BOOST_TEST((entry.object == desk::AuditObject::kStaff));
    BOOST_TEST(entry.actor.staff_id == 0);
    BOOST_TEST(entry.actor.address == "command line");
  }
  BOOST_TEST(told == "changed2 password_reset2 added2 added1 ");
  BOOST_TEST(trail.front().revision == 2);
  BOOST_TEST(trail.front().county == "360702");
  BOOST_TEST((trail.front().fields == Words{"active"}));
}

BOOST_AUTO_TEST_CASE(the_list_is_a_table_without_secrets) {
  const Desk desk;
  BOOST_TEST(desk({"list"}).out == "log-in  role  county  unit  state  name\n");
  StaffMember member;
  member.login = "li.na";
  member.name = "李娜\x1b[2J\n\u202e";
  member.role = desk::Role::kAdministrator;
  member.password_hash = "secret hash";
  member.must_change = false;
  desk.store().staff().add(member, {});
  member.login = "wang";
  member.name = "王芳";
  member.role = desk::Role::kClerk;
  member.county = "360702";
  member.active = false;
  desk.store().staff().add(member, {});
  member.login = "zhou";
  member.active = true;
  member.must_change = true;
  desk.store().staff().add(member, {});
  const Finished list = desk({"list"});
  BOOST_TEST(list.exit_code == 0);
  BOOST_TEST(list.out ==
             "log-in  role           county  unit  state                     name\n"
             "li.na   administrator  -       -     active                    "
             "李娜<U+001B>[2J<U+000A><U+202E>\n"
             "wang    clerk          360702  -     disabled                  王芳\n"
             "zhou    clerk          360702  -     must change the password  王芳\n");
}

BOOST_AUTO_TEST_CASE(a_reset_prints_a_password_for_one_log_in) {
  const Desk desk;
  desk.add("li.na", kAdministrator);
  desk.store().staff().setPassword(desk.member("li.na").id, "own", false, {});
  desk.logIn("li.na", "a");
  const Finished reset = desk({"reset", "LI.NA"});
  BOOST_TEST(reset.exit_code == 0, reset.err);
  const std::string password = reset.out.substr(reset.out.rfind(' ') + 1, 19);
  BOOST_TEST(reset.out.back() == '\n');
  BOOST_TEST(vault::passwordFits(password, desk.member("li.na").password_hash));
  BOOST_TEST(!vault::passwordFits(kPassword, desk.member("li.na").password_hash));
  BOOST_TEST(desk.member("li.na").must_change);
  BOOST_TEST(!desk.isLoggedIn("a"));
  BOOST_TEST(desk({"reset", "li.na"}).out != reset.out);
}

BOOST_AUTO_TEST_CASE(a_second_factor_is_removed_and_its_owner_signed_out) {
  const Desk desk;
  desk.add("li.na", kAdministrator);
  checkRefused(desk({"reset-second-factor", "li.na"}), 1, "has no second factor");
  desk.logIn("li.na", "a");
  desk.store().secondFactors().begin(desk.member("li.na").id, "sealed");
  BOOST_TEST(desk({"reset-second-factor", "LI.NA"}).exit_code == 0);
  BOOST_TEST(!desk.store().secondFactors().find(desk.member("li.na").id).has_value());
  BOOST_TEST(!desk.isLoggedIn("a"));
}

BOOST_AUTO_TEST_CASE(disabling_signs_out_and_enabling_does_not_sign_in) {
  const Desk desk;
  desk.add("li.na", kAdministrator);
  desk.add("wang", kAdministrator);
  desk.logIn("li.na", "a");
  desk.logIn("wang", "b");
  const std::string hash = desk.member("li.na").password_hash;
  BOOST_TEST(desk({"disable", "li.na"}).exit_code == 0);
  BOOST_TEST(!desk.member("li.na").active);
  BOOST_TEST(!desk.isLoggedIn("a"));
  BOOST_TEST(desk({"disable", "li.na"}).exit_code == 0);
  // `wang` is the last administrator.
  BOOST_TEST(desk({"disable", "wang"}).exit_code == 1);
  BOOST_TEST(desk.member("wang").active);
  BOOST_TEST(desk({"enable", "li.na"}).exit_code == 0);
  BOOST_TEST(desk.member("li.na").active);
  BOOST_TEST(desk.member("li.na").password_hash == hash);
  BOOST_TEST(!desk.isLoggedIn("a"));
  BOOST_TEST(desk.isLoggedIn("b"));
  BOOST_TEST(desk.member("wang").active);
}

BOOST_AUTO_TEST_CASE(bad_passwords_are_refused_and_not_repeated) {
  const Desk desk;
  struct Bad {
    std::string input;
    std::string reason;
  };
  const std::vector<Bad> inputs = {
      {"", "missing"},
      {"\n", "missing"},
      {"\r\n", "missing"},
      {"vio7lin-hbr9\nvio7lin-hbr9\n", "more than the one line"},
      {"vio7lin-hbr9\n\n", "more than the one line"},
      {"vio7lin-hbr\n", "too short"},
      {"  \n", "too short"},
      {"vio7lin-hbr9" + std::string(189, 'x') + "\n", "too long"},
      {"vio7lin-hbr9" + std::string(50'000, 'x'), "too long"},
      {"vio7lin-hbr9\x1b[2J\n", "control character"},
      {std::string("vio7lin-hbr9\0\n", 14), "control character"},
      {"vio7lin-hbr9\xff\n", "not UTF-8"},
      {"Li.Na-Hunter2\n", "is the log-in"},
      {"password1234\n", "easy to guess"},
      {"Ganzhou2024!!\n", "easy to guess"},
  };
  for (const Bad& bad : inputs) {
    const Finished refused = desk.add("li.na-hunter2", kAdministrator, bad.input);
    checkRefused(refused, 1, bad.reason);
    BOOST_TEST(!holds(refused.err, "vio7lin-"));
  }
  BOOST_TEST(desk.count() == 0U);
  for (const char* input : {"vio7lin-hbr9", "vio7lin-hbr9\n", "vio7lin-hbr9\r\n"}) {
    const std::string login = "li" + std::to_string(desk.count());
    BOOST_TEST(desk.add(login, kAdministrator, input).exit_code == 0);
    BOOST_TEST(vault::passwordFits("vio7lin-hbr9", desk.member(login).password_hash));
  }
}

BOOST_AUTO_TEST_CASE(wrong_descriptions_are_refused) {
  const Desk desk;
  desk.add("li.na", kAdministrator);
  checkRefused(desk.add("LI.NA", kAdministrator), 1, "is taken");
  for (const std::string login : {"", "a", "a b", "../x", "王芳", "\x1b[31mx", ".a", "\xff\xff"}) {
    checkRefused(desk.add(login, kAdministrator), 1, "is not a log-in");
  }
  for (const std::string& name :
       {std::string(), std::string(" "), std::string("a "), std::string("a\nb"),
        std::string("a\x1b[2J"), std::string("\u202eab"), std::string("\xff"),
        std::string(81, 'a')}) {
    checkRefused(desk.add("wang", {"--name", name, "--role", "supervisor"}), 1, "is not a name");
  }
  for (const char* role : {"", "root", "Clerk", "主管"}) {
    checkRefused(desk.add("wang", {"--name", "王", "--role", role}), 1, "is not a role");
  }
  checkRefused(desk.add("wang", {"--name", "王", "--role", "clerk"}), 1, "needs `--county`");
  checkRefused(desk.add("wang", {"--name", "王", "--role", "handler"}), 1, "needs `--unit`");
  for (const char* county : {"1", "110101", "360702 ", "章贡区"}) {
    checkRefused(desk.add("wang", {"--name", "王", "--role", "clerk", "--county", county}), 1,
                 "is not a county");
  }
  checkRefused(desk.add("wang", {"--name", "王", "--role", "handler", "--unit", "nobody"}), 1,
               "is not a unit");
  BOOST_TEST(desk.count() == 1U);
  BOOST_TEST(desk.add("wang", {"--name", std::string(80, 'a'), "--role", "supervisor"}).exit_code ==
             0);
}

BOOST_AUTO_TEST_CASE(an_unknown_log_in_is_refused) {
  const Desk desk;
  desk.add("li.na", kAdministrator);
  for (const char* action : {"reset", "disable", "enable"}) {
    for (const char* login : {"wang", "", "li", "\x1b[31m", "list"}) {
      checkRefused(desk({action, login}), 1, "no account has the log-in");
    }
  }
}

BOOST_AUTO_TEST_CASE(wrong_use_exits_2) {
  const Desk desk;
  desk.add("li.na", kAdministrator);
  for (const Words& words : std::vector<Words>{{},
                                               {"dance"},
                                               {"add"},
                                               {"add", "wang"},
                                               {"add", "wang", "--name", "王"},
                                               {"add", "wang", "--role", "clerk"},
                                               {"add", "wang", "--password", kPassword},
                                               {"add", "wang", kPassword, "--name", "a"},
                                               {"list", "li.na"},
                                               {"list", "--role", "clerk"},
                                               {"reset"},
                                               {"reset", "li.na", kPassword},
                                               {"disable"},
                                               {"disable", "li.na", "--name", "a"},
                                               {"enable"}}) {
    const Finished refused = desk(words, kPassword);
    BOOST_TEST(refused.exit_code == 2, refused.err);
    BOOST_TEST(!refused.err.empty());
    BOOST_TEST(refused.out.empty());
  }
  BOOST_TEST(desk.count() == 1U);
  BOOST_TEST(vault::passwordFits(kPassword, desk.member("li.na").password_hash));
  BOOST_TEST(holds(run({"staff", "--help"}).out, "Exit codes"));
}

BOOST_AUTO_TEST_CASE(a_wrong_path_creates_no_database) {
  const Desk desk;
  const fs::path nowhere = desk.path() / "nowhere";
  for (const Words& action : {Words{"list"}, Words{"reset", "li"},
                              Words{"add", "li", "--name", "a", "--role", "administrator"}}) {
    Words words{"staff"};
    words.insert(words.end(), action.begin(), action.end());
    words.insert(words.end(), {"--database", nowhere.string()});
    const Finished failed = run(words, kPassword);
    BOOST_TEST(failed.exit_code == 3);
    BOOST_TEST(holds(failed.err, "does not exist"));
  }
  BOOST_TEST(!fs::exists(nowhere));
}

BOOST_AUTO_TEST_CASE(no_file_holds_a_password) {
  const Desk desk;
  desk.add("li.na", kAdministrator);
  const std::string output = desk({"reset", "li.na"}).out;
  const std::string password = output.substr(output.rfind(' ') + 1, 19);
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(desk.path())) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream),
                            std::istreambuf_iterator<char>()};
    BOOST_TEST(!holds(bytes, kPassword));
    BOOST_TEST(!holds(bytes, password));
    ++files;
  }
  BOOST_TEST(files >= 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
