#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <soci/session.h>

#include "policycalc/store/matters.h"

/// The rule that a firm has one open matter for a measure. All throw SOCI's exceptions.
namespace policycalc::store {

struct OpenMatter {
  std::int64_t id = 0;
  std::string county;
};

/// The open matter that the firm, or without one the applicant, has for the measure of `matter`;
/// that of its county before others. A matter counts for its firm as it is known now, not as it was
/// when it was opened, and only while its applicant's authorisation is in force (`now`).
std::optional<OpenMatter> openMatterOf(soci::session& session, const Matter& matter,
                                       const std::string& firm, std::int64_t now);

/// Whether the firm of the closed `matter` has an open one for its measure, in any county.
bool hasAnotherOpen(soci::session& session, const Matter& matter, std::int64_t now);

/// Whether `firm` would have two for one measure if the applicant were that firm.
bool wouldDoubleMatter(soci::session& session, std::int64_t applicant_id, const std::string& firm,
                       std::int64_t now);

}  // namespace policycalc::store
