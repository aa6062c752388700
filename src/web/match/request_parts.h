#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/web/match/match_request.h"

namespace policycalc::web {

/// The values of `detail` and `lang`, in the order of their enumerations.
inline const std::vector<std::string> kDetails{"verdicts", "core", "full"};
inline const std::vector<std::string> kLanguages{"zh", "en"};

/// Flags for some names; nothing if the request does not have the list.
using Listed = std::optional<std::vector<bool>>;

/// MatchRequest::include of a request with this list of verdicts.
std::array<bool, engine::kVerdicts> includedBy(const Listed& verdicts);
/// MatchRequest::chosen of a request with these lists of measures and topics.
std::vector<bool> chosenBy(const Listed& measures, const Listed& topics,
                           const catalogue::Catalogue& catalogue);

/// Reads a usual request straight from its text. Nothing if it is not one: then a tree of the body
/// tells whether it is a request, and what is wrong with it.
std::optional<MatchRequest> scanMatchRequest(std::string_view body, const CatalogueLookup& lookup);

}  // namespace policycalc::web
