#include "registry/made_source.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace policycalc::registry::test {
namespace {

class Text : public Source {
 public:
  Text(std::string text, std::size_t step) : text_(std::move(text)), step_(step) {}

  base::Result<std::size_t, base::Issue> read(char* into, std::size_t size) override {
    const std::size_t count = std::min({size, step_, text_.size() - at_});
    std::memcpy(into, text_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t step_;
  std::size_t at_ = 0;
};

class Repeated : public Source {
 public:
  Repeated(std::string text, std::uint64_t bytes, std::string end)
      : text_(std::move(text)), left_(bytes), end_(std::move(end)) {}

  base::Result<std::size_t, base::Issue> read(char* into, std::size_t size) override {
    if (left_ == 0) {
      const std::size_t count = std::min(size, end_.size());
      std::memcpy(into, end_.data(), count);
      end_.erase(0, count);
      return count;
    }
    const std::size_t count = std::min({size, text_.size() - at_, static_cast<std::size_t>(left_)});
    std::memcpy(into, text_.data() + at_, count);
    at_ = (at_ + count) % text_.size();
    left_ -= count;
    return count;
  }

 private:
  std::string text_;
  std::uint64_t left_;
  std::string end_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<Source> sourceOf(std::string text, std::size_t step) {
  return std::make_unique<Text>(std::move(text), step);
}

std::unique_ptr<Source> repeated(std::string text, std::uint64_t bytes, std::string end) {
  return std::make_unique<Repeated>(std::move(text), bytes, std::move(end));
}

Drained drain(Source& source) {
  Drained drained;
  std::array<char, 777> buffer{};
  while (true) {
    const auto count = source.read(buffer.data(), buffer.size());
    if (!count.ok()) drained.fault = count.error().code;
    if (!count.ok() || *count == 0) return drained;
    drained.text.append(buffer.data(), *count);
  }
}

AllSeen seen(MadeReader reader) {
  AllSeen all;
  if (!reader.ok()) {
    all.fault = reader.error().code;
    return all;
  }
  all.columns = (*reader)->columns();
  Block block;
  while (true) {
    const auto read = (*reader)->next(block);
    for (const Block::Record& record : block.records()) {
      Seen& one = all.records.emplace_back();
      one.line = record.line;
      for (std::size_t i = 0; i < record.cells; ++i) one.cells.emplace_back(block.cell(record, i));
      if (const base::Issue* fault = block.faultOf(record)) one.fault = fault->code;
    }
    if (!read.ok()) all.fault = read.error().code;
    if (!read.ok() || !*read) return all;
  }
}

AllSeen seenLines(std::string text, const ReaderOptions& options, std::size_t step) {
  return seen(readLines(sourceOf(std::move(text), step), options));
}

AllSeen seenCsv(std::string text, const ReaderOptions& options, std::size_t step) {
  return seen(readCsv(sourceOf(std::move(text), step), options));
}

}  // namespace policycalc::registry::test
