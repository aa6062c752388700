// The manual tells what is stored, table by table.
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "store/fresh_store.h"

namespace policycalc::store::test {
namespace {

std::set<std::string> tablesOf(const std::filesystem::path& file) {
  soci::session session(soci::sqlite3, "dbname=\"" + file.string() + "\"");
  const soci::rowset<std::string> names = session.prepare
                                          << "SELECT name FROM sqlite_master WHERE type = 'table'"
                                             " AND name NOT LIKE 'sqlite%'";
  return {names.begin(), names.end()};
}

/// The names in the first column of the table of what is stored.
std::set<std::string> toldTables() {
  std::ifstream file(std::string(POLICYCALC_SOURCE_DIR) + "/webroot/operate.html");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const std::size_t begin = page.find("<table class=\"settings stored\">");
  const std::size_t end = page.find("</table>", begin);
  BOOST_TEST_REQUIRE(end != std::string::npos);
  std::set<std::string> names;
  const std::string open = "<code>";
  for (std::size_t at = page.find("<small>", begin); at < end; at = page.find("<small>", at)) {
    const std::size_t last = page.find("</small>", at);
    while ((at = page.find(open, at)) < last) {
      at += open.size();
      names.insert(page.substr(at, page.find('<', at) - at));
    }
    at = last;
  }
  return names;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(StoreTold, FreshStore)

BOOST_AUTO_TEST_CASE(the_manual_names_every_table_and_no_other) {
  const auto tables = tablesOf(folder.database());
  const auto told = toldTables();
  BOOST_TEST(tables.size() > 30U);
  BOOST_TEST(tables == told, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
