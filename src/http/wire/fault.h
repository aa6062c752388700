#pragma once

#include <cstdint>

#include "policycalc/http/problem.h"

namespace policycalc::http::wire {

/// Why the server refuses a request before any endpoint sees it.
enum class Fault : std::uint8_t {
  kLineEnd,
  kRequestLine,
  kVersion,
  kLineTooLong,
  kHeaderLine,
  kHeadersTooLarge,
  kRepeatedHeader,
  kHost,
  kTarget,
  kEscape,
  kPath,
  kContentLength,
  kLengthAndCoding,
  kTransferCoding,
  kLengthRequired,
  kChunk,
  kBodyTooLarge,
  kExpectation,
  kTruncated,
  kLate,
  kFull,
};

/// Status, Chinese title and a detail that names the fault.
Problem problemOf(Fault fault);

}  // namespace policycalc::http::wire
