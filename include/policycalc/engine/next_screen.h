#pragma once

#include <optional>
#include <vector>

#include "policycalc/engine/match.h"

namespace policycalc::engine {

/// The screen to show next, and why.
struct NextScreen {
  const catalogue::Screen* screen = nullptr;
  /// The open measures that can still become eligible or conditional and whose next question is on
  /// this screen, in the order of the match.
  std::vector<const catalogue::Clause*> decides;
  /// The questions of the screen that can bring this about, in the screen's order. Its other
  /// questions change no such verdict.
  std::vector<facts::FactIndex> facts;
};

/// The first screen, in the order of the catalogue, that can still turn an open measure to eligible
/// or conditional; nothing if no screen can. A question whose answers can only remove a measure is
/// no reason to ask. `passed` has a flag for each screen that the company has passed: what it left
/// unanswered there stays unknown. An empty list: none. Pure; any thread.
///
/// A measure counts for the first screen that holds a question on the way to a positive verdict:
/// all conditions that are open must be answerable on screens that are left. Open conditions count
/// as independent, so a screen may be shown in vain, but none is left out.
std::optional<NextScreen> nextScreen(const Edition& edition, const Match& match,
                                     const std::vector<bool>& passed);

}  // namespace policycalc::engine
