// Arbitrary bytes, through the strict reader and back.
#include "fuzz/contract.h"
#include "json/reader_contract.h"

std::string policycalc::fuzz::contractFault(std::string_view bytes) {
  return json::contractFault(bytes);
}
