#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/result.h"
#include "policycalc/vault/sealing.h"

namespace policycalc::vault {

/// Loads the service's own key. Its file (mode 0600) is separate from the database, so that the
/// database or a copy of it is unreadable without the key. The first use creates the file
/// atomically, so several processes may start at once; its folder must exist. Fails with one line
/// that names the file if the file cannot be read or created, does not hold keys, or is accessible
/// to users other than its owner and group. Of two keys it returns the first.
base::Result<Key> loadOrCreateServiceKey(const std::filesystem::path& path);

/// The keys in the file, one a line: one, or two while or after a rotation, the older first. Fails
/// as loadOrCreateServiceKey() does, but never creates the file: a missing one is kNotFound.
base::Result<std::vector<Key>> readServiceKeys(const std::filesystem::path& path);

/// Replaces the file, which exists, by one with these keys, the same mode and the same owner. At
/// every moment, even after a power cut, the name belongs to the old file or to the new one, each
/// whole; a killed process may leave `<file>.next`, which the next call removes. Hold the lock
/// below. Returns what is wrong, or nothing.
std::optional<base::Error> replaceServiceKeys(const std::filesystem::path& path,
                                              const std::vector<Key>& keys);

/// A name for the key that reveals nothing about it: 11 characters of base64url.
std::string keyId(const Key& key);

/// A text that shows later whether a key is this one.
std::string sealCheck(const Key& key);
bool fitsCheck(std::string_view sealed, const Key& key);

/// Keeps other processes from changing the file at the same time, until it is destroyed or the
/// process ends.
class KeyFileLock {
 public:
  explicit KeyFileLock(const std::filesystem::path& path);
  ~KeyFileLock();
  KeyFileLock(const KeyFileLock&) = delete;
  KeyFileLock& operator=(const KeyFileLock&) = delete;

  /// False if another process holds it.
  bool held() const { return held_; }

 private:
  int folder_ = -1;
  bool held_ = false;
};

}  // namespace policycalc::vault
