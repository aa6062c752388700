#include "json/syntax_fault.h"

#include "policycalc/base/ascii.h"
#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"

namespace policycalc::json {
namespace {

using Place = ValueBuilder::Place;

bool isWordCharacter(char c) {
  return base::isDigit(c) || base::isLetter(c) || c == '-' || c == '+' || c == '.' || c == '_';
}

/// The unknown word in which the parser stopped (`NaN`, `-Infinity`, `nul`), with its place.
SyntaxFault explainValue(std::string_view text, std::size_t offset, std::size_t last_end) {
  std::size_t begin = offset;
  while (begin > last_end && isWordCharacter(text[begin - 1])) --begin;
  std::size_t end = offset;
  while (end < text.size() && isWordCharacter(text[end])) ++end;
  SyntaxFault fault{Place::kValue, begin, "syntax", "a value is expected here"};
  if (end > begin) {
    fault.message = base::quoted(text.substr(begin, end - begin)) + " is not a JSON value";
  } else if (offset < text.size() && (text[offset] == ']' || text[offset] == '}') && last_end > 0 &&
             text.substr(last_end, offset - last_end).find(',') != std::string_view::npos) {
    fault.message = "the comma before " + base::quoted(text.substr(offset, 1)) + " is one too many";
  }
  return fault;
}

std::string explainKey(std::string_view text, std::size_t offset, std::size_t last_end) {
  if (text[offset] == '}' &&
      text.substr(last_end, offset - last_end).find(',') != std::string_view::npos) {
    return "the comma before `}` is one too many";
  }
  return "a key in double quotes is expected here";
}

bool isLeadingZero(std::string_view text, std::size_t offset, std::size_t last_end) {
  return offset > 0 && offset == last_end && text[offset - 1] == '0' && base::isDigit(text[offset]);
}

/// Faults at a character of the text: not at its end, a NUL or a bad byte.
SyntaxFault explainCharacter(rapidjson::ParseErrorCode code, std::string_view text,
                             std::size_t offset, std::size_t last_end) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
    case rapidjson::kParseErrorValueInvalid:
      return explainValue(text, offset, last_end);
    case rapidjson::kParseErrorDocumentRootNotSingular:
      if (isLeadingZero(text, offset, last_end)) break;
      return {Place::kContainer, offset, "trailing_text", "the document goes on after its end"};
    case rapidjson::kParseErrorObjectMissName:
      return {Place::kContainer, offset, "syntax", explainKey(text, offset, last_end)};
    case rapidjson::kParseErrorObjectMissColon:
      return {Place::kValue, offset, "syntax", "a colon is expected after the key"};
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      if (isLeadingZero(text, offset, last_end)) break;
      return {Place::kContainer, offset, "syntax", "a comma or `}` is expected here"};
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      if (isLeadingZero(text, offset, last_end)) break;
      return {Place::kContainer, offset, "syntax", "a comma or `]` is expected here"};
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return {Place::kValue, offset, "syntax", "four hexadecimal digits must follow `\\u`"};
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return {Place::kValue, offset, "lone_surrogate",
              "the escape " + base::quoted(text.substr(offset, 6)) + " names half a character"};
    case rapidjson::kParseErrorStringEscapeInvalid:
      return {Place::kValue, offset, "syntax",
              text[offset] == '\\' ? "a backslash must be followed by one of `\"\\/bfnrtu`"
                                   : "a control character in a string must be escaped"};
    case rapidjson::kParseErrorNumberTooBig:
      return {Place::kValue, offset, "number_range", "the number is too large or too long"};
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
      return {Place::kValue, offset, "syntax", "a digit is expected here"};
    default:
      return {Place::kValue, offset, "syntax", "this is not JSON"};
  }
  return {Place::kContainer, offset, "syntax", "a number must not begin with a zero"};
}

bool isAboutValue(rapidjson::ParseErrorCode code) {
  return code != rapidjson::kParseErrorObjectMissName &&
         code != rapidjson::kParseErrorObjectMissCommaOrCurlyBracket &&
         code != rapidjson::kParseErrorArrayMissCommaOrSquareBracket &&
         code != rapidjson::kParseErrorDocumentRootNotSingular;
}

std::string explainEnd(rapidjson::ParseErrorCode code) {
  if (code == rapidjson::kParseErrorDocumentEmpty) return "the document is empty";
  if (code == rapidjson::kParseErrorStringMissQuotationMark) {
    return "the document ends inside a string";
  }
  return "the document ends too early";
}

}  // namespace

SyntaxFault explainFault(rapidjson::ParseErrorCode code, std::string_view text, std::size_t offset,
                         std::size_t last_end) {
  const Place place = isAboutValue(code) ? Place::kValue : Place::kContainer;
  if (offset >= text.size()) return {place, text.size(), "syntax", explainEnd(code)};
  if (text[offset] == '\0') return {place, offset, "syntax", "a NUL byte is not allowed"};
  // Outside strings the parser does not tell bad bytes from other unexpected characters.
  if (code == rapidjson::kParseErrorStringInvalidEncoding ||
      base::validUtf8Prefix(text.substr(offset, 4)) == 0) {
    return {place, offset, "invalid_utf8", "the bytes here are not UTF-8"};
  }
  return explainCharacter(code, text, offset, last_end);
}

}  // namespace policycalc::json
