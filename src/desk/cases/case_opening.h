#pragma once

#include "desk/cases/case_desk.h"

namespace policycalc::desk {

/// `POST /cases`: opens one for an applicant who gave leave, unless the measure does not apply.
http::Response openCase(const CaseDesk& desk, const http::Request& request, const SignedIn& who);

}  // namespace policycalc::desk
