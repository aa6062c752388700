#pragma once

#include <map>
#include <string>

#include "properties/naive_company.h"

namespace policycalc::test::naive {

/// A second implementation of the verdicts, by policies/README.md and directly on the JSON of the
/// measures. Slow and simple, so that a fault in loading, resolving or matching shows as a
/// difference.
class SecondEvaluator {
 public:
  /// Texts of the policies folder: path → JSON. Throws if a JSON file is invalid.
  explicit SecondEvaluator(const std::map<std::string, std::string>& files);

  /// Verdict by measure id; `day` is an ISO date.
  std::map<std::string, std::string> verdicts(const json::Value& profile,
                                              const std::string& day) const;

 private:
  Documents documents_;
};

}  // namespace policycalc::test::naive
