#include "architecture/project_sources.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace policycalc::test {
namespace fs = std::filesystem;

std::map<std::string, std::string> projectSources() {
  const fs::path root = POLICYCALC_SOURCE_DIR;
  std::map<std::string, std::string> sources;
  for (const char* folder : {"src", "include"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cpp") continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      sources[entry.path().lexically_relative(root).generic_string()] = {
          std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    }
  }
  return sources;
}

}  // namespace policycalc::test
