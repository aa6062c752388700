#include "policycalc/store/key_record.h"

#include "policycalc/store/error.h"

#include "store/database.h"
#include "store/key_check.h"
#include "store/statement.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

struct KeyRow {
  std::string place;
  KeyCheck check;

  KeyRow take() const { return *this; }
};

KeyRecord::Kept keptIn(soci::session& session) {
  KeyRow row;
  Statement query(session);
  query.into(row.place).into(row.check.id).into(row.check.sealed);
  KeyRecord::Kept kept;
  for (KeyRow& each : allRows(query, "SELECT place, key_id, sealed_check FROM service_key", row)) {
    (each.place == "current" ? kept.current : kept.previous) = std::move(each.check);
  }
  return kept;
}

KeyIds idsOf(const KeyRecord::Kept& kept) {
  return {kept.current ? kept.current->id : std::string(),
          kept.previous ? kept.previous->id : std::string()};
}

void insertCurrent(soci::session& session, const KeyCheck& check) {
  session << "INSERT INTO service_key (place, key_id, sealed_check)"
             " VALUES ('current', :id, :sealed)",
      soci::use(check.id), soci::use(check.sealed);
}

void check(const KeyCheck& check) {
  if (check.id.empty() || check.sealed.empty()) refuse("a key needs an id and a check");
  refuseNul("a key", {check.id, check.sealed});
}

/// The rows of one kind, with the columns of SealedRow.
const char* rowsOf(SealedKind kind) {
  switch (kind) {
    case SealedKind::kProfile:
      return "SELECT id, lookup, key_by_service, '', '', '', '', '', '', '' FROM saved_profile"
             " WHERE key_by_service <> ''";
    case SealedKind::kFeedback:
      return "SELECT id, reference, '', sealed_message, sealed_contact, '', '', '', '', ''"
             " FROM feedback WHERE true";
    case SealedKind::kApplicant:
      return "SELECT id, '', key_by_service, '', '', firm, firm_next, sealed, '', ''"
             " FROM applicant WHERE erased = 0";
    case SealedKind::kSecondFactor:
      break;
  }
  return "SELECT id, '', '', '', '', '', '', '', sealed, sealed_next FROM"
         " (SELECT staff_id AS id, sealed, sealed_next FROM second_factor) AS factor WHERE true";
}

struct Row {
  SealedRow row;

  void bind(Statement& query) {
    query.into(row.id).into(row.bound_to).into(row.key_by_service).into(row.message);
    query.into(row.contact).into(row.firm).into(row.firm_next).into(row.record);
    query.into(row.secret).into(row.secret_next);
  }
  SealedRow take() const { return row; }
};

std::vector<SealedRow> rowsIn(soci::session& session, SealedKind kind, std::int64_t after) {
  Row row;
  Statement query(session);
  row.bind(query);
  query.use(after, "after");
  return allRows(query,
                 std::string(rowsOf(kind)) + " AND id > :after ORDER BY id LIMIT " +
                     std::to_string(KeyRecord::kBatch),
                 row);
}

void store(soci::session& session, SealedKind kind, const SealedRow& row) {
  switch (kind) {
    case SealedKind::kProfile:
      session << "UPDATE saved_profile SET key_by_service = :key WHERE id = :id",
          soci::use(row.key_by_service), soci::use(row.id);
      return;
    case SealedKind::kFeedback:
      session << "UPDATE feedback SET sealed_message = :message, sealed_contact = :contact"
                 " WHERE id = :id",
          soci::use(row.message), soci::use(row.contact), soci::use(row.id);
      return;
    case SealedKind::kApplicant:
      session << "UPDATE applicant SET key_by_service = :key, firm_next = :next WHERE id = :id",
          soci::use(row.key_by_service), soci::use(row.firm_next), soci::use(row.id);
      return;
    case SealedKind::kSecondFactor:
      session << "UPDATE second_factor SET sealed = :secret, sealed_next = :next"
                 " WHERE staff_id = :id",
          soci::use(row.secret), soci::use(row.secret_next), soci::use(row.id);
      return;
  }
}

bool differ(const SealedRow& a, const SealedRow& b) {
  return a.key_by_service != b.key_by_service || a.message != b.message || a.contact != b.contact ||
         a.firm_next != b.firm_next || a.secret != b.secret || a.secret_next != b.secret_next;
}

}  // namespace

void requireKeys(soci::session& session, const KeyIds& keys) {
  if (idsOf(keptIn(session)) == keys) return;
  throw StoreError(StoreError::Kind::kStaleKey, "the service key was changed in the meantime");
}

KeyRecord::Kept KeyRecord::kept() const {
  return database_.read([](soci::session& session) { return keptIn(session); });
}

void KeyRecord::require(const KeyIds& keys) const {
  database_.read([&](soci::session& session) {
    requireKeys(session, keys);
    return true;
  });
}

bool KeyRecord::adopt(const KeyCheck& first) {
  check(first);
  bool adopted = false;
  database_.write([&](soci::session& session) {
    adopted = !keptIn(session).current;
    if (adopted) insertCurrent(session, first);
  });
  return adopted;
}

bool KeyRecord::begin(const KeyCheck& next) {
  check(next);
  bool begun = false;
  database_.write([&](soci::session& session) {
    const Kept kept = keptIn(session);
    begun = kept.current && !kept.previous;
    if (!begun) return;
    if (kept.current->id == next.id) refuse("a rotation needs another key");
    session << "UPDATE service_key SET place = 'previous'";
    insertCurrent(session, next);
  });
  return begun;
}

void KeyRecord::finish() {
  const Database::Job job = [](soci::session& session) {
    if (!keptIn(session).previous) return;
    session << "UPDATE applicant SET firm = firm_next, firm_next = '' WHERE firm_next <> ''";
    session << "DELETE FROM login_home";
    session << "DELETE FROM service_key WHERE place = 'previous'";
  };
  database_.write(job, Database::Erases::kYes);
}

SealedCounts KeyRecord::counts() const {
  return database_.read([](soci::session& session) {
    SealedCounts counts;
    session << "SELECT (SELECT count(*) FROM saved_profile WHERE key_by_service <> ''),"
               " (SELECT count(*) FROM feedback),"
               " (SELECT count(*) FROM applicant WHERE erased = 0),"
               " (SELECT count(*) FROM second_factor)",
        soci::into(counts.profiles), soci::into(counts.feedback), soci::into(counts.applicants),
        soci::into(counts.apps);
    return counts;
  });
}

std::vector<SealedRow> KeyRecord::rows(SealedKind kind, std::int64_t after) const {
  return database_.read([&](soci::session& session) { return rowsIn(session, kind, after); });
}

KeyRecord::Batch KeyRecord::reseal(SealedKind kind, std::int64_t after, const Reseal& reseal) {
  Batch batch;
  database_.write([&](soci::session& session) {
    batch = {};
    for (SealedRow& row : rowsIn(session, kind, after)) {
      const SealedRow before = row;
      const Outcome outcome = reseal(row);
      if (differ(row, before)) store(session, kind, row);
      batch.last = row.id;
      if (outcome == Outcome::kResealed) ++batch.resealed;
      if (outcome == Outcome::kUnreadable) batch.unreadable.push_back(row.id);
    }
  });
  return batch;
}

}  // namespace policycalc::store
