#pragma once

#include <string>
#include <vector>

namespace policycalc::soak {

/// What one attack measured, each figure beside its bound.
class Report {
 public:
  void atMost(const std::string& what, double figure, double bound, const std::string& unit);
  void atLeast(const std::string& what, double figure, double bound, const std::string& unit);

  /// Every figure is within its bound.
  bool holds() const { return holds_; }
  /// One row of a Markdown table a figure.
  const std::vector<std::string>& rows() const { return rows_; }

 private:
  void add(const std::string& what, const std::string& text, bool is_within);

  std::vector<std::string> rows_;
  bool holds_ = true;
};

/// One attack: a name for the command line, and what it does.
struct Attack {
  const char* name;
  void (*run)(Report& report);
};

// A new attack is a function here, a line in main.cpp and a test in CMakeLists.txt.
void faultyBodies(Report& report);
void unreadAnswers(Report& report);
void idleFlood(Report& report);
void keepAliveFlood(Report& report);
void slowFlood(Report& report);
void keyFlood(Report& report);
void stopUnderLoad(Report& report);
void logInFlood(Report& report);
void killedRotations(Report& report);
void clockAhead(Report& report);
void stalledLog(Report& report);

}  // namespace policycalc::soak
