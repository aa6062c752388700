#pragma once

#include "desk/matters/matter_answers.h"

namespace policycalc::desk {

/// `POST /matters/{id}/query-code`: another query code for the company; the last one opens nothing
/// from then on.
http::Response makeQueryCode(const MatterBook& book, const http::Request& request,
                             const SignedIn& who);

}  // namespace policycalc::desk
