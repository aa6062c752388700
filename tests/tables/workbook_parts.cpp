#include "tables/workbook_parts.h"

#include <sstream>

#include <Poco/StreamCopier.h>
#include <Poco/Zip/ZipArchive.h>
#include <Poco/Zip/ZipStream.h>

namespace policycalc::tables::test {

std::map<std::string, std::string> partsOf(const std::string& workbook) {
  std::istringstream stream(workbook);
  const Poco::Zip::ZipArchive archive(stream);
  std::map<std::string, std::string> parts;
  for (auto header = archive.headerBegin(); header != archive.headerEnd(); ++header) {
    stream.clear();
    Poco::Zip::ZipInputStream part(stream, header->second);
    Poco::StreamCopier::copyToString(part, parts[header->first]);
  }
  return parts;
}

}  // namespace policycalc::tables::test
