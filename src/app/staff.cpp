#include "app/staff.h"

#include <iostream>
#include <memory>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/password.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/existing_store.h"

namespace policycalc::app {
namespace {

using store::StaffMember;
using store::StaffMembers;

int refuse(const std::string& message) {
  return complain("policycalc staff", message, kRefused);
}

/// The actor for changes made on the command line.
store::Actor commandLine() {
  return {.staff_id = 0, .address = "command line", .at = now()};
}

int add(const StaffDescription& description, const Settings& settings) {
  auto member = describedMember(description, settings.policies);
  if (!member.ok()) return refuse(member.error().message);
  const auto store = openExistingStore(settings);
  if (store->staff().findByLogin(member->login)) return refuse(member->login + " is taken");
  const auto password = readNewPassword(*member);
  if (!password.ok()) return refuse(password.error().message);
  member->password_hash = vault::hashPassword(*password);
  member->must_change = true;
  member->created_at = now();
  store->staff().add(*member, commandLine());
  std::cout << member->login << " is added and must change the password at the first log-in\n";
  return kDone;
}

int reset(store::Store& store, const StaffMember& member) {
  const std::string password = vault::oneTimePassword();
  store.staff().setPassword(member.id, vault::hashPassword(password), true, commandLine());
  std::cout << "the password of " << member.login
            << " for the next log-in, which asks for a new one: " << password << '\n';
  return kDone;
}

int resetSecondFactor(store::Store& store, const StaffMember& member) {
  if (!store.secondFactors().reset(member.id, commandLine())) {
    return refuse(member.login + " has no second factor");
  }
  std::cout << member.login << " is signed out and has no second factor any more\n";
  return kDone;
}

int setActive(store::Store& store, StaffMember member, bool active) {
  StaffMembers& staff = store.staff();
  member.active = active;
  // The account may change on the page at the same time.
  auto done = staff.update(member, member.revision, commandLine());
  while (done == StaffMembers::Change::kOtherRevision) {
    member = staff.find(member.id).value();
    member.active = active;
    done = staff.update(member, member.revision, commandLine());
  }
  if (done == StaffMembers::Change::kLastAdministrator) {
    return refuse(member.login + " is the last administrator who can log in: add another first");
  }
  std::cout << member.login
            << (active ? " may log in again\n" : " is signed out and may no longer log in\n");
  return kDone;
}

int disable(store::Store& store, const StaffMember& member) {
  return setActive(store, member, false);
}

int enable(store::Store& store, const StaffMember& member) {
  return setActive(store, member, true);
}

int list(const Settings& settings) {
  std::cout << staffTable(openExistingStore(settings)->staff().list());
  return kDone;
}

using Work = int (*)(store::Store&, const StaffMember&);

int withMember(const std::string& login, const Settings& settings, Work work) {
  const auto store = openExistingStore(settings);
  const auto member = store->staff().findByLogin(login);
  if (!member) return refuse("no account has the log-in " + base::quoted(login));
  return work(*store, *member);
}

void addAdd(Program& program, CLI::App& group, const std::vector<std::string_view>& settings) {
  const auto member = std::make_shared<StaffDescription>();
  CLI::App& command = program.command(
      group, "add", "add an account; reads its first password, one line, from standard input",
      settings, [member](const Settings& given) { return add(*member, given); });
  addArgument(command, "LOGIN", member->login, "2 to 64 letters, digits, `.`, `_` and `-`")
      ->required();
  command.add_option("--name", member->name, "the person's name, for others to read")
      ->required()
      ->type_name("NAME");
  command.add_option("--role", member->role, "clerk, handler, supervisor, administrator or keeper")
      ->required()
      ->type_name("ROLE");
  command
      .add_option("--county", member->county,
                  "the district code; a clerk needs one, a supervisor without one sees all")
      ->type_name("CODE");
  command.add_option("--unit", member->unit, "the unit's id in the policies; a handler needs one")
      ->type_name("UNIT");
}

}  // namespace

void addStaff(Program& program) {
  CLI::App& group = program.group("staff", "keep the accounts of the service hall");
  const std::vector<std::string_view> settings{"policies", "database"};
  addAdd(program, group, settings);
  program.command(group, "list", "list all accounts", settings, list);
  const auto login = std::make_shared<std::string>();
  const auto add_for_one = [&](const char* name, const char* help, Work work) {
    CLI::App& command = program.command(
        group, name, help, settings,
        [login, work](const Settings& given) { return withMember(*login, given, work); });
    addArgument(command, "LOGIN", *login, "the log-in of the account")->required();
  };
  add_for_one("reset", "print a new password for one log-in", reset);
  add_for_one("reset-second-factor",
              "remove the authenticator app and the recovery codes of an account",
              resetSecondFactor);
  add_for_one("disable", "sign an account out and refuse its log-in", disable);
  add_for_one("enable", "let an account log in again", enable);
}

}  // namespace policycalc::app
