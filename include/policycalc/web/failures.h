#pragma once

#include <exception>

#include "policycalc/http/failure.h"

namespace policycalc::web {

/// Which failure an exception of the modules below the endpoints is: StoreError by its kind, a lack
/// of memory kBusy, anything else kInternal. For http::ServerOptions::failure_of.
http::Failure failureOf(const std::exception_ptr& error);

}  // namespace policycalc::web
