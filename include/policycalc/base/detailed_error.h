#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace policycalc::base {

/// A failure with a second text for the log only: `detail()` says what lay under `what()`. Neither
/// holds what people entered.
class DetailedError : public std::runtime_error {
 public:
  explicit DetailedError(const std::string& message, std::string detail = {})
      : std::runtime_error(message), detail_(std::move(detail)) {}

  const std::string& detail() const { return detail_; }

 private:
  std::string detail_;
};

/// The line of the log for an exception: its message, and its detail if it has one.
inline std::string logText(const std::exception& error) {
  const auto* detailed = dynamic_cast<const DetailedError*>(&error);
  if (detailed == nullptr || detailed->detail().empty()) return error.what();
  return std::string(error.what()) + ": " + detailed->detail();
}

}  // namespace policycalc::base
