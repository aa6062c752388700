#include "store/matter_moves.h"

#include <map>
#include <utility>
#include <vector>

#include "policycalc/desk/rules/handling.h"
#include "policycalc/desk/rules/turn.h"

#include "store/confirmed_time.h"
#include "store/matter_conditions.h"
#include "store/statement.h"
#include "store/trail.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

/// An open matter, as far as it matters who can act on it.
struct Held {
  std::int64_t id = 0;
  std::string county;
  std::string unit;
  std::string state;
  std::int64_t owner_id = 0;
  std::int64_t handler_id = 0;
  std::int64_t revision = 0;

  void bind(Statement& query) {
    query.into(id).into(county).into(unit).into(state).into(owner_id).into(handler_id);
    query.into(revision);
  }
  Held take() const { return *this; }

  bool isAtUnit() const { return desk::isAtUnit(stateFrom(state)); }
};

/// The open matters that fit, by id. `bind` binds the parameters of the condition.
template <typename Bind>
std::vector<Held> readHeld(soci::session& session, const std::string& condition, const Actor& actor,
                           const Bind& bind) {
  const std::int64_t now = endingSeconds(session, actor.at);
  return readRows<Held>(session,
                        "SELECT m.id, m.county, m.unit, m.state, m.owner_id, m.handler_id,"
                        " m.revision FROM matter m WHERE " +
                            isOpenNow() + " AND (" + condition + ") ORDER BY m.id",
                        [&](Statement& query) {
                          query.use(now, "now");
                          bind(query);
                        });
}

struct SeatRow {
  std::int64_t id = 0;
  std::string role;
  std::string county;
  std::string unit;
  int active = 0;

  void bind(Statement& query) { query.into(id).into(role).into(county).into(unit).into(active); }
  desk::Seat take() const {
    return {.role = roleFrom(role),
            .staff_id = id,
            .county = county,
            .unit = unit,
            .active = active != 0};
  }
};

/// What a member loses of a matter.
struct Loss {
  Held held;
  bool owner = false;
  bool handler = false;
};

std::vector<Loss> lossesOf(soci::session& session, const desk::Seat& before,
                           const desk::Seat& after, const Actor& actor) {
  std::vector<Loss> losses;
  const auto bind = [&](Statement& query) { query.use(before.staff_id, "id"); };
  for (const Held& held :
       readHeld(session, "m.owner_id = :id OR m.handler_id = :id", actor, bind)) {
    const auto loses = [&](std::int64_t who, auto can) {
      return who == before.staff_id && can(before, held.county, held.unit) &&
             !can(after, held.county, held.unit);
    };
    Loss loss{.held = held};
    loss.owner = loses(held.owner_id, desk::canOwn);
    // A handler whose unit has sent the matter back is chosen anew when it is handed over again.
    loss.handler = held.isAtUnit() && loses(held.handler_id, desk::canHandle);
    if (loss.owner || loss.handler) losses.push_back(loss);
  }
  return losses;
}

void save(soci::session& session, const Held& held, const std::vector<std::string>& fields,
          const Actor& actor) {
  const std::int64_t now = toSeconds(actor.at);
  session << "UPDATE matter SET owner_id = :owner, handler_id = :handler, changed_at = :now,"
             " revision = revision + 1 WHERE id = :id",
      soci::use(held.owner_id, "owner"), soci::use(held.handler_id, "handler"),
      soci::use(now, "now"), soci::use(held.id, "id");
  session << "INSERT INTO matter_change (matter_id, at, staff_id, from_state, to_state, handler_id,"
             " sealed_reason) SELECT id, :now, :staff, state, state, handler_id, '' FROM matter"
             " WHERE id = :id",
      soci::use(now, "now"), soci::use(actor.staff_id, "staff"), soci::use(held.id, "id");
  AuditEntry entry;
  entry.actor = actor;
  entry.action = desk::AuditAction::kReassigned;
  entry.object = desk::AuditObject::kMatter;
  entry.object_id = held.id;
  entry.revision = held.revision + 1;
  entry.county = held.county;
  entry.fields = fields;
  writeAudit(session, entry);
}

/// Finds those who can take what was lost; each seat and duty handler is read once.
class Takers {
 public:
  Takers(soci::session& session, std::int64_t to, bool duty)
      : session_(session), to_(seatOf(session, to)), duty_(duty) {}

  std::int64_t ownerOf(const Held& held) const {
    return desk::canOwn(to_, held.county, held.unit) ? to_.staff_id : 0;
  }

  std::int64_t handlerOf(const Held& held) {
    if (desk::canHandle(to_, held.county, held.unit)) return to_.staff_id;
    if (!duty_) return 0;
    const auto [known, is_new] = on_duty_.try_emplace(held.unit);
    if (is_new) known->second = seatOf(session_, dutyHandlerOf(session_, held.unit));
    return desk::canHandle(known->second, held.county, held.unit) ? known->second.staff_id : 0;
  }

 private:
  soci::session& session_;
  desk::Seat to_;
  bool duty_;
  std::map<std::string, desk::Seat> on_duty_;
};

}  // namespace

desk::Seat seatOf(soci::session& session, std::int64_t staff_id) {
  desk::Seat none;
  none.active = false;
  if (staff_id == 0) return none;
  return readRow<SeatRow>(session,
                          "SELECT id, role, county, unit, active FROM staff_member WHERE id = :id",
                          [&](Statement& query) { query.use(staff_id, "id"); })
      .value_or(none);
}

std::size_t mattersLost(soci::session& session, const desk::Seat& before, const desk::Seat& after,
                        const Actor& actor) {
  return lossesOf(session, before, after, actor).size();
}

HandedOn handOn(soci::session& session, const desk::Seat& before, const desk::Seat& after,
                std::int64_t to, bool duty, const Actor& actor) {
  Takers takers(session, to, duty);
  HandedOn done;
  for (const Loss& loss : lossesOf(session, before, after, actor)) {
    Held held = loss.held;
    std::vector<std::string> fields;
    const auto give = [&](std::int64_t& place, std::int64_t taker, const char* field) {
      if (taker == 0) return false;
      place = taker;
      fields.emplace_back(field);
      return true;
    };
    const bool owned = !loss.owner || give(held.owner_id, takers.ownerOf(held), "owner");
    const bool handled = !loss.handler || give(held.handler_id, takers.handlerOf(held), "handler");
    ++(owned && handled ? done.given : done.left);
    if (!fields.empty()) save(session, held, fields, actor);
  }
  return done;
}

std::size_t takeUnassigned(soci::session& session, const std::string& unit, std::int64_t staff_id,
                           const Actor& actor) {
  const desk::Seat taker = seatOf(session, staff_id);
  std::size_t taken = 0;
  const auto bind = [&](Statement& query) { query.use(unit, "unit"); };
  for (Held held : readHeld(session, "m.unit = :unit", actor, bind)) {
    if (!held.isAtUnit() || !desk::canHandle(taker, held.county, held.unit)) continue;
    if (desk::canHandle(seatOf(session, held.handler_id), held.county, held.unit)) continue;
    held.handler_id = staff_id;
    save(session, held, {"handler"}, actor);
    ++taken;
  }
  return taken;
}

std::int64_t dutyHandlerOf(soci::session& session, const std::string& unit) {
  std::int64_t staff_id = 0;
  session << "SELECT d.staff_id FROM duty_handler d JOIN staff_member s ON s.id = d.staff_id"
             " AND s.active = 1 WHERE d.unit = :unit",
      soci::use(unit), soci::into(staff_id);
  return session.got_data() ? staff_id : 0;
}

}  // namespace policycalc::store
