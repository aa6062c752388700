#include "policycalc/store/second_factors.h"

#include "store/database.h"
#include "store/key_check.h"
#include "store/session_rows.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

void checkText(std::string_view what, std::string_view text) {
  if (text.empty()) refuse(std::string(what) + " is empty");
  refuseNul(what, {text});
}

void tell(soci::session& session, desk::AuditAction action, std::int64_t staff_id,
          const Actor& actor) {
  AuditEntry entry;
  entry.actor = actor;
  entry.action = action;
  entry.object = desk::AuditObject::kStaff;
  entry.object_id = staff_id;
  session << "SELECT county FROM staff_member WHERE id = :id", soci::use(staff_id),
      soci::into(entry.county);
  writeAudit(session, entry);
}

/// Notes that a code was shown in the session.
void noteShown(soci::session& session, const std::string& token_id, std::int64_t staff_id,
               const Actor& actor) {
  const std::int64_t at = toSeconds(actor.at);
  Statement(session)
      .use(at, "at")
      .use(token_id, "token")
      .use(staff_id, "staff")
      .change(
          "UPDATE staff_session SET factor_at = :at WHERE token_id = :token AND staff_id = :staff");
}

void removeRecoveryCodes(soci::session& session, std::int64_t staff_id) {
  Statement(session).use(staff_id, "id").change("DELETE FROM recovery_code WHERE staff_id = :id");
}

}  // namespace

std::optional<SecondFactor> SecondFactors::find(std::int64_t staff_id) const {
  return database_.read([&](soci::session& session) -> std::optional<SecondFactor> {
    SecondFactor factor;
    session << "SELECT sealed, sealed_next, last_period FROM second_factor WHERE staff_id = :id",
        soci::use(staff_id), soci::into(factor.sealed), soci::into(factor.sealed_next),
        soci::into(factor.last_period);
    if (!session.got_data()) return std::nullopt;
    return factor;
  });
}

void SecondFactors::begin(std::int64_t staff_id, std::string_view sealed_next, const KeyIds& keys) {
  checkText("the secret of an app", sealed_next);
  const std::string next(sealed_next);
  database_.write([&](soci::session& session) {
    requireKeys(session, keys);
    Statement(session)
        .use(staff_id, "id")
        .use(next, "next")
        .change(
            "INSERT INTO second_factor (staff_id, sealed, sealed_next, last_period)"
            " VALUES (:id, '', :next, 0)"
            " ON CONFLICT (staff_id) DO UPDATE SET sealed_next = excluded.sealed_next");
  });
}

bool SecondFactors::confirm(const ShownCode& code, std::string_view sealed_next,
                            const std::vector<std::string>& recovery_hashes, const Actor& actor) {
  checkText("the secret of an app", sealed_next);
  for (const std::string& hash : recovery_hashes) checkText("a recovery code", hash);
  const std::string next(sealed_next);
  bool done = false;
  database_.write([&](soci::session& session) {
    done = Statement(session)
               .use(code.staff_id, "id")
               .use(code.period, "period")
               .use(next, "next")
               .change(
                   "UPDATE second_factor SET sealed = sealed_next, sealed_next = '',"
                   " last_period = :period WHERE staff_id = :id AND sealed_next = :next") > 0;
    if (!done) return;
    removeRecoveryCodes(session, code.staff_id);
    for (const std::string& hash : recovery_hashes) {
      Statement(session)
          .use(code.staff_id, "id")
          .use(hash, "hash")
          .change("INSERT INTO recovery_code (staff_id, hash) VALUES (:id, :hash)");
    }
    noteShown(session, code.token_id, code.staff_id, actor);
    tell(session, desk::AuditAction::kSecondFactorSet, code.staff_id, actor);
  });
  return done;
}

bool SecondFactors::use(const ShownCode& code, const Actor& actor) {
  bool done = false;
  database_.writeAnyway([&](soci::session& session) {
    done = Statement(session)
               .use(code.staff_id, "id")
               .use(code.period, "period")
               .change(
                   "UPDATE second_factor SET last_period = :period"
                   " WHERE staff_id = :id AND sealed <> '' AND last_period < :period") > 0;
    if (done) noteShown(session, code.token_id, code.staff_id, actor);
  });
  return done;
}

bool SecondFactors::useRecovery(std::int64_t staff_id, std::string_view token_id,
                                std::string_view hash, const Actor& actor) {
  const std::string token(token_id);
  const std::string shown(hash);
  bool done = false;
  database_.writeAnyway([&](soci::session& session) {
    done = Statement(session)
               .use(staff_id, "id")
               .use(shown, "hash")
               .change("DELETE FROM recovery_code WHERE staff_id = :id AND hash = :hash") > 0;
    if (!done) return;
    noteShown(session, token, staff_id, actor);
    tell(session, desk::AuditAction::kRecoveryCodeUsed, staff_id, actor);
  });
  return done;
}

std::size_t SecondFactors::recoveryCodesLeft(std::int64_t staff_id) const {
  return database_.read([&](soci::session& session) {
    std::int64_t left = 0;
    session << "SELECT count(*) FROM recovery_code WHERE staff_id = :id", soci::use(staff_id),
        soci::into(left);
    return static_cast<std::size_t>(left);
  });
}

bool SecondFactors::reset(std::int64_t staff_id, const Actor& actor) {
  bool done = false;
  database_.write([&](soci::session& session) {
    done = Statement(session)
               .use(staff_id, "id")
               .change("DELETE FROM second_factor WHERE staff_id = :id") > 0;
    if (!done) return;
    removeRecoveryCodes(session, staff_id);
    endSessions(session, staff_id);
    tell(session, desk::AuditAction::kSecondFactorReset, staff_id, actor);
  });
  return done;
}

}  // namespace policycalc::store
