#pragma once

#include "policycalc/desk/rules/handling.h"

#include "desk/desk_failures.h"
#include "desk/matters/matter_answers.h"

namespace policycalc::desk {

/// Why a matter in `state` does not move, as it is answered.
DeskFailure failureOf(MoveFault fault, MatterState state);

/// `POST /matters/{id}/steps`: takes a step, see decideStep().
http::Response takeStep(const MatterBook& book, const http::Request& request, const SignedIn& who);

/// `PUT /matters/{id}/handler`: gives the matter to a unit, and to a handler there or to none.
http::Response reassign(const MatterBook& book, const http::Request& request, const SignedIn& who);

/// `PUT /matters/{id}/documents`: says which documents the applicant has brought.
http::Response tickDocuments(const MatterBook& book, const http::Request& request,
                             const SignedIn& who);

/// `POST /matters/{id}/attempts`: the company could not be reached.
http::Response addAttempt(const MatterBook& book, const http::Request& request,
                          const SignedIn& who);

/// `POST /matters/{id}/told`: the company was told how its matter ended.
http::Response tellCompany(const MatterBook& book, const http::Request& request,
                           const SignedIn& who);

/// `POST /matters/{id}/notes`.
http::Response addNote(const MatterBook& book, const http::Request& request, const SignedIn& who);

}  // namespace policycalc::desk
