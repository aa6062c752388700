#include "policycalc/store/backup.h"

#include <filesystem>
#include <iostream>

#include "policycalc/store/error.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

int complain(const std::string& command, const std::string& message, int exit_code) {
  std::cerr << "policycalc " << command << ": " << visibleText(message) << '\n';
  return exit_code;
}

std::string counted(std::int64_t number, const std::string& one, const std::string& more) {
  return std::to_string(number) + " " + (number == 1 ? one : more);
}

std::string describe(const store::BackupContents& contents) {
  return std::to_string(contents.bytes) + " bytes, " +
         counted(contents.profiles, "saved profile", "saved profiles") + ", " +
         counted(contents.feedback, "piece of feedback", "pieces of feedback") + ", " +
         counted(contents.applicants, "applicant", "applicants") + ", " +
         counted(contents.matters, "matter", "matters");
}

int make(const std::string& file, bool force, const Settings& settings) {
  const auto made = store::backUp({settings.database, file, force});
  if (!made.ok()) {
    const bool force_helps = !force && made.error().exists;
    return complain("backup", made.error().message + (force_helps ? ": --force replaces it" : ""),
                    kRefused);
  }
  std::cout << visibleText(file) << " holds " << describe(*made)
            << ".\nThe service key is not in it: keep that apart, in another place.\n";
  return kDone;
}

/// What whoever restores has to see to afterwards.
void printDuties(const store::Restored& restored, const Settings& settings) {
  if (restored.kept) {
    std::cout << "The database that was there is now " << visibleText(restored.kept->string())
              << ". It holds what was erased since: remove it once it is of no use.\n";
  }
  std::cout << "Accounts, roles and passwords of the staff are those of the backup: whoever was "
               "disabled since is not any more. See `policycalc staff list`.\n"
               "Applicants whose authorisation was withdrawn since are there again, and so are "
               "profiles that were deleted: see that they go anew.\n";
  std::error_code unknown;
  if (!std::filesystem::exists(settings.service_key, unknown) && !unknown) {
    std::cout << "The service key " << visibleText(settings.service_key)
              << " does not exist: put back the one of that time before the service starts and "
                 "makes another.\n";
  }
}

int putBack(const std::string& file, bool force, const Settings& settings) {
  const auto restored = store::restore({file, settings.database, force, now()});
  if (!restored.ok()) {
    const bool force_helps = !force && restored.error().exists;
    return complain(
        "restore",
        restored.error().message +
            (force_helps ? ": --force puts the backup in its place and keeps it beside" : ""),
        kRefused);
  }
  std::cout << visibleText(settings.database) << " is restored: " << describe(restored->contents)
            << "; " << counted(static_cast<std::int64_t>(restored->expired), "profile", "profiles")
            << " of these had expired and went. The staff log in anew.\n";
  printDuties(*restored, settings);
  return kDone;
}

/// `backup` and `restore` take the same words.
int withFile(const Arguments& arguments, const Settings& settings,
             int (*work)(const std::string&, bool, const Settings&)) {
  if (arguments.operands.empty() || arguments.operands.front().empty()) {
    return complain(arguments.command, "the FILE of the backup is missing", kUsage);
  }
  try {
    return work(arguments.operands.front(), arguments.options.count("force") > 0, settings);
  } catch (const store::StoreError& error) {
    return complain(arguments.command, error.what(), kFailed);
  }
}

}  // namespace

int backup(const Arguments& arguments, const Settings& settings) {
  return withFile(arguments, settings, make);
}

int restore(const Arguments& arguments, const Settings& settings) {
  return withFile(arguments, settings, putBack);
}

}  // namespace policycalc::app
