#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace policycalc::test {

/// One `#include` of a text.
struct Include {
  int line = 0;
  std::string path;
  bool quoted = false;  ///< "…" rather than <…>
};

/// The includes of a C++ text, without those inside comments.
std::vector<Include> includesOf(std::string_view text);

/// The module that a source file belongs to: `facts` for `src/facts/profile.cpp` and for
/// `include/policycalc/facts/profile.h`; empty for a path of neither kind.
std::string moduleOf(std::string_view path);

/// What the includes of one file break, `path:line: reason` each. The rules (design §3): a module
/// includes only itself and modules to its right in
/// app → api → {http, store, engine, vault, hall, tables} → catalogue → criteria → facts → json →
/// base, and of these vault and tables see only base, hall only base and json; others by their
/// public headers.
/// RapidJSON stands only in json, SOCI and SQLite only in store, libsodium only in vault,
/// libqrencode only in api, libxlsxwriter only in tables, Poco::Net only in http and app, other
/// Poco only there and in catalogue; nothing of the tests.
std::vector<std::string> violations(std::string_view path, std::string_view text);

}  // namespace policycalc::test
