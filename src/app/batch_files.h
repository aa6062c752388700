#pragma once

#include <string>
#include <sys/types.h>

namespace policycalc::app {

/// A file that a batch reads or writes: one of that name, or for `-` a standard stream. Closes what
/// it opened.
class BatchFile {
 public:
  static BatchFile toRead(const std::string& name);
  /// Empties the file. Others cannot read a new one, as it tells about companies.
  static BatchFile toWrite(const std::string& name);
  BatchFile(BatchFile&& other) noexcept;
  BatchFile(const BatchFile&) = delete;
  BatchFile& operator=(const BatchFile&) = delete;
  BatchFile& operator=(BatchFile&&) = delete;
  ~BatchFile();

  /// Negative if it cannot be opened.
  int file() const { return file_; }
  /// Bytes of a regular file; 0 if it is another kind.
  off_t size() const;

  /// Lets only the owner read a regular file, also one that was there before; false if the system
  /// refuses. Other kinds stay as they are.
  bool makePrivate() const;
  /// Empties a regular file; false if it cannot.
  bool clear() const;

 private:
  BatchFile(int file, bool is_own) : file_(file), is_own_(is_own) {}

  int file_;
  bool is_own_;
};

/// Whether both names mean one file that exists.
bool isSameFile(const std::string& one, const std::string& other);

}  // namespace policycalc::app
