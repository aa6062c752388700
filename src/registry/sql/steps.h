#pragma once

#include <string>
#include <utility>
#include <vector>

#include "registry/sql/stages.h"

namespace policycalc::registry::sql {

/// Columns computed one after the other, in as few stages as their order allows.
class Steps {
 public:
  /// A column of the stage `level`, which may read those of lower ones. Returns it for use.
  Expression add(std::size_t level, const std::string& name, Expression value);

  /// The stages so far, the lowest level first.
  std::vector<Stage> take() { return std::move(stages_); }

 private:
  std::vector<Stage> stages_;
};

}  // namespace policycalc::registry::sql
