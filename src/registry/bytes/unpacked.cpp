#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <utility>
#include <zlib.h>
#include <zstd.h>

#include "policycalc/registry/bytes.h"

namespace policycalc::registry {
namespace {

using Read = base::Result<std::size_t, base::Issue>;

constexpr std::size_t kInput = std::size_t{64} * 1024;
constexpr std::string_view kGzipMagic = "\x1F\x8B";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";
/// The largest window that a frame may ask for, as a power of two: 8 MiB, as `zstd -19` makes it.
constexpr int kZstdWindow = 23;
constexpr int kGzipWindow = 15 + 16;

base::Issue cutShort() {
  return issueOf("cut_short", "the compressed input ends before its end", "压缩文件不完整");
}
base::Issue damaged(const char* why) {
  return issueOf("damaged", std::string("the compressed input is damaged: ") + why,
                 "压缩文件已损坏");
}

/// A source of compressed bytes with a buffer in front.
class Packed : public Source {
 public:
  Packed(std::unique_ptr<Source> source, std::string begin)
      : source_(std::move(source)), buffer_(std::move(begin)) {}

  Read read(char* into, std::size_t size) final {
    while (true) {
      if (at_ == buffer_.size() && !ended_) {
        buffer_.resize(kInput);
        at_ = 0;
        Read count = source_->read(buffer_.data(), buffer_.size());
        buffer_.resize(count.ok() ? *count : 0);
        if (!count.ok()) return count;
        ended_ = *count == 0;
      }
      if (ended_ && between_) return std::size_t{0};
      const std::size_t before = at_;
      Read made = unpack({buffer_.data() + at_, buffer_.size() - at_}, into, size);
      if (!made.ok() || *made > 0) return made;
      if (ended_ && at_ == before && !between_) return cutShort();
    }
  }

 protected:
  /// Uncompresses a part of `bytes` and calls took(); returns how many bytes it has made.
  virtual Read unpack(std::string_view bytes, char* into, std::size_t size) = 0;
  /// `between`: the next byte begins another member or frame.
  void took(std::size_t bytes, bool between) {
    at_ += bytes;
    between_ = between;
  }

 private:
  std::unique_ptr<Source> source_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool ended_ = false;
  bool between_ = false;
};

class Gzip : public Packed {
 public:
  Gzip(std::unique_ptr<Source> source, std::string begin)
      : Packed(std::move(source), std::move(begin)) {
    if (inflateInit2(&stream_, kGzipWindow) != Z_OK) throw std::runtime_error("zlib cannot start");
  }
  ~Gzip() override { inflateEnd(&stream_); }

 private:
  Read unpack(std::string_view bytes, char* into, std::size_t size) override {
    if (done_ && !bytes.empty()) {
      inflateReset(&stream_);
      done_ = false;
    }
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
    stream_.avail_in = static_cast<uInt>(bytes.size());
    stream_.next_out = reinterpret_cast<Bytef*>(into);  // NOLINT
    stream_.avail_out = static_cast<uInt>(std::min(size, kInput));
    const uInt room = stream_.avail_out;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
      return damaged(stream_.msg == nullptr ? "wrong data" : stream_.msg);
    }
    done_ = result == Z_STREAM_END;
    took(bytes.size() - stream_.avail_in, done_);
    return std::size_t{room - stream_.avail_out};
  }

  z_stream stream_{};
  bool done_ = false;
};

class Zstd : public Packed {
 public:
  Zstd(std::unique_ptr<Source> source, std::string begin)
      : Packed(std::move(source), std::move(begin)), stream_(ZSTD_createDStream()) {
    if (stream_ == nullptr) throw std::runtime_error("zstd cannot start");
    ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, kZstdWindow);
  }
  ~Zstd() override { ZSTD_freeDStream(stream_); }

 private:
  Read unpack(std::string_view bytes, char* into, std::size_t size) override {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    ZSTD_outBuffer out{into, size, 0};
    const std::size_t result = ZSTD_decompressStream(stream_, &out, &in);
    if (ZSTD_isError(result) != 0) return damaged(ZSTD_getErrorName(result));
    took(in.pos, result == 0);
    return out.pos;
  }

  ZSTD_DStream* stream_;
};

/// Plain bytes whose first ones were already looked at.
class Begun : public Source {
 public:
  Begun(std::unique_ptr<Source> source, std::string begin)
      : source_(std::move(source)), begin_(std::move(begin)) {}

  Read read(char* into, std::size_t size) override {
    if (begin_.empty()) return source_->read(into, size);
    const std::size_t count = std::min(size, begin_.size());
    std::memcpy(into, begin_.data(), count);
    begin_.erase(0, count);
    return count;
  }

 private:
  std::unique_ptr<Source> source_;
  std::string begin_;
};

/// Looks at the first bytes when it is first read, so that making it waits for nothing.
class Unpacked : public Source {
 public:
  explicit Unpacked(std::unique_ptr<Source> source) : source_(std::move(source)) {}

  Read read(char* into, std::size_t size) override {
    if (inner_ == nullptr) {
      std::string begin;
      std::array<char, kZstdMagic.size()> bytes{};
      while (begin.size() < bytes.size()) {
        Read count = source_->read(bytes.data(), bytes.size() - begin.size());
        if (!count.ok()) return count;
        if (*count == 0) break;
        begin.append(bytes.data(), *count);
      }
      if (begin.starts_with(kGzipMagic)) {
        inner_ = std::make_unique<Gzip>(std::move(source_), std::move(begin));
      } else if (begin == kZstdMagic) {
        inner_ = std::make_unique<Zstd>(std::move(source_), std::move(begin));
      } else {
        inner_ = std::make_unique<Begun>(std::move(source_), std::move(begin));
      }
    }
    return inner_->read(into, size);
  }

 private:
  std::unique_ptr<Source> source_;
  std::unique_ptr<Source> inner_;
};

}  // namespace

std::unique_ptr<Source> begun(std::string begin, std::unique_ptr<Source> rest) {
  return std::make_unique<Begun>(std::move(rest), std::move(begin));
}

std::unique_ptr<Source> unpacked(std::unique_ptr<Source> packed) {
  return std::make_unique<Unpacked>(std::move(packed));
}

}  // namespace policycalc::registry
