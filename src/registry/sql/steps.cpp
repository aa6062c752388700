#include "registry/sql/steps.h"

namespace policycalc::registry::sql {

Expression Steps::add(std::size_t level, const std::string& name, Expression value) {
  while (stages_.size() <= level) {
    stages_.push_back({"read_" + std::to_string(stages_.size() + 1), {}});
  }
  stages_[level].columns.push_back({name, std::move(value), {}});
  return column(name);
}

}  // namespace policycalc::registry::sql
