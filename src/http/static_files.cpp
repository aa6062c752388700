#include "policycalc/http/static_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "policycalc/http/decorators.h"
#include "policycalc/http/failure.h"

#include "http/files/gzip.h"
#include "http/files/media_type.h"

namespace policycalc::http {

namespace fs = std::filesystem;

namespace {

constexpr int kSmall = 9;  // once, at load
constexpr std::string_view kIndex = "index.html";

base::Error failure(base::Error::Code code, std::string message, const fs::path& path) {
  return {.code = code,
          .message = std::move(message) + " `" + path.generic_string() + "`",
          .detail = {}};
}

/// The ETag without its quotes.
std::string versionOf(const std::string& etag) {
  return etag.substr(1, etag.size() - 2);
}

/// An old page may ask for the version before this one, which must not be kept under that name.
bool asksForVersion(const Request& request, const std::string& etag) {
  return std::any_of(request.query.begin(), request.query.end(), [&](const auto& one) {
    return one.first == "v" && one.second == versionOf(etag);
  });
}

bool isInside(const fs::path& root, const fs::path& path) {
  const auto [end_of_root, rest] =
      std::mismatch(root.begin(), root.end(), path.begin(), path.end());
  return end_of_root == root.end();
}

std::optional<std::string> readFile(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (stream.bad()) return std::nullopt;
  return bytes;
}

/// All regular files under the canonical `root`; links that stay inside it are followed.
base::Result<std::vector<fs::path>> listFiles(const fs::path& root) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(root, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.filename().string().front() == '.') {
      entry.disable_recursion_pending();
      continue;
    }
    std::error_code broken_link;
    if (entry->is_symlink() && (!isInside(root, fs::canonical(path, broken_link)) || broken_link)) {
      return failure(base::Error::Code::kInvalid, "symbolic link leads out of the folder", path);
    }
    if (entry->is_regular_file(broken_link)) files.push_back(path);
  }
  if (error) return failure(base::Error::Code::kUnavailable, "cannot read folder", root);
  return files;
}

}  // namespace

StaticFiles::File StaticFiles::prepare(const std::string& extension, std::string bytes) {
  const files::MediaType& type = *files::mediaTypeOf(extension);
  File file;
  file.type = type.name;
  file.etag = etagOf(bytes);
  if (type.is_text) {
    std::string packed = files::gzip(bytes, kSmall);
    if (packed.size() < bytes.size()) {
      file.gzip = std::make_shared<const std::string>(std::move(packed));
    }
  }
  file.body = std::make_shared<const std::string>(std::move(bytes));
  return file;
}

base::Result<StaticFiles> StaticFiles::load(const fs::path& root) {
  std::error_code error;
  const fs::path folder = fs::canonical(root, error);
  if (error || !fs::is_directory(folder)) {
    return failure(base::Error::Code::kNotFound, "no such folder", root);
  }
  const auto paths = listFiles(folder);
  if (!paths) return paths.error();
  auto files = std::make_shared<Files>();
  for (const fs::path& path : *paths) {
    const std::string extension = path.extension().string();
    if (files::mediaTypeOf(extension) == nullptr) continue;
    std::optional<std::string> bytes = readFile(path);
    if (!bytes) return failure(base::Error::Code::kUnavailable, "cannot read file", path);
    const std::string url = "/" + path.lexically_relative(folder).generic_string();
    files->emplace(url, prepare(extension, std::move(*bytes)));
  }
  return StaticFiles(std::move(files));
}

const StaticFiles::File* StaticFiles::find(const std::string& path) const {
  const bool is_folder = !path.empty() && path.back() == '/';
  const auto found = files_->find(is_folder ? path + std::string(kIndex) : path);
  return found == files_->end() ? nullptr : &found->second;
}

std::string StaticFiles::versioned(const std::string& path) const {
  const File* file = find(path);
  return file == nullptr ? path : path + "?v=" + versionOf(file->etag);
}

Response StaticFiles::operator()(const Request& request) const {
  const File* file = find(request.path);
  if (file == nullptr) return failureResponse(Failure::kNoSuchPath, request);
  Response response;
  if (request.method != "GET" && request.method != "HEAD") {
    const bool asks = request.method == "OPTIONS";
    if (!asks) response = failureResponse(Failure::kMethod, request);
    if (asks) response.status = 204;
    response.headers.emplace("Allow", "GET, HEAD, OPTIONS");
    return response;
  }
  const bool packed = file->gzip && files::acceptsGzip(request.header("Accept-Encoding"));
  std::string etag = file->etag;
  if (packed) etag.insert(etag.size() - 1, "-gzip");  // another representation, another strong tag
  if (file->gzip) response.headers.emplace("Vary", "Accept-Encoding");
  response.headers.emplace("Cache-Control", asksForVersion(request, file->etag)
                                                ? "public, max-age=31536000, immutable"
                                                : "no-cache");
  response.headers.emplace("ETag", etag);
  if (matchesEtag(request.header("If-None-Match"), etag)) {
    response.status = 304;
    return response;
  }
  response.headers.emplace("Content-Type", file->type);
  if (packed) response.headers.emplace("Content-Encoding", "gzip");
  response.body = packed ? file->gzip : file->body;
  return response;
}

}  // namespace policycalc::http
