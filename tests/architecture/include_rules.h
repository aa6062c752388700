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

/// What the includes of one file break, `path:line: reason` each. The rules: a module includes only
/// itself and the public headers of modules to its right in
/// app → {api, desk, site} → web → {http, store, registry, engine, vault, tables, paper} →
/// catalogue → criteria → facts → json → base, where those in braces never include each other,
/// except that registry includes engine. vault, tables and paper include only base. desk/rules, a
/// module of its own within desk, includes only base and json; desk, app and store may include it.
/// RapidJSON is used only in json, SOCI and SQLite only in store, libsodium, zxcvbn and liboath
/// only in vault, libqrencode only in api, libxlsxwriter only in tables, Pango, Cairo and
/// fontconfig only in paper, kainjow/mustache only in site, libcsv only in catalogue, CLI11 only in
/// app, Poco::Net only in http and app, other Poco only there and in catalogue, Boost nowhere;
/// nothing of the tests.
std::vector<std::string> violations(std::string_view path, std::string_view text);

}  // namespace policycalc::test
