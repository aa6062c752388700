#pragma once

#include <map>
#include <string>

#include "policycalc/base/issue.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/json/value.h"

namespace policycalc::catalogue {

/// Collects issues and finds the line of each by its pointer. A file is parsed again only when
/// something is wrong in it. Not thread-safe.
class Report {
 public:
  Report(const PolicyFiles& files, base::Issues& issues) : files_(files), issues_(issues) {}

  /// A pointer to a key that is absent gets the line of what should hold it.
  void add(const std::string& file, const std::string& pointer, std::string code,
           std::string message);

 private:
  json::Position positionOf(const std::string& file, const std::string& pointer);

  const PolicyFiles& files_;
  base::Issues& issues_;
  std::map<std::string, json::Value> documents_;
};

}  // namespace policycalc::catalogue
