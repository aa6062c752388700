#pragma once

#include <string>
#include <vector>

#include "policycalc/engine/columns.h"
#include "policycalc/engine/edition.h"
#include "policycalc/engine/row.h"

namespace policycalc::test {

/// Holds every way of matching on an edition against the reference, cell by cell.
class RuleCheck {
 public:
  explicit RuleCheck(const engine::Edition& edition) : RuleCheck(edition, edition) {}
  /// With the reference on another edition, whose trees have the same shape.
  RuleCheck(const engine::Edition& edition, const engine::Edition& reference);

  /// Compares the profiles, a block at most; returns "" or the first difference, with the smallest
  /// profile that still shows it.
  std::string difference(const std::vector<facts::Profile>& profiles);
  /// The number of cells compared so far: verdicts and truths of nodes.
  std::size_t cells() const { return cells_; }

 private:
  std::string differenceOf(const facts::Profile& profile);
  std::string differenceAt(std::size_t row, const facts::Profile& profile);
  std::string shrunk(facts::Profile profile);
  void take(const std::vector<facts::Profile>& profiles);

  const engine::Edition& edition_;
  const engine::Edition& reference_;
  engine::Row row_;
  engine::ColumnBlock block_;
  std::vector<std::pair<std::string, engine::ColumnMatcher>> columns_;
  std::size_t cells_ = 0;
};

}  // namespace policycalc::test
