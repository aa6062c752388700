#pragma once

#include <string>
#include <string_view>

namespace policycalc::registry {

/// Adds a text as a cell of CSV. One that a spreadsheet would take for a formula gets a `'` in
/// front.
void addCsvText(std::string& csv, std::string_view text);

/// The text of a cell that addCsvText() wrote, once its quotes are read.
std::string_view csvTextOf(std::string_view cell);

}  // namespace policycalc::registry
