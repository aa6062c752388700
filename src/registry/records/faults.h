#pragma once

#include <string>

#include "policycalc/registry/records.h"

namespace policycalc::registry {

inline base::Issue lineTooLong(std::size_t most_bytes) {
  const std::string most = std::to_string(most_bytes);
  return issueOf("line_too_long", "the line has more than " + most + " bytes",
                 "这一行超过 " + most + " 字节");
}

inline bool isFull(const Block& block, const ReaderOptions& options) {
  return block.records().size() >= options.block_records || block.bytes() >= options.block_bytes;
}

}  // namespace policycalc::registry
