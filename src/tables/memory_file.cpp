#include "tables/memory_file.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace policycalc::tables {

MemoryFile::MemoryFile() : descriptor_(memfd_create("table", MFD_CLOEXEC)) {}

MemoryFile::~MemoryFile() {
  if (isOpen()) close(descriptor_);
}

std::string MemoryFile::path() const {
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

std::string MemoryFile::content() const {
  struct stat about {};
  if (fstat(descriptor_, &about) != 0) return {};
  std::string text(static_cast<std::size_t>(about.st_size), '\0');
  std::size_t read = 0;
  while (read < text.size()) {
    const ssize_t got =
        pread(descriptor_, text.data() + read, text.size() - read, static_cast<off_t>(read));
    if (got <= 0) return {};
    read += static_cast<std::size_t>(got);
  }
  return text;
}

}  // namespace policycalc::tables
