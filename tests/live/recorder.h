#pragma once

#include "policycalc/http/endpoint.h"

namespace policycalc::live {

/// An endpoint that does the same as `inner` and, where the variable TESTS_RECORD_ANSWERS
/// names a folder, writes each request and its answer to a file of this process there, one JSON
/// object a line: method, path, route, query, body, status, type, headers, answer. A line that is
/// the same as an earlier one is left out. tests/contract reads these files.
http::Endpoint recorded(http::Endpoint inner);

}  // namespace policycalc::live
