// The operator's page describes every setting as the program has it. `UPDATE_GOLDEN=1` writes the
// table of settings into the page.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "app/setting_table.h"
#include "http/raw_client.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

const char* const kPage = POLICYCALC_SOURCE_DIR "/webroot/operate.html";
const std::string kEnd = "      <!-- end of settings -->\n";

std::string textOf(const std::string& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string escaped(const std::string& text) {
  std::string html;
  for (const char c : text) html += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return html;
}

std::string code(const std::string& text) {
  return "<code>" + escaped(text) + "</code>";
}

std::string rowOf(const SettingInfo& info) {
  const std::string range = rangeOf(info);
  const std::string flag = flagOf(info) + " " + argumentOf(info);
  const std::string meaning = std::string(info.help) + (range.empty() ? "" : " (" + range + ")");
  return R"(        <tr><th scope="row">)" + code(std::string(info.name)) + "</th><td>" +
         code(flag) + "<br>" + code(variableOf(info)) + "</td><td>" + escaped(meaning) +
         R"(</td><td><span class="label">Default: </span>)" + escaped(defaultOf(info)) +
         "</td></tr>\n";
}

std::string tableOfSettings() {
  std::string html = R"(      <table class="settings">
        <thead><tr><th scope="col">Key</th><th scope="col">Flag and variable</th>
          <th scope="col">Meaning</th><th scope="col">Default</th></tr></thead>
        <tbody>
)";
  for (const SettingInfo& info : settingTable()) html += rowOf(info);
  return html + "        </tbody>\n      </table>\n";
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(OperatePage)

BOOST_AUTO_TEST_CASE(its_table_of_settings_is_that_of_the_program) {
  std::string page = textOf(kPage);
  const std::size_t marker = page.find("<!-- settings:");
  BOOST_TEST_REQUIRE(marker != std::string::npos);
  const std::size_t begin = page.find('\n', marker) + 1;
  const std::size_t end = page.find(kEnd, begin);
  BOOST_TEST_REQUIRE(end != std::string::npos);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    page.replace(begin, end - begin, tableOfSettings());
    std::ofstream(kPage) << page;
    return;
  }
  BOOST_TEST(page.substr(begin, end - begin) == tableOfSettings());
}

BOOST_AUTO_TEST_CASE(help_of_serve_shows_every_setting_with_its_default) {
  const std::string help = run({"serve", "--help"}).out;
  for (const SettingInfo& info : settingTable()) {
    BOOST_TEST(holds(help, "\n  " + flagOf(info) + " " + argumentOf(info) + " "), info.name);
    BOOST_TEST(holds(help, "default: " + defaultOf(info) + ")\n"), info.name);
  }
}

BOOST_AUTO_TEST_CASE(it_names_every_command) {
  const std::string page = textOf(kPage);
  std::istringstream help(run({"--help"}).out);
  int commands = 0;
  bool listed = false;
  for (std::string line; std::getline(help, line);) {
    if (line.rfind("  ", 0) != 0) listed = line == "Commands:";
    if (!listed || line.rfind("  ", 0) != 0) continue;
    BOOST_TEST(holds(page, "policycalc " + line.substr(2, line.find(' ', 2) - 2)), line);
    ++commands;
  }
  BOOST_TEST(commands == 21);
}

BOOST_AUTO_TEST_CASE(the_service_serves_it) {
  const store::test::TemporaryFolder folder;
  const Serving serving({"serve", "--port", "0", "--database", folder.database().string()}, {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  const auto served = http::test::exchange(
      serving.port(), "GET /operate.html HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
  BOOST_TEST(served.status == 200);
  BOOST_TEST(served.header("Content-Type") == "text/html; charset=utf-8");
  BOOST_TEST(served.body == textOf(kPage));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
