#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/registry/batch.h"
#include "policycalc/web/match/rendering.h"

#include "app/bench/made_firms.h"

namespace policycalc::app {

/// A way of matching all companies.
struct Way {
  std::string id;             ///< for programs
  std::string name;           ///< for people
  std::function<void()> run;  ///< matches all companies once
  std::size_t bytes = 0;      ///< of the input, where it is a text
  int passes = 1;  ///< run() in a row, for a way that other ways before it would slow down
};

/// The ways of matching made companies. Not thread-safe.
class Ways {
 public:
  Ways(const std::shared_ptr<const catalogue::Catalogue>& catalogue, base::Date day);
  ~Ways();
  Ways(const Ways&) = delete;
  Ways& operator=(const Ways&) = delete;

  /// The plain walk over the trees comes first. They refer to this object.
  std::vector<Way> all();
  std::size_t firms() const;
  /// Whether all ways that give verdicts give those of the plain walk.
  bool agree();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace policycalc::app
