#include <algorithm>
#include <chrono>
#include <unistd.h>
#include <xlsxwriter.h>

#include "policycalc/tables/table.h"

#include "tables/memory_file.h"

namespace policycalc::tables {
namespace {

using base::Error;

/// Writes one sheet and keeps the first error.
constexpr std::size_t kNarrowest = 8;  // in widths of a digit
constexpr std::size_t kWidest = 40;
constexpr std::size_t kDayWidth = 12;

/// A Chinese character takes two widths of a digit.
std::size_t widthOf(std::string_view text) {
  std::size_t width = 0;
  for (const char byte : text) {
    const auto first = static_cast<unsigned char>(byte);
    if (first < 0x80) ++width;
    if (first >= 0xC0) width += 2;
  }
  return width;
}

/// So that the longest text of a column is seen, within reason, and the arrow of its filter.
double widthOf(const Table& table, std::size_t at) {
  std::size_t width = std::max(widthOf(table.columns[at]) + 3, kNarrowest);
  for (const std::vector<Cell>& row : table.rows) {
    if (at >= row.size()) continue;
    if (const auto* text = std::get_if<std::string>(&row[at])) {
      width = std::max(width, widthOf(*text) + 1);
    } else if (std::holds_alternative<base::Date>(row[at])) {
      width = std::max(width, kDayWidth);
    }
  }
  return static_cast<double>(std::min(width, kWidest));
}

class Sheet {
 public:
  Sheet(lxw_workbook* book, const Table& table)
      : sheet_(workbook_add_worksheet(book, table.name.c_str())),
        heading_(workbook_add_format(book)),
        day_(workbook_add_format(book)) {
    format_set_bold(heading_);
    format_set_num_format(day_, "yyyy-mm-dd");
  }

  lxw_error write(const Table& table) {
    if (sheet_ == nullptr) return LXW_ERROR_PARAMETER_VALIDATION;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      note(worksheet_write_string(sheet_, 0, column(i), table.columns[i].c_str(), heading_));
    }
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      for (std::size_t j = 0; j < table.rows[i].size(); ++j) {
        writeCell(static_cast<lxw_row_t>(i + 1), column(j), table.rows[i][j]);
      }
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      note(worksheet_set_column(sheet_, column(i), column(i), widthOf(table, i), nullptr));
    }
    if (!table.columns.empty()) {
      note(worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                                column(table.columns.size() - 1)));
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    return error_;
  }

 private:
  static lxw_col_t column(std::size_t index) { return static_cast<lxw_col_t>(index); }

  void writeCell(lxw_row_t row, lxw_col_t at, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      // Never worksheet_write_formula() or _url(), whatever the text looks like.
      note(worksheet_write_string(sheet_, row, at, text->c_str(), nullptr));
    } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
      note(worksheet_write_number(sheet_, row, at, static_cast<double>(*number), nullptr));
    } else if (const auto* day = std::get_if<base::Date>(&cell)) {
      const std::chrono::year_month_day date(day->days());
      lxw_datetime when{};
      when.year = static_cast<int>(date.year());
      when.month = static_cast<int>(static_cast<unsigned>(date.month()));
      when.day = static_cast<int>(static_cast<unsigned>(date.day()));
      note(worksheet_write_datetime(sheet_, row, at, &when, day_));
    }
  }

  void note(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  lxw_worksheet* sheet_;
  lxw_format* heading_;
  lxw_format* day_;
  lxw_error error_ = LXW_NO_ERROR;
};

/// Where the library keeps parts of the workbook, in files that it unlinks at once: in memory if
/// possible. Null means the system's temporary folder.
char* temporaryFolder() {
  static char in_memory[] = "/dev/shm";
  return access(in_memory, W_OK | X_OK) == 0 ? in_memory : nullptr;
}

Error errorOf(lxw_error error) {
  const bool of_system = error == LXW_ERROR_MEMORY_MALLOC_FAILED ||
                         error == LXW_ERROR_CREATING_XLSX_FILE ||
                         error == LXW_ERROR_CREATING_TMPFILE || error == LXW_ERROR_READING_TMPFILE;
  return {of_system ? Error::Code::kUnavailable : Error::Code::kInvalid,
          "the table could not be written as a workbook", lxw_strerror(error)};
}

}  // namespace

base::Result<std::string> writeXlsx(const Table& table) {
  const Error no_memory{Error::Code::kUnavailable, "there is no memory for the workbook", {}};
  const MemoryFile file;
  if (!file.isOpen()) return no_memory;
  lxw_workbook_options options{};
  options.tmpdir = temporaryFolder();
  lxw_workbook* book = workbook_new_opt(file.path().c_str(), &options);
  if (book == nullptr) return no_memory;
  const lxw_error written = Sheet(book, table).write(table);
  const lxw_error closed = workbook_close(book);  // frees the workbook even on failure
  if (written != LXW_NO_ERROR) return errorOf(written);
  if (closed != LXW_NO_ERROR) return errorOf(closed);
  std::string content = file.content();
  if (content.empty()) return no_memory;
  return content;
}

}  // namespace policycalc::tables
