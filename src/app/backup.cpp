#include "policycalc/store/backup.h"

#include <iostream>
#include <memory>
#include <utility>

#include "policycalc/store/error.h"
#include "policycalc/store/place.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/dated_backups.h"
#include "app/existing_store.h"
#include "app/service_key.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

struct BackupOptions {
  std::string file;
  bool force = false;
  bool dated = false;  ///< `file` is a folder of dated backups
};

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

/// Removes the dated backups that are too old, by a time that is believed: a clock that is wrong
/// must not cost the backups.
void removeOld(const std::filesystem::path& latest, const Settings& settings) {
  const auto time = store::endingTime(now(), openExistingStore(settings)->clock().confirmed());
  const std::size_t removed =
      removeOldBackups({time, std::chrono::days(settings.backup_days), latest});
  if (removed == 0) return;
  std::cout << counted(static_cast<std::int64_t>(removed), "earlier backup is",
                       "earlier backups are")
            << " removed, as `backup_days` is " << settings.backup_days << ".\n";
}

int make(const BackupOptions& options, const Settings& settings) {
  const std::string file = options.dated ? datedBackup(options.file, now()).string() : options.file;
  const auto made = store::backUp({settings.database, file, options.force});
  if (!made.ok()) {
    const bool force_helps = !options.force && made.error().exists;
    return complain("policycalc backup",
                    made.error().message + (force_helps ? ": --force replaces it" : ""), kRefused);
  }
  std::cout << visibleText(file) << " holds " << describe(*made)
            << ".\nThe service key is not in it: keep the key in another place.\n";
  if (options.dated) removeOld(file, settings);
  return kDone;
}

/// Tells what to do after a restore.
void printDuties(const store::Restored& restored, const Settings& settings) {
  if (restored.kept) {
    std::cout << "The database that was there is now " << visibleText(restored.kept->string())
              << ". It holds data that was erased since: remove it when you no longer need it.\n";
  }
  std::cout << "Accounts, roles and passwords of the staff are those of the backup: accounts that "
               "were disabled since are active again. See `policycalc staff list`.\n"
               "Applicants whose authorisation was withdrawn since are back, and so are deleted "
               "profiles: remove them again.\n";
  const auto store = openExistingStore(settings);
  const auto keys = serviceKeys(*store, settings, MissingKey::kRefuse);
  if (keys.ok()) {
    std::cout << "The service key " << visibleText(settings.service_key) << " fits it.\n";
  } else {
    std::cout << "Before you start the service: " << visibleText(keys.error().message) << ".\n";
  }
}

int putBack(const BackupOptions& options, const Settings& settings) {
  const auto restored = store::restore({options.file, settings.database, options.force, now()});
  if (!restored.ok()) {
    const bool force_helps = !options.force && restored.error().exists;
    return complain(
        "policycalc restore",
        restored.error().message +
            (force_helps ? ": --force replaces it and keeps it under another name" : ""),
        kRefused);
  }
  std::cout << visibleText(store::shownDatabase(settings.database))
            << " is restored: " << describe(restored->contents) << "; "
            << counted(static_cast<std::int64_t>(restored->expired), "profile", "profiles")
            << " of these had expired and are removed. The staff have to log in again.\n";
  printDuties(*restored, settings);
  return kDone;
}

/// What `backup` and `restore` differ in.
struct Kind {
  std::string name;
  std::string help;
  std::vector<std::string_view> settings;
  std::string file_help;
  std::string force_help;
  int (*work)(const BackupOptions&, const Settings&);
};

/// Returns the command and what it fills in.
std::pair<CLI::App&, std::shared_ptr<BackupOptions>> addKind(Program& program, const Kind& kind) {
  const auto options = std::make_shared<BackupOptions>();
  CLI::App& command = program.command(
      kind.name, kind.help, kind.settings,
      [options, work = kind.work, who = "policycalc " + kind.name](const Settings& settings) {
        try {
          return work(*options, settings);
        } catch (const std::exception& error) {
          return complain(who, error.what(), kFailed);
        }
      });
  addArgument(command, "FILE", options->file, kind.file_help)->required()->check(refuseEmpty);
  addSwitch(command, "--force", options->force, kind.force_help);
  return {command, options};
}

}  // namespace

void addBackup(Program& program) {
  const auto [command, options] =
      addKind(program, {"backup",
                        "copy the database to FILE; the service may run",
                        {"database", "backup_days"},
                        "the backup to write; the service key is not in it",
                        "replace FILE if it exists",
                        make});
  addSwitch(command, "--dated", options->dated,
            "FILE is a folder: name the backup by the time, and remove those with such names that "
            "are older than `backup_days`");
}

void addRestore(Program& program) {
  addKind(program, {"restore",
                    "replace the database by the backup in FILE; the service must not run",
                    {"database", "service_key"},
                    "the backup to read",
                    "replace a database that exists, and keep it under another name",
                    putBack});
}

}  // namespace policycalc::app
