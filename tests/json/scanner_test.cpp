#include "policycalc/json/scanner.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "json/mutator.h"
#include "json/scanner_contract.h"

namespace policycalc::json::test {
namespace {

constexpr std::uint32_t kSeed = 20261130;
constexpr std::uint32_t kRounds = 20'000;

/// What the scanner takes.
const std::string_view kTaken[] = {
    R"({"profile":{"district":"360702","staff":15,"revenue":1999999.99,"awards":["china_quality_award"]},"as_of":"2026-11-25","catalogue":null,"include":["eligible"]})",
    R"([0,-1,1.50,-12.5,999999999999999999,0.12345678901234567,true,false,null])",
    R"({"\u0061":"\ud83d\ude00\u0000\n\"\\\/\b\f\r\t","赣州":"章贡区 😀","":{"~":[],"/":{}}})",
    "{\n\t\"a\" : [ [ [ { \"b\" : [ { } , [ ] ] } ] ] ] ,\r\n \"c\" : \"\" }\n",
    R"("text without an end that the word by word search could miss: \u8d63")",
    R"(["0123456","01234567","012345678","\u0041","𝄞","\uD834\udd1e"])",
};

/// What is JSON and the scanner leaves to read().
const std::string_view kLeft[] = {
    "\xEF\xBB\xBF{}", "[1e2]", "[1E-2]", "[1234567890123456789]", "[0.1234567890123456789]",
};

const std::string_view kRefused[] = {
    "",
    "[",
    "]",
    "[1",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[01]",
    "[-]",
    "[+1]",
    "[.5]",
    "[1.]",
    "[1.e2]",
    "[0x1]",
    "[NaN]",
    "[nul]",
    "[nulll]",
    "[truefalse]",
    "[tru",
    "{",
    "{}{}",
    "{} 1",
    "{,}",
    R"({"a"})",
    R"({"a":})",
    R"({"a":1,})",
    R"({"a":1 "b":2})",
    R"({"a" 1})",
    R"({a:1})",
    R"({"a":1,"a":1})",
    R"({"a":1,"\u0061":1})",
    R"(["a)",
    R"(["\)",
    R"(["\u)",
    R"(["\u12)",
    R"(["\u12g4"])",
    R"(["\x41"])",
    R"(["\U0041"])",
    R"(["\ud83d"])",
    R"(["\ud83d\u0041"])",
    R"(["\ud83d\ud83d"])",
    R"(["\ude00"])",
    R"(["\ud83dx"])",
    "[\"\n\"]",
    "[\"01234567\t\"]",
    "[\"\x1F\"]",
    "[\"\xFF\"]",
    "[\"\xC0\xAF\"]",
    "[\"\xED\xA0\x80\"]",
    "[\"\xF4\x90\x80\x80\"]",
    "[\"\\n\xFF\"]",
    "[\"\xE8\xB5\"]",
    "['a']",
    "[1]/**/",
    "\xEF\xBB\xBF",
    "{\"\xFF\":1}",
};

std::string readAs(std::string_view text) {
  const auto value = read(text);
  return value.ok() ? canonical(*value) : std::string();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ScannerReads)

BOOST_DATA_TEST_CASE(documents_as_the_reader_does, kTaken, document) {
  BOOST_TEST(!scanned(document).empty());
  BOOST_TEST(scanned(document) == readAs(document));
}

BOOST_DATA_TEST_CASE(no_document_that_it_leaves_to_the_reader, kLeft, document) {
  BOOST_TEST(read(document).ok());
  BOOST_TEST(scanned(document).empty());
}

BOOST_DATA_TEST_CASE(nothing_that_the_reader_refuses, kRefused, document) {
  BOOST_TEST(!read(document).ok());
  BOOST_TEST(scanned(document).empty());
}

BOOST_AUTO_TEST_CASE(no_text_that_a_nul_follows) {
  using namespace std::string_view_literals;
  BOOST_TEST(scanned("{}\0"sv).empty());
  BOOST_TEST(scanned("{\0}"sv).empty());
  BOOST_TEST(scanned("[\"a\0\"]"sv).empty());
}

BOOST_AUTO_TEST_CASE(no_prefix_of_a_document) {
  for (const std::string_view document : kTaken) {
    for (std::size_t size = 0; size < document.find_last_not_of('\n'); ++size) {
      if (!scanned(document.substr(0, size)).empty()) BOOST_ERROR(document.substr(0, size));
    }
  }
}

BOOST_AUTO_TEST_CASE(broken_documents_as_the_reader_or_not_at_all) {
  std::size_t taken = 0;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    const std::string text = Mutator(kSeed + round).changed(kTaken);
    const std::string fault = scannerFault(text);
    if (!fault.empty()) BOOST_ERROR("seed " << kSeed + round << ": " << fault << "\n" << text);
    if (!scanned(text).empty()) ++taken;
  }
  // Without both kinds of outcome the checks above would prove nothing.
  BOOST_TEST(taken > kRounds / 50);
  BOOST_TEST(taken < kRounds * 9 / 10);
}

BOOST_AUTO_TEST_CASE(documents_within_its_limits) {
  ReadLimits limits;
  limits.max_values = 4;
  BOOST_TEST(!scanned("[1,2,3]", limits).empty());
  BOOST_TEST(scanned("[1,2,3,4]", limits).empty());
  BOOST_TEST(scanned("[[],{},[],{}]", limits).empty());
  BOOST_TEST(scanned(R"({"a":null,"b":"","c":true,"d":null})", limits).empty());
  limits.max_bytes = 6;
  BOOST_TEST(!scanned("[1,2]", limits).empty());
  BOOST_TEST(!scanned("[1,2] ", limits).empty());
  BOOST_TEST(scanned("[1,2]  ", limits).empty());
}

BOOST_AUTO_TEST_CASE(nothing_after_it_gave_up) {
  Scanner scanner("[1,2]");
  BOOST_TEST(scanner.beginArray());
  BOOST_TEST(scanner.element());
  scanner.giveUp();
  BOOST_TEST(!scanner.number());
  BOOST_TEST(!scanner.element());
  BOOST_TEST(!scanner.isNext(Value::Type::kNumber));
  BOOST_TEST(!scanner.isAtEnd());
}

BOOST_AUTO_TEST_CASE(numbers_in_units) {
  const auto units = [](std::string_view text, int scale) {
    const auto number = Scanner::numberIn(text);
    return number ? number->toUnits(scale) : std::nullopt;
  };
  BOOST_TEST(units("56000000.00", 2).value() == 5'600'000'000);
  BOOST_TEST(units("0", 2).value() == 0);
  BOOST_TEST(units("1.2", 2).value() == 120);
  BOOST_TEST(units("20.0", 0).value() == 20);
  BOOST_TEST(units("999999999999999999", 0).value() == 999'999'999'999'999'999);
  BOOST_TEST(units("92233720368547758.07", 2).has_value() == false);  // 19 digits
  BOOST_TEST(units("92233720368547758", 2).value() == 9'223'372'036'854'775'800);
  BOOST_TEST(!units("92233720368547759", 2));
  BOOST_TEST(!units("1.234", 2));
  BOOST_TEST(!units("-1", 0));
  BOOST_TEST(!units("-0", 0));
  for (const std::string_view text : {"", " 1", "1 ", "1e2", "01", ".5", "5.", "1.2.3", "--1", "x"})
    BOOST_TEST(!Scanner::numberIn(text));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::json::test
