#pragma once

#include <map>
#include <string>

namespace policycalc::tables::test {

/// The files inside a workbook by their name, inflated and with their checksums held; throws where
/// it is no archive.
std::map<std::string, std::string> partsOf(const std::string& workbook);

}  // namespace policycalc::tables::test
