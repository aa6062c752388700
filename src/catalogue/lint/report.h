#pragma once

#include <map>
#include <string>

#include "policycalc/base/issue.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/json/value.h"

namespace policycalc::catalogue {

/// Collects issues and finds the line of each by its pointer. Parses a file again only if it has an
/// issue. Not thread-safe.
class Report {
 public:
  Report(const PolicyFiles& files, base::Issues& issues) : files_(files), issues_(issues) {}

  /// An issue at an absent key gets the line of the object around it.
  void add(const std::string& file, const std::string& pointer, std::string code,
           std::string message);

 private:
  json::Position positionOf(const std::string& file, const std::string& pointer);

  const PolicyFiles& files_;
  base::Issues& issues_;
  std::map<std::string, json::Value> documents_;
};

}  // namespace policycalc::catalogue
