#pragma once

#include <map>
#include <string>

#include "properties/naive_company.h"

namespace policycalc::test::naive {

/// Verdicts by the words of design §5 and the rulings R1, on the measures' JSON itself: slow,
/// plain, and written a second time, so that a fault in loading, compiling or matching shows as a
/// difference.
class SecondEvaluator {
 public:
  /// Texts of the policies folder: path → JSON. Throws where a JSON file is none.
  explicit SecondEvaluator(const std::map<std::string, std::string>& files);

  /// Verdict by measure id; `day` is an ISO date.
  std::map<std::string, std::string> verdicts(const json::Value& profile,
                                              const std::string& day) const;

 private:
  Documents documents_;
};

}  // namespace policycalc::test::naive
