#include "policycalc/catalogue/csv_rows.h"

#include <algorithm>
#include <csv.h>
#include <memory>

namespace policycalc::catalogue {
namespace {

struct Rows {
  std::vector<CsvRow> rows;
  CsvRow row;
  int line = 0;
};

void onCell(void* text, std::size_t bytes, void* rows) {
  static_cast<Rows*>(rows)->row.cells.emplace_back(static_cast<const char*>(text), bytes);
}

void onRow(int, void* into) {
  Rows& rows = *static_cast<Rows*>(into);
  rows.row.line = ++rows.line;
  const bool empty = std::all_of(rows.row.cells.begin(), rows.row.cells.end(),
                                 [](const std::string& cell) { return cell.empty(); });
  if (!empty) rows.rows.push_back(std::move(rows.row));
  rows.row = {};
}

}  // namespace

base::Result<std::vector<CsvRow>> readCsv(std::string_view text) {
  csv_parser parser{};
  // Strict: a quote inside an unquoted cell is an error. Empty rows are reported, so that line
  // numbers stay right.
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) {
    return base::Error{base::Error::Code::kInvalid, "the reader cannot be made", {}};
  }
  const std::unique_ptr<csv_parser, void (*)(csv_parser*)> freed(&parser, csv_free);
  std::string unix_lines(text);
  unix_lines.erase(std::remove(unix_lines.begin(), unix_lines.end(), '\r'), unix_lines.end());
  Rows rows;
  const std::size_t read =
      csv_parse(&parser, unix_lines.data(), unix_lines.size(), onCell, onRow, &rows);
  if (read != unix_lines.size() || csv_fini(&parser, onCell, onRow, &rows) != 0) {
    return base::Error{
        base::Error::Code::kInvalid,
        "row " + std::to_string(rows.line + 1) + " is not CSV: its quotes do not match",
        {}};
  }
  return std::move(rows.rows);
}

}  // namespace policycalc::catalogue
