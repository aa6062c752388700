#pragma once

#include <string>
#include <vector>

#include "desk/casework.h"

namespace policycalc::bench {

/// How much the hall holds, and how many people sit in it.
struct HallSize {
  int matters = 100'000;
  int applicants = 20'000;
  int desks = 60;
};

/// The whole service with as many matters as that, in several states, for applicants whose names
/// are sealed as every name is. Applicants come in by the API; matters are copies of one opened
/// there.
class FullHall {
 public:
  explicit FullHall(const HallSize& size);

  const live::LiveService& service() const { return work_.service; }
  /// Two of three are clerks, spread over the city's counties; the others are handlers of units and
  /// supervisors, most of one county.
  std::vector<desk::test::Browser>& desks() { return desks_; }
  /// Whether the person at that desk may change matters: the clerks.
  static bool isClerk(int desk) { return desk % 3 != 2; }
  /// A matter that the clerk at that desk may change: open and of the desk's county.
  int matterOf(int desk, int choice) const;

  /// The distinct part of an applicant's name, and a matter's reference.
  static std::string nameOf(int applicant);
  static std::string referenceOf(int matter);

 private:
  void addApplicants();
  void copyMatters();
  void seatPeople();

  HallSize size_;
  std::vector<std::string> counties_;
  desk::test::Casework work_;
  std::vector<desk::test::Browser> desks_;
};

}  // namespace policycalc::bench
