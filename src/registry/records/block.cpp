#include <utility>

#include "policycalc/registry/records.h"

namespace policycalc::registry {

void Block::clear() {
  text_.clear();
  cells_.clear();
  records_.clear();
  faults_.clear();
}

void Block::begin(std::uint64_t line) {
  records_.push_back({line, cells_.size(), 0, -1});
}

void Block::addCell(std::string_view text) {
  cells_.push_back({text_.size(), text.size()});
  text_ += text;
  ++records_.back().cells;
}

void Block::fail(base::Issue fault) {
  Record& record = records_.back();
  if (record.cells > 0) text_.resize(cells_[record.first_cell].begin);
  cells_.resize(record.first_cell);
  record.cells = 0;
  record.fault = static_cast<int>(faults_.size());
  faults_.push_back(std::move(fault));
}

void Block::drop() {
  const Record& record = records_.back();
  if (record.cells > 0) text_.resize(cells_[record.first_cell].begin);
  cells_.resize(record.first_cell);
  records_.pop_back();
}

}  // namespace policycalc::registry
