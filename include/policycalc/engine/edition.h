#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::engine {

class CompiledEdition;

/// A catalogue on one day: which measures are in force, all thresholds resolved, all texts filled
/// in. Immutable. All days between two of the catalogue's boundaries have the same edition, so a
/// server makes each edition once. Any thread may read.
class Edition {
 public:
  /// A node of a measure's criteria. Trees are vectors of nodes in preorder; inner nodes are empty.
  struct Node {
    criteria::Resolved resolved;
    std::string text;  ///< the leaf in Chinese with its figures
  };

  /// A criterion resolved for the day.
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
    std::vector<Condition> unit_when;    ///< one for each unit
    std::vector<Condition> unit_unless;  ///< one for each unit
    std::vector<Condition> paid_when;    ///< one for each benefit
    /// The first source, and each other source whose document is in force.
    std::vector<const criteria::Citation*> sources;
    /// Without those on newer law that is not yet in force.
    std::vector<const catalogue::Caveat*> caveats;
  };

  /// A warning of `answer.json`.
  struct Warning {
    const catalogue::ProfileWarning* warning = nullptr;
    Condition when;
    std::string text;
    std::string text_en;
  };

  Edition(std::shared_ptr<const catalogue::Catalogue> catalogue, base::Date day);

  const catalogue::Catalogue& catalogue() const { return *catalogue_; }
  base::Date day() const { return day_; }
  /// One for each of catalogue().measures(), in the order of the notice.
  const std::vector<Entry>& entries() const { return entries_; }
  const std::vector<Warning>& warnings() const { return warnings_; }
  /// The form of the rules from which profiles are matched.
  const CompiledEdition& compiled() const { return *compiled_; }

  /// `text` with its figures on this day.
  std::string fillIn(const std::string& text) const;
  /// The same for an English text.
  std::string fillInEnglish(const std::string& text) const;

  /// The number of the period between boundaries: days with the same number share an edition.
  static std::size_t indexOf(const catalogue::Catalogue& catalogue, base::Date day);
  /// The first of the days that share an edition with `day`.
  static base::Date firstDayLike(const catalogue::Catalogue& catalogue, base::Date day);

 private:
  std::shared_ptr<const catalogue::Catalogue> catalogue_;
  base::Date day_;
  std::vector<Entry> entries_;
  std::vector<Warning> warnings_;
  std::shared_ptr<const CompiledEdition> compiled_;
};

}  // namespace policycalc::engine
