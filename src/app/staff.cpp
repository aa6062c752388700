#include "app/staff.h"

#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/password.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using store::StaffMember;
using store::StaffMembers;

int refuse(const std::string& message) {
  std::cerr << "policycalc staff: " << visibleText(message) << '\n';
  return kRefused;
}

/// A wrong path would make a new database, whose staff no service knows.
std::unique_ptr<store::Store> openExistingStore(const Settings& settings) {
  if (!std::filesystem::exists(settings.database)) {
    throw std::runtime_error("the database " + visibleText(settings.database) +
                             " does not exist: the service makes it when it first starts");
  }
  store::StoreOptions options;
  options.path = settings.database;
  return store::openStore(options);
}

/// Shows on the trail what was done past the pages.
store::Actor commandLine() {
  return {.staff_id = 0, .address = "command line", .at = now()};
}

int add(const Arguments& arguments, const Settings& settings) {
  auto member = describedMember(arguments, settings);
  if (!member.ok()) return refuse(member.error().message);
  const auto store = openExistingStore(settings);
  if (store->staff().findByLogin(member->login)) return refuse(member->login + " is taken");
  const auto password = readNewPassword(member->login);
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
            << " for the next log-in, which asks for another: " << password << '\n';
  return kDone;
}

int setActive(store::Store& store, StaffMember member, bool active) {
  StaffMembers& staff = store.staff();
  member.active = active;
  // Somebody may change the account at the same time on the page.
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
            << (active ? " may log in again\n" : " is signed out and may not log in any more\n");
  return kDone;
}

}  // namespace

int staff(const Arguments& arguments, const Settings& settings) {
  const std::string fault = faultOfStaffWords(arguments);
  if (!fault.empty()) {
    std::cerr << "policycalc staff: " << visibleText(fault) << '\n';
    return kUsage;
  }
  const std::vector<std::string>& words = arguments.operands;
  const std::string& action = words.front();
  if (action == "add") return add(arguments, settings);
  const auto store = openExistingStore(settings);
  if (action == "list") {
    std::cout << staffTable(store->staff().list());
    return kDone;
  }
  const auto member = store->staff().findByLogin(words[1]);
  if (!member) return refuse(base::quoted(words[1]) + " is nobody's log-in");
  if (action == "reset") return reset(*store, *member);
  return setActive(*store, *member, action == "enable");
}

}  // namespace policycalc::app
