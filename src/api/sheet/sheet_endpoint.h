#pragma once

#include <memory>

#include "policycalc/api/routes.h"
#include "policycalc/http/gate.h"
#include "policycalc/paper/press.h"
#include "policycalc/web/contract/routes.h"

namespace policycalc::api {

/// `POST /api/v1/sheet`: a company's profile in, its sheet as PDF out. `gate` is the one that
/// matching uses.
void addSheetRoute(web::Routes& routes, const Services& services,
                   const std::shared_ptr<const paper::Press>& press,
                   const std::shared_ptr<http::Gate>& gate);

}  // namespace policycalc::api
