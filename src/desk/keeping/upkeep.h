#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/rules/deadlines.h"

namespace policycalc::desk {

/// What of a catalogue runs out or has run out, for those who keep it. It points into the
/// catalogue.
struct Upkeep {
  enum class Kind : std::uint8_t {
    kMeasure,    ///< its period ends
    kParameter,  ///< its last period ends, and no figure follows
    kCheck       ///< the last check of a measure no longer holds afterwards
  };
  struct End {
    Kind kind = Kind::kMeasure;
    std::string id;
    std::string title;
    base::Date last_day;
    bool is_urgent = false;
  };
  struct Unchecked {
    std::string id;
    std::string title;
    std::optional<base::Date> last_checked;
  };

  std::vector<End> ends;             ///< from today on, the next first
  std::vector<Unchecked> unchecked;  ///< measures whose check no longer holds, in their order
  std::vector<const catalogue::Contact*> contacts;  ///< likewise; of those that are known
};

/// The same day some months later, or the last one of that month.
base::Date monthsLater(base::Date day, int months);

/// What there is to do on `today`. Internal clauses are not checked against it. Pure.
Upkeep upkeepOf(const catalogue::Catalogue& catalogue, const KeepingTerms& terms, base::Date today);

/// As sent: `measure`, `parameter`, `check`.
std::string_view nameOf(Upkeep::Kind kind);

}  // namespace policycalc::desk
