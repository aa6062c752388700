#pragma once

#include <functional>
#include <string_view>

#include "policycalc/http/message.h"

namespace policycalc::http {

/// Answers one request. Called from many threads at once. May throw: see FailureOf.
using Endpoint = std::function<Response(const Request&)>;

/// Takes one line of text without its line end. Called from many threads at once; must not throw.
using LineSink = std::function<void(std::string_view)>;

}  // namespace policycalc::http
