#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace policycalc::test {

/// All bytes of all files below a folder.
inline std::string allFiles(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  return all;
}

}  // namespace policycalc::test
