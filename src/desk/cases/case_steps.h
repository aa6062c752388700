#pragma once

#include "desk/cases/case_desk.h"

namespace policycalc::desk {

/// `POST /cases/{id}/steps`: moves the case on, if there is such a step and the role may take it.
http::Response takeStep(const CaseDesk& desk, const http::Request& request, const SignedIn& who);

/// `PUT /cases/{id}/handler`: gives it to another unit and to somebody or nobody there.
http::Response reassign(const CaseDesk& desk, const http::Request& request, const SignedIn& who);

/// `PUT /cases/{id}/documents`: which of them are there.
http::Response tickDocuments(const CaseDesk& desk, const http::Request& request,
                             const SignedIn& who);

/// `POST /cases/{id}/notes`.
http::Response addNote(const CaseDesk& desk, const http::Request& request, const SignedIn& who);

}  // namespace policycalc::desk
