#include "policycalc/facts/credit_code.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace policycalc::facts;

namespace {

std::string faultsOf(std::string_view code) {
  std::string codes;
  for (const CreditCodeFault& fault : checkCreditCode(code)) {
    BOOST_TEST(!fault.message.empty());
    codes += (codes.empty() ? "" : " ") + fault.code;
  }
  return codes;
}

struct Row {
  const char* code;
  const char* faults;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.code; }

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
    // One fault each: what depends on the changed character is computed anew.
    {"B14403001922038214", "department"},
    {"01440300192203821N", "department"},
    {"94440300192203821U", "category"},
    {"Y9440300192203821Y", "category"},
    {"A2440300192203821K", "category"},
    {"919903001922038217", "region"},
    {"91A403001922038210", "region"},
    {"914403001922038224", "organisation_checksum"},
    {"914403001922038215", "checksum"},
    {"914403001922038261", "organisation_checksum checksum"},
};

const Row kDepartments[] = {
    // A category of each department of the standard and of its amendment.
    {"11440300192203821E", ""}, {"13440300192203821A", ""}, {"19440300192203821R", ""},
    {"21440300192203821D", ""}, {"29440300192203821Q", ""}, {"31440300192203821C", ""},
    {"35440300192203821X", ""}, {"41440300192203821B", ""}, {"51440300192203821A", ""},
    {"53440300192203821Q", "" }, {"61440300192203821" "9", ""}, {"71440300192203821" "8", ""},
    {"81440300192203821" "7", ""}, {"92440300192203821" "3", ""}, {"93440300192203821" "0", ""},
    {"A1440300192203821N", ""}, {"N1440300192203821B", ""}, {"Y1440300192203821R", ""},
};

}  // namespace
