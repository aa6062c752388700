#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/base/result.h"
#include "policycalc/http/failure.h"

namespace policycalc::http::wire {

/// A request target, decoded once.
struct Target {
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;
};

/// Reads `/path?query`, `http://authority/path?query`, and `*` for OPTIONS. Refuses everything that
/// another reader could take for another path: `.` and `..` segments, encoded slashes, backslashes,
/// control characters, text that is not UTF-8. An escape is decoded once: `%252e` is `%2e`.
base::Result<Target, Failure> parseTarget(std::string_view method, std::string_view target);

}  // namespace policycalc::http::wire
