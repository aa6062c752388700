#pragma once

#include "desk/matters/matter_answers.h"

namespace policycalc::desk {

/// `POST /bulk/hand-overs`: takes with each matter the step to its unit, see decideStep().
http::Response handOverMany(const MatterBook& book, const http::Request& request,
                            const SignedIn& who);

/// `POST /bulk/reassignments`: gives each matter to one person, at the unit as its handler and at
/// the window as its owner.
http::Response reassignMany(const MatterBook& book, const http::Request& request,
                            const SignedIn& who);

/// `POST /bulk/reminders`: reminds who has to act on each.
http::Response remindMany(const MatterBook& book, const http::Request& request,
                          const SignedIn& who);

}  // namespace policycalc::desk
