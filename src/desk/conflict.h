#pragma once

#include <string_view>
#include <vector>

#include "policycalc/http/message.h"
#include "policycalc/store/audit.h"

#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

/// 409 `changed_elsewhere`, for a change to an older revision. The problem has a member `changes`
/// with the later changes that the caller has not seen:
/// `[{"at":…,"who":{"id","name"}|null,"what":["name of a field",…]},…]`. `since` comes from
/// AuditTrail::since() for the caller's revision.
http::Response changedElsewhere(const http::Request& request, std::string_view detail,
                                const std::vector<store::AuditEntry>& since, StaffRefs& staff);

}  // namespace policycalc::desk
