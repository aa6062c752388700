#include <chrono>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "policycalc/store/place.h"
#include "policycalc/vault/service_key.h"

#include "app/commands.h"
#include "app/existing_store.h"
#include "app/service_key.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using store::KeyRecord;
using store::SealedKind;
using vault::Key;
using vault::ServiceKeys;

// Between two batches, so that the service gets its turn to write.
constexpr std::chrono::milliseconds kPause{5};

constexpr const char* kAtWork =
    "`policycalc key-file rotate` is at work: try again when it is done";

int fail(const std::string& message) {
  return complain("policycalc key-file", message, kFailed);
}

/// How the records of one kind are called, and what names one of them.
struct KindName {
  SealedKind kind;
  const char* one;
  const char* more;
};

constexpr KindName kKinds[] = {
    {SealedKind::kProfile, "saved profile", "saved profiles"},
    {SealedKind::kFeedback, "piece of feedback", "pieces of feedback"},
    {SealedKind::kApplicant, "applicant", "applicants"},
    {SealedKind::kSecondFactor, "authenticator app", "authenticator apps"}};

/// What a pass over all records found.
struct Findings {
  std::vector<std::size_t> sound;       ///< of each of kKinds
  std::vector<std::string> unreadable;  ///< `applicant 3`
};

std::string counted(const Findings& findings) {
  std::string text;
  for (std::size_t i = 0; i < findings.sound.size(); ++i) {
    const std::size_t count = findings.sound[i];
    text += (i == 0 ? "" : ", ") + std::to_string(count) + " " +
            (count == 1 ? kKinds[i].one : kKinds[i].more);
  }
  return text;
}

/// kDone, or kRefused after a line for each record that cannot be opened.
int report(const Findings& findings, const std::string& what) {
  std::cout << what << ": " << counted(findings) << '\n';
  for (const std::string& name : findings.unreadable) {
    std::cerr << "policycalc key-file: " << visibleText(name)
              << " cannot be opened: it was changed, or another key sealed it\n";
  }
  return findings.unreadable.empty() ? kDone : kRefused;
}

/// Counts what opens.
Findings examine(const KeyRecord& record, const ServiceKeys& keys) {
  Findings findings;
  for (const KindName& name : kKinds) {
    std::size_t& sound = findings.sound.emplace_back(0);
    for (auto rows = record.rows(name.kind, 0); !rows.empty();
         rows = record.rows(name.kind, rows.back().id)) {
      for (store::SealedRow& row : rows) {
        if (resealRow(name.kind, row, keys) != KeyRecord::Outcome::kUnreadable) {
          ++sound;
        } else {
          const bool named = name.kind == SealedKind::kFeedback;
          findings.unreadable.push_back(std::string(name.one) + " " +
                                        (named ? row.bound_to : std::to_string(row.id)));
        }
      }
    }
  }
  return findings;
}

int check(const Settings& settings) {
  const auto store = openExistingStore(settings);
  const vault::KeyFileLock lock(settings.service_key);
  const auto keys = serviceKeys(*store, settings, MissingKey::kRefuse);
  if (!keys.ok()) return fail(keys.error().message);
  if (!lock.held()) return fail(kAtWork);
  std::cout << "the database " << visibleText(store::shownDatabase(settings.database))
            << " belongs to the key " << keys->current_id << ", which is in "
            << visibleText(settings.service_key) << '\n';
  if (keys->previous) {
    std::cout << "its rotation from the key " << keys->previous_id
              << " is unfinished: `policycalc key-file rotate` finishes it\n";
  }
  return report(examine(store->keyRecord(), *keys), "opens with it");
}

/// Seals everything by the current key.
Findings resealAll(KeyRecord& record, const ServiceKeys& keys) {
  Findings findings;
  for (const KindName& name : kKinds) {
    std::size_t& resealed = findings.sound.emplace_back(0);
    std::int64_t after = 0;
    do {
      const auto batch = record.reseal(
          name.kind, after, [&](store::SealedRow& row) { return resealRow(name.kind, row, keys); });
      resealed += batch.resealed;
      after = batch.last;
      for (const std::int64_t id : batch.unreadable) {
        findings.unreadable.push_back(std::string(name.one) + " " + std::to_string(id));
      }
      std::this_thread::sleep_for(kPause);
    } while (after != 0);
  }
  return findings;
}

/// Makes the next key, or takes that of a rotation which was killed before it began: the file
/// holds both before anything is sealed by the new one.
base::Result<ServiceKeys> beginRotation(KeyRecord& record, const Settings& settings,
                                        const Key& current, const std::vector<Key>& in_file) {
  const Key next = in_file.size() > 1 ? in_file.back() : Key::random();
  if (auto failed = vault::replaceServiceKeys(settings.service_key, {current, next})) {
    return *std::move(failed);
  }
  if (!record.begin({vault::keyId(next), vault::sealCheck(next)})) {
    return base::Error{base::Error::Code::kUnavailable, "another rotation has begun", {}};
  }
  return ServiceKeys(next, current);
}

/// Ends with a file that holds only the current key.
int keepOnly(const Key& current, const Settings& settings) {
  const auto failed = vault::replaceServiceKeys(settings.service_key, {current});
  if (failed) return fail(failed->message);
  std::cout << visibleText(settings.service_key) << " now holds only the key "
            << vault::keyId(current)
            << ": back it up. Backups of the database from before need the earlier key.\n";
  return kDone;
}

int rotate(const Settings& settings) {
  const auto store = openExistingStore(settings);
  KeyRecord& record = store->keyRecord();
  const vault::KeyFileLock lock(settings.service_key);
  auto keys = serviceKeys(*store, settings, MissingKey::kRefuse);
  if (!keys.ok()) return fail(keys.error().message);
  if (!lock.held()) return fail(kAtWork);
  const auto in_file = vault::readServiceKeys(settings.service_key);
  if (!in_file.ok()) return fail(in_file.error().message);
  const bool was_sealed = in_file->size() > 1 && in_file->back() == keys->current;
  if (!keys->previous && was_sealed) {
    std::cout << "the rotation that was interrupted had sealed everything\n";
    return keepOnly(keys->current, settings);
  }
  if (!keys->previous) {
    keys = beginRotation(record, settings, keys->current, *in_file);
    if (!keys.ok()) return fail(keys.error().message);
  }
  std::cout << "from the key " << keys->previous_id << " to the key " << keys->current_id
            << std::endl;
  const int unsound = report(resealAll(record, *keys), "sealed again");
  record.finish();
  const int failed = keepOnly(keys->current, settings);
  return failed != kDone ? failed : unsound;
}

/// Turns what the store throws into one line.
int guarded(const Settings& settings, int (*work)(const Settings&)) {
  try {
    return work(settings);
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}

}  // namespace

void addKeyFile(Program& program) {
  const std::vector<std::string_view> settings{"database", "service_key"};
  CLI::App& group = program.group("key-file", "check or replace the service's key");
  program.command(group, "check", "check that the key fits the database and opens all it sealed",
                  settings, [](const Settings& given) { return guarded(given, check); });
  program.command(group, "rotate", "seal everything with a new key; the service may run", settings,
                  [](const Settings& given) { return guarded(given, rotate); });
}

}  // namespace policycalc::app
