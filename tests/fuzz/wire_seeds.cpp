// Writes each shape of tests/http/shapes to a file of the folder that is given: the
// seeds of the fuzz target `wire`.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>

#include "http/shapes/shapes.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
    return 2;
  }
  try {
    const std::filesystem::path folder = argv[1];
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    int number = 0;
    for (const auto& shape : policycalc::http::test::loadShapes()) {
      std::ofstream file(folder / std::to_string(++number), std::ios::binary);
      file << shape.bytes << policycalc::http::test::kNextRequest;
      if (!file.flush()) throw std::runtime_error("cannot write to " + folder.string());
    }
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return 1;
  }
  return 0;
}
