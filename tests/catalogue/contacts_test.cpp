// contacts.csv as people and spreadsheets write it.
#include "policycalc/catalogue/contacts.h"

#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

#include "catalogue/small_policies.h"
#include "facts/json_text.h"

namespace policycalc::test {
using catalogue::Contact;
using catalogue::Contacts;

namespace {

constexpr const char* kHeader = "place,address,telephone,hours,page,source,last_checked\n";
constexpr const char* kMark = "\xEF\xBB\xBF";

const catalogue::Catalogue& world() {
  static const auto catalogue = loaded(smallPolicies({}));
  return *catalogue;
}

Contacts contactsOf(std::string_view csv, base::Issues& issues) {
  return Contacts::load(csv, world().registry(), world().vocabulary(), issues);
}

/// `line code` of each issue, one on each line.
std::string issuesOf(std::string_view csv) {
  base::Issues issues;
  contactsOf(csv, issues);
  BOOST_TEST(worded(issues));
  std::vector<std::string> lines;
  for (const base::Issue& issue : issues) {
    BOOST_TEST(issue.file == "contacts.csv");
    lines.push_back(std::to_string(issue.line) + " " + issue.code);
  }
  return base::join(lines, "\n");
}

/// The contacts in canonical form.
std::string readOf(std::string_view csv) {
  base::Issues issues;
  const Contacts contacts = contactsOf(csv, issues);
  BOOST_TEST(issues.empty(), listed(issues));
  return contacts.toCsv();
}

std::string row(const std::string& cells) {
  return kHeader + cells + "\n";
}

struct Row {
  std::string csv;
  const char* issues;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.csv.substr(0, 120);
}

const std::string kWhole =
    "bureau,长征大道8号,0797-8391234,9:00-12:00,https://example.org/,https://example.org/a,"
    "2026-11-29";

// Ways in which a spreadsheet may save the same row.
const std::string kSpellings[] = {
    kHeader + kWhole + "\n",
    kHeader + kWhole,
    kMark + std::string(kHeader) + kWhole + "\n",
    "place,address,telephone,hours,page,source,last_checked\r\n" + kWhole + "\r\n",
    kMark + std::string("place,address,telephone,hours,page,source,last_checked\r\n") + kWhole,
    R"("place","address","telephone","hours","page","source","last_checked"
"bureau","长征大道8号","0797-8391234","9:00-12:00","https://example.org/","https://example.org/a","2026-11-29"
)",
    "place,address,telephone,hours,page,source,last_checked,,\n" + kWhole + ",,\n",
    kHeader + std::string("\n,,,,,,\n,,,,,,,,,\n") + kWhole + "\n,,,,,,\n\n\n",
    kHeader + replaced(kWhole, "2026-11-29", "2026/11/29") + "\n",
    kHeader + replaced(kWhole, "长征大道8号", " 长征大道8号 ") + "\n",
};

const Row kFaults[] = {
    {"", "1 wrong_columns"},
    {"\n\n", "1 wrong_columns"},
    {kWhole, "1 wrong_columns"},
    {"place;address;telephone;hours;page;source;last_checked\n", "1 wrong_columns"},
    {"place,address,telephone,hours,page,source\n", "1 wrong_columns"},
    {"address,place,telephone,hours,page,source,last_checked\n", "1 wrong_columns"},
    {"place,address,telephone,hours,page,source,last_checked,more\n", "1 wrong_columns"},
    {row("bureau,,"), "2 wrong_columns"},
    {row("bureau,,,,,,,x"), "2 wrong_columns"},
    {row("\n\nbureau"), "4 wrong_columns"},  // empty rows count
    // Places.
    {row("bureau,,,,,,\nhall,,,,,,\nhall-here,,,,,,"), ""},
    {row("office,,,,,,"), "2 unknown_place"},
    {row(",赣州,,,,a,2026-11-29"), "2 unknown_place"},
    {row("hall-,,,,,,"), "2 unknown_place"},
    {row("hall-there,,,,,,"), "2 unknown_place"},
    {row("hall-outside,,,,,,"), "2 unknown_place"},  // not in the city
    {row("Hall,,,,,,"), "2 unknown_place"},
    {row("bureau,,,,,,\ncounty,,,,,,\nbureau,,,,,,"), "4 duplicate_id"},
    {row("hall,,,,,,\nhall,,,,,,"), "3 duplicate_id"},
    // Sources and dates.
    {row("bureau,长征大道8号,,,,,2026-11-29"), "2 missing_source"},
    {row("bureau,长征大道8号,,,,a,"), "2 missing_source"},
    {row("bureau,,,9:00,,,"), "2 missing_source"},
    {row("bureau,,,,,a,2026-11-29"), ""},  // searched without result
    {row("bureau,,,,,a,2026-1-5"), ""},
    {row("bureau,,,,,a,2026/1/5"), ""},
    {row("bureau,,,,,a,2026/02/29"), "2 wrong_value"},
    {row("bureau,,,,,a,29.11.2026"), "2 wrong_value"},
    {row("bureau,,,,,a,11/29/2026"), "2 wrong_value"},
    {row("bureau,,,,,a,46355"), "2 wrong_value"},
    {row("bureau,,,,,a,2026-11"), "2 wrong_value"},
    {row("bureau,,,,,a,//"), "2 wrong_value"},
    {row("bureau,长征大道8号,,,,a,soon"), "2 wrong_value\n2 missing_source"},
    // Pages.
    {row("bureau,,,,www.example.org,a,2026-11-29"), "2 wrong_value"},
    {row("bureau,,,,javascript:alert(1),a,2026-11-29"), "2 wrong_value"},
    {row("bureau,,,,httpd,a,2026-11-29"), "2 wrong_value"},
    {row("bureau,,,,http://example.org,a,2026-11-29"), ""},
    // Cells that a spreadsheet would run.
    {row("bureau,=1+1,,,,a,2026-11-29"), "2 formula"},
    {row("bureau,\"=HYPERLINK(\"\"http://example.org\"\")\",,,,a,2026-11-29"), "2 formula"},
    {row("bureau,@SUM(A1),,,,a,2026-11-29"), "2 formula"},
    {row("bureau,-1,,,,a,2026-11-29"), "2 formula"},
    {row("bureau,,,+9,,a,2026-11-29"), "2 formula"},
    {row("bureau,\"\t=1\",,,,a,2026-11-29"), "2 formula\n2 wrong_value"},
    {row("bureau,,,,,=1,2026-11-29"), "2 formula"},
    // Cells with more than one line.
    {row("bureau," + std::string(400, 'a') + ",,,,a,2026-11-29"), ""},
    {row("bureau," + std::string(401, 'a') + ",,,,a,2026-11-29"), "2 wrong_value"},
    {row("bureau," + std::string(1'000'000, 'a') + ",,,,a,2026-11-29"), "2 wrong_value"},
    {row("bureau,\"长征大道\n8号\",,,,a,2026-11-29"), "2 wrong_value"},
    {row("bureau," + std::string("a\0b", 3) + ",,,,a,2026-11-29"), "2 wrong_value"},
    {row("bureau,a\x1B[1mb,,,,a,2026-11-29"), "2 wrong_value"},
    // Another encoding, or broken quotes: the whole file is refused.
    {row("bureau,\xB8\xD3\xD6\xDD,,,,a,2026-11-29"), "0 syntax"},
    {std::string("p\0l\0a\0c\0e\0", 10), "1 wrong_columns"},
    {"\xFF\xFEp", "0 syntax"},
    {row("bureau,\"长征大道8号,,,,a,2026-11-29\ncounty,,,,,,"), "0 syntax"},
    {row("bureau,长征\"大道\"8号,,,,a,2026-11-29"), "0 syntax"},
    {row("bureau,\"长征\"大道,,,,a,2026-11-29"), "0 syntax"},
    // All at once.
    {row("office,=1,123456789,,ftp://x,,"),
     "2 formula\n2 wrong_value\n2 wrong_value\n"
     "2 missing_source\n2 unknown_place"},
};

struct Telephone {
  const char* text;
  bool accepted;
};
std::ostream& operator<<(std::ostream& out, const Telephone& telephone) {
  return out << telephone.text;
}

const Telephone kTelephones[] = {
    {"0797-8391234", true},
    {"010-12345678", true},
    {"12345", true},
    {"12315", true},
    {"110", true},
    {"13812345678", true},
    {"400-123-4567", true},
    {"4001234567", true},
    {"0797-8391234、12345", true},
    // The spreadsheet removed the leading 0.
    {"7978391234", false},
    {"797-8391234", false},
    {"1012345678", false},
    // No area, no hyphen, or no number at all.
    {"8391234", false},
    {"07978391234", false},
    {"0797-839", false},
    {"0797 8391234", false},
    {"1-2-3", false},
    {"12", false},
    {"12345、", false},
    {"、12345", false},
    {"12345,12315", false},
    {"７９７", false},
    {"电话12345", false},
    {"1.3812E+10", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ContactsCsv)

BOOST_DATA_TEST_CASE(every_form_that_spreadsheets_save_is_read, kSpellings, csv) {
  BOOST_TEST(readOf(csv) == kHeader + kWhole + "\n");
}

BOOST_DATA_TEST_CASE(each_fault_has_its_line, kFaults, row) {
  BOOST_TEST(issuesOf(row.csv) == row.issues);
}

BOOST_DATA_TEST_CASE(telephones, kTelephones, telephone) {
  const std::string cell = "\"" + std::string(telephone.text) + "\"";
  BOOST_TEST(issuesOf(row("bureau,," + cell + ",,,a,2026-11-29")) ==
             (telephone.accepted ? "" : "2 wrong_value"));
}

BOOST_AUTO_TEST_CASE(each_column_has_its_place) {
  base::Issues issues;
  const Contacts contacts = contactsOf(
      row(kWhole + "\nhall,中心,12345,,,b,2026-1-5\nhall-here,,,,,,\ncounty,,,,,,"), issues);
  BOOST_TEST(issues.empty());
  BOOST_REQUIRE(contacts.all().size() == 4U);
  const Contact* bureau = contacts.ofUnit(*world().registry().findUnit("bureau"));
  BOOST_REQUIRE(bureau != nullptr);
  BOOST_TEST(bureau->address == "长征大道8号");
  BOOST_TEST(bureau->telephone == "0797-8391234");
  BOOST_TEST(bureau->hours == "9:00-12:00");
  BOOST_TEST(bureau->page == "https://example.org/");
  BOOST_TEST(bureau->source == "https://example.org/a");
  BOOST_TEST(bureau->last_checked->toString() == "2026-11-29");
  BOOST_TEST(bureau->line == 2);
  BOOST_TEST((!bureau->isHall() && !bureau->isEmpty()));
  const Contact* city = contacts.hallOf({});
  BOOST_REQUIRE(city != nullptr);
  BOOST_TEST(city->telephone == "12345");
  BOOST_TEST(city->last_checked->toString() == "2026-01-05");
  const Contact* here = contacts.hallOf(0);
  BOOST_REQUIRE(here != nullptr);
  BOOST_TEST((here->isHall() && here->isEmpty() && !here->last_checked));
  BOOST_TEST(contacts.hallOf(1) == nullptr);
  BOOST_TEST(contacts.ofUnit(*world().registry().findUnit("province")) == nullptr);
}

BOOST_AUTO_TEST_CASE(an_entry_is_outdated_after_a_year) {
  base::Issues issues;
  const Contacts contacts = contactsOf(row(kWhole + "\ncounty,,,,,,"), issues);
  const auto outdated = [&](std::size_t index, const char* day) {
    return contacts.all()[index].isOutdated(*base::Date::parse(day));
  };
  BOOST_TEST(!outdated(0, "2026-11-29"));
  BOOST_TEST(!outdated(0, "2027-11-29"));
  BOOST_TEST(outdated(0, "2027-11-30"));
  BOOST_TEST(!outdated(0, "2020-01-01"));
  BOOST_TEST(!outdated(1, "2999-01-01"));  // the entry is empty
}

// Quotes, commas and blanks survive writing and reading.
BOOST_AUTO_TEST_CASE(any_cell_is_written_so_that_it_is_read_back) {
  for (const char* cell :
       {"\"长征大道8号, \"\"东\"\"门\"", "\" 8号 \"", "\"a,b\"", "8号", "\"\"\"\"\"\""}) {
    const std::string once = readOf(row("bureau," + std::string(cell) + ",,,,a,2026-11-29"));
    BOOST_TEST(readOf(once) == once);
    BOOST_TEST(once.find("bureau,") != std::string::npos);
  }
  BOOST_TEST(readOf(row("bureau,\"a, \"\"b\"\"\",,,,c,2026-11-29")) ==
             row("bureau,\"a, \"\"b\"\"\",,,,c,2026-11-29"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ContactsInCatalogue)

BOOST_AUTO_TEST_CASE(its_faults_keep_a_catalogue_from_loading) {
  auto files = smallPolicies({});
  files["contacts.csv"] = row("office,,,,,,");
  const auto loading = catalogue::Catalogue::load(files);
  BOOST_REQUIRE(!loading.ok());
  BOOST_TEST(base::formatIssue(loading.error().front()).rfind("contacts.csv:2:1: ", 0) == 0U,
             base::formatIssue(loading.error().front()));
  BOOST_TEST(loading.error().front().code == "unknown_place");
}

BOOST_AUTO_TEST_CASE(the_way_of_saving_does_not_change_the_hash) {
  auto files = smallPolicies({});
  const auto without = loaded(files);
  files["contacts.csv"] = kSpellings[0];
  const auto with = loaded(files);
  BOOST_TEST(with->hash() != without->hash());
  for (const std::string& spelling : kSpellings) {
    files["contacts.csv"] = spelling;
    BOOST_TEST(loaded(files)->hash() == with->hash());
  }
  files["contacts.csv"] = replaced(kSpellings[0], "0797-8391234", "0797-8391235");
  BOOST_TEST(loaded(files)->hash() != with->hash());
}

BOOST_AUTO_TEST_CASE(it_comes_back_with_the_content) {
  auto files = smallPolicies({});
  files["contacts.csv"] = kSpellings[4] + "\r\nhall,\"东, \"\"一\"\"楼\",12345,,,b,2026/1/5\r\n";
  const auto first = loaded(files);
  const auto again = catalogue::Catalogue::restore(first->content());
  BOOST_REQUIRE(again.ok());
  BOOST_TEST((*again)->hash() == first->hash());
  BOOST_REQUIRE((*again)->contacts().all().size() == 2U);
  BOOST_TEST((*again)->contacts().hallOf({})->address == "东, \"一\"楼");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
