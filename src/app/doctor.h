#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/store/inspection.h"

#include "app/settings.h"

namespace policycalc::app {

/// What a check of an installation has found. Its texts are safe for a terminal only once
/// visibleText() has seen them.
struct Finding {
  enum class Grade : std::uint8_t {
    kFine,
    kNote,  ///< will need attention; not a fault yet
    kTrouble,
  };
  Grade grade = Grade::kFine;
  std::string what;   ///< what was checked: `database`
  std::string state;  ///< how it is
  std::string to_do;  ///< "" if there is nothing to do
};
using Findings = std::vector<Finding>;

// The checks. None changes anything that it looks at.

/// The policies, and the calendar of the desk for matters that begin on `today`.
Findings checkPolicies(const Settings& settings, base::Date today);
/// The rule for the calendar, which checkPolicies() applies.
Finding judgeHolidays(const desk::Deadlines& deadlines, base::Date today);

/// The fonts of printed sheets.
Finding checkFonts();

/// The pages, and all that they load.
Finding checkWebroot(const Settings& settings);

/// The database, its place, its key and its clock.
Findings checkDatabase(const Settings& settings, std::chrono::sys_seconds now);
/// The rules for what was seen of a database, which checkDatabase() applies.
Findings judgeDatabase(const store::Inspection& seen, std::chrono::sys_seconds now);
/// Likewise of a database on a server.
Findings judgeServer(const store::ServerInspection& seen, std::chrono::sys_seconds now);

/// Whether the port is free, or a service answers on it.
Finding checkPort(const Settings& settings);

}  // namespace policycalc::app
