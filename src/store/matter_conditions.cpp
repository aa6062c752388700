#include "store/matter_conditions.h"

#include <functional>

#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

using desk::Role;

/// The account `column` of the matter is active, and either of `role`, with `its`, or a supervisor
/// whose seat covers the matter: as desk::canHandle() and desk::canOwn() say.
std::string canAct(const std::string& column, Role role, const std::string& its) {
  return "EXISTS (SELECT 1 FROM staff_member s WHERE s.id = m." + column +
         " AND s.active = 1 AND ((s.role = '" + wordOf(role) + "' AND " + its + ") OR (s.role = '" +
         wordOf(Role::kSupervisor) +
         "' AND (s.county = '' OR s.county = m.county) AND (s.unit = '' OR s.unit = m.unit))))";
}

/// A list of those for whom desk::actsFor() holds.
std::string actsForIds(Conditions& conditions, const desk::Seat& seat) {
  std::string ids = "(" + conditions.number(seat.staff_id);
  for (const std::int64_t id : seat.stands_in_for) ids += ", " + conditions.number(id);
  return ids + ")";
}

/// As desk::sees(): a test compares both for every kind of seat.
void addSight(Conditions& conditions, const desk::Seat& seat) {
  const auto only = [&](const char* column, const std::string& value) {
    if (!value.empty()) conditions.add("m." + std::string(column) + " = " + conditions.text(value));
  };
  switch (seat.role) {
    case Role::kClerk:
      conditions.add("m.county = " + conditions.text(seat.county));
      return;
    case Role::kHandler: {
      std::string of_unit = "m.handed_over = 1 AND m.unit = " + conditions.text(seat.unit) +
                            " AND NOT " + handlerCan();
      if (!seat.county.empty()) of_unit += " AND m.county = " + conditions.text(seat.county);
      conditions.add("(m.handler_id IN " + actsForIds(conditions, seat) + " AND " + handlerCan() +
                     ") OR (" + of_unit + ")");
      return;
    }
    case Role::kSupervisor:
      only("county", seat.county);
      only("unit", seat.unit);
      return;
    case Role::kAdministrator:
    case Role::kKeeper:
      conditions.add("1 = 0");
      return;
  }
}

void addState(Conditions& conditions, desk::MatterState state) {
  const std::string is = "m.state = '" + wordOf(state) + "'";
  if (isOpen(state)) {
    conditions.add(is);
    conditions.add(isAlive());
  } else if (state == desk::MatterState::kWithdrawn) {
    conditions.add(is + " OR (m.state IN " + openStates() + " AND " + isTakenBack() + ")");
  } else if (state == desk::MatterState::kExpired) {
    conditions.add(is + " OR (m.state IN " + openStates() + " AND NOT " + isAlive() + " AND NOT " +
                   isTakenBack() + ")");
  } else {
    conditions.add(is);
  }
}

template <typename Items, typename Write>
std::string listOf(const Items& items, const Write& write) {
  std::string list;
  for (const auto& item : items) list += (list.empty() ? "" : ", ") + write(item);
  return "(" + list + ")";
}

void addSearch(Conditions& conditions, const MatterSearch& search) {
  std::string any;  // only what an index finds: with one part more, SQLite reads every matter
  const auto add = [&any](const std::string& part) { any += (any.empty() ? "" : " OR ") + part; };
  if (!search.reference.empty()) add("m.reference = " + conditions.text(search.reference));
  if (!search.firm.empty()) {
    add("(m.applicant_id IN (SELECT id FROM applicant WHERE firm = " +
        conditions.text(search.firm) + ") AND " + isAlive() + ")");
  }
  if (!search.applicant_ids.empty()) {
    // Numbers, so that they need no parameters, of which an engine takes only so many.
    const auto write = [](std::int64_t id) { return std::to_string(id); };
    add("(m.applicant_id IN " + listOf(search.applicant_ids, write) + " AND " + isAlive() + ")");
  }
  if (!search.measures.empty()) {
    const auto write = [&](const std::string& measure) { return conditions.text(measure); };
    add("m.measure IN " + listOf(search.measures, write));
  }
  conditions.add(any.empty() ? "1 = 0" : any);
}

/// The saved profile that the authorisation rests on is there and agrees.
std::string profileAgrees(const std::string& more) {
  return "EXISTS (SELECT 1 FROM authorisation h JOIN saved_profile p ON p.lookup = h.lookup"
         " WHERE h.applicant_id = m.applicant_id AND h.ended_at = 0 AND p.may_help = 1" +
         more + ")";
}

std::int64_t numberOf(desk::Turn turn) {
  return static_cast<std::int64_t>(turn);
}

/// The expressions that decideTurn() gives.
struct TurnWords {
  std::function<std::string(desk::Turn)> of;
  std::function<std::string(const std::string& id)> nobody;  ///< `id`: who had to act but cannot
  std::string task;  ///< for a matter whose owner has to act, even while a unit handles it
};

/// Looks only once for the account whose turn it is: most of the cost of counting.
std::string decideTurn(Conditions& conditions, const MatterQuery& query, std::int64_t today,
                       const TurnWords& words) {
  const desk::Seat nobody;
  const desk::Seat& seat = query.seat ? *query.seat : nobody;
  const std::string acting = query.seat ? actsForIds(conditions, seat) : "(-1)";
  const std::string completing = isCompleting(conditions, today);
  const auto decided = [&](const std::string& can, const std::string& id, bool colleagues,
                           desk::Turn other) {
    return " CASE WHEN NOT " + can + " THEN " + words.nobody(id) + " WHEN " + completing +
           " THEN " + words.of(desk::Turn::kCompany) + " WHEN " + id + " IN " + acting + " THEN " +
           words.of(desk::Turn::kMine) + " ELSE " +
           words.of(query.seat && colleagues ? desk::Turn::kColleagues : other) + " END";
  };
  const std::string task = "(m.measure_moved = 1 OR " + permitEnds(conditions, query) + " = 1)";
  return "CASE WHEN " + task + " AND m.owner_id IN " + acting + " AND " + ownerCan() + " THEN " +
         words.task + " WHEN " + isAtUnit() + " THEN" +
         decided(handlerCan(), "m.handler_id", desk::isOfUnit(seat), desk::Turn::kUnit) + " ELSE" +
         decided(ownerCan(), "m.owner_id", !desk::isOfUnit(seat), desk::Turn::kWindow) + " END";
}

}  // namespace

std::string Conditions::number(std::int64_t value) {
  numbers_.emplace_back("n" + std::to_string(numbers_.size()), value);
  return ":" + numbers_.back().first;
}

std::string Conditions::text(const std::string& value) {
  texts_.emplace_back("t" + std::to_string(texts_.size()), value);
  return ":" + texts_.back().first;
}

void Conditions::bind(Statement& statement) const {
  for (const auto& [name, value] : numbers_) statement.use(value, name.c_str());
  for (const auto& [name, value] : texts_) statement.use(value, name.c_str());
}

const std::string& isAlive() {
  // As inForce(), whose term the matter repeats.
  static const std::string condition = "(m.permit_until > :now AND (m.permit_by_code = 0 OR " +
                                       profileAgrees(" AND p.expires_at > :now") + "))";
  return condition;
}

const std::string& isTakenBack() {
  // A profile that has run out took nothing back.
  static const std::string condition =
      "(m.permit_until > :now AND m.permit_by_code = 1 AND NOT " + profileAgrees("") + ")";
  return condition;
}

const std::string& isOpenNow() {
  static const std::string condition = "(m.state IN " + openStates() + " AND " + isAlive() + ")";
  return condition;
}

std::string isAtUnit() {
  return "m.state IN ('" + wordOf(desk::MatterState::kHandedOver) + "', '" +
         wordOf(desk::MatterState::kInProgress) + "')";
}

const std::string& handlerCan() {
  static const std::string condition = canAct("handler_id", Role::kHandler, "s.unit = m.unit");
  return condition;
}

const std::string& ownerCan() {
  static const std::string condition = canAct("owner_id", Role::kClerk, "s.county = m.county");
  return condition;
}

void addPlace(Conditions& conditions, const MatterQuery& query) {
  if (query.seat) addSight(conditions, *query.seat);
  if (!query.county.empty()) conditions.add("m.county = " + conditions.text(query.county));
  if (!query.unit.empty()) conditions.add("m.unit = " + conditions.text(query.unit));
  if (query.state) addState(conditions, *query.state);
  if (query.applicant_id != 0) {
    conditions.add("m.applicant_id = " + conditions.number(query.applicant_id));
  }
  if (query.search) addSearch(conditions, *query.search);
}

bool findsToTell(const MatterQuery& query) {
  return query.turn == desk::Turn::kToTell;
}

bool findsOnlyOpen(const MatterQuery& query) {
  if (findsToTell(query)) return false;
  return query.scope == MatterScope::kOpen || query.turn || query.urgency || query.returned ||
         query.returned_times > 0 || query.inactive || query.permit_ends || query.measure_moved;
}

void addChoice(Conditions& conditions, const MatterQuery& query, std::int64_t today) {
  if (findsOnlyOpen(query)) {
    // Apart, so that the indexes of open matters can be used. What a search names is fewer: as an
    // expression, the state keeps the engine from going through all open matters for it.
    conditions.add((query.search ? "m.state || '' IN " : "m.state IN ") + openStates());
    conditions.add(isAlive());
  }
  if (findsToTell(query)) {
    conditions.add(query.search ? "m.to_tell + 0 = 1" : "m.to_tell = 1");
    conditions.add(isAlive());
    // Only open matters have a clock.
    if (query.urgency || query.returned) conditions.add("1 = 0");
  } else if (query.scope == MatterScope::kClosed) {
    conditions.add("NOT " + isOpenNow());
  }
  if (query.turn && !findsToTell(query)) {
    conditions.add(turnNumber(conditions, query, today) + " = " +
                   std::to_string(numberOf(*query.turn)));
  }
  if (query.urgency && !findsToTell(query)) {
    conditions.add(urgencyNumber(conditions, today) + " = " +
                   std::to_string(static_cast<int>(*query.urgency)));
  }
  if (query.returned) conditions.add(isReturned() + " = 1");
  if (query.returned_times > 0) {
    conditions.add(isReturnedOften(conditions, query.returned_times) + " = 1");
  }
  if (query.inactive) conditions.add(isInactive() + " = 1");
  if (query.permit_ends) conditions.add(permitEnds(conditions, query) + " = 1");
  if (query.measure_moved) conditions.add("m.measure_moved = 1");
  const auto ended = [&](const char* compare, std::chrono::sys_seconds time) {
    conditions.add(isOpenNow() + " OR m.state_since " + compare + " " +
                   conditions.number(toSeconds(time)));
  };
  if (query.closed_from) ended(">=", *query.closed_from);
  if (query.closed_until) ended("<", *query.closed_until);
}

void addAfter(Conditions& conditions, const MatterQuery& query) {
  if (!query.after) return;
  const MatterPosition& after = *query.after;
  const std::string key = conditions.number(after.closed ? -after.key : after.key);
  const std::string id = conditions.number(after.id);
  const std::string column = after.closed ? "m.state_since" : "m.due_day";
  const std::string later = column + (after.closed ? " < " : " > ") + key + " OR (" + column +
                            " = " + key + " AND m.id > " + id + ")";
  if (after.closed) {
    conditions.add("NOT " + isOpenNow() + " AND (" + later + ")");
  } else if (findsOnlyOpen(query)) {
    conditions.add(later);
  } else {
    conditions.add("NOT " + isOpenNow() + " OR " + later);
  }
}

std::string turnNumber(Conditions& conditions, const MatterQuery& query, std::int64_t today) {
  const auto number = [](desk::Turn turn) { return std::to_string(numberOf(turn)); };
  return decideTurn(conditions, query, today,
                    {.of = number,
                     .nobody = [&](const std::string&) { return number(desk::Turn::kNobody); },
                     .task = number(desk::Turn::kMine)});
}

std::string turnAndInactive(Conditions& conditions, const MatterQuery& query, std::int64_t today) {
  const auto twice = [](desk::Turn turn) { return std::to_string(2 * numberOf(turn)); };
  return decideTurn(conditions, query, today,
                    {.of = twice,
                     .nobody =
                         [&](const std::string& id) {
                           return twice(desk::Turn::kNobody) + " + CASE WHEN " + id +
                                  " <> 0 THEN 1 ELSE 0 END";
                         },
                     .task = twice(desk::Turn::kMine) + " + (" + isInactive() + ")"});
}

std::string urgencyNumber(Conditions& conditions, std::int64_t today) {
  const std::string day = conditions.number(today);
  return "CASE WHEN m.due_day < " + day + " THEN 0 WHEN m.soon_day <= " + day +
         " THEN 1 ELSE 2 END";
}

std::string isCompleting(Conditions& conditions, std::int64_t today) {
  return "m.completing_until >= " + conditions.number(today);
}

std::string isReturned() {
  return "CASE WHEN m.returns > 0 AND m.state = '" + wordOf(desk::MatterState::kPreparing) +
         "' THEN 1 ELSE 0 END";
}

std::string isReturnedOften(Conditions& conditions, std::int64_t times) {
  return "CASE WHEN m.returns >= " + conditions.number(times) + " THEN 1 ELSE 0 END";
}

std::string isInactive() {
  return "CASE WHEN " + isAtUnit() + " THEN CASE WHEN m.handler_id <> 0 AND NOT " + handlerCan() +
         " THEN 1 ELSE 0 END WHEN m.owner_id <> 0 AND NOT " + ownerCan() + " THEN 1 ELSE 0 END";
}

std::string permitEnds(Conditions& conditions, const MatterQuery& query) {
  return "CASE WHEN m.permit_until <= " + conditions.number(toSeconds(query.permit_horizon)) +
         " THEN 1 ELSE 0 END";
}

std::string orderOf(const MatterQuery& query) {
  if (findsOnlyOpen(query)) return " ORDER BY m.due_day, m.id";
  if (query.scope == MatterScope::kClosed || findsToTell(query)) {
    return " ORDER BY m.state_since DESC, m.id";
  }
  return " ORDER BY CASE WHEN " + isOpenNow() + " THEN 0 ELSE 1 END, CASE WHEN " + isOpenNow() +
         " THEN m.due_day ELSE -m.state_since END, m.id";
}

}  // namespace policycalc::store
