#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/engine/match.h"

#include "catalogue/small_policies.h"
#include "support/real_policies.h"

namespace policycalc::test {

/// A match with the edition into which it points.
struct Answer {
  std::unique_ptr<engine::Edition> edition;
  engine::Match match;

  const engine::Outcome& of(std::string_view measure_id) const;
  std::string verdict(std::string_view measure_id) const;
  std::string missing(std::string_view measure_id) const;
  /// `fact gap`, `fact -gap` if the figure is too low, `!fact` below a `not`; in order.
  std::string unmet(std::string_view measure_id) const;
  /// `status value` for each benefit, separated by commas.
  std::string amounts(std::string_view measure_id) const;
  std::string idsOf(const std::vector<facts::FactIndex>& facts) const;
  /// `fact:decides` in the order of the questions.
  std::string questions() const;
  /// Ids of all measures in the order of the answer.
  std::string order() const;
};

facts::Profile readProfile(const catalogue::Catalogue& catalogue, std::string_view text);

Answer answer(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
              std::string_view profile, std::string_view day = "2026-11-25");

base::Date dateOf(std::string_view text);

}  // namespace policycalc::test
