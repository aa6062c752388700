#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/result.h"

namespace policycalc::catalogue {

/// The cells of each row of a CSV text (RFC 4180), without empty rows; `line` counts rows as a
/// spreadsheet does. Fails with kInvalid on unbalanced quotes.
struct CsvRow {
  int line = 0;
  std::vector<std::string> cells;
};
base::Result<std::vector<CsvRow>> readCsv(std::string_view text);

}  // namespace policycalc::catalogue
