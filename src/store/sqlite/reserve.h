#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>

namespace policycalc::store::sqlite {

/// A file that holds the last space of the disk for what takes something away: on a full disk even
/// a deletion has to write to the log. The file is given up when a deletion needs it, and made
/// again once the disk has twice its size to spare. Any thread may use it.
class Reserve {
 public:
  /// Makes the file if there is room. Without `bytes` there is no reserve, and it is always whole.
  Reserve(std::filesystem::path file, std::uintmax_t bytes);

  /// Whether the file is there; tries to make it again if it is not.
  bool isWhole();

  /// Frees the space. False if there was none to free.
  bool giveUp();

 private:
  bool make();

  const std::filesystem::path file_;
  const std::uintmax_t bytes_;
  std::mutex mutex_;  ///< guards the file
  std::atomic<bool> whole_;
};

/// How many bytes this process may still write in that folder; as many as can be if that is
/// unknown.
std::uintmax_t freeBytes(const std::filesystem::path& folder);

}  // namespace policycalc::store::sqlite
