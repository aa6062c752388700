#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "policycalc/engine/match.h"
#include "policycalc/web/match/rendering.h"

namespace policycalc::web {

/// The values that the leaves of one match compare, as JSON. Keeps references to its arguments.
class LeafValues {
 public:
  LeafValues(const engine::Match& match, const Rendering& rendering)
      : match_(match),
        rendering_(rendering),
        vocabulary_(rendering.edition().catalogue().vocabulary()) {}

  /// The value that comparisons use: for a derived fact, the derived one.
  std::string given(facts::FactIndex fact) const;
  /// The options of a derived fact, else null.
  std::string possible(facts::FactIndex fact) const;
  /// The right side: `rendered`, or where that is empty what the profile makes of it.
  void appendRequired(std::string& out, const criteria::Comparison& comparison,
                      std::string_view rendered) const;
  /// {value, unit, direction}, or null.
  void appendGap(std::string& out, const std::optional<engine::Gap>& gap,
                 facts::FactIndex fact) const;

 private:
  std::string codesOf(facts::FactIndex fact, facts::OptionSet set) const;

  const engine::Match& match_;
  const Rendering& rendering_;
  const facts::Vocabulary& vocabulary_;
};

}  // namespace policycalc::web
