#pragma once

#include <map>
#include <string>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/engine/edition.h"

#include "registry/sql/stages.h"

namespace policycalc::registry::sql {

/// The comparisons of all criteria, each distinct one a column that is computed once.
class Comparisons {
 public:
  Comparisons(Dialect dialect, const engine::Edition& edition)
      : dialect_(dialect), edition_(edition) {}

  /// The truth of a leaf, as criteria::evaluate() gives it. Fails with kOverflow if the database
  /// cannot compute it exactly.
  base::Result<Expression> of(const criteria::Criterion& leaf, const engine::Edition::Node& node);
  /// Whether the company is registered in the city, as engine::registeredInCity().
  Expression registeredInCity();

  /// The columns so far.
  const std::vector<StageColumn>& columns() const { return columns_; }

 private:
  base::Result<Expression> truthOf(const criteria::Comparison& comparison,
                                   const criteria::Resolved& resolved) const;
  Expression optionsTruth(const criteria::Comparison& comparison) const;
  base::Result<Expression> numericTruth(const criteria::Comparison& comparison,
                                        const criteria::Resolved& resolved) const;
  Expression shared(const Expression& value, const std::string& comment);

  Dialect dialect_;
  const engine::Edition& edition_;
  std::vector<StageColumn> columns_;
  std::map<std::string, std::string> names_;  ///< expression → column
};

}  // namespace policycalc::registry::sql
