#pragma once

#include "policycalc/http/router.h"

namespace policycalc::api {

/// `POST /api/v1/qr`: a text in, the squares of its QR code out. The text may be the link by which
/// an owner comes back, so the answer is kept by nobody.
void addQrRoute(http::Router& router);

}  // namespace policycalc::api
