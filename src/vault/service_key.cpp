#include "policycalc/vault/service_key.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
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
// A key is one short line; a longer file was named by mistake.
constexpr std::size_t kLongestFile = 100;

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

base::Result<Key> keyIn(std::string text, const std::filesystem::path& path) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  auto bytes = fromBase64(text);
  wipe(text);
  if (!bytes || bytes->size() != Key::kBytes) return fault(path, "holds no key of 32 bytes");
  std::array<unsigned char, Key::kBytes> copy{};
  std::memcpy(copy.data(), bytes->data(), copy.size());
  const Key key(copy);
  sodium_memzero(copy.data(), copy.size());
  wipe(*bytes);
  return key;
}

base::Result<Key> readKey(const File& file, const std::filesystem::path& path) {
  struct stat status {};
  if (::fstat(file.descriptor(), &status) != 0) return fault(path, "cannot be read", errno);
  if (!S_ISREG(status.st_mode)) return fault(path, "is not a regular file");
  if ((status.st_mode & kTooOpen) != 0) {
    return fault(path, "is open to other users; only its owner may read it (chmod 600)");
  }
  std::string text(kLongestFile + 1, '\0');
  const ::ssize_t count = ::read(file.descriptor(), text.data(), text.size());
  if (count < 0) return fault(path, "cannot be read", errno);
  text.resize(static_cast<std::size_t>(count));
  return keyIn(std::move(text), path);
}

/// Makes the new name survive a power cut: everything sealed with a lost key is lost.
int syncFolderOf(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.parent_path();
  const File file(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
  return file.isOpen() && ::fsync(file.descriptor()) == 0 ? 0 : errno;
}

/// Writes a new key beside `path` and renames it unless another process was faster. Returns errno,
/// or 0 if the key file exists now.
int createKey(const std::filesystem::path& path) {
  std::error_code ignored;
  std::filesystem::create_directories(path.parent_path(), ignored);
  std::string chance(6, '\0');
  randombytes_buf(chance.data(), chance.size());
  const std::filesystem::path draft = path.string() + "." + toBase64(chance);
  const Key key = Key::random();
  std::string text =
      toBase64({reinterpret_cast<const char*>(key.bytes().data()), Key::kBytes}) + "\n";
  int failed = 0;
  {
    const File file(draft, O_WRONLY | O_CREAT | O_EXCL, kOwnerOnly);
    if (!file.isOpen()) return errno;
    errno = 0;
    const ::ssize_t written = ::write(file.descriptor(), text.data(), text.size());
    if (written != static_cast<::ssize_t>(text.size()) || ::fsync(file.descriptor()) != 0) {
      failed = errno != 0 ? errno : EIO;
    }
  }
  wipe(text);
  if (failed == 0 && ::link(draft.c_str(), path.c_str()) != 0 && errno != EEXIST) failed = errno;
  ::unlink(draft.c_str());
  return failed != 0 ? failed : syncFolderOf(path);
}

}  // namespace

base::Result<Key> loadOrCreateServiceKey(const std::filesystem::path& path) {
  startSodium();
  {
    const File file(path, kReading);
    if (file.isOpen()) return readKey(file, path);
    if (errno != ENOENT) return fault(path, "cannot be read", errno);
  }
  const int failed = createKey(path);
  if (failed != 0) return fault(path, "cannot be made", failed);
  const File file(path, kReading);
  if (!file.isOpen()) return fault(path, "cannot be read", errno);
  return readKey(file, path);
}

}  // namespace policycalc::vault
