#pragma once

#include <memory>

#include "policycalc/web/contract/routes.h"

#include "api/callers/callers.h"

namespace policycalc::api {

/// `GET /api/v1/key`: what the key of the request may do, and how much it has done.
void addKeyRoute(web::Routes& routes, const std::shared_ptr<Callers>& callers);

}  // namespace policycalc::api
