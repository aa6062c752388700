#pragma once

#include "desk/matters/matter_desk.h"

namespace policycalc::desk {

/// `POST /matters/{id}/steps`: moves the matter on, if there is such a step and the role may take
/// it.
http::Response takeStep(const MatterDesk& desk, const http::Request& request, const SignedIn& who);

/// `PUT /matters/{id}/handler`: gives it to another unit and to somebody or nobody there.
http::Response reassign(const MatterDesk& desk, const http::Request& request, const SignedIn& who);

/// `PUT /matters/{id}/documents`: which of them are there.
http::Response tickDocuments(const MatterDesk& desk, const http::Request& request,
                             const SignedIn& who);

/// `POST /matters/{id}/notes`.
http::Response addNote(const MatterDesk& desk, const http::Request& request, const SignedIn& who);

}  // namespace policycalc::desk
