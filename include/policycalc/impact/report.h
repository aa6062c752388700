#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/decimal.h"
#include "policycalc/catalogue/changes.h"
#include "policycalc/engine/verdict_code.h"
#include "policycalc/impact/firms.h"

namespace policycalc::impact {

/// A group of firms that a reader knows: a size or, where firms have none, a type of organisation.
struct FirmKind {
  std::string id;     ///< an option of `enterprise_size` or `entity_type`; `unknown`
  std::string label;  ///< in Chinese

  auto operator<=>(const FirmKind&) const = default;
};

/// How many firms of which origin and kind.
struct FirmCounts {
  std::array<std::size_t, kOrigins> by_origin{};
  std::map<FirmKind, std::size_t> by_kind;

  std::size_t all() const;
};

/// A condition that decided.
struct Deciding {
  std::string fact;       ///< its id; "" for the scope and the period of validity
  std::string text;       ///< in Chinese, with the figures of its catalogue
  bool is_after = false;  ///< a condition of the later catalogue, else of the earlier one

  auto operator<=>(const Deciding&) const = default;
};

/// Firms that get another verdict on a measure, for the same reason.
struct Turn {
  std::string measure;
  std::string title;
  std::optional<engine::Verdict> before;  ///< nothing: the measure is new
  std::optional<engine::Verdict> after;   ///< nothing: the measure is gone
  std::vector<Deciding> by;
  FirmCounts firms;
  /// A request for `match` on the later catalogue that gets the verdict `after`: one of the firms,
  /// without the answers that change nothing. Never a saved profile; "" if only those turned.
  std::string example;
};

/// Firms that keep their verdict and get another amount.
struct AmountTurn {
  std::string measure;
  std::string title;
  std::string benefit;  ///< its id
  std::string label;
  std::string unit;  ///< `CNY`, `percent`
  FirmCounts firms;
  std::optional<base::Decimal> before;  ///< of the example
  std::optional<base::Decimal> after;
  std::string example;  ///< as Turn::example
};

/// What is different from a day on, until the next of Report::days. What an earlier day of the
/// report has told already is left out.
struct Day {
  base::Date day;
  std::vector<Turn> turns;  ///< in the order of the notice; those of most firms first
  std::vector<AmountTurn> amounts;
};

/// What a change of the policies does.
struct Report {
  std::string before;  ///< hashes
  std::string after;
  std::vector<catalogue::Change> changes;
  FirmCounts tried;
  std::vector<Day> days;  ///< the day of the report, and each later one that changes an answer

  bool turnsAny() const;
};

}  // namespace policycalc::impact
