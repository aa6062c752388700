#pragma once

#include <string>
#include <string_view>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::test {

/// Replaces the first `from` after `after` (if not empty) by `to` in a file of small policies. The
/// test fails if there is none.
void edit(catalogue::PolicyFiles& files, const std::string& path, std::string_view from,
          std::string_view to, std::string_view after = "");

/// Adds members to the measure with this id: `"curable": false`.
void addToMeasure(catalogue::PolicyFiles& files, const std::string& id, const std::string& members);
/// Adds members to the fact with this id: `"can_be_taken": true`.
void addToFact(catalogue::PolicyFiles& files, const std::string& id, const std::string& members);
/// Adds to the small vocabulary the states of registration that matter for matching.
void addStates(catalogue::PolicyFiles& files);

}  // namespace policycalc::test
