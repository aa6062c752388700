#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/engine/match.h"
#include "policycalc/facts/profile.h"

namespace policycalc::web {

/// The body of `POST /api/v1/match` and the input of `policycalc match`.
struct MatchRequest {
  std::shared_ptr<const catalogue::Catalogue> catalogue;
  facts::Profile profile{0};
  std::optional<base::Date> as_of;                ///< absent: today, as the caller defines it
  std::array<bool, engine::kVerdicts> include{};  ///< by verdict
  std::vector<bool> passed;                       ///< by screen of the catalogue; empty: none

  bool includes(engine::Verdict verdict) const {
    return include[static_cast<std::size_t>(verdict)];
  }
};

/// Returns the catalogue with this hash, or null; for an empty hash, the current one.
using CatalogueLookup =
    std::function<std::shared_ptr<const catalogue::Catalogue>(std::string_view hash)>;

/// Reads a request or returns all issues, each with its pointer: those of the JSON reader,
/// `unknown_field`, `missing_field`, `wrong_type`, `wrong_date`, `unknown_catalogue`,
/// `unknown_verdict`, `duplicate_verdict`, `unknown_screen`, `duplicate_screen`, and those of
/// readProfile() below `/profile`.
base::Result<MatchRequest, base::Issues> readMatchRequest(std::string_view body,
                                                          const CatalogueLookup& lookup);

}  // namespace policycalc::web
