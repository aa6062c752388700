#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <utility>

#include "policycalc/store/matter_query.h"

#include "store/statement.h"

/// SQL on the row `m` of `matter`. The parameter `:now` is the ending time, which the caller binds.
namespace policycalc::store {

/// Conditions joined by AND, with the values of their parameters. Statements that are bound do not
/// outlive it.
class Conditions {
 public:
  void add(const std::string& condition) {
    sql_ += (sql_.empty() ? " WHERE (" : " AND (") + condition + ")";
  }
  /// The name of a new parameter with this value.
  std::string number(std::int64_t value);
  std::string text(const std::string& value);

  const std::string& sql() const { return sql_; }
  void bind(Statement& statement) const;

 private:
  std::string sql_;
  std::deque<std::pair<std::string, std::int64_t>> numbers_;  // its elements keep their place
  std::deque<std::pair<std::string, std::string>> texts_;
};

/// The applicant's authorisation is in force.
const std::string& isAlive();
/// It is not, as the company took it back: in its saved profile, or with that.
const std::string& isTakenBack();
/// Open by its state, and alive.
const std::string& isOpenNow();
/// The unit has it, see desk::isAtUnit().
std::string isAtUnit();
/// The handler's account can handle the matter; the owner's can own it.
const std::string& handlerCan();
const std::string& ownerCan();

/// Sight, county, unit, state, applicant and search of the query.
void addPlace(Conditions& conditions, const MatterQuery& query);
/// Scope, turn, urgency, returned, permission and time of the query. `today`: days since 1970.
void addChoice(Conditions& conditions, const MatterQuery& query, std::int64_t today);
/// Only what comes after the query's position.
void addAfter(Conditions& conditions, const MatterQuery& query);

/// Whether the query finds only matters whose company was not told yet, whatever its scope.
bool findsToTell(const MatterQuery& query);
/// Whether the query finds open matters only, whatever its scope.
bool findsOnlyOpen(const MatterQuery& query);

/// Expressions: the number of the turn and of the urgency, 1 or 0 for the others.
std::string turnNumber(Conditions& conditions, const MatterQuery& query, std::int64_t today);
/// Twice the number of the turn, and one more if it is inactive, as isInactive() says.
std::string turnAndInactive(Conditions& conditions, const MatterQuery& query, std::int64_t today);
std::string urgencyNumber(Conditions& conditions, std::int64_t today);
std::string isReturned();
std::string isReturnedOften(Conditions& conditions, std::int64_t times);
std::string isInactive();
std::string permitEnds(Conditions& conditions, const MatterQuery& query);
/// A condition: the company completes its papers.
std::string isCompleting(Conditions& conditions, std::int64_t today);

/// For ORDER BY in the order of MatterPosition.
std::string orderOf(const MatterQuery& query);

}  // namespace policycalc::store
