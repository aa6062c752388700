#include <cerrno>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "policycalc/registry/bytes.h"

namespace policycalc::registry {
namespace {

/// Large enough that a write costs little and that gzip and zstd find what repeats.
constexpr std::size_t kChunk = std::size_t{1024} * 1024;

base::Issue faultOf(int error) {
  if (error == EPIPE) {
    return issueOf("reader_gone", "the program that reads the output has gone",
                   "读取输出的程序已经退出");
  }
  const std::string why = std::generic_category().message(error);
  if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
    return issueOf("disk_full", "the output cannot be written: " + why,
                   "磁盘已满，无法写入：" + why);
  }
  return issueOf("cannot_write", "the output cannot be written: " + why, "无法写入输出：" + why);
}

/// Takes back the last `bytes` bytes of a regular file: they would end within a line.
void takeBack(int file, std::size_t bytes) {
  struct stat status {};
  if (bytes == 0 || ::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return;
  const off_t end = ::lseek(file, 0, SEEK_CUR);
  if (end < static_cast<off_t>(bytes)) return;
  const off_t whole = end - static_cast<off_t>(bytes);
  // Nothing more can be done if this fails: the fault is reported anyway.
  if (::ftruncate(file, whole) == 0) ::lseek(file, whole, SEEK_SET);
}

}  // namespace

Sink::Written Sink::add(std::string_view lines) {
  kept_ += lines;
  return kept_.size() < kChunk ? Written(true) : flush();
}

Sink::Written Sink::flush() {
  if (kept_.empty()) return true;
  const std::string chunk = std::exchange(kept_, {});
  return writeAll(packing_ == Packing::kNone ? chunk : packed(chunk, packing_));
}

Sink::Written Sink::writeAll(std::string_view bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = ::write(file_, bytes.data() + done, bytes.size() - done);
    if (count >= 0) {
      done += static_cast<std::size_t>(count);
    } else if (errno != EINTR) {
      base::Issue fault = faultOf(errno);
      // Of uncompressed lines, those that are whole stay.
      const std::size_t whole =
          packing_ == Packing::kNone && done > 0 ? bytes.rfind('\n', done - 1) + 1 : 0;
      takeBack(file_, done - whole);
      return fault;
    }
  }
  return true;
}

}  // namespace policycalc::registry
