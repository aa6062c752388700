#pragma once

#include <string>
#include <vector>

#include "policycalc/engine/match.h"
#include "policycalc/paper/sheet.h"

#include "api/sheet/sheet_words.h"

namespace policycalc::api {

/// Pieces of the answer in words, in one language and on the day of one edition. Keeps references.
class SheetTexts {
 public:
  SheetTexts(const engine::Edition& edition, Tongue tongue) : edition_(edition), tongue_(tongue) {}

  std::string title(const catalogue::Clause& measure) const;
  std::string nextStep(const catalogue::Clause& measure) const;
  const std::string& name(const catalogue::Unit& unit) const;
  std::string money(const base::Decimal& yuan) const;
  /// What a benefit gives; without an amount if it promises none.
  paper::Worth worth(const catalogue::Benefit& benefit, const engine::AmountAnswer& amount) const;
  paper::Labelled caveat(const catalogue::Caveat& caveat) const;
  /// Where the measure is written, with its number here.
  std::string source(const engine::Edition::Entry& entry) const;
  /// The condition that fails, and by how much.
  std::string unmet(const engine::Unmet& unmet) const;
  /// Telephone and address as far as they are known.
  std::string reach(const catalogue::Contact* contact) const;

 private:
  const catalogue::Catalogue& catalogue() const { return edition_.catalogue(); }
  std::string figure(const catalogue::Amount& amount, const base::Decimal& value) const;
  std::string amount(const catalogue::Amount& promised, const engine::AmountAnswer& answer) const;

  const engine::Edition& edition_;
  Tongue tongue_;
};

/// Eligible or conditional.
bool isDue(const engine::Outcome& outcome);
/// A service that every company has, and this one too.
bool isForEveryone(const engine::Outcome& outcome);
/// The item of the notice that the measure belongs to; 0 if it cites none.
int itemOf(const engine::Outcome& outcome);

}  // namespace policycalc::api
