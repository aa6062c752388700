#include "policycalc/facts/industry_code.h"

#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

#include "facts/real_facts.h"

namespace policycalc::test {
using facts::IndustryCode;

namespace {

struct Row {
  const char* code;
  const char* industries;  ///< possible options of size_industry, "-" if the standard has none
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.code;
}

std::string industriesOf(std::string_view text) {
  const auto code = IndustryCode::parse(text);
  BOOST_REQUIRE(code.has_value());
  const auto options = test::realFacts().standard.industriesOf(*code);
  if (options.isEmpty()) return "-";
  return base::join(test::fact("size_industry").codesOf(options), " ");
}

const Row kCodes[] = {
    {"C3985", "industry"},
    {"3985", "industry"},
    {"C", "industry"},
    {"B06", "industry"},
    {"D46", "industry"},
    {"A", "agriculture"},
    {"05", "agriculture"},
    {"E47", "construction"},
    {"F", "wholesale retail"},  // the section leaves two
    {"F51", "wholesale"},
    {"5299", "retail"},
    {"53", "-"},  // the standard omits rail
    {"G", "-"},   // may be rail
    {"54", "transport"},
    {"58", "transport"},
    {"5910", "transport"},  // 装卸搬运
    {"5920", "warehousing"},
    {"60", "postal"},
    {"61", "accommodation"},
    {"62", "catering"},
    {"63", "information_transmission"},
    {"64", "information_transmission"},
    {"65", "software_it"},
    {"I", "information_transmission software_it"},
    {"66", "-"},  // another standard sizes finance
    {"J69", "-"},
    {"70", "-"},  // its groups belong to several industries, or to none
    {"K", "-"},
    {"7010", "real_estate"},
    {"K702", "property_management"},
    {"703", "other"},
    {"7040", "-"},  // own real estate
    {"709", "other"},
    {"71", "leasing_business_services"},
    {"72", "leasing_business_services"},
    {"M73", "other"},
    {"N79", "other"},
    {"O82", "other"},
    {"P83", "other"},  // education
    {"Q84", "other"},  // health
    {"R90", "other"},
    {"S91", "-"},
    {"T97", "-"},
};

/// A code as typed, and as the standard prints it.
struct Form {
  const char* text;
  const char* code;
};
std::ostream& operator<<(std::ostream& out, const Form& form) {
  return out << form.text;
}

const Form kForms[] = {
    {"A", "A"},
    {"T97", "T97"},
    {"C3985", "C3985"},
    {"3985", "3985"},
    {"01", "01"},
    {"7", "7"},
    {"C39", "C39"},
    {"C398", "C398"},
    // Other spellings: lower case, full width, with blanks of any kind and hyphens.
    {"c3985", "C3985"},
    {"t97", "T97"},
    {"Ｃ３９８５", "C3985"},
    {"ｃ３９８５", "C3985"},
    {"Ｃ39", "C39"},
    {" 39", "39"},
    {"39 ", "39"},
    {"C 39", "C39"},
    {"C　39", "C39"},          // wide blank
    {"C\u00A03985", "C3985"},  // no break
    {"C39\u200985", "C3985"},  // thin
    {"\uFEFFC3985", "C3985"},  // byte order mark
    {"C39\u200B85", "C3985"},  // zero width
    {"C-39", "C39"},
    {"C－39", "C39"},
    {"C39-85", "C3985"},
    {"C39\n", "C39"},
};
const char* const kNoForms[] = {"",         " ",           "-",     "U01",    "u01",   "Ｕ01",
                                "C39851",   "39851",       "3985C", "CC39",   "39.8",  "39．8",
                                "C39，",    "C３９８５１", "工业",  "制造业", "C三九", "C39\xFF",
                                "\xEF\xBC", "C_39",        "Ç39"};
const char* const kInconsistent[] = {"C66", "A06", "J53", "98", "99", "00", "T9800", "B05"};

}  // namespace

BOOST_AUTO_TEST_SUITE(IndustryCodes)

BOOST_DATA_TEST_CASE(a_code_has_its_size_industry, kCodes, row) {
  BOOST_TEST(industriesOf(row.code) == row.industries);
  BOOST_TEST(test::realFacts().standard.isConsistent(*IndustryCode::parse(row.code)));
}

BOOST_DATA_TEST_CASE(a_code_is_a_letter_and_digits_however_typed, kForms, form) {
  const auto code = IndustryCode::parse(form.text);
  BOOST_REQUIRE(code.has_value());
  BOOST_TEST(code->toString() == form.code);
  BOOST_TEST(IndustryCode::parse(code->toString())->toString() == form.code);
}

BOOST_DATA_TEST_CASE(other_forms_are_refused, kNoForms, text) {
  BOOST_TEST(!IndustryCode::parse(text).has_value());
}

BOOST_DATA_TEST_CASE(letter_and_division_must_fit, kInconsistent, text) {
  const auto code = IndustryCode::parse(text);
  BOOST_REQUIRE(code.has_value());
  BOOST_TEST(!test::realFacts().standard.isConsistent(*code));
}

BOOST_AUTO_TEST_CASE(the_parts_are_kept) {
  const auto code = IndustryCode::parse("C398");
  BOOST_REQUIRE(code.has_value());
  BOOST_TEST(code->section == 'C');
  BOOST_TEST(code->digits == "398");
  BOOST_TEST(IndustryCode::parse("398")->section == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
