#include "policycalc/store/backup.h"

#include <iostream>
#include <memory>

#include "policycalc/store/error.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/existing_store.h"
#include "app/service_key.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

struct BackupOptions {
  std::string file;
  bool force = false;
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

int make(const BackupOptions& options, const Settings& settings) {
  const auto made = store::backUp({settings.database, options.file, options.force});
  if (!made.ok()) {
    const bool force_helps = !options.force && made.error().exists;
    return complain("policycalc backup",
                    made.error().message + (force_helps ? ": --force replaces it" : ""), kRefused);
  }
  std::cout << visibleText(options.file) << " holds " << describe(*made)
            << ".\nThe service key is not in it: keep the key in another place.\n";
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
  std::cout << visibleText(settings.database) << " is restored: " << describe(restored->contents)
            << "; " << counted(static_cast<std::int64_t>(restored->expired), "profile", "profiles")
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

void addKind(Program& program, const Kind& kind) {
  const auto options = std::make_shared<BackupOptions>();
  CLI::App& command = program.command(
      kind.name, kind.help, kind.settings,
      [options, work = kind.work, who = "policycalc " + kind.name](const Settings& settings) {
        try {
          return work(*options, settings);
        } catch (const store::StoreError& error) {
          return complain(who, error.what(), kFailed);
        }
      });
  addArgument(command, "FILE", options->file, kind.file_help)->required()->check(refuseEmpty);
  addSwitch(command, "--force", options->force, kind.force_help);
}

}  // namespace

void addBackup(Program& program) {
  addKind(program, {"backup",
                    "copy the database to FILE; the service may run",
                    {"database"},
                    "the backup to write; the service key is not in it",
                    "replace FILE if it exists",
                    make});
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
