#include <algorithm>
#include <set>
#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/base/text.h"

#include "registry/records/csv_row.h"
#include "registry/records/faults.h"
#include "registry/records/input.h"

namespace policycalc::registry {
namespace {

using Read = Input::Read;

class CsvReader : public RecordReader {
 public:
  CsvReader(std::unique_ptr<Source> source, ReaderOptions options)
      : input_(std::move(source)), options_(std::move(options)) {}

  /// Reads the names of the columns.
  Read begin() {
    Read begun = input_.begin(options_.encoding);
    if (!begun.ok()) return begun;
    Block block;
    while (block.records().empty()) {
      Read read = readOne(block);
      if (!read.ok()) return read;
      if (!*read) break;
    }
    if (block.records().empty()) {
      return issueOf("no_columns", "the input has no row that names the columns",
                     "输入没有列名这一行");
    }
    const Block::Record& row = block.records().front();
    if (const base::Issue* fault = block.faultOf(row)) return *fault;
    for (std::size_t i = 0; i < row.cells; ++i) {
      columns_.emplace_back(base::trimmed(block.cell(row, i)));
    }
    return checkColumns();
  }

  const std::vector<std::string>& columns() const override { return columns_; }

  Read next(Block& block) override {
    block.clear();
    while (!isFull(block, options_)) {
      Read read = readOne(block);
      if (!read.ok()) return read;
      if (!*read) break;
    }
    return !block.records().empty();
  }

 private:
  Read checkColumns() const {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].empty()) {
        const std::string place = std::to_string(i + 1);
        return issueOf("unnamed_column", "column " + place + " has no name",
                       "第 " + place + " 列没有列名");
      }
      if (!seen.insert(columns_[i]).second) {
        return issueOf("duplicate_column", base::quoted(columns_[i]) + " is named twice",
                       "列名 " + base::quoted(columns_[i]) + " 出现两次");
      }
    }
    return true;
  }

  /// Reads one row, also a blank one; false at the end.
  Read readOne(Block& block) {
    bool ended = false;
    while (true) {
      const std::string_view rest = input_.rest();
      if (ended && rest.empty()) return false;
      // No more is looked at than decides, so that a row is read the same however it arrives.
      const std::size_t most = options_.most_record_bytes;
      const std::string_view seen = rest.substr(0, most + 1);
      const CsvRow::Scan scan = row_.scan(seen, ended && seen.size() == rest.size());
      const bool is_open = scan == CsvRow::Scan::kMore || scan == CsvRow::Scan::kOpenQuote;
      const bool too_long = (is_open ? seen.size() : row_.bytes()) > most;
      if (scan == CsvRow::Scan::kOpenQuote && (ended || too_long)) return quoteNeverCloses();
      if (too_long) return refuse(block, lineTooLong(most), scan);
      if (scan == CsvRow::Scan::kWhole) {
        add(block);
        input_.consume(row_.bytes());
        return true;
      }
      if (scan == CsvRow::Scan::kStrayQuote) {
        return refuse(
            block,
            issueOf("stray_quote", "a quote is not at the edge of its cell, or not doubled",
                    "引号不在单元格两端，或者没有写成两个"),
            scan);
      }
      Read more = input_.fill();
      if (!more.ok()) return more;
      ended = !*more;
    }
  }

  Read refuse(Block& block, base::Issue fault, CsvRow::Scan scan) {
    block.begin(input_.line());
    block.fail(std::move(fault));
    input_.consume(row_.bytes());
    if (scan == CsvRow::Scan::kWhole) return true;
    Read skipped = input_.skipLine();
    return skipped.ok() ? Read(true) : skipped;
  }

  base::Issue quoteNeverCloses() const {
    base::Issue fault =
        issueOf("quote_never_closes",
                "a cell of this row begins with a quote that does not close within " +
                    std::to_string(options_.most_record_bytes) + " bytes",
                "这一行有一个单元格的引号没有闭合");
    fault.line = static_cast<int>(std::min<std::uint64_t>(input_.line(), 0x7FFFFFFF));
    return fault;
  }

  void add(Block& block) {
    if (row_.cells().size() == 1 && base::trimmed(row_.cells().front()).empty()) return;
    block.begin(input_.line());
    for (const std::string_view cell : row_.cells()) {
      const auto text = input_.decoded(cell);
      if (!text) {
        block.fail(input_.undecodable());
        return;
      }
      block.addCell(*text);
    }
    const std::size_t cells = row_.cells().size();
    if (columns_.empty() || cells == columns_.size()) return;
    const std::string counts = std::to_string(cells) + " / " + std::to_string(columns_.size());
    block.fail(cells < columns_.size()
                   ? issueOf("too_few_cells", "the row has fewer cells than columns: " + counts,
                             "单元格比列少：" + counts)
                   : issueOf("too_many_cells", "the row has more cells than columns: " + counts,
                             "单元格比列多：" + counts));
  }

  Input input_;
  ReaderOptions options_;
  std::vector<std::string> columns_;
  CsvRow row_;
};

}  // namespace

MadeReader readCsv(std::unique_ptr<Source> source, const ReaderOptions& options) {
  auto reader = std::make_unique<CsvReader>(std::move(source), options);
  Read begun = reader->begin();
  if (!begun.ok()) return begun.error();
  return MadeReader(std::move(reader));
}

}  // namespace policycalc::registry
