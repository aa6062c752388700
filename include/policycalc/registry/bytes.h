#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"

namespace policycalc::registry {

/// Bytes of a file, a pipe or a test, in their order. Not thread-safe.
class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  /// Reads at most `size` bytes, at least one unless the source has ended: then 0. Fails with
  /// `cannot_read`, or with what is wrong with compressed bytes.
  virtual base::Result<std::size_t, base::Issue> read(char* into, std::size_t size) = 0;
};

/// Reads an open file or pipe, which stays open. It also ends when `stop` becomes readable, so that
/// a signal ends a read that waits; a negative `stop` is left out.
class FileSource : public Source {
 public:
  explicit FileSource(int file, int stop = -1) : file_(file), stop_(stop) {}

  base::Result<std::size_t, base::Issue> read(char* into, std::size_t size) override;

  /// So far; any thread may ask.
  std::uint64_t bytesRead() const { return bytes_; }

 private:
  int file_;
  int stop_;
  std::atomic<std::uint64_t> bytes_{0};
};

/// `begin`, which was read already, and then `rest`.
std::unique_ptr<Source> begun(std::string begin, std::unique_ptr<Source> rest);

/// How a stream is compressed.
enum class Packing : std::uint8_t { kNone, kGzip, kZstd };

/// By the ending of a file's name: `.gz`, `.zst`.
Packing packingOf(std::string_view file_name);

/// `packed`, uncompressed if it begins as gzip or zstd does. Several members or frames in a row are
/// read as one. Fails with `cut_short` if the last one does not end, with `damaged` otherwise.
std::unique_ptr<Source> unpacked(std::unique_ptr<Source> packed);

/// One member or frame that holds `text`; a file may consist of many.
std::string packed(std::string_view text, Packing packing);

/// Takes whole lines and writes them to an open file or pipe, which stays open. Not thread-safe.
class Sink {
 public:
  explicit Sink(int file, Packing packing = Packing::kNone) : file_(file), packing_(packing) {}

  using Written = base::Result<bool, base::Issue>;
  /// Keeps or writes `lines`, which end with a newline. Fails with `disk_full`, `reader_gone` or
  /// `cannot_write`; what a regular file then holds is whole lines, and nothing more is written.
  Written add(std::string_view lines);
  /// Writes what is kept.
  Written flush();

 private:
  Written writeAll(std::string_view bytes);

  int file_;
  Packing packing_;
  std::string kept_;
};

/// An issue with its message in both languages.
base::Issue issueOf(std::string code, std::string message, std::string message_zh);

}  // namespace policycalc::registry
