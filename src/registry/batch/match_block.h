#pragma once

#include <span>
#include <vector>

#include "policycalc/engine/columns.h"
#include "policycalc/registry/batch.h"

namespace policycalc::registry {

/// Matches blocks of companies as columns. One thread at a time.
class BlockMatcher {
 public:
  /// `edition` outlives it.
  explicit BlockMatcher(const engine::Edition& edition);

  /// The verdicts on all measures of the edition: a row for each entry, in their order; valid until
  /// the next call. The row of an entry with faults means nothing.
  const std::vector<engine::Verdict>& match(std::span<const Entry> entries);

 private:
  void matchColumns();

  std::size_t measures_;
  engine::ColumnBlock block_;
  engine::ColumnMatcher matcher_;
  std::vector<std::size_t> entries_of_rows_;
  std::vector<engine::Verdict> verdicts_;
};

}  // namespace policycalc::registry
