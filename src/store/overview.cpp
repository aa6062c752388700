#include "policycalc/store/overview.h"

#include "store/confirmed_time.h"
#include "store/database.h"
#include "store/matter_conditions.h"
#include "store/statement.h"
#include "store/values.h"
#include "store/words.h"

namespace policycalc::store {
namespace {

constexpr std::int64_t kDay = 86'400;

/// The parts of the query that say which matters are meant, whatever else it asks for.
MatterQuery placeOf(const MatterQuery& query) {
  MatterQuery place;
  place.seat = query.seat;
  place.county = query.county;
  place.unit = query.unit;
  place.permit_horizon = query.permit_horizon;
  return place;
}

std::int64_t numberOf(base::Date day) {
  return day.days().time_since_epoch().count();
}

/// The number of the day at UTC+8 of a column of times.
std::string dayOf(const std::string& column) {
  static const std::string offset =
      std::to_string(std::chrono::duration_cast<std::chrono::seconds>(base::kChinaOffset).count());
  return "(" + column + " + " + offset + ") / " + std::to_string(kDay);
}

/// Day 4 after 1970-01-01, a Thursday, was the first Monday.
base::Date mondayOf(base::Date day) {
  const std::int64_t number = numberOf(day);
  return base::Date(day.days() - std::chrono::days((number + 3) % 7));
}

struct PersonRow {
  std::int64_t id = 0;
  std::int64_t number = 0;

  void bind(Statement& query) { query.into(id).into(number); }
  PersonRow take() const { return *this; }
};

struct PlaceRow {
  PlaceNumbers numbers;
  std::int64_t open = 0;
  std::int64_t overdue = 0;
  std::int64_t nobody = 0;
  std::int64_t returned_twice = 0;
  std::int64_t inactive = 0;
  std::int64_t permit_ends = 0;
  std::int64_t company = 0;
  std::int64_t measure_moved = 0;
  std::int64_t oldest_at = 0;

  void bind(Statement& query) {
    query.into(numbers.place).into(open).into(overdue).into(nobody).into(returned_twice);
    query.into(inactive).into(permit_ends).into(company).into(measure_moved);
    query.into(numbers.oldest_id).into(numbers.oldest_reference);
    query.into(oldest_at);
  }
  PlaceNumbers take() const {
    PlaceNumbers taken = numbers;
    taken.open = static_cast<std::size_t>(open);
    taken.overdue = static_cast<std::size_t>(overdue);
    taken.nobody = static_cast<std::size_t>(nobody);
    taken.returned_twice = static_cast<std::size_t>(returned_twice);
    taken.inactive = static_cast<std::size_t>(inactive);
    taken.permit_ends = static_cast<std::size_t>(permit_ends);
    taken.company = static_cast<std::size_t>(company);
    taken.measure_moved = static_cast<std::size_t>(measure_moved);
    taken.oldest_at = fromSeconds(oldest_at);
    return taken;
  }
};

struct WeekRow {
  std::int64_t monday = 0;
  std::int64_t opened = 0;
  std::int64_t closed = 0;

  void bind(Statement& query) { query.into(monday).into(opened).into(closed); }
  WeekRow take() const { return *this; }
};

struct AgeRow {
  std::string state;
  std::int64_t age = 0;
  std::int64_t number = 0;

  void bind(Statement& query) { query.into(state).into(age).into(number); }
  AgeRow take() const { return *this; }
};

struct EndRow {
  std::string state;
  std::int64_t number = 0;
  std::int64_t median = 0;
  std::int64_t most = 0;

  void bind(Statement& query) { query.into(state).into(number).into(median).into(most); }
  EndRow take() const { return *this; }
};

/// The number of the first bound that the days do not exceed.
std::string ageOf(const std::string& days) {
  std::string sql = "CASE";
  for (std::size_t i = 0; i < kAgeBounds.size(); ++i) {
    sql += " WHEN " + days + " <= " + std::to_string(kAgeBounds[i]) + " THEN " + std::to_string(i);
  }
  return sql + " ELSE " + std::to_string(kAgeBounds.size()) + " END";
}

struct ToTellRow {
  std::string place;
  std::int64_t number = 0;

  void bind(Statement& query) { query.into(place).into(number); }
  ToTellRow take() const { return *this; }
};

/// How many matters of each place are closed and wait to be told.
std::vector<ToTellRow> readToTell(soci::session& session, const std::string& column,
                                  MatterQuery place, std::int64_t seconds, std::int64_t today) {
  place.turn = desk::Turn::kToTell;
  Conditions conditions;
  addPlace(conditions, place);
  addChoice(conditions, place, today);
  return readRows<ToTellRow>(session,
                             "SELECT " + column + " AS place, count(*) FROM matter m" +
                                 conditions.sql() + " GROUP BY place",
                             [&](Statement& statement) {
                               statement.use(seconds, "now");
                               conditions.bind(statement);
                             });
}

/// Both together, by the place.
std::vector<PlaceNumbers> withToTell(const std::vector<PlaceNumbers>& open,
                                     const std::vector<ToTellRow>& to_tell) {
  std::map<std::string, PlaceNumbers> places;
  for (const PlaceNumbers& each : open) places.emplace(each.place, each);
  for (const ToTellRow& row : to_tell) {
    PlaceNumbers& place = places[row.place];
    place.place = row.place;
    place.to_tell = static_cast<std::size_t>(row.number);
  }
  std::vector<PlaceNumbers> all;
  all.reserve(places.size());
  for (auto& [name, place] : places) all.push_back(std::move(place));
  return all;
}

}  // namespace

std::map<std::int64_t, std::size_t> Overview::openByPerson(std::chrono::sys_seconds now) const {
  return database_.readAtOneMoment([&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    const std::string sql = "SELECT who, count(*) FROM (SELECT CASE WHEN " + isAtUnit() +
                            " THEN m.handler_id ELSE m.owner_id END AS who FROM matter m WHERE " +
                            isOpenNow() + ") AS counted GROUP BY who";
    std::map<std::int64_t, std::size_t> numbers;
    for (const PersonRow& row :
         readRows<PersonRow>(session, sql, [&](Statement& query) { query.use(seconds, "now"); })) {
      numbers[row.id] = static_cast<std::size_t>(row.number);
    }
    return numbers;
  });
}

std::vector<PlaceNumbers> Overview::byUnit(const MatterQuery& query,
                                           std::chrono::sys_seconds now) const {
  return byPlace("m.unit", query, now);
}

std::vector<PlaceNumbers> Overview::byCounty(const MatterQuery& query,
                                             std::chrono::sys_seconds now) const {
  return byPlace("m.county", query, now);
}

std::vector<PlaceNumbers> Overview::byPlace(const std::string& column, const MatterQuery& query,
                                            std::chrono::sys_seconds now) const {
  return database_.readAtOneMoment([&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    const std::int64_t today = numberOf(base::dayInChina(now));
    Conditions conditions;
    const MatterQuery place = placeOf(query);
    addPlace(conditions, place);
    addChoice(conditions, place, today);
    const auto is = [](const std::string& expression, auto number) {
      return "CASE WHEN " + expression + " = " + std::to_string(static_cast<int>(number)) +
             " THEN 1 ELSE 0 END";
    };
    const std::string turn = turnNumber(conditions, place, today);
    const std::string columns =
        column + " AS place, m.id, m.reference, m.opened_at, row_number() OVER (PARTITION BY " +
        column + " ORDER BY m.opened_at, m.id) AS place_of_age, " +
        is(urgencyNumber(conditions, today), desk::Urgency::kOverdue) + " AS overdue, " +
        is(turn, desk::Turn::kNobody) + " AS nobody, " + is(turn, desk::Turn::kCompany) +
        " AS company, m.measure_moved AS measure_moved, " + isReturnedOften(conditions, 2) +
        " AS twice, " + isInactive() + " AS inactive, " + permitEnds(conditions, place) +
        " AS permit_ends";
    std::vector<PlaceNumbers> open = readRows<PlaceRow>(
        session,
        "SELECT place, count(*), sum(overdue), sum(nobody), sum(twice), sum(inactive),"
        " sum(permit_ends), sum(company), sum(measure_moved), max(CASE WHEN place_of_age = 1 THEN "
        "id ELSE 0 END),"
        " max(CASE WHEN place_of_age = 1 THEN reference ELSE '' END), min(opened_at) FROM "
        "(SELECT " +
            columns + " FROM matter m" + conditions.sql() +
            ") AS counted GROUP BY place ORDER BY place",
        [&](Statement& statement) {
          statement.use(seconds, "now");
          conditions.bind(statement);
        });
    return withToTell(open, readToTell(session, column, place, seconds, today));
  });
}

std::vector<WeekNumbers> Overview::weeks(const MatterQuery& query, base::Date from,
                                         base::Date to) const {
  const std::int64_t first = toSeconds(base::beginInChina(from));
  const std::int64_t end = toSeconds(base::beginInChina(to.next()));
  std::vector<WeekNumbers> weeks;
  for (base::Date monday = mondayOf(from); monday <= to;
       monday = base::Date(monday.days() + std::chrono::days(7))) {
    weeks.push_back({monday, 0, 0});
  }
  database_.readAtOneMoment([&](soci::session& session) {
    Conditions conditions;
    addPlace(conditions, placeOf(query));
    const auto counted = [&](const std::string& column, const char* opened, const char* closed,
                             const std::string& only) {
      const std::string day = dayOf(column);
      return "SELECT " + day + " - (" + day + " + 3) % 7 AS monday, " + opened + " AS opened, " +
             closed + " AS closed FROM matter m" +
             (conditions.sql().empty() ? std::string(" WHERE ") : conditions.sql() + " AND ") +
             column + " >= :first AND " + column + " < :end" + only;
    };
    const std::string sql =
        "SELECT monday, sum(opened), sum(closed) FROM (" + counted("m.opened_at", "1", "0", "") +
        " UNION ALL " + counted("m.state_since", "0", "1", " AND m.state NOT IN " + openStates()) +
        ") AS counted GROUP BY monday";
    for (const WeekRow& row : readRows<WeekRow>(session, sql, [&](Statement& statement) {
           statement.use(first, "first").use(end, "end");
           conditions.bind(statement);
         })) {
      const auto at = (row.monday - numberOf(weeks.front().monday)) / 7;
      WeekNumbers& week = weeks.at(static_cast<std::size_t>(at));
      week.opened = static_cast<std::size_t>(row.opened);
      week.closed = static_cast<std::size_t>(row.closed);
    }
    return true;
  });
  return weeks;
}

std::vector<AgeNumbers> Overview::ages(const MatterQuery& query,
                                       std::chrono::sys_seconds now) const {
  std::vector<AgeNumbers> ages;
  for (const desk::MatterState state : desk::kMatterStates) {
    if (isOpen(state)) ages.push_back({state, {}});
  }
  database_.readAtOneMoment([&](soci::session& session) {
    const std::int64_t seconds = endingSeconds(session, now);
    const std::int64_t today = numberOf(base::dayInChina(now));
    Conditions conditions;
    const MatterQuery place = placeOf(query);
    addPlace(conditions, place);
    addChoice(conditions, place, today);
    const std::string days = conditions.number(today) + " - " + dayOf("m.opened_at");
    const std::string sql = "SELECT state, age, count(*) FROM (SELECT m.state AS state, " +
                            ageOf(days) + " AS age FROM matter m" + conditions.sql() +
                            ") AS counted GROUP BY state, age";
    for (const AgeRow& row : readRows<AgeRow>(session, sql, [&](Statement& statement) {
           statement.use(seconds, "now");
           conditions.bind(statement);
         })) {
      for (AgeNumbers& each : ages) {
        if (each.state != stateFrom(row.state)) continue;
        each.by_age.at(static_cast<std::size_t>(row.age)) = static_cast<std::size_t>(row.number);
      }
    }
    return true;
  });
  return ages;
}

std::vector<EndNumbers> Overview::ends(const MatterQuery& query, base::Date from,
                                       base::Date to) const {
  const std::int64_t first = toSeconds(base::beginInChina(from));
  const std::int64_t end = toSeconds(base::beginInChina(to.next()));
  std::vector<EndNumbers> ends;
  for (const desk::MatterState state : desk::kMatterStates) {
    if (!isOpen(state)) ends.push_back({state, 0, 0, 0});
  }
  database_.readAtOneMoment([&](soci::session& session) {
    Conditions conditions;
    addPlace(conditions, placeOf(query));
    conditions.add("m.state NOT IN " + openStates());
    conditions.add("m.state_since >= :first AND m.state_since < :end");
    const std::string days = dayOf("m.state_since") + " - " + dayOf("m.opened_at");
    const std::string ranked = "SELECT m.state AS state, " + days +
                               " AS days, row_number() OVER (PARTITION BY m.state ORDER BY " +
                               days +
                               ") AS place, count(*) OVER (PARTITION BY m.state) AS number"
                               " FROM matter m" +
                               conditions.sql();
    // The nearest rank: the first of which at least so many matters are no larger.
    const std::string sql =
        "SELECT state, number, max(CASE WHEN place = (number + 1) / 2 THEN days ELSE 0 END),"
        " max(CASE WHEN place = (number * 9 + 9) / 10 THEN days ELSE 0 END) FROM (" +
        ranked + ") AS counted GROUP BY state, number";
    for (const EndRow& row : readRows<EndRow>(session, sql, [&](Statement& statement) {
           statement.use(first, "first").use(end, "end");
           conditions.bind(statement);
         })) {
      for (EndNumbers& each : ends) {
        if (each.state != stateFrom(row.state)) continue;
        each = {each.state, static_cast<std::size_t>(row.number), row.median, row.most};
      }
    }
    return true;
  });
  return ends;
}

}  // namespace policycalc::store
