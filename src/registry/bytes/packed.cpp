#include <limits>
#include <memory>
#include <stdexcept>
#include <zlib.h>
#include <zstd.h>

#include "policycalc/registry/bytes.h"

namespace policycalc::registry {
namespace {

constexpr int kGzipWindow = 15 + 16;  // the largest window, with a gzip header
constexpr int kGzipMemory = 8;        // zlib's default

std::string gzipOf(std::string_view text) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, kGzipMemory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib cannot start");
  }
  std::string out(deflateBound(&stream, text.size()), '\0');
  // zlib takes a pointer to bytes that it does not change.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // NOLINT
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());  // NOLINT
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (ended != Z_STREAM_END) throw std::runtime_error("zlib cannot compress");
  return out;
}

std::string zstdOf(std::string_view text) {
  const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(),
                                                                        ZSTD_freeCCtx);
  if (context == nullptr) throw std::runtime_error("zstd cannot start");
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context.get(), out.data(), out.size(), text.data(), text.size());
  if (ZSTD_isError(size) != 0) throw std::runtime_error("zstd cannot compress");
  out.resize(size);
  return out;
}

}  // namespace

Packing packingOf(std::string_view file_name) {
  if (file_name.ends_with(".gz")) return Packing::kGzip;
  if (file_name.ends_with(".zst")) return Packing::kZstd;
  return Packing::kNone;
}

std::string packed(std::string_view text, Packing packing) {
  if (text.size() > std::numeric_limits<uInt>::max()) throw std::length_error("packed");
  if (packing == Packing::kGzip) return gzipOf(text);
  if (packing == Packing::kZstd) return zstdOf(text);
  return std::string(text);
}

}  // namespace policycalc::registry
