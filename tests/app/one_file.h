#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "store/temporary_folder.h"

namespace policycalc::app::test {

/// A folder with one file.
class OneFile {
 public:
  OneFile(const std::string& name, const std::string& text) : path_(folder_.path() / name) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  std::string path() const { return path_.string(); }
  std::string beside(const std::string& name) const { return (folder_.path() / name).string(); }

 private:
  store::test::TemporaryFolder folder_;
  std::filesystem::path path_;
};

inline std::string textOf(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace policycalc::app::test
