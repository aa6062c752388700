// One fault in each document: its code, its place and its message.
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"

#include "json/reading.h"

namespace {

using policycalc::base::Severity;
using policycalc::json::issuesOf;
using namespace std::string_literals;  // NOLINT(google-build-using-namespace)

struct Row {
  const char* name;
  std::string text;
  const char* code;
  const char* pointer;
  int line;
  int column;
  const char* message;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.name;
}

const char* const kNeedsValue = "a value is expected here";
const char* const kNeedsKey = "a key in double quotes is expected here";
const char* const kEndsEarly = "the document ends too early";
const char* const kEndsInString = "the document ends inside a string";
const char* const kBadEscape = "a backslash must be followed by one of `\"\\/bfnrtu`";
const char* const kBadBytes = "the bytes here are not UTF-8";
const char* const kNul = "a NUL byte is not allowed";

const Row kEnds[] = {
    {"nothing", "", "syntax", "", 1, 1, "the document is empty"},
    {"white space", " \n\t\r\n ", "syntax", "", 3, 2, "the document is empty"},
    {"open object", "{", "syntax", "", 1, 2, kEndsEarly},
    {"open array", "[1", "syntax", "", 1, 3, kEndsEarly},
    {"open array after comma", "[1,", "syntax", "/1", 1, 4, kEndsEarly},
    {"key without value", "{\"a\"", "syntax", "/a", 1, 5, kEndsEarly},
    {"key and colon", "{\"a\":", "syntax", "/a", 1, 6, kEndsEarly},
    {"member without brace", "{\"a\":{\"b\":1\n", "syntax", "/a", 2, 1, kEndsEarly},
    {"object after comma", "{\"a\":1,", "syntax", "", 1, 8, kEndsEarly},
    {"string", "\"abc", "syntax", "", 1, 5, kEndsInString},
    {"string in array", "[\"a\",\"b]", "syntax", "/1", 1, 9, kEndsInString},
    {"key", "{\"a\":1,\"b", "syntax", "", 1, 10, kEndsInString},
    {"minus", "-", "syntax", "", 1, 2, kEndsEarly},
    {"point", "[1.", "syntax", "/0", 1, 4, kEndsEarly},
    {"exponent", "[1e+", "syntax", "/0", 1, 5, kEndsEarly},
    {"literal", "{\"a\":tru", "syntax", "/a", 1, 9, kEndsEarly},
};

const Row kWords[] = {
    {"NaN", "NaN", "syntax", "", 1, 1, "`NaN` is not a JSON value"},
    {"NaN in object", "{\"a\": NaN}", "syntax", "/a", 1, 7, "`NaN` is not a JSON value"},
    {"infinity", "[1, Infinity]", "syntax", "/1", 1, 5, "`Infinity` is not a JSON value"},
    {"minus infinity", "[-Infinity]", "syntax", "/0", 1, 2, "`-Infinity` is not a JSON value"},
    {"undefined", "{\"a\":undefined}", "syntax", "/a", 1, 6, "`undefined` is not a JSON value"},
    {"half a literal", "{\"a\":nul}", "syntax", "/a", 1, 6, "`nul` is not a JSON value"},
    {"capital literal", "[True]", "syntax", "/0", 1, 2, "`True` is not a JSON value"},
    {"plus sign", "[+1]", "syntax", "/0", 1, 2, "`+1` is not a JSON value"},
    {"leading point", "[.5]", "syntax", "/0", 1, 2, "`.5` is not a JSON value"},
    {"two minus signs", "--1", "syntax", "", 1, 1, "`--1` is not a JSON value"},
    {"single quotes", "{\"a\":'b'}", "syntax", "/a", 1, 6, kNeedsValue},
    {"comment", "[/* no */1]", "syntax", "/0", 1, 2, kNeedsValue},
    {"closing bracket alone", "]", "syntax", "", 1, 1, kNeedsValue},
    {"comma alone", ",", "syntax", "", 1, 1, kNeedsValue},
    {"comma before the first", "[,1]", "syntax", "/0", 1, 2, kNeedsValue},
    {"two commas", "[1,,2]", "syntax", "/1", 1, 4, kNeedsValue},
    {"value left out", "{\"a\":,\"b\":1}", "syntax", "/a", 1, 6, kNeedsValue},
    {"full-width digit", "{\"a\":５}", "syntax", "/a", 1, 6, kNeedsValue},
};

const Row kPunctuation[] = {
    {"comma at the end of an array", "[1,\n]", "syntax", "/1", 2, 1,
     "the comma before `]` is one too many"},
    {"comma at the end of an object", "{\"a\":1 , }", "syntax", "", 1, 10,
     "the comma before `}` is one too many"},
    {"two commas in an object", "{\"a\":1,,\"b\":2}", "syntax", "", 1, 8, kNeedsKey},
    {"bare key", "{a:1}", "syntax", "", 1, 2, kNeedsKey},
    {"number as key", "{\"a\":{1:2}}", "syntax", "/a", 1, 7, kNeedsKey},
    {"no colon", "{\"a\" 1}", "syntax", "/a", 1, 6, "a colon is expected after the key"},
    {"equals sign", "{\"a\"=1}", "syntax", "/a", 1, 5, "a colon is expected after the key"},
    {"no comma in an object", "{\"a\":1\n \"b\":2}", "syntax", "", 2, 2,
     "a comma or `}` is expected here"},
    {"no comma in an array", "[[1 2]]", "syntax", "/0", 1, 5, "a comma or `]` is expected here"},
    {"object closed as an array", "{\"a\":1]", "syntax", "", 1, 7,
     "a comma or `}` is expected here"},
    {"array closed as an object", "{\"a\":[1}", "syntax", "/a", 1, 8,
     "a comma or `]` is expected here"},
    {"leading zero", "012", "syntax", "", 1, 2, "a number must not begin with a zero"},
    {"leading zero in an array", "[-01]", "syntax", "", 1, 4,
     "a number must not begin with a zero"},
    {"leading zero in an object", "{\"a\":00}", "syntax", "", 1, 7,
     "a number must not begin with a zero"},
    {"hexadecimal", "[0x1F]", "syntax", "", 1, 3, "a comma or `]` is expected here"},
    {"no digit after the point", "[1.]", "syntax", "/0", 1, 4, "a digit is expected here"},
    {"no digit in the exponent", "[1e]", "syntax", "/0", 1, 4, "a digit is expected here"},
    // One is skipped at the beginning; it is refused anywhere else.
    {"two byte order marks", "\xEF\xBB\xBF\xEF\xBB\xBF{}", "syntax", "", 1, 1, kNeedsValue},
    {"byte order mark after a blank", " \xEF\xBB\xBF{}", "syntax", "", 1, 2, kNeedsValue},
    {"byte order mark inside",
     "[\xEF\xBB\xBF"
     "1]",
     "syntax", "/0", 1, 2, kNeedsValue},
    {"byte order mark at the end", "{}\xEF\xBB\xBF", "trailing_text", "", 1, 3,
     "the document goes on after its end"},
    {"byte order mark and nothing", "\xEF\xBB\xBF", "syntax", "", 1, 1, "the document is empty"},
    {"half a byte order mark", "\xEF\xBB{}", "invalid_utf8", "", 1, 1, kBadBytes},
    {"byte order mark in UTF-16", "\xFF\xFE{\0}\0"s, "invalid_utf8", "", 1, 1, kBadBytes},
};

const Row kStrings[] = {
    {"unknown escape", "[\"a\\x41\"]", "syntax", "/0", 1, 4, kBadEscape},
    {"escaped quote of JavaScript", "[\"it\\'s\"]", "syntax", "/0", 1, 5, kBadEscape},
    {"unknown escape in a key", "{\"a\":{\"\\q\":1}}", "syntax", "/a", 1, 8, kBadEscape},
    {"short unicode escape", "[\"\\u12\"]", "syntax", "/0", 1, 3,
     "four hexadecimal digits must follow `\\u`"},
    {"bad unicode escape", "[\"\\u12G4\"]", "syntax", "/0", 1, 3,
     "four hexadecimal digits must follow `\\u`"},
    {"line end in a string", "{\"a\":\"b\nc\"}", "syntax", "/a", 1, 8,
     "a control character in a string must be escaped"},
    {"tabulator in a key", "{\"a\tb\":1}", "syntax", "", 1, 4,
     "a control character in a string must be escaped"},
    {"last control character", "[\"\x1F\"]", "syntax", "/0", 1, 3,
     "a control character in a string must be escaped"},
};

const Row kHalves[] = {
    {"high half at the end", "[\"a\\ud800\"]", "lone_surrogate", "/0", 1, 4,
     "the escape `\\ud800` names half a character"},
    {"high half before a letter", "{\"a\":\"\\uD83Dx\"}", "lone_surrogate", "/a", 1, 7,
     "the escape `\\uD83D` names half a character"},
    {"two high halves", "[\"\\ud83d\\ud83d\"]", "lone_surrogate", "/0", 1, 3,
     "the escape `\\ud83d` names half a character"},
    {"high half before another escape", "[\"\\ud83d\\n\"]", "lone_surrogate", "/0", 1, 3,
     "the escape `\\ud83d` names half a character"},
    {"low half", "[\"ab\\udc00\"]", "lone_surrogate", "/0", 1, 5,
     "the escape `\\udc00` names half a character"},
    {"low half after a pair", "[\"\\uD83D\\uDE00\\uDFFF\"]", "lone_surrogate", "/0", 1, 15,
     "the escape `\\uDFFF` names half a character"},
    {"low half after a backslash", "[\"\\\\ud83d\\ude00\"]", "lone_surrogate", "/0", 1, 10,
     "the escape `\\ude00` names half a character"},
    {"low half in a key", "{\"a\":1,\n\"\\udead\":2}", "lone_surrogate", "", 2, 2,
     "the escape `\\udead` names half a character"},
};

const Row kBytes[] = {
    {"lone continuation", "[\"a\x80\"]", "invalid_utf8", "/0", 1, 4, kBadBytes},
    {"cut sequence", "[\"\xE8\xB5\"]", "invalid_utf8", "/0", 1, 3, kBadBytes},
    {"cut at the end of the text", "\"\xE8\xB5", "invalid_utf8", "", 1, 2, kBadBytes},
    {"overlong slash", "[\"\xC0\xAF\"]", "invalid_utf8", "/0", 1, 3, kBadBytes},
    {"overlong of three bytes", "[\"\xE0\x80\x80\"]", "invalid_utf8", "/0", 1, 3, kBadBytes},
    {"overlong of four bytes", "[\"\xF0\x80\x80\x80\"]", "invalid_utf8", "/0", 1, 3, kBadBytes},
    {"surrogate as bytes", "[\"\xED\xA0\x80\"]", "invalid_utf8", "/0", 1, 3, kBadBytes},
    {"beyond U+10FFFF", "[\"\xF4\x90\x80\x80\"]", "invalid_utf8", "/0", 1, 3, kBadBytes},
    {"no byte of UTF-8", "[\"\xFF\"]", "invalid_utf8", "/0", 1, 3, kBadBytes},
    {"GBK text", "{\"name\":\"\xB8\xD3\xD6\xDD\"}", "invalid_utf8", "/name", 1, 10, kBadBytes},
    {"in a key", "{\"a\":{\"\xFF\":1}}", "invalid_utf8", "/a", 1, 8, kBadBytes},
    {"outside strings", "[1,\xFF]", "invalid_utf8", "/1", 1, 4, kBadBytes},
    {"after the document", "{}\n\xC3", "invalid_utf8", "", 2, 1, kBadBytes},
    {"NUL before", "\0{}"s, "syntax", "", 1, 1, kNul},
    {"NUL instead of a value", "{\"a\":\0}"s, "syntax", "/a", 1, 6, kNul},
    {"NUL in a string", "[\"a\0b\"]"s, "syntax", "/0", 1, 4, kNul},
    {"NUL in a literal", "[tr\0ue]"s, "syntax", "/0", 1, 4, kNul},
    {"NUL in a number", "[1\0]"s, "syntax", "", 1, 3, kNul},
};

const Row kTrailing[] = {
    {"second document", "{} {}", "trailing_text", "", 1, 4, "the document goes on after its end"},
    {"second line", "{\"a\":1}\n{\"a\":2}\n", "trailing_text", "", 2, 1,
     "the document goes on after its end"},
    {"comma", "[1],", "trailing_text", "", 1, 4, "the document goes on after its end"},
    {"closing brace", "{}}", "trailing_text", "", 1, 3, "the document goes on after its end"},
    {"words", "null junk", "trailing_text", "", 1, 6, "the document goes on after its end"},
    {"NUL and junk", "{}\0junk"s, "trailing_text", "", 1, 3, "a NUL byte follows the document"},
    {"NUL alone", "true \0"s, "trailing_text", "", 1, 6, "a NUL byte follows the document"},
};

const Row kNumbers[] = {
    {"a thousand digits", "{\"a\":" + std::string(1000, '9') + "}", "number_range", "/a", 1, 6,
     "the number is too large or too long"},
    {"exponent 400", "[0, 1e400]", "number_range", "/1", 1, 5,
     "the number is too large or too long"},
    {"exponent 61", "[1e61]", "number_range", "/0", 1, 2,
     "the number `1e61` is too large or too long"},
    {"exponent -61", "[1e-61]", "number_range", "/0", 1, 2,
     "the number `1e-61` is too large or too long"},
    {"exponent without end", "[1e-99999999999]", "number_range", "/0", 1, 2,
     "the number `1e-99999999999` is too large or too long"},
    {"39 digits", "-999999999999999999999999999999999999999", "number_range", "", 1, 1,
     "the number `-999999999999999999999999999999999999999` is too large or too long"},
    {"61 decimals", "[0." + std::string(60, '0') + "1]", "number_range", "/0", 1, 2,
     "the number `0.0000000000000000000000000000000000000000000000000000000000…` is too large or "
     "too long"},
};

void check(const Row& row) {
  const auto issues = issuesOf(row.text);
  BOOST_REQUIRE(issues.size() == 1U);
  const auto& issue = issues.front();
  BOOST_TEST(issue.code == row.code);
  BOOST_TEST(issue.pointer == row.pointer);
  BOOST_TEST(issue.line == row.line);
  BOOST_TEST(issue.column == row.column);
  BOOST_TEST(issue.message == row.message);
  BOOST_TEST(issue.file == "file.json");
  BOOST_TEST((issue.severity == Severity::kError));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ReaderRefuses)

BOOST_DATA_TEST_CASE(documents_that_end_too_early, kEnds) {
  check(sample);
}
BOOST_DATA_TEST_CASE(words_that_are_not_values, kWords) {
  check(sample);
}
BOOST_DATA_TEST_CASE(wrong_punctuation, kPunctuation) {
  check(sample);
}
BOOST_DATA_TEST_CASE(broken_strings, kStrings) {
  check(sample);
}
BOOST_DATA_TEST_CASE(halves_of_characters, kHalves) {
  check(sample);
}
BOOST_DATA_TEST_CASE(bytes_that_are_not_text, kBytes) {
  check(sample);
}
BOOST_DATA_TEST_CASE(text_after_the_document, kTrailing) {
  check(sample);
}
BOOST_DATA_TEST_CASE(numbers_out_of_range, kNumbers) {
  check(sample);
}

BOOST_AUTO_TEST_SUITE_END()
