#pragma once

#include "desk/matters/matter_desk.h"

namespace policycalc::desk {

/// `POST /matters`: opens one for an applicant who gave leave, unless the measure does not apply.
http::Response openMatter(const MatterDesk& desk, const http::Request& request,
                          const SignedIn& who);

}  // namespace policycalc::desk
