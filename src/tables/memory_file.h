#pragma once

#include <string>

namespace policycalc::tables {

/// An anonymous file in memory, for libraries that write only to a path. The destructor removes it.
/// Not thread-safe.
class MemoryFile {
 public:
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  /// False if the system provides none; then there is no path either.
  bool isOpen() const { return descriptor_ >= 0; }
  /// A path that opens the file, valid only in this process.
  std::string path() const;
  /// The whole content, or nothing if it cannot be read.
  std::string content() const;

 private:
  int descriptor_;
};

}  // namespace policycalc::tables
