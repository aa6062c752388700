#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/vault/access_code.h"
#include "policycalc/web/match/match_request.h"

namespace policycalc::api {

/// What a company does about a measure.
enum class Mark : std::uint8_t { kWanted, kApplied, kReceived };
constexpr std::size_t kMarks = 3;
std::string_view toString(Mark mark);

/// The parts of the sheet that can be left out, in their order.
enum class Part : std::uint8_t { kHall, kToDo, kOthers, kNear, kOpen, kMap, kCode };
constexpr std::size_t kParts = 7;
std::string_view toString(Part part);

/// The body of `POST /api/v1/sheet`.
struct SheetRequest {
  web::MatchRequest match;
  std::string name;     ///< of the company; "" for the one in the profile, if any
  bool chinese = true;  ///< else English
  std::optional<vault::AccessCode> saved_as;  ///< the code of the saved profile, printed as a link
  /// The measures that are printed whole, in their order, and those in short; absent: those of the
  /// answer that are due, in its order.
  std::optional<std::vector<const catalogue::Clause*>> measures;
  std::optional<std::vector<const catalogue::Clause*>> others;
  std::map<const catalogue::Clause*, Mark> marks;
  std::array<bool, kParts> parts{};

  bool has(Part part) const { return parts[static_cast<std::size_t>(part)]; }
};

/// Reads a request or returns all issues: those of readMatchRequest() for the members that both
/// have, those of a text fact for `name`, and for the others `wrong_type`, `wrong_value` and
/// `unknown_measure`.
base::Result<SheetRequest, base::Issues> readSheetRequest(std::string_view body,
                                                          const web::CatalogueLookup& lookup);

}  // namespace policycalc::api
