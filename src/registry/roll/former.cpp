#include <algorithm>
#include <array>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/json/reader.h"
#include "policycalc/registry/roll.h"

#include "registry/batch/csv_cells.h"
#include "registry/roll/roll_lines.h"

namespace policycalc::registry {
namespace {

using Fault = std::optional<base::Issue>;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostNotes = 4096;  ///< bytes of the lines above the columns

base::Issue notARoll() {
  return issueOf("not_a_roll", "the file is not a list that `policycalc roll` wrote",
                 "这个文件不是 `policycalc roll` 写出的名单");
}

/// Reads a former roll line by line.
class FormerReader {
 public:
  using Take = std::function<void(std::string id, Standing standing)>;

  FormerReader(std::string_view measure, Take take) : measure_(measure), take_(std::move(take)) {}

  Fault read(std::unique_ptr<Source> source) {
    if (auto fault = readBegin(*source)) return fault;
    const bool has_notes = begin_.starts_with(kNoteSign);
    if (has_notes) {
      if (auto fault = readNotes(*source)) return fault;
    }
    auto rest = begun(std::move(begin_), std::move(source));
    auto reader = has_notes ? readCsv(std::move(rest)) : readLines(std::move(rest));
    if (!reader.ok()) return reader.error();
    return readRecords(**reader, has_notes);
  }

 private:
  /// Reads some more of the source; false at its end.
  base::Result<bool, base::Issue> more(Source& source) {
    std::array<char, 1024> bytes{};
    const auto count = source.read(bytes.data(), bytes.size());
    if (!count.ok()) return count.error();
    begin_.append(bytes.data(), *count);
    return *count > 0;
  }

  Fault readBegin(Source& source) {
    while (begin_.size() <= kByteOrderMark.size()) {
      const auto read = more(source);
      if (!read.ok()) return read.error();
      if (!*read) break;
    }
    if (begin_.starts_with(kByteOrderMark)) begin_.erase(0, kByteOrderMark.size());
    return {};
  }

  /// Takes the lines above the columns off, one of which names the measure.
  Fault readNotes(Source& source) {
    while (begin_.starts_with(kNoteSign)) {
      const std::size_t end = begin_.find('\n');
      if (end == std::string::npos) {
        if (begin_.size() > kMostNotes) return notARoll();
        const auto read = more(source);
        if (!read.ok()) return read.error();
        if (!*read) return notARoll();
        continue;
      }
      const std::string_view line = std::string_view(begin_).substr(0, end);
      if (line.starts_with(kMeasureNote)) {
        const std::string_view rest = line.substr(kMeasureNote.size());
        if (auto fault = checkMeasure(rest.substr(0, rest.find(';')))) return fault;
      }
      begin_.erase(0, end + 1);
      if (begin_.empty()) {
        const auto read = more(source);
        if (!read.ok()) return read.error();
      }
    }
    return named_ ? Fault() : notARoll();
  }

  Fault checkMeasure(std::string_view measure) {
    named_ = true;
    if (measure == measure_) return {};
    return issueOf("other_measure", "the list is of the measure " + base::quoted(measure),
                   "这份名单是措施 " + base::quoted(measure) + " 的");
  }

  Fault readRecords(RecordReader& reader, bool is_csv) {
    if (is_csv && !findColumns(reader.columns())) return notARoll();
    Block block;
    while (true) {
      const auto read = reader.next(block);
      for (const Block::Record& record : block.records()) {
        const bool is_bad = block.faultOf(record) != nullptr;
        if (is_bad) return notARoll();
        if (is_csv) {
          takeRow(block, record);
        } else if (auto fault = takeLine(block.cell(record, 0))) {
          return fault;
        }
      }
      if (!read.ok()) return read.error();
      if (!*read) break;
    }
    if (!named_) return notARoll();
    if (done_) return {};
    return issueOf("not_complete", "the list has no last line that says it is done",
                   "名单没有写完（缺少结束行）");
  }

  bool findColumns(const std::vector<std::string>& columns) {
    const auto find = [&](std::string_view name) {
      return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) -
                                      columns.begin());
    };
    id_ = find("id");
    standing_ = find("standing");
    return id_ < columns.size() && standing_ < columns.size();
  }

  void takeRow(const Block& block, const Block::Record& record) {
    if (block.cell(record, 0) == "done") done_ = true;
    const auto standing = parseStanding(block.cell(record, standing_));
    const std::string_view id = csvTextOf(block.cell(record, id_));
    if (standing && !id.empty()) take_(std::string(id), *standing);
  }

  Fault takeLine(std::string_view line) {
    const auto object = json::read(line);
    if (!object.ok() || !object->isObject()) return notARoll();
    if (!named_) {
      const json::Value* roll = object->find("roll");
      const json::Value* measure = object->find("measure");
      if (roll == nullptr || roll->text != kRollName || measure == nullptr) return notARoll();
      return checkMeasure(measure->text);
    }
    if (const json::Value* done = object->find("done")) done_ = done->boolean;
    const json::Value* id = object->find("id");
    const json::Value* text = object->find("standing");
    const auto standing = text == nullptr ? std::nullopt : parseStanding(text->text);
    if (id != nullptr && standing) take_(id->text, *standing);
    return {};
  }

  std::string measure_;
  Take take_;
  std::string begin_;
  bool named_ = false;  ///< the measure
  bool done_ = false;
  std::size_t id_ = 0;
  std::size_t standing_ = 0;
};

}  // namespace

base::Result<std::unique_ptr<FormerRoll>, base::Issue> FormerRoll::read(
    std::unique_ptr<Source> source, std::string_view measure) {
  auto roll = std::make_unique<FormerRoll>();
  FormerReader reader(measure, [&roll](std::string id, Standing standing) {
    roll->firms_.try_emplace(std::move(id), standing);
  });
  if (auto fault = reader.read(unpacked(std::move(source)))) return *std::move(fault);
  return roll;
}

std::optional<Standing> FormerRoll::find(const std::string& id) const {
  const auto found = firms_.find(id);
  if (found == firms_.end()) return std::nullopt;
  found->second.asked = true;
  return found->second.standing;
}

std::vector<FormerRoll::Firm> FormerRoll::notAsked() const {
  std::vector<Firm> firms;
  for (const auto& [id, kept] : firms_) {
    if (!kept.asked) firms.push_back({id, kept.standing});
  }
  std::sort(firms.begin(), firms.end(), [](const Firm& a, const Firm& b) { return a.id < b.id; });
  return firms;
}

}  // namespace policycalc::registry
