#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::engine {

/// The worked cases of `cases/*.json`, which must be sound, as a pack that tests an integration:
/// `{"catalogue", "cases": [{"name", "request": {"profile", "as_of"}, "verdicts": {measure:
/// verdict}, "amounts": {measure: {benefit: number or null}}}]}`. A request is a body for
/// `POST /api/v1/match`; a right integration gets these verdicts and amounts.
std::string writeConformancePack(std::string_view catalogue_hash,
                                 const catalogue::PolicyFiles& case_files);

/// Runs a pack against a catalogue. Nothing if all verdicts and amounts are as it says, or if
/// `pack` is "", that of policies without cases; else the first fault, in a line.
std::optional<std::string> faultOfPack(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                                       std::string_view pack);

}  // namespace policycalc::engine
