#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "policycalc/store/feedback.h"

namespace policycalc::store::test {

/// One promise of Feedback, to be kept by every implementation. Starts from an empty one.
struct FeedbackCase {
  const char* name;
  void (*check)(Feedback&);
};

std::ostream& operator<<(std::ostream& out, const FeedbackCase& contract_case);

const std::vector<FeedbackCase>& feedbackContract();

/// Received at `at(received)` under a query lookup of its own.
FeedbackEntry feedbackEntry(const std::string& reference, int received = 100);

}  // namespace policycalc::store::test
