#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/registry/bytes.h"

namespace policycalc::registry {

/// Some records of an input, in their order. A line of JSON is a record of one cell; a row of CSV
/// has a cell for each column. All cells are valid UTF-8.
class Block {
 public:
  struct Record {
    std::uint64_t line = 0;  ///< of the input, from 1: where the record begins
    std::size_t first_cell = 0;
    std::size_t cells = 0;  ///< 0 for a record with a fault
    int fault = -1;         ///< index into faults(); -1: none
  };

  const std::vector<Record>& records() const { return records_; }
  const base::Issue* faultOf(const Record& record) const {
    return record.fault < 0 ? nullptr : &faults_[static_cast<std::size_t>(record.fault)];
  }
  std::string_view cell(const Record& record, std::size_t index) const {
    const Span& span = cells_[record.first_cell + index];
    return std::string_view(text_).substr(span.begin, span.size);
  }
  std::size_t bytes() const { return text_.size(); }

  void clear();
  void begin(std::uint64_t line);
  void addCell(std::string_view text);
  /// The record that was begun has this fault and no cells.
  void fail(base::Issue fault);
  /// The record that was begun is taken back.
  void drop();

 private:
  struct Span {
    std::size_t begin;
    std::size_t size;
  };
  std::string text_;
  std::vector<Span> cells_;
  std::vector<Record> records_;
  std::vector<base::Issue> faults_;
};

struct ReaderOptions {
  /// `utf-8` or `gb18030` (also `gbk`, `gb2312`); empty: told by the byte order mark or the first
  /// 64 KiB.
  std::string encoding;
  /// A longer line or row is refused. Far more than any profile has; a reader keeps about one in
  /// memory.
  std::size_t most_record_bytes = std::size_t{1024} * 1024;
  std::size_t block_records = 256;
  std::size_t block_bytes = std::size_t{256} * 1024;
};

/// Reads an input record by record in memory that does not grow with it. Blank lines count but are
/// no records; a byte order mark, a carriage return before a newline, and a last line without a
/// newline are as good as their absence. Not thread-safe.
class RecordReader {
 public:
  RecordReader() = default;
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;
  virtual ~RecordReader() = default;

  /// The names of a CSV's columns, without blanks around them; empty for lines of JSON.
  virtual const std::vector<std::string>& columns() const = 0;

  /// Replaces `block` by the next records; false at the end. A record that cannot be read is one
  /// with a fault: `line_too_long`, `invalid_utf8`, `invalid_gb18030`; in CSV also `stray_quote`,
  /// `too_few_cells`, `too_many_cells`. Fails where nothing more can be read: `cannot_read`, and in
  /// CSV `quote_never_closes`; what was read before is then in `block`.
  virtual base::Result<bool, base::Issue> next(Block& block) = 0;
};

using MadeReader = base::Result<std::unique_ptr<RecordReader>, base::Issue>;

/// A reader of lines of JSON. Fails with `unknown_encoding` or `cannot_read`.
MadeReader readLines(std::unique_ptr<Source> source, const ReaderOptions& options = {});

/// A reader of CSV (RFC 4180) whose first row names the columns. Fails like readLines(), and with
/// `no_columns`, `unnamed_column`, `duplicate_column`, or the fault of the first row.
MadeReader readCsv(std::unique_ptr<Source> source, const ReaderOptions& options = {});

}  // namespace policycalc::registry
