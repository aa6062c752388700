#include "policycalc/store/saved_profiles.h"

#include "policycalc/store/store.h"

#include "store/confirmed_time.h"
#include "store/database.h"
#include "store/key_check.h"
#include "store/statement.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

void check(const SavedProfile& profile) {
  if (profile.lookup.empty()) refuse("a saved profile needs a lookup");
  if (profile.expires_at <= profile.saved_at) refuse("a saved profile expires after it is saved");
  refuseNul("a saved profile",
            {profile.lookup, profile.sealed, profile.key_by_code, profile.key_by_service});
}

void checkKeys(soci::session& session, const SavedProfile& profile) {
  if (!profile.key_by_service.empty()) requireKeys(session, profile.keys);
}

/// A profile as it is bound.
struct Row {
  explicit Row(const SavedProfile& from)
      : profile(from),
        saved_at(toSeconds(from.saved_at)),
        expires_at(toSeconds(from.expires_at)),
        may_help(from.may_help ? 1 : 0),
        may_notify(from.may_notify ? 1 : 0) {}

  SavedProfile profile;
  std::int64_t saved_at;
  std::int64_t expires_at;
  int may_help;
  int may_notify;
};

void insert(soci::session& session, const Row& row) {
  std::int64_t taken = 0;
  session << "SELECT count(*) FROM saved_profile WHERE lookup = :lookup",
      soci::use(row.profile.lookup), soci::into(taken);
  if (taken > 0) refuse("a saved profile with that lookup is there already");
  session << "INSERT INTO saved_profile (lookup, revision, saved_at, expires_at, may_help,"
             " may_notify, sealed, key_by_code, key_by_service) VALUES (:lookup, :revision,"
             " :saved_at, :expires_at, :may_help, :may_notify, :sealed, :by_code, :by_service)",
      soci::use(row.profile.lookup), soci::use(row.profile.revision), soci::use(row.saved_at),
      soci::use(row.expires_at), soci::use(row.may_help), soci::use(row.may_notify),
      soci::use(row.profile.sealed), soci::use(row.profile.key_by_code),
      soci::use(row.profile.key_by_service);
}

/// The revision of the profile; 0 if it is missing or has expired.
std::int64_t revisionOf(soci::session& session, const std::string& lookup, std::int64_t now) {
  std::int64_t revision = 0;
  session << "SELECT revision FROM saved_profile WHERE lookup = :lookup AND expires_at > :now",
      soci::use(lookup), soci::use(now), soci::into(revision);
  return session.got_data() ? revision : 0;
}

void update(soci::session& session, const Row& row, std::int64_t revision) {
  session << "UPDATE saved_profile SET revision = :revision, saved_at = :saved_at,"
             " expires_at = :expires_at, may_help = :may_help, may_notify = :may_notify,"
             " sealed = :sealed, key_by_code = :by_code, key_by_service = :by_service"
             " WHERE lookup = :lookup",
      soci::use(revision), soci::use(row.saved_at), soci::use(row.expires_at),
      soci::use(row.may_help), soci::use(row.may_notify), soci::use(row.profile.sealed),
      soci::use(row.profile.key_by_code), soci::use(row.profile.key_by_service),
      soci::use(row.profile.lookup);
}

}  // namespace

void SavedProfiles::add(const SavedProfile& profile) {
  check(profile);
  const Row row(profile);
  database_.write([&](soci::session& session) {
    checkKeys(session, profile);
    requireRoom(session, "saved_profile", database_.ceilings().saved_profiles);
    insert(session, row);
  });
}

std::optional<SavedProfile> SavedProfiles::find(std::string_view lookup,
                                                std::chrono::sys_seconds now) const {
  return database_.read([&](soci::session& session) -> std::optional<SavedProfile> {
    Row row{SavedProfile{}};
    row.profile.lookup = lookup;
    const std::int64_t seconds = endingSeconds(session, now);
    session << "SELECT revision, saved_at, expires_at, may_help, may_notify, sealed,"
               " key_by_code, key_by_service FROM saved_profile"
               " WHERE lookup = :lookup AND expires_at > :now",
        soci::use(row.profile.lookup), soci::use(seconds), soci::into(row.profile.revision),
        soci::into(row.saved_at), soci::into(row.expires_at), soci::into(row.may_help),
        soci::into(row.may_notify), soci::into(row.profile.sealed),
        soci::into(row.profile.key_by_code), soci::into(row.profile.key_by_service);
    if (!session.got_data()) return std::nullopt;
    row.profile.saved_at = fromSeconds(row.saved_at);
    row.profile.expires_at = fromSeconds(row.expires_at);
    row.profile.may_help = row.may_help != 0;
    row.profile.may_notify = row.may_notify != 0;
    return row.profile;
  });
}

SavedProfiles::Change SavedProfiles::replace(const SavedProfile& next,
                                             std::int64_t expected_revision,
                                             std::chrono::sys_seconds now) {
  check(next);
  const Row row(next);
  Change change = Change::kNone;
  const Database::Job job = [&](soci::session& session) {
    checkKeys(session, next);
    const std::int64_t revision = revisionOf(session, next.lookup, endingSeconds(session, now));
    change = revision == 0                   ? Change::kNone
             : revision != expected_revision ? Change::kOtherRevision
                                             : Change::kDone;
    if (change == Change::kDone) update(session, row, revision + 1);
  };
  database_.erase(job);  // the owner may withdraw a consent
  return change;
}

bool SavedProfiles::remove(std::string_view lookup, std::chrono::sys_seconds now) {
  const std::string name(lookup);
  bool there = false;
  const Database::Job job = [&](soci::session& session) {
    there = revisionOf(session, name, endingSeconds(session, now)) != 0;
    session << "DELETE FROM saved_profile WHERE lookup = :lookup", soci::use(name);
  };
  database_.erase(job);
  return there;
}

std::size_t SavedProfiles::removeExpired(std::chrono::sys_seconds now) {
  std::int64_t removed = 0;
  const Database::Job job = [&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    removed = Statement(session)
                  .use(seconds, "now")
                  .change("DELETE FROM saved_profile WHERE expires_at <= :now");
  };
  database_.erase(job);
  database_.counters().expired_profiles += static_cast<std::uint64_t>(removed);
  return static_cast<std::size_t>(removed);
}

}  // namespace policycalc::store
