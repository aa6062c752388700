#pragma once

#include <chrono>
#include <ostream>
#include <string>
#include <vector>

#include "policycalc/store/store.h"

namespace policycalc::store::test {

/// One promise of CatalogueVersions, to be kept by every implementation. Starts from an empty one.
struct ContractCase {
  const char* name;
  void (*check)(CatalogueVersions&);
};

std::ostream& operator<<(std::ostream& out, const ContractCase& contract_case);

const std::vector<ContractCase>& catalogueVersionsContract();

/// `seconds` after 2026-01-01.
std::chrono::sys_seconds at(int seconds);

}  // namespace policycalc::store::test
