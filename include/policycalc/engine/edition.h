#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::engine {

/// A catalogue as it stands on one day: which measures are in force, every threshold worked out,
/// every text filled in. Immutable and free of the clock: it is the same for all days between two
/// of the catalogue's boundaries, so a server makes each only once. Any thread may read.
class Edition {
 public:
  /// One node of a measure's criteria, in preorder; only leaves hold anything.
  struct Node {
    criteria::Resolved resolved;
    std::string text;  ///< the leaf in Chinese with its figures
  };

  /// A whole criterion made ready for the day.
  struct Condition {
    const criteria::Criterion* root = nullptr;  ///< null if there is no criterion
    std::vector<Node> nodes;
  };

  struct Entry {
    std::size_t index = 0;  ///< among entries()
    const catalogue::Clause* measure = nullptr;
    bool in_force = false;
    std::vector<Node> applies_when;
    std::vector<Node> requires_;
    std::vector<Condition> unit_when;    ///< one a unit
    std::vector<Condition> unit_unless;  ///< one a unit
    std::vector<Condition> paid_when;    ///< one a benefit
    /// The first source, and the others whose document is in force on the day.
    std::vector<const criteria::Citation*> sources;
    /// Without those on newer law that is not in force on the day.
    std::vector<const catalogue::Caveat*> caveats;
  };

  /// A warning of `answer.json`.
  struct Warning {
    const catalogue::ProfileWarning* warning = nullptr;
    Condition when;
    std::string text;
  };

  Edition(std::shared_ptr<const catalogue::Catalogue> catalogue, base::Date day);

  const catalogue::Catalogue& catalogue() const { return *catalogue_; }
  base::Date day() const { return day_; }
  /// One an entry of catalogue().measures(), in the order of the notice.
  const std::vector<Entry>& entries() const { return entries_; }
  const std::vector<Warning>& warnings() const { return warnings_; }

  /// `text` with the figures that hold on this day.
  std::string fillIn(const std::string& text) const;

  /// Which stretch between boundaries a day lies in: days with the same number share an edition.
  static std::size_t indexOf(const catalogue::Catalogue& catalogue, base::Date day);

 private:
  std::shared_ptr<const catalogue::Catalogue> catalogue_;
  base::Date day_;
  std::vector<Entry> entries_;
  std::vector<Warning> warnings_;
};

}  // namespace policycalc::engine
