#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/store/matter_query.h"

namespace policycalc::store {

class Database;

/// The open matters of one unit or county, and those whose company has to be told.
struct PlaceNumbers {
  std::string place;  ///< id of the unit, or district code
  std::size_t open = 0;
  std::size_t overdue = 0;
  std::size_t nobody = 0;          ///< as desk::Turn::kNobody
  std::size_t returned_twice = 0;  ///< sent back at least so often
  std::size_t inactive = 0;        ///< the responsible account cannot act
  std::size_t permit_ends = 0;     ///< by MatterQuery::permit_horizon
  std::size_t company = 0;         ///< as desk::Turn::kCompany
  std::size_t measure_moved = 0;
  std::size_t to_tell = 0;     ///< closed, and the company has to be told
  std::int64_t oldest_id = 0;  ///< the open one that was opened first; 0 without one
  std::string oldest_reference;
  std::chrono::sys_seconds oldest_at{};
};

/// What came in and went out in the week of a Monday.
struct WeekNumbers {
  base::Date monday;
  std::size_t opened = 0;
  std::size_t closed = 0;
};

/// The last day of each age but the last one, in whole days since the day of opening.
inline constexpr std::array<int, 4> kAgeBounds{7, 14, 30, 60};

/// The open matters in one state, by their whole age.
struct AgeNumbers {
  desk::MatterState state = desk::MatterState::kReceived;
  std::array<std::size_t, kAgeBounds.size() + 1> by_age{};
};

/// How long it took from the opening to one kind of end, in days: half of the matters took no
/// longer than the median, nine of ten no longer than the 90th percentile.
struct EndNumbers {
  desk::MatterState state = desk::MatterState::kFulfilled;
  std::size_t number = 0;
  std::int64_t median_days = 0;
  std::int64_t most_days = 0;  ///< the 90th percentile
};

/// Numbers of the matters, for those who watch over them. Each list comes from one statement with
/// the conditions of the lists in matters.h; of the query, seat, county and unit count. Every
/// function may be called from any thread and throws StoreError when the store
/// fails.
class Overview {
 public:
  /// `database` outlives this object.
  explicit Overview(Database& database) : database_(database) {}
  Overview(const Overview&) = delete;
  Overview& operator=(const Overview&) = delete;

  /// How many open matters wait for each member of the staff, at the window or in a unit; 0 is the
  /// key of those without an account. Accounts that can no longer act are counted, too.
  std::map<std::int64_t, std::size_t> openByPerson(std::chrono::sys_seconds now) const;

  /// Those that have matters to count, by their id or code.
  std::vector<PlaceNumbers> byUnit(const MatterQuery& query, std::chrono::sys_seconds now) const;
  std::vector<PlaceNumbers> byCounty(const MatterQuery& query, std::chrono::sys_seconds now) const;

  /// The weeks of these days, the last one included, without gaps.
  std::vector<WeekNumbers> weeks(const MatterQuery& query, base::Date from, base::Date to) const;

  /// The open states in their order.
  std::vector<AgeNumbers> ages(const MatterQuery& query, std::chrono::sys_seconds now) const;

  /// The ends that matters came to on these days, the last one included, in the order of the
  /// states.
  std::vector<EndNumbers> ends(const MatterQuery& query, base::Date from, base::Date to) const;

 private:
  std::vector<PlaceNumbers> byPlace(const std::string& column, const MatterQuery& query,
                                    std::chrono::sys_seconds now) const;

  Database& database_;
};

}  // namespace policycalc::store
