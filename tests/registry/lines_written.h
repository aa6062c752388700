#pragma once

#include <functional>
#include <string>
#include <vector>

#include "policycalc/registry/bytes.h"

namespace policycalc::registry::test {

/// What `write` writes to its sink, a pipe whose other end a thread reads until it ends.
std::string textWritten(const std::function<void(Sink&)>& write);
std::vector<std::string> linesWritten(const std::function<void(Sink&)>& write);

}  // namespace policycalc::registry::test
