#include <utility>

#include "registry/records/faults.h"
#include "registry/records/input.h"

namespace policycalc::registry {
namespace {

constexpr std::string_view kBlanks = " \t\r";

class LineReader : public RecordReader {
 public:
  LineReader(std::unique_ptr<Source> source, ReaderOptions options)
      : input_(std::move(source)), options_(std::move(options)) {}

  Input::Read begin() { return input_.begin(options_.encoding); }

  const std::vector<std::string>& columns() const override { return no_columns_; }

  base::Result<bool, base::Issue> next(Block& block) override {
    block.clear();
    while (!isFull(block, options_)) {
      Input::Read read = readOne(block);
      if (!read.ok()) return read;
      if (!*read) break;
    }
    return !block.records().empty();
  }

 private:
  /// Reads one line, also a blank one; false at the end.
  Input::Read readOne(Block& block) {
    std::size_t searched = 0;
    while (true) {
      const std::string_view rest = input_.rest();
      const std::size_t end = rest.find('\n', searched);
      const bool whole = end != std::string_view::npos;
      const std::size_t size = whole ? end : rest.size();
      if (size > options_.most_record_bytes) {
        block.begin(input_.line());
        block.fail(lineTooLong(options_.most_record_bytes));
        Input::Read skipped = input_.skipLine();
        return skipped.ok() ? Input::Read(true) : skipped;
      }
      if (whole) {
        add(rest.substr(0, end), block);
        input_.consumeLine(end + 1);
        return true;
      }
      searched = rest.size();
      Input::Read more = input_.fill();
      if (!more.ok()) return more;
      if (*more) continue;
      const std::string_view last = input_.rest();
      add(last, block);
      input_.consume(last.size());
      return false;
    }
  }

  void add(std::string_view line, Block& block) {
    if (line.find_first_not_of(kBlanks) == std::string_view::npos) return;
    block.begin(input_.line());
    if (const auto text = input_.decoded(line)) {
      block.addCell(*text);
    } else {
      block.fail(input_.undecodable());
    }
  }

  Input input_;
  ReaderOptions options_;
  std::vector<std::string> no_columns_;
};

}  // namespace

MadeReader readLines(std::unique_ptr<Source> source, const ReaderOptions& options) {
  auto reader = std::make_unique<LineReader>(std::move(source), options);
  Input::Read begun = reader->begin();
  if (!begun.ok()) return begun.error();
  return MadeReader(std::move(reader));
}

}  // namespace policycalc::registry
