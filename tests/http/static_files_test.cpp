#include "policycalc/http/static_files.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <stdlib.h>
#include <string>

#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
namespace http = policycalc::http;
using http::Request;
using http::Response;
using http::StaticFiles;

namespace {

/// A folder that is deleted after the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "policycalc-http-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
    path_ = pattern;
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

struct Site {
  Site() {
    folder.write("index.html", "<p>home</p>");
    folder.write("js/app.mjs", std::string(2000, ' '));
    folder.write("help/index.html", "<p>help</p>");
    folder.write("icon.png", std::string(2000, 'x'));
    folder.write("notes.doc", "not served");
    folder.write(".secret.txt", "hidden");
    folder.write(".git/config.txt", "hidden");
  }
  TemporaryFolder folder;
};

Request requestFor(std::string path, http::Headers headers = {}, std::string method = "GET") {
  Request request;
  request.method = std::move(method);
  request.path = std::move(path);
  request.headers = std::move(headers);
  return request;
}

StaticFiles load(const fs::path& root) {
  auto files = StaticFiles::load(root);
  BOOST_REQUIRE(files.ok());
  return std::move(files).value();
}

std::string headerOf(const Response& response, std::string_view name) {
  const auto found = response.headers.find(name);
  return found == response.headers.end() ? "" : found->second;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(StaticFilesTest, Site)

BOOST_AUTO_TEST_CASE(a_file_asked_for_by_its_version_is_kept_for_good) {
  const StaticFiles files = load(folder.path());
  const std::string address = files.versioned("/js/app.mjs");
  BOOST_TEST_REQUIRE(address.rfind("/js/app.mjs?v=", 0) == 0U);
  Request request = requestFor("/js/app.mjs");
  const auto kept = [&](std::string version) {
    request.query = {{"v", std::move(version)}};
    return headerOf(files(request), "Cache-Control");
  };
  const std::string version = address.substr(address.find('=') + 1);
  BOOST_TEST(kept(version) == "public, max-age=31536000, immutable");
  BOOST_TEST(kept(version + "0") == "no-cache");
  BOOST_TEST(kept("") == "no-cache");
  BOOST_TEST(files.versioned("/none.css") == "/none.css");
}

BOOST_AUTO_TEST_CASE(files_and_index_pages_are_found_with_their_types) {
  const StaticFiles files = load(folder.path());
  BOOST_TEST(files.size() == 4U);
  BOOST_TEST(*files(requestFor("/")).body == "<p>home</p>");
  BOOST_TEST(*files(requestFor("/help/")).body == "<p>help</p>");
  BOOST_TEST(headerOf(files(requestFor("/")), "Content-Type") == "text/html; charset=utf-8");
  BOOST_TEST(headerOf(files(requestFor("/js/app.mjs")), "Content-Type") ==
             "text/javascript; charset=utf-8");
  BOOST_TEST(headerOf(files(requestFor("/icon.png")), "Content-Type") == "image/png");
  BOOST_TEST(headerOf(files(requestFor("/")), "Cache-Control") == "no-cache");
}

BOOST_AUTO_TEST_CASE(hidden_unserved_and_foreign_files_get_404) {
  const StaticFiles files = load(folder.path());
  for (const std::string path :
       {"/.secret.txt", "/.git/config.txt", "/notes.doc", "/none.html", "/index.html/", "/js",
        "/js/", "/../index.html", "//index.html", "/help/../index.html", "/%2e%2e/index.html",
        "/etc/passwd", "", "*"}) {
    BOOST_TEST(files(requestFor(path)).status == 404, path);
  }
}

BOOST_AUTO_TEST_CASE(a_client_that_has_the_file_gets_304) {
  const StaticFiles files = load(folder.path());
  const std::string etag = headerOf(files(requestFor("/")), "ETag");
  BOOST_TEST(files(requestFor("/", {{"If-None-Match", etag}})).status == 304);
  BOOST_TEST(files(requestFor("/", {{"If-None-Match", "\"other\""}})).status == 200);
  folder.write("index.html", "<p>new</p>");
  BOOST_TEST(headerOf(load(folder.path())(requestFor("/")), "ETag") != etag);
}

BOOST_AUTO_TEST_CASE(text_is_compressed_for_clients_that_accept_it) {
  const StaticFiles files = load(folder.path());
  const Response packed = files(requestFor("/js/app.mjs", {{"Accept-Encoding", "gzip"}}));
  const Response plain = files(requestFor("/js/app.mjs"));
  BOOST_TEST(headerOf(packed, "Content-Encoding") == "gzip");
  BOOST_TEST(packed.body->size() < plain.body->size());
  BOOST_TEST(headerOf(packed, "ETag") != headerOf(plain, "ETag"));
  BOOST_TEST(headerOf(plain, "Vary") == "Accept-Encoding");
  const Response icon = files(requestFor("/icon.png", {{"Accept-Encoding", "gzip"}}));
  BOOST_TEST(headerOf(icon, "Content-Encoding") == "");
}

BOOST_AUTO_TEST_CASE(other_methods_get_405) {
  const StaticFiles files = load(folder.path());
  const Response posted = files(requestFor("/", {}, "POST"));
  BOOST_TEST(posted.status == 405);
  BOOST_TEST(headerOf(posted, "Allow") == "GET, HEAD, OPTIONS");
  BOOST_TEST(files(requestFor("/", {}, "OPTIONS")).status == 204);
  BOOST_TEST(files(requestFor("/none", {}, "POST")).status == 404);
}

BOOST_AUTO_TEST_CASE(links_inside_are_followed_and_links_out_refused) {
  fs::create_symlink("index.html", folder.path() / "copy.html");
  BOOST_TEST(*load(folder.path())(requestFor("/copy.html")).body == "<p>home</p>");
  const TemporaryFolder outside;
  outside.write("x.html", "outside");
  fs::create_symlink(outside.path() / "x.html", folder.path() / "out.html");
  const auto refused = StaticFiles::load(folder.path());
  BOOST_REQUIRE(!refused.ok());
  BOOST_CHECK(refused.error().code == policycalc::base::Error::Code::kInvalid);
}

BOOST_AUTO_TEST_CASE(a_missing_folder_is_an_error) {
  const auto missing = StaticFiles::load(folder.path() / "none");
  BOOST_REQUIRE(!missing.ok());
  BOOST_CHECK(missing.error().code == policycalc::base::Error::Code::kNotFound);
}

BOOST_AUTO_TEST_SUITE_END()
