#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/desk/rules/handling.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/desk/rules/sight.h"
#include "policycalc/desk/rules/turn.h"
#include "policycalc/store/matters.h"

#include "desk/matters/matter_filter.h"

namespace policycalc::desk {

/// A matter and what its clock says today.
struct MatterToday {
  store::Matter matter;
  base::Date since;  ///< the day at UTC+8 on which its clock began
  Standing standing;
  std::int64_t age = 0;  ///< workdays since it was opened, up to its end

  bool isOpen() const { return desk::isOpen(matter.state); }
  /// Whether no person who can act is responsible for it.
  bool isUnassigned() const { return isOpen() && store::responsibleFor(matter) == 0; }
};

/// The matters, as one request sees them: with the catalogue that was current when it began, and
/// withdrawn once the authorisation of their applicant is over. Keeps a reference to the services.
/// For one thread.
class MatterBook {
 public:
  explicit MatterBook(const Services& services)
      : services_(services), catalogue_(services.catalogues.current()) {}

  const Services& services() const { return services_; }
  const catalogue::Catalogue& catalogue() const { return *catalogue_; }
  /// The same, for what may outlive the book.
  const std::shared_ptr<const catalogue::Catalogue>& sharedCatalogue() const { return catalogue_; }
  store::Matters& matters() const { return services_.store.matters(); }

  /// The query of the filter for the seat, and its horizon.
  store::MatterQuery queryOf(const Seat& seat, const MatterFilter& filter) const;

  /// An authorisation that is over by this moment is shown as ending: it has reached its first
  /// warning.
  std::chrono::sys_seconds permitHorizon() const;

  /// Nothing if there is no such matter or the seat does not see it.
  std::optional<store::MatterFile> find(const Seat& seat, std::int64_t id) const;

  MatterToday today(store::Matter matter) const;

  /// Who acts today for that member, if they are absent: their substitute, or the substitute's if
  /// that one is absent, too. 0 if they are not absent. Reads the absences once.
  std::int64_t standInFor(std::int64_t staff_id) const;

 private:
  const Services& services_;
  mutable std::optional<std::map<std::int64_t, std::int64_t>> substitutes_;  ///< by the absent
  std::shared_ptr<const catalogue::Catalogue> catalogue_;
};

/// The parts of the matter that decide who sees it. Keeps references.
MatterPlace placeOf(const store::Matter& matter);

}  // namespace policycalc::desk
