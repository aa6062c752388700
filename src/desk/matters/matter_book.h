#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/scope.h"
#include "policycalc/store/matters.h"

#include "desk/matters/matter_filter.h"

namespace policycalc::desk {

/// A matter with what its clock says today.
struct SeenMatter {
  store::Matter what;
  MatterState state = MatterState::kReceived;
  Standing standing;

  bool isOpen() const { return desk::isOpen(state); }
  /// It has left the window and nobody is named: the unit's supervisor must name somebody.
  bool isUnassigned() const;
};

/// How much the matters press, before `due` picks some of them.
struct MatterCounts {
  std::size_t overdue = 0;
  std::size_t due_soon = 0;
  std::size_t calm = 0;
  std::size_t unassigned = 0;
};

struct MatterList {
  std::vector<SeenMatter> matters;  ///< in the order of the queue
  MatterCounts counts;
  bool more = false;  ///< there are more than `most`
};

/// Finds the matters that somebody may see. Once the time of an applicant's authorisation is over,
/// what it allowed is ended before anything is shown. Safe from any thread.
class MatterBook {
 public:
  explicit MatterBook(const Services& services) : services_(services) {}

  MatterList list(const Seat& seat, MatterFilter filter, std::size_t most) const;

  /// Nothing for a matter that is not there and for one that is not theirs to see.
  std::optional<store::MatterFile> find(const Seat& seat, std::int64_t id) const;

  SeenMatter seen(store::Matter what) const;

 private:
  std::vector<store::Matter> read(const store::MatterQuery& query) const;

  const Services& services_;
};

/// What of a matter decides who sees it; keeps references.
MatterPlace placeOf(const store::Matter& what);

}  // namespace policycalc::desk
