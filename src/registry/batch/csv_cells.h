#pragma once

#include <string>
#include <string_view>

namespace policycalc::registry {

/// Adds a text as a cell of CSV. One that a spreadsheet would take for a formula gets a `'` in
/// front.
void addCsvText(std::string& csv, std::string_view text);

}  // namespace policycalc::registry
