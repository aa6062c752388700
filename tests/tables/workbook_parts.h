#pragma once

#include <map>
#include <string>

namespace policycalc::tables::test {

/// The files inside a workbook by name, inflated and with verified checksums; throws if it is not
/// an archive.
std::map<std::string, std::string> partsOf(const std::string& workbook);

}  // namespace policycalc::tables::test
