#pragma once

#include <string>

namespace policycalc::tables {

/// A file without a name and without a disk, for libraries that write only to a path. Gone with the
/// object. Not thread-safe.
class MemoryFile {
 public:
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  /// False where the system gives none: then there is no path either.
  bool isOpen() const { return descriptor_ >= 0; }
  /// Opens it again, in this process alone.
  std::string path() const;
  /// All that was written to it; nothing where it cannot be read.
  std::string content() const;

 private:
  int descriptor_;
};

}  // namespace policycalc::tables
