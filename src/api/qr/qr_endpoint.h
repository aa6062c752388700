#pragma once

#include "policycalc/web/contract/routes.h"

namespace policycalc::api {

/// `POST /api/v1/qr`: a text in, the squares of its QR code out. The text may be the link to a
/// saved profile, so caches must not keep the answer.
void addQrRoute(web::Routes& routes);

}  // namespace policycalc::api
