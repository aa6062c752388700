#pragma once

#include "policycalc/api/routes.h"
#include "policycalc/web/contract/routes.h"

namespace policycalc::api {

/// What the catalogue holds, to read: `/api/v1/facts`, `measures`, `clauses`, `parameters`,
/// `units`, `contacts`, `documents`, `catalogue` and `profile-schema`. Each answer has an ETag.
void addReferenceRoutes(web::Routes& routes, const Services& services);

}  // namespace policycalc::api
