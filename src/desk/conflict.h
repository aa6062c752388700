#pragma once

#include <vector>

#include "policycalc/http/message.h"
#include "policycalc/store/audit.h"
#include "policycalc/web/contract/operation.h"

#include "desk/desk_failures.h"
#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

/// `changed_elsewhere` with the texts of `name`, for a change to an older revision. The problem has
/// a member `changes` with the later changes that the caller has not seen:
/// `[{"at":…,"who":{"id","name"}|null,"what":["name of a field",…]},…]`. `since` comes from
/// AuditTrail::since() for the caller's revision.
http::Response changedElsewhere(const http::Request& request, DeskFailure name,
                                const std::vector<store::AuditEntry>& since, StaffRefs& staff);

/// How the API document describes it.
inline constexpr web::Refusal kChangedElsewhere{http::Failure::kConflict, "ChangedElsewhere"};

}  // namespace policycalc::desk
