#include "registry/batch/match_block.h"

#include <span>

namespace policycalc::registry {

BlockMatcher::BlockMatcher(const engine::Edition& edition)
    : measures_(edition.entries().size()),
      block_(edition.compiled()),
      matcher_(edition.compiled()) {
  entries_of_rows_.reserve(engine::kBlockRows);
}

const std::vector<engine::Verdict>& BlockMatcher::match(std::span<const Entry> entries) {
  verdicts_.assign(entries.size() * measures_, engine::Verdict::kUndetermined);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!entries[i].faults.empty()) continue;
    block_.add(entries[i].profile);
    entries_of_rows_.push_back(i);
    if (block_.isFull()) matchColumns();
  }
  matchColumns();
  return verdicts_;
}

void BlockMatcher::matchColumns() {
  if (entries_of_rows_.empty()) return;
  matcher_.take(block_);
  for (std::size_t row = 0; row < entries_of_rows_.size(); ++row) {
    const std::span<engine::Verdict> all(verdicts_);
    matcher_.writeVerdicts(row, all.subspan(entries_of_rows_[row] * measures_, measures_));
  }
  block_.clear();
  entries_of_rows_.clear();
}

}  // namespace policycalc::registry
