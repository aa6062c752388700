#pragma once

#include <optional>

#include "policycalc/facts/profile.h"

#include "api/sheet/sheet_things.h"

namespace policycalc::api {

/// The short lists of the sheet; each is absent if nothing is in it. Keeps references.
class SheetLists {
 public:
  SheetLists(const engine::Match& match, const engine::Edition& edition, Tongue tongue)
      : match_(match), edition_(edition), tongue_(tongue), texts_(edition, tongue) {}

  /// What applies as well: what it is and whom to ask. Numbered after the `before` that come first.
  std::optional<paper::List> others(const Listed& listed, int before) const;
  /// What one condition keeps from the company, and which.
  std::optional<paper::List> near() const;
  /// The questions that decide most. A follow-up is one only while its parent asks for it.
  std::optional<paper::List> questions(const facts::Profile& profile) const;

 private:
  bool isAsked(const facts::Fact& fact, const facts::Profile& profile) const;

  const engine::Match& match_;
  const engine::Edition& edition_;
  Tongue tongue_;
  SheetTexts texts_;
};

/// What each item of the notice has for the company; nothing without the notice's chapters.
std::optional<paper::PolicyMap> policyMap(const engine::Match& match,
                                          const engine::Edition& edition, Tongue tongue);

}  // namespace policycalc::api
