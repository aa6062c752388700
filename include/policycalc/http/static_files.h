#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "policycalc/base/result.h"
#include "policycalc/http/endpoint.h"

namespace policycalc::http {

/// The files of one folder, read into memory once. A request is looked up among their names, so
/// that no path can lead out of the folder. Immutable: safe from any thread. Copies share the
/// files.
class StaticFiles {
 public:
  /// Reads all regular files under `root`, except hidden ones (`.name`) and types that are not
  /// served. Fails with kNotFound if the folder does not exist, kInvalid for a symbolic link that
  /// leads out of it, kUnavailable for a file that cannot be read.
  static base::Result<StaticFiles> load(const std::filesystem::path& root);

  /// GET and HEAD; `/` and folders (`/help/`) answer with their `index.html`. With ETag, 304, gzip.
  Response operator()(const Request& request) const;

  /// `path` with the version of its file (`/css/base.css?v=…`), or `path` itself if there is no
  /// such file. What is asked for by its version never changes, and is sent so.
  std::string versioned(const std::string& path) const;

  std::size_t size() const { return files_->size(); }

 private:
  struct File {
    std::string type;
    std::string etag;
    std::shared_ptr<const std::string> body;
    std::shared_ptr<const std::string> gzip;  ///< null if it would not be smaller
  };
  using Files = std::map<std::string, File, std::less<>>;  ///< by URL path

  explicit StaticFiles(std::shared_ptr<const Files> files) : files_(std::move(files)) {}
  static File prepare(const std::string& extension, std::string bytes);
  const File* find(const std::string& path) const;

  std::shared_ptr<const Files> files_;
};

}  // namespace policycalc::http
