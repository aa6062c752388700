#pragma once

#include "policycalc/engine/match.h"
#include "policycalc/paper/sheet.h"

#include "api/qr/qr_code.h"
#include "api/sheet/sheet_request.h"

namespace policycalc::api {

/// What the sheet of an answer says, in the request's language. Pure: the same arguments give the
/// same sheet. `public_url`: the address of the service, "" if it is not known; then the sheet has
/// no code. Texts of people lose their invisible characters, so that a name cannot turn the
/// words after it around.
paper::Sheet sheetContents(const SheetRequest& request, base::Date as_of,
                           const engine::Match& match, const engine::Edition& edition,
                           const std::string& public_url);

}  // namespace policycalc::api
