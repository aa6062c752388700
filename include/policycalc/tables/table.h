#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/result.h"

namespace policycalc::tables {

/// Nothing, a text in UTF-8, a whole number or a day.
using Cell = std::variant<std::monostate, std::string, std::int64_t, base::Date>;

/// What a spreadsheet shows. A row may be shorter than the columns, never longer.
struct Table {
  std::string name;  ///< of the sheet: 1 to 31 characters, none of `[]:*?/\`, no `'` at either end
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

/// RFC 4180 in UTF-8 with a byte order mark, lines that end in CRLF, the columns first. A text that
/// a spreadsheet program would take for a formula (it begins with = + - @, also in full width, a
/// tab, CR or LF) gets a `'` before it. Safe from any thread.
std::string writeCsv(const Table& table);

/// An Office Open XML workbook of one sheet, its first row bold and standing still. Texts are
/// written as texts whatever they begin with, days as days, numbers of more than 15 digits lose
/// the last ones. Nothing is left on a disk. Fails with kInvalid for what the format cannot hold (a
/// text of more than 32767 characters, a wrong name of the sheet), with kUnavailable where the
/// system has no memory for it. Safe from any thread.
base::Result<std::string> writeXlsx(const Table& table);

}  // namespace policycalc::tables
