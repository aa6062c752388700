#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/criteria/term.h"
#include "policycalc/criteria/truth.h"

namespace policycalc::criteria {

enum class Operator : std::uint8_t {
  kIs,
  kIn,
  kHas,
  kHasAny,
  kHasAll,
  kAtLeast,
  kMoreThan,
  kAtMost,
  kLessThan
};

std::string_view toString(Operator op);
bool isNumeric(Operator op);

/// A test on one fact: `is` or `in` for booleans and choices; `has`, `has_any` or `has_all` for
/// lists; one of the four orders against a term for quantities.
struct Comparison {
  facts::FactIndex fact = 0;
  Operator op = Operator::kIs;
  facts::OptionSet options;  ///< the accepted ones, or those the list must contain
  Term right;                ///< numeric operators
};

/// A tree of tests, evaluated by Kleene's three-valued logic.
struct Criterion {
  enum class Kind : std::uint8_t { kAll, kAny, kNot, kLeaf };

  Kind kind = Kind::kLeaf;
  std::vector<Criterion> children;  ///< kAll, kAny: one or more; kNot: one
  Comparison comparison;            ///< kLeaf
  std::string text;                 ///< kLeaf: for people; empty: describe() words it
  std::optional<Citation> source;   ///< kLeaf: set if it rests on another clause
  json::Position position;
  std::string pointer;

  /// The number of nodes in the tree, including this one.
  std::size_t size() const;
};

/// `all`, `any`, `not`; "" for a leaf.
std::string_view toString(Criterion::Kind kind);

/// Reads a criterion and checks facts, options, operators and units against the vocabulary.
std::optional<Criterion> loadCriterion(const json::Value& value, const std::string& pointer,
                                       const Symbols& symbols, const json::IssueSink& sink);

/// A comparison prepared for a day: the right side is evaluated if it does not depend on facts.
struct Resolved {
  std::optional<std::int64_t> threshold;  ///< in the fact's own unit; see resolve()
  std::optional<base::Decimal> right;     ///< exact, for people
};

/// Rounds the threshold so that comparing whole units with it gives the exact answer. Sets nothing
/// if a parameter has no value on `day` or the right side contains a fact.
Resolved resolve(const Comparison& comparison, const Symbols& symbols, base::Date day);

/// `right` in whole units of a fact of this type, rounded so that the operator compares exactly;
/// nothing if it is out of range.
std::optional<std::int64_t> thresholdUnits(Operator op, const base::Decimal& right,
                                           facts::FactType type);

/// Whether two quantities satisfy a numeric operator.
bool holds(Operator op, std::int64_t left, std::int64_t right);

/// Truth of one comparison; unknown if its fact or a fact on the right side is unknown.
Truth evaluate(const Comparison& comparison, const Resolved& resolved, const Symbols& symbols,
               base::Date day, const facts::Knowledge& knowledge);

/// The comparison in Chinese with its figures: `采购项目预算不高于200万元`.
std::string describe(const Comparison& comparison, const Symbols& symbols, base::Date day);

}  // namespace policycalc::criteria
