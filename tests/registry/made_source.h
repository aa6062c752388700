#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "policycalc/registry/records.h"

namespace policycalc::registry::test {

/// A source that gives `text` in pieces of at most `step` bytes.
std::unique_ptr<Source> sourceOf(std::string text, std::size_t step = 1000);

/// A source that repeats `text` until `bytes` bytes are given, then gives `end`. Holds no more than
/// one repetition.
std::unique_ptr<Source> repeated(std::string text, std::uint64_t bytes, std::string end = {});

/// All that `source` gives; the code of the fault at the end, if it fails.
struct Drained {
  std::string text;
  std::string fault;
};
Drained drain(Source& source);

/// A record as a test compares it.
struct Seen {
  std::uint64_t line = 0;
  std::vector<std::string> cells;
  std::string fault;  ///< its code

  bool operator==(const Seen&) const = default;
};

/// All records of a reader, and the code with which it ended, if it failed.
struct AllSeen {
  std::vector<std::string> columns;
  std::vector<Seen> records;
  std::string fault;
};
AllSeen seen(MadeReader reader);
AllSeen seenLines(std::string text, const ReaderOptions& options = {}, std::size_t step = 1000);
AllSeen seenCsv(std::string text, const ReaderOptions& options = {}, std::size_t step = 1000);

}  // namespace policycalc::registry::test
