#include "desk/desk_failures.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "desk/browser.h"
#include "support/enumeration.h"

namespace policycalc::desk {

std::ostream& operator<<(std::ostream& out, const DeskFailureRow& row) {
  return out << "failure " << static_cast<int>(row.name) << " `" << row.code.text() << '`';
}

namespace test {
namespace {

namespace data = boost::unit_test::data;
using policycalc::test::enumeration;

const auto kRows =
    data::make(std::vector<DeskFailureRow>(deskFailures().begin(), deskFailures().end()));

/// Codes of a body's faults, which any endpoint may answer.
const std::set<std::string> kCommon{"missing_field", "wrong_value"};

/// The API document of the desk.
const json::Value& document() {
  static const json::Value read = [] {
    const live::LiveService service;
    return policycalc::test::parse(
        service.get("/api/v1/hall/openapi.json", "X-Forwarded-Proto: https\r\n").body);
  }();
  return read;
}

/// The document's words about each status: of the operations that answer it, and of the responses
/// that they refer to.
std::map<int, std::string> wordsByStatus() {
  std::map<int, std::string> words;
  for (const json::Member& path : document().find("paths")->members) {
    for (const json::Member& method : path.value.members) {
      for (const json::Member& answer : method.value.find("responses")->members) {
        std::string& said = words[std::stoi(answer.key)];
        said += method.value.find("description")->text + "\n";
        if (const auto* own = answer.value.find("description")) said += own->text + "\n";
        if (const auto* shared = answer.value.find("$ref")) {
          said += policycalc::test::at(document(), shared->text.substr(1) + "/description").text;
        }
      }
    }
  }
  return words;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskFailures)

BOOST_DATA_TEST_CASE(each_row_refuses_and_speaks_both_languages, kRows, row) {
  const int status = http::statusOf(row.failure);
  BOOST_TEST((status == 503 || (status >= 400 && status < 500)), status);
  const std::string zh = row.zh;
  const std::string en = row.en;
  BOOST_TEST(zh.ends_with("。"));
  BOOST_TEST(en.ends_with("."));
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  BOOST_TEST(!std::all_of(zh.begin(), zh.end(), is_ascii));
  BOOST_TEST(std::all_of(en.begin(), en.end(), is_ascii));
  const std::string pointer = row.pointer;
  BOOST_TEST((pointer.empty() || pointer.front() == '/'), pointer);
}

BOOST_AUTO_TEST_CASE(rows_with_one_code_have_one_status_and_different_texts) {
  std::map<std::string, int> status_by_code;
  std::set<std::string> texts;
  for (const DeskFailureRow& row : deskFailures()) {
    const int status = http::statusOf(row.failure);
    BOOST_TEST(status_by_code.emplace(row.code.text(), status).first->second == status,
               row.code.text());
    BOOST_TEST(texts.insert(row.zh).second, row.zh);
    BOOST_TEST(texts.insert(row.en).second, row.en);
  }
}

BOOST_AUTO_TEST_CASE(the_document_lists_every_code) {
  std::set<std::string> listed;
  for (const char* schema : {"DeskIssueCode", "CommonIssueCode"}) {
    for (const std::string& code : enumeration(document(), schema)) listed.insert(code);
  }
  for (const DeskFailureRow& row : deskFailures())
    BOOST_TEST(listed.contains(std::string(row.code.text())), row.code.text());
}

BOOST_AUTO_TEST_CASE(the_desk_lists_no_code_that_it_never_answers) {
  // What is wrong with a password.
  std::set<std::string> answered{"too_short", "not_text", "is_login", "guessable"};
  for (const DeskFailureRow& row : deskFailures()) answered.emplace(row.code.text());
  for (const std::string& code : enumeration(document(), "DeskIssueCode")) {
    BOOST_TEST(answered.contains(code), code);
  }
}

BOOST_AUTO_TEST_CASE(the_document_explains_every_code_at_its_status) {
  const std::map<int, std::string> words = wordsByStatus();
  for (const DeskFailureRow& row : deskFailures()) {
    if (kCommon.contains(std::string(row.code.text()))) continue;
    const auto said = words.find(http::statusOf(row.failure));
    BOOST_REQUIRE_MESSAGE(said != words.end(), row.code.text());
    BOOST_TEST((said->second.find("`" + std::string(row.code.text()) + "`") != std::string::npos),
               row.code.text());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace test
}  // namespace policycalc::desk
