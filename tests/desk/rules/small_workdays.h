#pragma once

#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/desk/rules/deadlines.h"

#include "facts/json_text.h"

namespace policycalc::desk::test {

/// A table of two years with its own figures: spring festival, New Year, one make-up Saturday
/// (2026-02-14) and one make-up Sunday (2026-01-04).
inline const std::string kSmallWorkdays = R"({
  "years": [
    {
      "year": 2025,
      "source": { "number": "1", "title": "for 2025", "date": "2024-11-12" },
      "off": [],
      "worked": []
    },
    {
      "year": 2026,
      "source": { "number": "2", "title": "for 2026", "date": "2025-11-04" },
      "off": [
        { "name": "new year", "from": "2026-01-01", "to": "2026-01-03" },
        { "name": "spring", "from": "2026-02-15", "to": "2026-02-23" }
      ],
      "worked": [
        { "name": "new year", "day": "2026-01-04" },
        { "name": "spring", "day": "2026-02-14" }
      ]
    }
  ],
  "note": "for tests",
  "deadlines": [
    { "state": "received", "workdays": 2, "due_soon": 1 },
    { "state": "preparing", "workdays": 10, "due_soon": 3 },
    { "state": "handed_over", "workdays": 1, "due_soon": 0 },
    { "state": "in_progress", "workdays": 20, "due_soon": 5 }
  ],
  "longest_completion": 10,
  "permission_warnings": [10, 5, 1]
}
)";

inline base::Date day(const std::string& text) {
  const auto date = base::Date::parse(text);
  BOOST_REQUIRE_MESSAGE(date.ok(), text << " is no date");
  return *date;
}

inline Deadlines deadlinesOf(const std::string& text) {
  auto deadlines = Deadlines::read(text, "hall/workdays.json");
  const base::Issues issues = deadlines.ok() ? base::Issues{} : deadlines.error();
  BOOST_REQUIRE_MESSAGE(issues.empty(), policycalc::test::listed(issues));
  return std::move(deadlines).value();
}

}  // namespace policycalc::desk::test
