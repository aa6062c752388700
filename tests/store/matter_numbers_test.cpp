#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/desk/rules/handling.h"
#include "policycalc/desk/rules/sight.h"

#include "store/many_matters.h"
#include "store/server_database.h"

// What lists show and count is compared with a plain loop over all rows that uses the rules of the
// desk, for every kind of seat and every filter.

namespace policycalc::store::test {
namespace {

using desk::MatterState;
using desk::Role;
using desk::Seat;
using desk::Turn;
using desk::Urgency;

constexpr int kMatters = 50'000;
// A server takes several times as long as a file.
constexpr int kMattersOnServer = 5'000;
constexpr std::int64_t kHorizon = ManyMatters::kNow + 12 * 86'400;

/// A row with all that follows from it.
struct Known {
  PlainMatter plain;
  bool open = false;
  bool alive = false;
  bool taken_back = false;
  bool to_tell = false;
  MatterState state = MatterState::kReceived;  ///< as it is shown
  std::int64_t handler = 0;                    ///< 0 if they cannot act
  std::int64_t responsible = 0;
  bool owns = false;        ///< the owner can act
  std::int64_t permit = 0;  ///< the term that the authorisation itself has
};

class Loop {
 public:
  explicit Loop(const ManyMatters& many) {
    const auto seats = many.seats();
    const Terms terms = many.terms();
    const TakenBack taken_back = many.takenBack();
    Seat nobody;
    nobody.active = false;
    const auto seatOf = [&](std::int64_t id) {
      const auto found = seats.find(id);
      return found == seats.end() ? nobody : found->second;
    };
    for (const PlainMatter& plain : many.matters()) {
      Known known;
      known.plain = plain;
      known.alive = terms.at(plain.applicant_id) > ManyMatters::kNow;
      known.taken_back = taken_back.count(plain.applicant_id) != 0;
      const MatterState over = known.taken_back ? MatterState::kWithdrawn : MatterState::kExpired;
      known.state = isOpen(plain.state) && !known.alive ? over : plain.state;
      known.to_tell = plain.to_tell && known.alive;
      known.open = isOpen(known.state);
      const bool handles = canHandle(seatOf(plain.handler_id), plain.county, plain.unit);
      const bool owns = canOwn(seatOf(plain.owner_id), plain.county, plain.unit);
      known.owns = owns;
      known.handler = handles ? plain.handler_id : 0;
      known.responsible = isAtUnit(plain.state) ? known.handler : owns ? plain.owner_id : 0;
      all_.push_back(known);
    }
  }

  std::vector<Known> find(const MatterQuery& query) const {
    std::vector<Known> found;
    for (const Known& known : all_) {
      if (isInPlace(known, query) && isChosen(known, query)) found.push_back(known);
    }
    std::sort(found.begin(), found.end(),
              [](const Known& a, const Known& b) { return orderOf(a) < orderOf(b); });
    return found;
  }

  MatterCounts count(const MatterQuery& query) const {
    MatterCounts counts;
    counts.found = find(query).size();
    for (const Known& known : all_) {
      if (known.to_tell && isInPlace(known, query)) {
        ++counts.by_turn.at(static_cast<std::size_t>(Turn::kToTell));
      }
      if (!known.open || !isInPlace(known, query)) continue;
      ++counts.open;
      ++counts.by_turn.at(static_cast<std::size_t>(turn(known, query)));
      ++counts.by_urgency.at(static_cast<std::size_t>(urgency(known)));
      if (isReturned(known)) ++counts.returned;
      if (permitEnds(known, query)) ++counts.permit_ends;
      if (known.plain.measure_moved) ++counts.measure_moved;
    }
    return counts;
  }

 private:
  static std::tuple<bool, std::int64_t, std::int64_t> orderOf(const Known& known) {
    const PlainMatter& plain = known.plain;
    return {!known.open, known.open ? plain.due_day : -plain.since, plain.id};
  }

  static bool isInPlace(const Known& known, const MatterQuery& query) {
    const PlainMatter& plain = known.plain;
    if (query.seat &&
        !sees(*query.seat, {plain.county, plain.unit, known.handler, plain.handed_over})) {
      return false;
    }
    if (query.search && !fits(known, *query.search)) return false;
    return (query.county.empty() || query.county == plain.county) &&
           (query.unit.empty() || query.unit == plain.unit) &&
           (!query.state || *query.state == known.state) &&
           (query.applicant_id == 0 || query.applicant_id == plain.applicant_id);
  }

  static bool fits(const Known& known, const MatterSearch& search) {
    const auto has = [](const auto& list, const auto& one) {
      return std::find(list.begin(), list.end(), one) != list.end();
    };
    const std::int64_t id = known.plain.applicant_id;
    const std::string firm = id % 4 == 0 ? "f" + std::to_string(id) : std::string();
    return known.plain.reference == search.reference || has(search.measures, known.plain.measure) ||
           (known.alive &&
            ((!firm.empty() && firm == search.firm) || has(search.applicant_ids, id)));
  }

  static bool isChosen(const Known& known, const MatterQuery& query) {
    if (query.turn == Turn::kToTell) return known.to_tell && !query.urgency && !query.returned;
    if (query.scope == MatterScope::kOpen && !known.open) return false;
    if (query.scope == MatterScope::kClosed && known.open) return false;
    const auto ended = std::chrono::sys_seconds(std::chrono::seconds(known.plain.since));
    if (!known.open && query.closed_from && ended < *query.closed_from) return false;
    if (!known.open && query.closed_until && ended >= *query.closed_until) return false;
    if (query.turn && (!known.open || turn(known, query) != *query.turn)) return false;
    if (query.urgency && (!known.open || urgency(known) != *query.urgency)) return false;
    if (query.returned && !isReturned(known)) return false;
    if (query.returned_times > 0 && (!known.open || known.plain.returns < query.returned_times)) {
      return false;
    }
    if (query.inactive && !isInactive(known)) return false;
    if (query.measure_moved && !(known.open && known.plain.measure_moved)) return false;
    return !query.permit_ends || permitEnds(known, query);
  }

  static Turn turn(const Known& known, const MatterQuery& query) {
    const bool has_task = known.plain.measure_moved || permitEnds(known, query);
    const bool completing = known.plain.completing_until >= ManyMatters::kToday;
    if (query.seat) {
      return turnOf(*query.seat,
                    {.state = known.plain.state,
                     .responsible_id = known.responsible,
                     .window_task_of = has_task && known.owns ? known.plain.owner_id : 0,
                     .completing = completing});
    }
    if (known.responsible == 0) return Turn::kNobody;
    if (completing) return Turn::kCompany;
    return isAtUnit(known.plain.state) ? Turn::kUnit : Turn::kWindow;
  }

  static Urgency urgency(const Known& known) {
    if (known.plain.due_day < ManyMatters::kToday) return Urgency::kOverdue;
    return known.plain.soon_day <= ManyMatters::kToday ? Urgency::kDueSoon : Urgency::kCalm;
  }

  static bool isReturned(const Known& known) {
    return known.open && known.state == MatterState::kPreparing && known.plain.returns > 0;
  }

  static bool isInactive(const Known& known) {
    const PlainMatter& plain = known.plain;
    return known.open && known.responsible == 0 &&
           (isAtUnit(plain.state) ? plain.handler_id : plain.owner_id) != 0;
  }

  /// The applicant's term as addApplicants() makes it, whatever the profile of a code says.
  static bool permitEnds(const Known& known, const MatterQuery& query) {
    const std::int64_t until = ManyMatters::kNow + known.plain.applicant_id % 40 * 86'400 + 1;
    return known.open && until <= query.permit_horizon.time_since_epoch().count();
  }

  std::vector<Known> all_;
};

struct Choice {
  const char* name;
  std::function<void(MatterQuery&)> set;
};

const std::vector<Choice>& choices() {
  static const std::vector<Choice> all{
      {"open", [](MatterQuery&) {}},
      {"all", [](MatterQuery& query) { query.scope = MatterScope::kAll; }},
      {"closed", [](MatterQuery& query) { query.scope = MatterScope::kClosed; }},
      {"a time",
       [](MatterQuery& query) {
         query.scope = MatterScope::kClosed;
         query.closed_from = ManyMatters::now() - std::chrono::seconds(3'000'000);
         query.closed_until = ManyMatters::now() - std::chrono::seconds(1'000'000);
       }},
      {"mine, overdue",
       [](MatterQuery& query) {
         query.turn = Turn::kMine;
         query.urgency = Urgency::kOverdue;
       }},
      {"colleagues", [](MatterQuery& query) { query.turn = Turn::kColleagues; }},
      {"window", [](MatterQuery& query) { query.turn = Turn::kWindow; }},
      {"unit, due soon",
       [](MatterQuery& query) {
         query.turn = Turn::kUnit;
         query.urgency = Urgency::kDueSoon;
       }},
      {"nobody, among all",
       [](MatterQuery& query) {
         query.turn = Turn::kNobody;
         query.scope = MatterScope::kAll;
       }},
      {"returned, calm",
       [](MatterQuery& query) {
         query.returned = true;
         query.urgency = Urgency::kCalm;
       }},
      {"to tell", [](MatterQuery& query) { query.turn = Turn::kToTell; }},
      {"to tell, refused, of a county",
       [](MatterQuery& query) {
         query.turn = Turn::kToTell;
         query.state = MatterState::kRefused;
         query.county = "360703";
         query.scope = MatterScope::kAll;
       }},
      {"to tell, overdue: none",
       [](MatterQuery& query) {
         query.turn = Turn::kToTell;
         query.urgency = Urgency::kOverdue;
       }},
      {"expired",
       [](MatterQuery& query) {
         query.state = MatterState::kExpired;
         query.scope = MatterScope::kAll;
       }},
      {"returned twice",
       [](MatterQuery& query) {
         query.returned_times = 2;
         query.scope = MatterScope::kAll;
       }},
      {"inactive, overdue",
       [](MatterQuery& query) {
         query.inactive = true;
         query.urgency = Urgency::kOverdue;
       }},
      {"company", [](MatterQuery& query) { query.turn = Turn::kCompany; }},
      {"measure moved, overdue",
       [](MatterQuery& query) {
         query.measure_moved = true;
         query.urgency = Urgency::kOverdue;
         query.scope = MatterScope::kAll;
       }},
      {"permission ends", [](MatterQuery& query) { query.permit_ends = true; }},
      {"withdrawn",
       [](MatterQuery& query) {
         query.state = MatterState::kWithdrawn;
         query.scope = MatterScope::kAll;
       }},
      {"in progress, a county, a unit",
       [](MatterQuery& query) {
         query.state = MatterState::kInProgress;
         query.county = "360703";
         query.unit = "u2";
       }},
      {"an applicant",
       [](MatterQuery& query) {
         query.applicant_id = 8;
         query.scope = MatterScope::kAll;
       }},
      {"a search",
       [](MatterQuery& query) {
         query.scope = MatterScope::kAll;
         query.search = MatterSearch{"R77", "f12", {1, 2, 3, 50, 99}, {"m7", "none"}};
       }},
      {"a search for nothing", [](MatterQuery& query) { query.search = MatterSearch{}; }},
  };
  return all;
}

/// One of each kind, among the accounts of ManyMatters, and none; then the same as stand-ins.
std::vector<std::optional<Seat>> kindsOf(const std::map<std::int64_t, Seat>& seats) {
  std::map<std::tuple<Role, bool, bool>, Seat> kinds;
  for (const auto& [id, seat] : seats) {
    if (seat.active)
      kinds.emplace(std::tuple(seat.role, seat.county.empty(), seat.unit.empty()), seat);
  }
  std::vector<std::optional<Seat>> list{std::nullopt, Seat{Role::kAdministrator, 1, "", ""},
                                        Seat{Role::kClerk, 1, "", ""}};
  for (const auto& [kind, seat] : kinds) list.emplace_back(seat);
  for (const auto& [kind, seat] : kinds) {
    Seat standing_in = seat;
    for (const auto& [id, absent] : seats) {
      if (canStandInFor(seat, absent)) standing_in.stands_in_for.push_back(id);
    }
    if (!standing_in.stands_in_for.empty()) list.emplace_back(standing_in);
  }
  return list;
}

std::string describe(const MatterCounts& counts) {
  std::string text = std::to_string(counts.found) + " of " + std::to_string(counts.open);
  for (const std::size_t each : counts.by_urgency) text += " " + std::to_string(each);
  for (const std::size_t each : counts.by_turn) text += " " + std::to_string(each);
  return text + " " + std::to_string(counts.returned) + " " + std::to_string(counts.permit_ends) +
         " " + std::to_string(counts.measure_moved);
}

/// All ids that the pages give, one page after another.
std::vector<std::int64_t> walk(Store& store, MatterQuery query, std::size_t most,
                               const std::function<void(int page)>& between = {}) {
  std::vector<std::int64_t> ids;
  query.most = most;
  for (int page = 1;; ++page) {
    const auto matters = store.matters().list(query, ManyMatters::now());
    for (const Matter& one : matters) ids.push_back(one.id);
    if (matters.size() < most) return ids;
    query.after = positionOf(matters.back());
    if (between) between(page);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreMatterNumbers)

BOOST_AUTO_TEST_CASE(every_number_is_that_of_a_loop_over_all_rows) {
  const int matters = isBesideServer() ? kMattersOnServer : kMatters;
  const ManyMatters many(matters);
  const Loop loop(many);
  const auto kinds = kindsOf(many.seats());
  BOOST_TEST(kinds.size() >= 12U);
  std::size_t found = 0;
  for (const auto& seat : kinds) {
    for (const Choice& choice : choices()) {
      MatterQuery query;
      query.seat = seat;
      query.permit_horizon = std::chrono::sys_seconds(std::chrono::seconds(kHorizon));
      choice.set(query);
      const std::string what = std::string(seat ? nameOf(seat->role) : "all") + " " +
                               (seat ? seat->county + " " + seat->unit : "") + ", " + choice.name;
      const std::vector<Known> expected = loop.find(query);
      query.most = 40;
      const MatterPage page = many.store.matters().page(query, ManyMatters::now());
      BOOST_TEST(describe(page.counts) == describe(loop.count(query)), what);
      BOOST_TEST(page.matters.size() == std::min<std::size_t>(40, expected.size()), what);
      for (std::size_t i = 0; i < page.matters.size(); ++i) {
        const Matter& matter = page.matters[i];
        BOOST_TEST(matter.id == expected[i].plain.id, what << " at " << i);
        BOOST_TEST((matter.state == expected[i].state), what << " at " << i);
        BOOST_TEST(matter.erased == !expected[i].alive, what << " at " << i);
        BOOST_TEST(matter.to_tell == expected[i].to_tell, what << " at " << i);
        if (isOpen(matter.state)) {
          BOOST_TEST(responsibleFor(matter) == expected[i].responsible, what << " at " << i);
          BOOST_TEST(matter.completion.has_value() ==
                         (expected[i].plain.completing_until >= ManyMatters::kToday),
                     what << " at " << i);
        }
      }
      found += expected.size();
    }
  }
  BOOST_TEST(found > 5U * static_cast<std::size_t>(matters));  // the filters are no empty ones
}

BOOST_AUTO_TEST_CASE(pages_give_each_matter_once_in_order) {
  const ManyMatters many(5'000);
  const Loop loop(many);
  for (const Choice& choice : choices()) {
    MatterQuery query;
    query.permit_horizon = std::chrono::sys_seconds(std::chrono::seconds(kHorizon));
    choice.set(query);
    std::vector<std::int64_t> expected;
    for (const Known& known : loop.find(query)) expected.push_back(known.plain.id);
    for (const std::size_t most : {std::size_t{7}, std::size_t{1'000}, std::size_t{100'000}}) {
      if (most == 7 && expected.size() > 1'000) continue;
      BOOST_TEST(walk(many.store, query, most) == expected, choice.name << " by " << most);
    }
  }
}

BOOST_AUTO_TEST_CASE(pages_give_what_keeps_its_place_once_whatever_else_moves) {
  for (const MatterScope scope : {MatterScope::kOpen, MatterScope::kAll, MatterScope::kClosed}) {
    const ManyMatters many(3'000);
    MatterQuery query;
    query.scope = scope;
    const auto before = walk(many.store, query, 100'000);
    std::map<std::int64_t, int> times;
    const auto ids = walk(many.store, query, 100, [&](int page) {
      // Those of one remainder end, are due earlier, are due later, or leave the list.
      const std::string some = " WHERE id % 40 = " + std::to_string(page % 4);
      many.run(page % 4 == 0   ? "UPDATE matter SET state = 'refused', state_since = 1" + some
               : page % 4 == 1 ? "UPDATE matter SET due_day = due_day - 30" + some
               : page % 4 == 2 ? "UPDATE matter SET due_day = due_day + 30" + some
                               : "UPDATE matter SET permit_until = 0" + some);
    });
    for (const std::int64_t id : ids) ++times[id];
    for (const std::int64_t id : before) {
      if (id % 40 > 3) BOOST_TEST(times[id] == 1, id);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_version_changes_with_what_lists_show) {
  const ManyMatters many(200);
  Matters& matters = many.store.matters();
  const auto version = [&](const char* county, std::int64_t later = 0) {
    return matters.versionFor(county, ManyMatters::now() + std::chrono::seconds(later));
  };
  std::string here = version("360702");
  std::string all = version("");
  const auto changes = [&](const std::string& sql, bool expected_here, bool expected_all = true) {
    many.run(sql);
    BOOST_TEST((version("360702") != here) == expected_here, sql);
    BOOST_TEST((version("") != all) == expected_all, sql);
    here = version("360702");
    all = version("");
  };
  changes(
      "UPDATE matter SET revision = revision + 1 WHERE id = (SELECT min(id) FROM matter"
      " WHERE county = '360702')",
      true);
  changes(
      "UPDATE matter SET revision = revision + 1 WHERE id = (SELECT min(id) FROM matter"
      " WHERE county = '360703')",
      false);
  changes("UPDATE applicant SET sealed_name = 'x' WHERE id = 3", true);  // of 360702
  changes("UPDATE applicant SET sealed_name = 'x' WHERE id = 1", false);
  changes("UPDATE staff_member SET active = 0 WHERE id = 5", true);
  changes("UPDATE staff_member SET password_hash = 'x' WHERE id = 5", false, false);
  changes("UPDATE saved_profile SET may_help = 1 - may_help WHERE lookup = 'c9'", true);
  changes("DELETE FROM saved_profile WHERE lookup = 'c9'", true);
  changes(
      "INSERT INTO saved_profile (lookup, revision, saved_at, expires_at, may_help, may_notify,"
      " key_by_code, key_by_service, sealed) VALUES ('other', 1, 0, 9999999999, 1, 0, '', '',"
      " '')",
      false, false);
  changes("UPDATE saved_profile SET may_help = 0 WHERE lookup = 'other'", false, false);
  BOOST_TEST(version("360702", 2 * 86'400) != here);  // authorisations run out by themselves
  BOOST_TEST(version("360702") == here);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
