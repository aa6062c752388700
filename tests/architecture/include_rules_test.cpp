#include "architecture/include_rules.h"

#include <ostream>
#include <set>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "architecture/project_sources.h"

namespace policycalc::test {
namespace {

struct Row {
  const char* path;
  const char* include;
  bool refused;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.path << " " << row.include;
}

constexpr bool kAllowed = false;
constexpr bool kRefused = true;

const Row kModules[] = {
    {"src/base/a.cpp", "\"policycalc/base/date.h\"", kAllowed},
    {"src/base/a.cpp", "\"policycalc/json/value.h\"", kRefused},
    {"src/json/a.cpp", "\"policycalc/base/date.h\"", kAllowed},
    {"src/json/a.cpp", "\"policycalc/facts/profile.h\"", kRefused},
    {"include/policycalc/facts/a.h", "\"policycalc/criteria/term.h\"", kRefused},
    {"include/policycalc/criteria/a.h", "\"policycalc/facts/profile.h\"", kAllowed},
    {"include/policycalc/criteria/a.h", "\"policycalc/catalogue/measure.h\"", kRefused},
    {"src/catalogue/a.cpp", "\"policycalc/engine/match.h\"", kRefused},
    {"src/catalogue/a.cpp", "\"policycalc/base/date.h\"", kAllowed},
    {"src/engine/a.cpp", "\"policycalc/catalogue/catalogue.h\"", kAllowed},
    {"src/engine/a.cpp", "\"policycalc/http/router.h\"", kRefused},
    {"src/engine/a.cpp", "\"policycalc/store/store.h\"", kRefused},
    {"src/registry/sql/a.cpp", "\"policycalc/engine/match.h\"", kAllowed},
    {"src/registry/sql/a.cpp", "\"policycalc/store/store.h\"", kRefused},
    {"src/engine/a.cpp", "\"policycalc/registry/sql.h\"", kRefused},
    {"src/app/a.cpp", "\"policycalc/registry/sql.h\"", kAllowed},
    {"src/http/a.cpp", "\"policycalc/engine/match.h\"", kRefused},
    {"src/http/a.cpp", "\"policycalc/store/store.h\"", kRefused},
    {"src/store/sqlite/a.cpp", "\"policycalc/http/router.h\"", kRefused},
    {"src/store/sqlite/a.cpp", "\"policycalc/base/result.h\"", kAllowed},
    {"src/api/a.cpp", "\"policycalc/http/message.h\"", kAllowed},
    {"src/api/a.cpp", "\"policycalc/store/store.h\"", kAllowed},
    {"src/api/a.cpp", "\"policycalc/engine/match.h\"", kAllowed},
    {"src/api/a.cpp", "\"policycalc/vault/sealing.h\"", kAllowed},
    {"src/app/a.cpp", "\"policycalc/vault/service_key.h\"", kAllowed},
    {"src/http/a.cpp", "\"policycalc/vault/sealing.h\"", kRefused},
    {"src/store/sqlite/a.cpp", "\"policycalc/vault/sealing.h\"", kRefused},
    {"src/engine/a.cpp", "\"policycalc/vault/sealing.h\"", kRefused},
    {"include/policycalc/vault/a.h", "\"policycalc/base/result.h\"", kAllowed},
    {"src/vault/a.cpp", "\"policycalc/json/value.h\"", kRefused},
    {"src/vault/a.cpp", "\"policycalc/facts/profile.h\"", kRefused},
    {"src/vault/a.cpp", "\"policycalc/store/store.h\"", kRefused},
    {"src/web/a.cpp", "\"policycalc/http/message.h\"", kAllowed},
    {"src/web/a.cpp", "\"policycalc/api/routes.h\"", kRefused},
    {"src/web/a.cpp", "\"policycalc/desk/desk.h\"", kRefused},
    {"src/web/a.cpp", "\"policycalc/desk/rules/permission.h\"", kRefused},
    {"src/api/a.cpp", "\"policycalc/web/services.h\"", kAllowed},
    {"src/site/a.cpp", "\"policycalc/web/catalogues.h\"", kAllowed},
    {"src/site/a.cpp", "\"policycalc/api/routes.h\"", kRefused},
    {"src/api/a.cpp", "\"policycalc/site/site.h\"", kRefused},
    {"src/app/a.cpp", "\"policycalc/site/site.h\"", kAllowed},
    {"src/api/a.cpp", "\"policycalc/desk/desk.h\"", kRefused},
    {"src/api/a.cpp", "\"policycalc/desk/rules/permission.h\"", kRefused},
    {"src/desk/door/a.cpp", "\"policycalc/web/services.h\"", kAllowed},
    {"src/desk/door/a.cpp", "\"policycalc/desk/rules/permission.h\"", kAllowed},
    {"src/desk/door/a.cpp", "\"desk/refusals.h\"", kAllowed},
    {"src/desk/door/a.cpp", "\"policycalc/api/routes.h\"", kRefused},
    {"src/app/a.cpp", "\"policycalc/desk/desk.h\"", kAllowed},
    {"src/app/a.cpp", "\"policycalc/desk/rules/permission.h\"", kAllowed},
    {"src/store/sqlite/a.cpp", "\"policycalc/desk/rules/permission.h\"", kAllowed},
    {"src/store/sqlite/a.cpp", "\"policycalc/desk/desk.h\"", kRefused},
    {"src/http/a.cpp", "\"policycalc/desk/rules/permission.h\"", kRefused},
    {"src/desk/rules/a.cpp", "\"policycalc/base/date.h\"", kAllowed},
    {"src/desk/rules/a.cpp", "\"policycalc/json/decoder.h\"", kAllowed},
    {"src/desk/rules/a.cpp", "\"policycalc/facts/profile.h\"", kRefused},
    {"src/desk/rules/a.cpp", "\"policycalc/store/staff.h\"", kRefused},
    {"src/desk/rules/a.cpp", "\"policycalc/vault/token.h\"", kRefused},
    {"src/desk/rules/a.cpp", "\"desk/refusals.h\"", kRefused},
    {"include/policycalc/desk/rules/a.h", "\"policycalc/http/message.h\"", kRefused},
    {"include/policycalc/desk/rules/a.h", "\"policycalc/desk/desk.h\"", kRefused},
    {"src/api/a.cpp", "\"policycalc/tables/table.h\"", kAllowed},
    {"src/tables/a.cpp", "\"policycalc/base/date.h\"", kAllowed},
    {"src/tables/a.cpp", "\"policycalc/desk/rules/deadlines.h\"", kRefused},
    {"src/desk/a.cpp", "\"policycalc/tables/table.h\"", kAllowed},
    {"src/desk/rules/a.cpp", "\"policycalc/tables/table.h\"", kRefused},
    {"src/api/a.cpp", "\"policycalc/app/settings.h\"", kRefused},
    {"src/app/a.cpp", "\"policycalc/web/match/rendering.h\"", kAllowed},
    {"src/facts/a.cpp", "<policycalc/engine/match.h>", kRefused},  // in either kind of brackets
    {"src/registry/batch/a.cpp", "\"policycalc/engine/match.h\"", kAllowed},
    {"src/registry/batch/a.cpp", "\"policycalc/http/message.h\"", kRefused},
    {"src/registry/batch/a.cpp", "\"policycalc/store/store.h\"", kRefused},
    {"src/registry/batch/a.cpp", "\"policycalc/web/query.h\"", kRefused},
    {"src/engine/a.cpp", "\"policycalc/registry/batch.h\"", kRefused},
    {"src/store/a.cpp", "\"policycalc/registry/batch.h\"", kRefused},
    {"src/api/a.cpp", "\"policycalc/registry/batch.h\"", kAllowed},
    {"src/shop/a.cpp", "<string>", kRefused},  // no module of the design
};

const Row kPrivate[] = {
    {"src/json/a.cpp", "\"json/rapidjson.h\"", kAllowed},
    {"src/facts/a.cpp", "\"json/rapidjson.h\"", kRefused},
    {"src/api/a.cpp", "\"engine/tree.h\"", kRefused},
    {"src/api/a.cpp", "\"tree.h\"", kRefused},
    {"src/api/a.cpp", "\"../engine/tree.h\"", kRefused},
    {"include/policycalc/engine/a.h", "\"engine/tree.h\"", kRefused},
    {"src/engine/a.cpp", "\"catalogue/small_policies.h\"", kRefused},  // of the tests
    {"src/engine/a.cpp", "<boost/test/unit_test.hpp>", kRefused},
};

const Row kThirdParties[] = {
    {"src/json/a.cpp", "<rapidjson/reader.h>", kAllowed},
    {"src/api/a.cpp", "<rapidjson/writer.h>", kRefused},
    {"include/policycalc/base/a.h", "\"rapidjson/writer.h\"", kRefused},
    {"src/store/sqlite/a.cpp", "<soci/soci.h>", kAllowed},
    {"src/app/a.cpp", "<soci/soci.h>", kRefused},
    {"src/store/sqlite/a.cpp", "<sqlite3.h>", kAllowed},
    {"src/app/a.cpp", "<sqlite3.h>", kRefused},
    {"src/app/a.cpp", "<libpq-fe.h>", kRefused},
    {"src/vault/a.cpp", "<sodium.h>", kAllowed},
    {"include/policycalc/vault/a.h", "<sodium/crypto_box.h>", kAllowed},
    {"src/api/a.cpp", "<sodium.h>", kRefused},
    {"src/base/a.cpp", "\"sodium.h\"", kRefused},
    {"src/api/a.cpp", "<qrencode.h>", kAllowed},
    {"src/app/a.cpp", "<qrencode.h>", kRefused},
    {"src/vault/a.cpp", "<qrencode.h>", kRefused},
    {"src/tables/a.cpp", "<xlsxwriter.h>", kAllowed},
    {"src/api/a.cpp", "\"policycalc/paper/press.h\"", kAllowed},
    {"src/paper/a.cpp", "\"policycalc/engine/match.h\"", kRefused},
    {"src/paper/a.cpp", "<pango/pangocairo.h>", kAllowed},
    {"src/paper/a.cpp", "<cairo-pdf.h>", kAllowed},
    {"src/paper/a.cpp", "<fontconfig/fontconfig.h>", kAllowed},
    {"src/api/a.cpp", "<cairo-pdf.h>", kRefused},
    {"src/api/a.cpp", "<xlsxwriter.h>", kRefused},
    {"src/vault/a.cpp", "<zxcvbn.h>", kAllowed},
    {"src/desk/a.cpp", "<zxcvbn.h>", kRefused},
    {"src/vault/a.cpp", "<liboath/oath.h>", kAllowed},
    {"src/desk/a.cpp", "<liboath/oath.h>", kRefused},
    {"src/site/a.cpp", "<kainjow/mustache.hpp>", kAllowed},
    {"src/api/a.cpp", "<kainjow/mustache.hpp>", kRefused},
    {"src/catalogue/a.cpp", "<csv.h>", kAllowed},
    {"src/tables/a.cpp", "<csv.h>", kRefused},
    {"src/app/a.cpp", "<csv.h>", kRefused},
    {"src/registry/bytes/a.cpp", "<zlib.h>", kAllowed},
    {"src/registry/bytes/a.cpp", "<zstd.h>", kAllowed},
    {"src/http/a.cpp", "<zlib.h>", kRefused},
    {"src/engine/a.cpp", "<iconv.h>", kRefused},
    {"src/registry/a.cpp", "<Poco/Exception.h>", kRefused},
    {"src/http/a.cpp", "<Poco/Net/HTTPServer.h>", kAllowed},
    {"src/app/a.cpp", "<Poco/Net/SocketAddress.h>", kAllowed},
    {"src/api/a.cpp", "<Poco/Net/HTTPServer.h>", kRefused},
    {"src/catalogue/a.cpp", "<Poco/Net/HTTPServer.h>", kRefused},
    {"src/catalogue/a.cpp", "<Poco/SHA2Engine.h>", kAllowed},
    {"src/http/a.cpp", "<Poco/Thread.h>", kAllowed},
    {"src/engine/a.cpp", "<Poco/DateTime.h>", kRefused},
    {"src/store/sqlite/a.cpp", "<Poco/Exception.h>", kRefused},
    {"src/base/a.cpp", "<vector>", kAllowed},
    {"src/http/a.cpp", "<sys/socket.h>", kAllowed},
};

void check(const Row& row) {
  const std::string text = std::string("#pragma once\n#include ") + row.include + "\n";
  const auto found = violations(row.path, text);
  BOOST_TEST(found.empty() != row.refused);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(IncludeRules)

BOOST_DATA_TEST_CASE(modules_see_only_those_to_their_right, kModules, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(private_headers_stay_private, kPrivate, row) {
  check(row);
}
BOOST_DATA_TEST_CASE(third_parties_have_their_module, kThirdParties, row) {
  check(row);
}

BOOST_AUTO_TEST_CASE(a_planted_violation_is_found_with_its_line) {
  const auto found = violations("src/facts/a.cpp",
                                "#include <string>\n"
                                "// #include <soci/soci.h>\n"
                                "/* #include <soci/soci.h>\n"
                                "#include <soci/soci.h> */\n"
                                "  #  include\t<soci/soci.h>  // why\n"
                                "#include \"policycalc/engine/match.h\"");
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].rfind("src/facts/a.cpp:5: soci/soci.h", 0) == 0U);
  BOOST_TEST(found[1].rfind("src/facts/a.cpp:6: policycalc/engine/match.h", 0) == 0U);
}

BOOST_AUTO_TEST_CASE(texts_hide_no_include) {
  const auto found = violations("src/facts/a.cpp",
                                "const char* any = \"*/*\"; const char q = '\"';\n"
                                "const char* url = \"http://a/*\\\"/*\";\n"
                                "#include <soci/soci.h>\n");
  BOOST_TEST(found.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_project_keeps_the_rules) {
  const auto sources = projectSources();
  std::set<std::string> modules;
  std::string all;
  for (const auto& [path, text] : sources) {
    modules.insert(moduleOf(path));
    for (const std::string& violation : violations(path, text)) all += violation + "\n";
  }
  BOOST_TEST(all == "");
  // The scan has seen the modules that it is about.
  for (const char* module : {"base", "json", "facts", "criteria", "catalogue", "engine", "registry",
                             "http", "store", "vault", "web", "api", "desk", "desk/rules"}) {
    BOOST_TEST(modules.count(module) == 1U, module);
  }
  BOOST_TEST(!includesOf(sources.at("src/engine/match.cpp")).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
