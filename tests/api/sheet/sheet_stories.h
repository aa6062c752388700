#pragma once

#include <string>
#include <string_view>

#include "policycalc/engine/edition.h"
#include "policycalc/engine/match.h"
#include "policycalc/paper/sheet.h"

#include "api/sheet/sheet_request.h"

namespace policycalc::api::test {

/// The profile of a story of policies/stories, as JSON: `01-noodle-shop`.
std::string profileOf(const std::string& story);

/// An answered request, which keeps alive what its parts point to.
struct Answered {
  /// `more` are further members of the body, each with a comma before it.
  explicit Answered(const std::string& profile, const std::string& more = {});

  paper::Sheet sheet(const std::string& public_url = {}) const;

  SheetRequest request;
  engine::Edition edition;
  engine::Match match;
};

bool holds(std::string_view text, std::string_view part);

}  // namespace policycalc::api::test
