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

/// One sheet. A row may have fewer cells than there are columns, but not more.
struct Table {
  std::string name;  ///< 1 to 31 characters, none of `[]:*?/\`, no `'` at either end
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

/// Writes CSV by RFC 4180 in UTF-8 with a byte order mark and CRLF line ends, column names first. A
/// text that a spreadsheet program would run as a formula (it begins with = + - @, also in full
/// width, a tab, CR or LF) gets a `'` before it. Any thread.
std::string writeCsv(const Table& table);

/// Writes an Office Open XML workbook of one sheet with a bold, frozen first row. Texts stay texts,
/// whatever they begin with; days are dates; numbers keep 15 digits. Leaves no file on disk. Fails
/// with kInvalid if the format cannot hold the table (a text of more than 32767 characters, a wrong
/// sheet name), with kUnavailable if memory runs out. Any thread.
base::Result<std::string> writeXlsx(const Table& table);

}  // namespace policycalc::tables
