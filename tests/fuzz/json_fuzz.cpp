// Arbitrary bytes, through the strict reader and back, and through the scanner beside it.
#include "fuzz/contract.h"
#include "json/reader_contract.h"
#include "json/scanner_contract.h"

std::string policycalc::fuzz::contractFault(std::string_view bytes) {
  const std::string fault = json::contractFault(bytes);
  return fault.empty() ? json::scannerFault(bytes) : fault;
}
