#pragma once

#include "policycalc/api/routes.h"
#include "policycalc/http/router.h"

namespace policycalc::api {

/// What the catalogue holds, to read: `/api/v1/facts`, `measures`, `clauses`, `units`, `contacts`,
/// `documents`, `catalogue` and `profile-schema`. Each answer has an ETag.
void addReferenceRoutes(http::Router& router, const Services& services);

}  // namespace policycalc::api
