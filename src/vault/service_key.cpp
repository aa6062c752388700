#include "policycalc/vault/service_key.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

using base::Error;

// O_NONBLOCK: if the path is a pipe, do not wait for a writer.
constexpr int kReading = O_RDONLY | O_NONBLOCK;
constexpr ::mode_t kOwnerOnly = S_IRUSR | S_IWUSR;
constexpr ::mode_t kTooOpen = S_IWGRP | S_IRWXO;
// Two keys are two short lines; a longer file was named by mistake.
constexpr std::size_t kLongestFile = 100;
constexpr std::size_t kMostKeys = 2;
constexpr const char* kHoldsNone = "holds no key of 32 bytes";

Error fault(const std::filesystem::path& path, const std::string& what, int number = 0) {
  std::string message = "service key `" + path.string() + "`: " + what;
  if (number != 0) message += std::string(": ") + std::strerror(number);
  return {Error::Code::kUnavailable, message, {}};
}

/// An open file; the destructor closes it.
class File {
 public:
  File(const std::filesystem::path& path, int flags, ::mode_t mode = 0)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool isOpen() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

base::Result<Key> keyIn(std::string_view line, const std::filesystem::path& path) {
  auto bytes = fromBase64(line);
  if (!bytes || bytes->size() != Key::kBytes) return fault(path, kHoldsNone);
  std::array<unsigned char, Key::kBytes> copy{};
  std::memcpy(copy.data(), bytes->data(), copy.size());
  const Key key(copy);
  sodium_memzero(copy.data(), copy.size());
  wipe(*bytes);
  return key;
}

base::Result<std::vector<Key>> keysIn(std::string_view text, const std::filesystem::path& path) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  std::vector<Key> keys;
  for (bool more = true; more;) {
    const std::size_t end = text.find('\n');
    more = end != std::string_view::npos;
    std::string_view line = text.substr(0, end);
    if (more && !line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (more) text.remove_prefix(end + 1);
    auto key = keyIn(line, path);
    if (!key.ok()) return key.error();
    keys.push_back(*key);
  }
  if (keys.size() > kMostKeys) return fault(path, "holds more than two keys");
  if (keys.size() == kMostKeys && keys[0] == keys[1]) {
    return fault(path, std::string(kHoldsNone) + " but the same one twice");
  }
  return keys;
}

base::Result<std::vector<Key>> readKeys(const File& file, const std::filesystem::path& path) {
  struct stat status {};
  if (::fstat(file.descriptor(), &status) != 0) return fault(path, "cannot be read", errno);
  if (!S_ISREG(status.st_mode)) return fault(path, "is not a regular file");
  if ((status.st_mode & kTooOpen) != 0) {
    return fault(path, "is open to other users; only its owner may read it (chmod 600)");
  }
  std::string text(kLongestFile + 1, '\0');
  const ::ssize_t count = ::read(file.descriptor(), text.data(), text.size());
  if (count < 0) return fault(path, "cannot be read", errno);
  auto keys = keysIn(std::string_view(text).substr(0, static_cast<std::size_t>(count)), path);
  wipe(text);
  return keys;
}

/// Makes the new name survive a power cut: everything sealed with a lost key is lost.
int syncFolderOf(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.parent_path();
  const File file(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
  return file.isOpen() && ::fsync(file.descriptor()) == 0 ? 0 : errno;
}

/// Writes a file with `keys` and `mode` that belongs to `owner`, if one is given. Returns errno,
/// or 0.
int writeDraft(const std::filesystem::path& draft, const std::vector<Key>& keys, ::mode_t mode,
               const struct stat* owner) {
  const File file(draft, O_WRONLY | O_CREAT | O_EXCL, kOwnerOnly);
  if (!file.isOpen()) return errno;
  std::string text;
  text.reserve(kLongestFile + 1);  // so that no copy stays in memory
  for (const Key& key : keys) {
    text += toBase64({reinterpret_cast<const char*>(key.bytes().data()), Key::kBytes}) + "\n";
  }
  errno = 0;
  bool done =
      ::write(file.descriptor(), text.data(), text.size()) == static_cast<::ssize_t>(text.size());
  wipe(text);
  if (owner != nullptr) {
    done = done && ::fchown(file.descriptor(), owner->st_uid, owner->st_gid) == 0;
  }
  done = done && ::fchmod(file.descriptor(), mode) == 0 && ::fsync(file.descriptor()) == 0;
  if (done) return 0;
  return errno != 0 ? errno : EIO;
}

std::filesystem::path draftOf(const std::filesystem::path& path) {
  std::string chance(6, '\0');
  randombytes_buf(chance.data(), chance.size());
  return path.string() + "." + toBase64(chance);
}

/// Writes a new key beside `path` and renames it unless another process was faster. Returns errno,
/// or 0 if the key file exists now.
int createKey(const std::filesystem::path& path) {
  const std::filesystem::path draft = draftOf(path);
  int failed = writeDraft(draft, {Key::random()}, kOwnerOnly, nullptr);
  if (failed == 0 && ::link(draft.c_str(), path.c_str()) != 0 && errno != EEXIST) failed = errno;
  ::unlink(draft.c_str());
  return failed != 0 ? failed : syncFolderOf(path);
}

Key derived(const Key& key, std::string_view use) {
  std::array<unsigned char, Key::kBytes> bytes{};
  crypto_generichash(bytes.data(), bytes.size(), bytesOf(use), use.size(), key.bytes().data(),
                     Key::kBytes);
  return Key(bytes);
}

// What is sealed to check a key, and for what.
constexpr std::string_view kChecked = "policycalc";
constexpr std::string_view kCheck = "service key/check";

}  // namespace

base::Result<std::vector<Key>> readServiceKeys(const std::filesystem::path& path) {
  startSodium();
  const File file(path, kReading);
  if (file.isOpen()) return readKeys(file, path);
  if (errno != ENOENT) return fault(path, "cannot be read", errno);
  Error missing = fault(path, "does not exist");
  missing.code = Error::Code::kNotFound;
  return missing;
}

base::Result<Key> loadOrCreateServiceKey(const std::filesystem::path& path) {
  auto keys = readServiceKeys(path);
  if (!keys.ok() && keys.error().code == Error::Code::kNotFound) {
    const int failed = createKey(path);
    if (failed == ENOENT) return fault(path, "cannot be made: its folder does not exist");
    if (failed != 0) return fault(path, "cannot be made", failed);
    keys = readServiceKeys(path);
  }
  if (!keys.ok()) return keys.error();
  return keys->front();
}

std::optional<Error> replaceServiceKeys(const std::filesystem::path& path,
                                        const std::vector<Key>& keys) {
  startSodium();
  std::error_code error;
  // Replaces the file that a link leads to, not the link.
  const std::filesystem::path file = std::filesystem::canonical(path, error);
  struct stat status {};
  if (error) return fault(path, "cannot be reached", error.value());
  if (::stat(file.c_str(), &status) != 0) return fault(path, "cannot be reached", errno);
  // Always the same name, so that what a killed process left is not forgotten with keys in it.
  const std::filesystem::path draft = file.string() + ".next";
  ::unlink(draft.c_str());
  int failed = writeDraft(draft, keys, status.st_mode & ~S_IFMT, &status);
  if (failed == 0 && ::rename(draft.c_str(), file.c_str()) != 0) failed = errno;
  if (failed != 0) ::unlink(draft.c_str());
  if (failed == 0) failed = syncFolderOf(file);
  if (failed != 0) return fault(path, "cannot be replaced", failed);
  return std::nullopt;
}

std::string keyId(const Key& key) {
  constexpr std::size_t kBytes = 8;
  startSodium();
  const Key id = derived(key, "policycalc/1/key id");
  return toBase64({reinterpret_cast<const char*>(id.bytes().data()), kBytes});
}

std::string sealCheck(const Key& key) {
  return seal(kChecked, key, kCheck);
}

bool fitsCheck(std::string_view sealed, const Key& key) {
  return open(sealed, key, kCheck) == kChecked;
}

KeyFileLock::KeyFileLock(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::path file = std::filesystem::canonical(path, error);
  // Locks the folder: the file is replaced while the lock is held.
  if (!error) {
    folder_ = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  }
  held_ = folder_ >= 0 && ::flock(folder_, LOCK_EX | LOCK_NB) == 0;
}

KeyFileLock::~KeyFileLock() {
  if (folder_ >= 0) ::close(folder_);
}

}  // namespace policycalc::vault
