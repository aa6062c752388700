#include "store/matter_rows.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "policycalc/base/date.h"

#include "store/confirmed_time.h"
#include "store/matter_conditions.h"
#include "store/statement.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

base::Date dayFrom(std::int64_t number) {
  return base::Date(std::chrono::sys_days(std::chrono::days(number)));
}

std::optional<desk::DueDays> daysFrom(std::int64_t due, std::int64_t soon) {
  if (due == 0) return std::nullopt;
  return desk::DueDays{dayFrom(due), dayFrom(soon)};
}

/// Selects the matters that fit, in `order`. `alive` is 1 while the applicant's authorisation is in
/// force at `:now`, `completing` while the company completes its papers on `:today`. What only the
/// applicant has is read for the matters that are found alone.
std::string selectMatters(const std::string& index, const std::string& conditions,
                          const std::string& order) {
  static const std::string is_open = "CASE WHEN known.alive = 1 AND known.state IN " + openStates();
  const auto flag = [](const std::string& condition) {
    return "CASE WHEN " + condition + " THEN 1 ELSE 0 END";
  };
  return "SELECT known.*, a.key_by_service, a.sealed_name, a.ended_as FROM (SELECT m.id, "
         "m.reference,"
         " m.applicant_id, m.measure, m.catalogue, m.county, m.unit, m.owner_id, m.handler_id, " +
         flag(ownerCan()) + " AS owner_can, " + flag(handlerCan()) +
         " AS handler_can, m.state, m.state_since, m.due_day, m.soon_day, m.returns,"
         " m.handed_over, m.opened_at, m.opened_by, m.changed_at, m.revision, m.permit_until,"
         " m.to_tell, m.rested, m.completing_from, m.completing_until,"
         " CASE WHEN m.completing_until >= :today THEN 1 ELSE 0 END AS completing,"
         " m.completions, m.reminders, m.reminded_id, m.reminded_at, m.measure_moved, " +
         flag(isAlive()) + " AS alive, " + flag(isTakenBack()) + " AS taken_back FROM matter m" +
         index + conditions + order +
         ") AS known JOIN applicant a ON a.id = known.applicant_id ORDER BY " + is_open +
         " THEN 0 ELSE 1 END, " + is_open +
         " THEN known.due_day ELSE -known.state_since END, known.id";
}

/// A row of selectMatters().
struct Row {
  Matter matter;
  std::string state;
  std::int64_t state_since = 0;
  std::int64_t due_day = 0;
  std::int64_t soon_day = 0;
  std::int64_t opened_at = 0;
  std::int64_t changed_at = 0;
  std::int64_t permit_until = 0;
  int owner_can = 0;
  int handler_can = 0;
  int handed_over = 0;
  int to_tell = 0;
  std::int64_t completing_from = 0;
  std::int64_t completing_until = 0;
  int completing = 0;
  std::int64_t reminded_at = 0;
  int measure_moved = 0;
  int alive = 0;
  int taken_back = 0;
  std::string ended_as;

  void bind(Statement& query) {
    query.into(matter.id).into(matter.reference).into(matter.applicant_id).into(matter.measure);
    query.into(matter.catalogue).into(matter.county).into(matter.unit).into(matter.owner_id);
    query.into(matter.handler_id).into(owner_can).into(handler_can).into(state).into(state_since);
    query.into(due_day).into(soon_day).into(matter.returns).into(handed_over).into(opened_at);
    query.into(matter.opened_by).into(changed_at).into(matter.revision).into(permit_until);
    query.into(to_tell).into(matter.rested).into(completing_from).into(completing_until);
    query.into(completing).into(matter.completions).into(matter.reminders);
    query.into(matter.reminded_id).into(reminded_at).into(measure_moved);
    query.into(alive).into(taken_back).into(matter.key_by_service);
    query.into(matter.sealed_name).into(ended_as);
  }

  KnownMatter take() const {
    KnownMatter taken{matter, alive == 0 && permit_until > 0,
                      completing_until > 0 && completing == 0};
    Matter& given = taken.matter;
    given.state = stateFrom(state);
    given.state_since = fromSeconds(state_since);
    given.due_days = daysFrom(due_day, soon_day);
    given.opened_at = fromSeconds(opened_at);
    given.changed_at = fromSeconds(changed_at);
    given.permit_until = fromSeconds(permit_until);
    given.owner_can = owner_can != 0;
    given.handler_can = handler_can != 0;
    given.handed_over = handed_over != 0;
    given.to_tell = to_tell != 0 && alive != 0;
    given.erased = alive == 0;
    if (completing != 0) given.completion = {dayFrom(completing_from), dayFrom(completing_until)};
    given.reminded_at = fromSeconds(reminded_at);
    given.measure_moved = measure_moved != 0;
    if (!given.erased) return taken;
    const desk::MatterState end = !ended_as.empty() ? stateFrom(ended_as)
                                  : taken_back != 0 ? desk::MatterState::kWithdrawn
                                                    : desk::MatterState::kExpired;
    given.taken_back = end == desk::MatterState::kWithdrawn;
    // Shown as if its end had been recorded already.
    if (isOpen(given.state)) given.state = end;
    given.due_days.reset();
    given.completion.reset();
    given.measure_moved = false;
    given.permit_until = {};
    given.key_by_service.clear();
    given.sealed_name.clear();
    return taken;
  }
};

/// Whether the query names its matters, so that an index of those finds them.
bool namesFew(const MatterQuery& query) {
  return query.search || query.applicant_id != 0;
}

/// The index in whose order a list of open matters is read until it is full. Without being told,
/// SQLite takes all open matters by their state and sorts them.
std::string indexOfList(const soci::session& session, const MatterQuery& query) {
  if (namesFew(query) || !findsOnlyOpen(query)) return "";
  const bool of_county = !query.county.empty() || (query.seat && !query.seat->county.empty());
  return indexedBy(session, of_county ? "matter_open_in_county" : "matter_open_by_due");
}

std::int64_t dayNumber(std::chrono::sys_seconds now) {
  return base::dayInChina(now).days().time_since_epoch().count();
}

/// How many open matters have the same answers to all that they are counted by. SQLite sorts one
/// number in half the time that it needs for seven columns, so the answers come as the digits of
/// one.
struct CountRow {
  static constexpr std::int64_t kUrgencies = 3;
  static constexpr std::int64_t kFlag = 2;

  std::int64_t code = 0;
  std::int64_t number = 0;

  std::int64_t turn = 0;
  std::int64_t urgency = 0;
  bool returned = false;
  bool returned_often = false;
  bool inactive = false;
  bool permit_ends = false;
  bool measure_moved = false;

  /// The expression of `code`.
  static std::string codeOf(Conditions& conditions, const MatterQuery& query, std::int64_t today) {
    std::string code = "(" + turnAndInactive(conditions, query, today) + ")";
    const auto add = [&code](std::int64_t base, const std::string& digit) {
      code = "(" + code + " * " + std::to_string(base) + " + (" + digit + "))";
    };
    add(kUrgencies, urgencyNumber(conditions, today));
    add(kFlag, isReturned());
    add(kFlag, isReturnedOften(conditions, query.returned_times));
    add(kFlag, permitEnds(conditions, query));
    add(kFlag, "m.measure_moved");
    return code;
  }

  void bind(Statement& query) { query.into(code).into(number); }
  CountRow take() const {
    CountRow taken = *this;
    const auto digit = [&taken](std::int64_t base) {
      const std::int64_t last = taken.code % base;
      taken.code /= base;
      return last;
    };
    taken.measure_moved = digit(kFlag) == 1;
    taken.permit_ends = digit(kFlag) == 1;
    taken.returned_often = digit(kFlag) == 1;
    taken.returned = digit(kFlag) == 1;
    taken.urgency = digit(kUrgencies);
    taken.inactive = digit(kFlag) == 1;
    taken.turn = taken.code;
    return taken;
  }

  bool fits(const MatterQuery& query) const {
    return (!query.turn || turn == static_cast<std::int64_t>(*query.turn)) &&
           (!query.urgency || urgency == static_cast<std::int64_t>(*query.urgency)) &&
           (!query.returned || returned) && (query.returned_times == 0 || returned_often) &&
           (!query.inactive || inactive) && (!query.permit_ends || permit_ends) &&
           (!query.measure_moved || measure_moved);
  }
};

/// The open matters of the place, by what they are counted by, so that all numbers come from one
/// pass. It runs over an index that has all that it needs, unless the query names few matters.
std::vector<CountRow> countOpen(soci::session& session, const MatterQuery& query,
                                std::int64_t seconds, std::int64_t today) {
  Conditions conditions;
  MatterQuery place = query;
  place.scope = MatterScope::kOpen;
  place.turn.reset();
  place.urgency.reset();
  place.returned = place.inactive = place.permit_ends = place.measure_moved = false;
  place.returned_times = 0;
  addPlace(conditions, place);
  addChoice(conditions, place, today);
  const std::string code = CountRow::codeOf(conditions, query, today);
  return readRows<CountRow>(session,
                            "SELECT code, count(*) FROM (SELECT " + code +
                                " AS code FROM matter m" +
                                (namesFew(query) ? "" : indexedBy(session, "matter_open_numbers")) +
                                conditions.sql() + ") AS counted GROUP BY code",
                            [&](Statement& statement) {
                              statement.use(seconds, "now");
                              conditions.bind(statement);
                            });
}

std::size_t countAll(soci::session& session, const MatterQuery& query, std::int64_t seconds,
                     std::int64_t today) {
  Conditions conditions;
  addPlace(conditions, query);
  addChoice(conditions, query, today);
  std::int64_t number = 0;
  Statement statement(session);
  statement.into(number).use(seconds, "now");
  conditions.bind(statement);
  statement.select("SELECT count(*) FROM matter m" + conditions.sql());
  while (statement.fetch()) {
  }
  return static_cast<std::size_t>(number);
}

/// Those of the place whose company was not told yet.
std::size_t countToTell(soci::session& session, const MatterQuery& query, std::int64_t seconds,
                        std::int64_t today) {
  MatterQuery place = query;
  place.turn = desk::Turn::kToTell;
  place.urgency.reset();
  place.returned = place.inactive = place.permit_ends = place.measure_moved = false;
  place.returned_times = 0;
  place.closed_from.reset();
  place.closed_until.reset();
  return countAll(session, place, seconds, today);
}

}  // namespace

std::optional<KnownMatter> readMatter(soci::session& session, std::int64_t id,
                                      std::chrono::sys_seconds now) {
  const std::int64_t seconds = endingSeconds(session, now);
  const std::int64_t today = dayNumber(now);
  return readRow<Row>(session, selectMatters("", " WHERE m.id = :id", ""),
                      [&](Statement& statement) {
                        statement.use(seconds, "now").use(today, "today").use(id, "id");
                      });
}

void readMatters(soci::session& session, const MatterQuery& query, std::chrono::sys_seconds now,
                 const std::function<void(const Matter&)>& use) {
  const std::int64_t seconds = endingSeconds(session, now);
  const auto most = static_cast<std::int64_t>(
      std::min(query.most, static_cast<std::size_t>(std::numeric_limits<int>::max())));
  Conditions conditions;
  addPlace(conditions, query);
  const std::int64_t today = dayNumber(now);
  addChoice(conditions, query, today);
  addAfter(conditions, query);
  Row row;
  Statement found(session);
  row.bind(found);
  found.use(seconds, "now").use(today, "today").use(most, "most");
  conditions.bind(found);
  found.select(selectMatters(indexOfList(session, query), conditions.sql(),
                             orderOf(query) + " LIMIT :most"));
  while (found.fetch()) use(row.take().matter);
}

MatterCounts countMatters(soci::session& session, const MatterQuery& query,
                          std::chrono::sys_seconds now) {
  const std::int64_t seconds = endingSeconds(session, now);
  const std::int64_t today = dayNumber(now);
  MatterCounts counts;
  for (const CountRow& row : countOpen(session, query, seconds, today)) {
    const auto number = static_cast<std::size_t>(row.number);
    counts.open += number;
    counts.by_turn.at(static_cast<std::size_t>(row.turn)) += number;
    counts.by_urgency.at(static_cast<std::size_t>(row.urgency)) += number;
    if (row.returned) counts.returned += number;
    if (row.permit_ends) counts.permit_ends += number;
    if (row.measure_moved) counts.measure_moved += number;
    if (query.scope != MatterScope::kClosed && row.fits(query)) counts.found += number;
  }
  counts.by_turn.at(static_cast<std::size_t>(desk::Turn::kToTell)) =
      countToTell(session, query, seconds, today);
  if (findsToTell(query)) {
    counts.found = countAll(session, query, seconds, today);
  } else if (!findsOnlyOpen(query)) {
    MatterQuery closed = query;
    closed.scope = MatterScope::kClosed;
    counts.found += countAll(session, closed, seconds, today);
  }
  return counts;
}

}  // namespace policycalc::store
