#pragma once

#include "desk/matters/matter_answers.h"

namespace policycalc::desk {

/// `POST /matters/{id}/undo`: takes the end of a matter back, as a slip. It is again as it was, and
/// its clock goes on.
http::Response undoEnd(const MatterBook& book, const http::Request& request, const SignedIn& who);

/// `POST /matters/{id}/reopening`: a supervisor opens a closed matter again, with a reason. It is
/// in the state that it was in, and the clock of that starts again.
http::Response reopenMatter(const MatterBook& book, const http::Request& request,
                            const SignedIn& who);

}  // namespace policycalc::desk
