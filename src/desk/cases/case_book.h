#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/desk/rules/case_state.h"
#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/desk/rules/scope.h"
#include "policycalc/store/cases.h"

#include "desk/cases/case_filter.h"

namespace policycalc::desk {

/// A case with what its clock says today.
struct SeenCase {
  store::Case what;
  CaseState state = CaseState::kReceived;
  Standing standing;

  bool isOpen() const { return desk::isOpen(state); }
  /// It has left the window and nobody is named: the unit's supervisor must name somebody.
  bool isUnassigned() const;
};

/// How much the cases press, before `due` picks some of them.
struct CaseCounts {
  std::size_t overdue = 0;
  std::size_t due_soon = 0;
  std::size_t calm = 0;
  std::size_t unassigned = 0;
};

struct CaseList {
  std::vector<SeenCase> cases;  ///< in the order of the queue
  CaseCounts counts;
  bool more = false;  ///< there are more than `most`
};

/// Finds the cases that somebody may see. Once the time of an applicant's authorisation is over,
/// what it allowed is ended before anything is shown. Safe from any thread.
class CaseBook {
 public:
  explicit CaseBook(const Services& services) : services_(services) {}

  CaseList list(const Seat& seat, CaseFilter filter, std::size_t most) const;

  /// Nothing for a case that is not there and for one that is not theirs to see.
  std::optional<store::CaseFile> find(const Seat& seat, std::int64_t id) const;

  SeenCase seen(store::Case what) const;

 private:
  std::vector<store::Case> read(const store::CaseQuery& query) const;

  const Services& services_;
};

/// What of a case decides who sees it; keeps references.
CasePlace placeOf(const store::Case& what);

}  // namespace policycalc::desk
