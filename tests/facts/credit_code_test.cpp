#include "policycalc/facts/credit_code.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::test {

using facts::checkCreditCode;
using facts::CreditCodeFault;
using facts::normalizeCreditCode;

namespace {

std::string faultsOf(std::string_view code) {
  std::string codes;
  for (const CreditCodeFault& fault : checkCreditCode(code)) {
    BOOST_TEST(!fault.message.empty());
    BOOST_TEST(!fault.message_en.empty());
    codes += (codes.empty() ? "" : " ") + std::string(fault.code.text());
  }
  return codes;
}

struct Row {
  const char* code;
  const char* faults;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.code;
}

const Row kPublished[] = {
    {"11100000MB0143028R", ""},  // a state organ
    {"9144030071526726XG", ""},  // inner check character X
    {"914403001922038216", ""},  // digits only
    {"91110000710926094P", ""},
    {"91512081MA62K0260E", ""},  // K and M count differently in the two standards
    {"91350100M000100Y43", ""},
};

const Row kWrong[] = {
    {"91360702MA3AAA011", "length"},
    {"91360702MA3AAA011T0", "length"},
    {"", "length"},
    {"91360702MO3AAA011T", "alphabet"},
    {"91360702MI3AAA011T", "alphabet"},
    {"91360702MASAAA011T", "alphabet"},
    {"91360702MAZAAA011T", "alphabet"},
    {"91360702MAVAAA011T", "alphabet"},
    {"91360702MA3AAA011_", "alphabet"},
    {"91360702MA3AAA011中", "alphabet"},  // eighteen characters, though twenty bytes
    {"91360702MO3AAA011", "length alphabet"},
    // One fault each: the check characters fit the changed code.
    {"B14403001922038214", "department"},
    {"01440300192203821F", "department"},
    {"94440300192203821W", "category"},
    {"Y9440300192203821P", "category"},
    {"A24403001922038212", "category"},
    {"91990300192203821C", "region"},
    {"91A40300192203821E", "region"},
    {"91000000192203821B", "region"},
    {"914403001922038229", "organisation_checksum"},
    {"914403001922038215", "checksum"},
    {"914403001922038226", "organisation_checksum checksum"},
    {"B19903001922038225", "department region organisation_checksum checksum"},
};

// Every category of every department, by the standard and its amendment no. 1.
const char* const kDepartments[] = {
    "11440300192203821E", "12440300192203821B", "134403001922038218", "19440300192203821M",
    "21440300192203821D", "29440300192203821L", "31440300192203821C", "324403001922038219",
    "334403001922038216", "344403001922038213", "354403001922038210", "39440300192203821K",
    "41440300192203821B", "49440300192203821J", "51440300192203821A", "524403001922038217",
    "534403001922038214", "59440300192203821H", "614403001922038219", "624403001922038216",
    "69440300192203821G", "714403001922038218", "724403001922038215", "79440300192203821F",
    "814403001922038217", "89440300192203821E", "914403001922038216", "924403001922038213",
    "934403001922038210", "A14403001922038215", "A9440300192203821C", "N1440300192203821Q",
    "N2440300192203821M", "N3440300192203821J", "N94403001922038210", "Y1440300192203821G"};

const Row kSpellings[] = {
    {"91512081ma62k0260e", "91512081MA62K0260E"},
    {" 9151 2081-MA62\tK026 0E ", "91512081MA62K0260E"},
    {"９１５１２０８１ＭＡ６２Ｋ０２６０Ｅ", "91512081MA62K0260E"},
    {"９１５１２０８１ｍａ６２ｋ０２６０ｅ", "91512081MA62K0260E"},
    {"91512081－MA62K0260E　", "91512081MA62K0260E"},  // full-width hyphen and space
    {"9151208lMA62KO260E", "9151208LMA62KO260E"},      // look-alikes stay
    {"9151\u00A02081\u00A0MA62\u00A0K026\u00A00E", "91512081MA62K0260E"},  // no break
    {"9151\u20092081\u2009MA62K0260E", "91512081MA62K0260E"},              // thin
    {"91512081MA62K0260E\u200B", "91512081MA62K0260E"},                    // zero width
    {"\uFEFF91512081MA62K0260E", "91512081MA62K0260E"},                    // byte order mark
    {"\u202A91512081MA62K0260E\u202C", "91512081MA62K0260E"},              // direction marks
    {"91512081–MA62K0260E", "91512081–MA62K0260E"},                        // a dash is not a hyphen
    {"\xFF\xFE"
     "91",
     "\xFF\xFE"
     "91"},  // not UTF-8
    {"91\xE4\xBB", "91\xE4\xBB"},
    {"代码", "代码"},
    {"", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(CreditCode)

BOOST_DATA_TEST_CASE(published_codes_are_accepted, kPublished, row) {
  BOOST_TEST(faultsOf(row.code) == row.faults);
}

BOOST_DATA_TEST_CASE(each_fault_has_its_code, kWrong, row) {
  BOOST_TEST(faultsOf(row.code) == row.faults);
}

BOOST_DATA_TEST_CASE(each_department_has_its_categories, kDepartments, code) {
  BOOST_TEST(faultsOf(code) == "");
}

BOOST_DATA_TEST_CASE(spellings_are_brought_to_the_form_of_the_standard, kSpellings, row) {
  BOOST_TEST(normalizeCreditCode(row.code) == row.faults);
}

BOOST_AUTO_TEST_CASE(a_code_is_checked_in_any_spelling) {
  BOOST_TEST(faultsOf("９１５１２０８１ｍａ６２ｋ０２６０ｅ") == "");
  BOOST_TEST(faultsOf("91512081-ma62 k0260e") == "");
  BOOST_TEST(faultsOf("\uFEFF9151\u00A02081\u2009MA62\u200BK0260E") == "");
  BOOST_TEST(faultsOf("９１５１２０８１ｍａ６２ｋ０２６０ｆ") == "checksum");
}

// Only a valid citizen's number is reported as one: 17 digits, a date and the check character.
BOOST_AUTO_TEST_CASE(a_citizen_number_is_refused) {
  BOOST_TEST(faultsOf("11010519491231002X") == "citizen_number");  // the standard's own example
  BOOST_TEST(faultsOf("11010519491231002x") == "citizen_number");
  BOOST_TEST(faultsOf("440524188001010014") != "citizen_number");  // before 1900
  BOOST_TEST(faultsOf("360702198002290013") == "citizen_number");  // a leap day
  BOOST_TEST(faultsOf("3607 0219 8002 2900 13") == "citizen_number");
  BOOST_TEST(faultsOf("110105194912310021").find("citizen") == std::string::npos);  // check
  BOOST_TEST(faultsOf("11010519490231002X").find("citizen") == std::string::npos);  // no such day
  BOOST_TEST(faultsOf("110105491231002") == "length");  // the old form with 15 digits
  BOOST_TEST(faultsOf("914403001922038216") == "");     // a code of only digits
}

// The check characters detect every single changed character of a published number.
BOOST_AUTO_TEST_CASE(no_single_wrong_character_passes) {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  for (std::size_t at = 0; at < 18; ++at) {
    for (const char c : kAlphabet) {
      std::string code = "91512081MA62K0260E";
      if (code[at] == c) continue;
      code[at] = c;
      BOOST_TEST(faultsOf(code).find("checksum") != std::string::npos, code);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
