#pragma once

#include <string>
#include <vector>

#include "policycalc/registry/roll.h"

namespace policycalc::registry {

/// `#` begins the lines above the columns of a CSV.
constexpr char kNoteSign = '#';
/// What a roll is called; the notice has no other name for it.
constexpr std::string_view kRollName = "名单核对";
/// Ends the id of the measure in the lines above the columns.
constexpr std::string_view kMeasureNote = "# measure ";

/// A company on a roll.
struct Listed {
  Standing standing = Standing::kEligible;
  std::string name;                ///< "" if the registry does not tell it
  std::string county;              ///< code of an option, or "": likewise
  std::string size;                ///< likewise; `none` for a body without a size
  std::string missing;             ///< the fact that it is short of
  std::optional<Standing> former;  ///< on the former roll
};

/// The lines of a roll in its form.
class RollLines {
 public:
  explicit RollLines(const RollSetup& setup) : setup_(setup), as_csv_(setup.batch.as_csv) {}

  std::string head() const;
  void add(const Entry& entry, const Listed& listed, std::string& out) const;
  void addRefused(const Entry& entry, std::string& out) const;
  void addGone(const FormerRoll::Firm& firm, std::string& out) const;
  std::string last(const RollSummary& summary) const;

 private:
  std::string_view change(const Entry& entry, const Listed& listed) const;

  const RollSetup& setup_;
  bool as_csv_;
};

}  // namespace policycalc::registry
