#pragma once

#include <string_view>
#include <vector>

#include "policycalc/http/message.h"
#include "policycalc/store/audit.h"

#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

/// 409 `changed_elsewhere`: somebody else was quicker. The problem's further member `changes` says
/// when, who and what, so that nobody has to guess what they have not seen:
/// `[{"at":…,"who":{"id","name"}|null,"what":["name of a field",…]},…]`. `since` is what
/// AuditTrail::since() gives for the revision that the caller had looked at.
http::Response changedElsewhere(const http::Request& request, std::string_view detail,
                                const std::vector<store::AuditEntry>& since, StaffRefs& staff);

}  // namespace policycalc::desk
