#pragma once

#include "desk/matters/matter_answers.h"

namespace policycalc::desk {

/// `POST /matters`: opens a matter for an applicant whose authorisation covers matters, unless the
/// measure does not apply to them.
http::Response openMatter(const MatterBook& book, const http::Request& request,
                          const SignedIn& who);

}  // namespace policycalc::desk
