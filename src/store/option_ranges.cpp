#include "store/option_ranges.h"

#include <string>

namespace policycalc::store {
namespace {

constexpr int kMaxBusyTimeoutSeconds = 600;
constexpr int kMaxReaders = 256;

void checkRange(const char* name, int value, int most) {
  if (value >= 1 && value <= most) return;
  throw StoreError(StoreError::Kind::kCannotOpen,
                   std::string(name) + " must be from 1 to " + std::to_string(most));
}

}  // namespace

void checkRanges(const StoreOptions& options) {
  checkRange("the busy timeout in seconds", options.busy_timeout_seconds, kMaxBusyTimeoutSeconds);
  checkRange("the number of readers", options.readers, kMaxReaders);
}

}  // namespace policycalc::store
