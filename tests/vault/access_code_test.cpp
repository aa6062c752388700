#include "policycalc/vault/access_code.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
using policycalc::vault::AccessCode;

namespace {

const std::string kSymbols = "0123456789ABCDEFGHJKMNPQRS";
const std::string kText = "0123-4567-89AB-CDEF-GHJKM-NPQRS";

}  // namespace

BOOST_AUTO_TEST_SUITE(AccessCodes)

BOOST_AUTO_TEST_CASE(a_new_code_is_26_symbols_that_read_back) {
  const AccessCode code = AccessCode::random();
  BOOST_TEST(code.symbols().size() == 26U);
  BOOST_TEST((AccessCode::read(code.symbols()) == code));
  BOOST_TEST((AccessCode::read(code.text()) == code));
}

// In 2000 codes of 26 symbols each of the 32 symbols is expected 1625 times with a standard
// deviation of 40; the bounds are eight deviations away.
BOOST_AUTO_TEST_CASE(codes_differ_and_use_every_symbol_evenly) {
  std::set<std::string> codes;
  std::map<char, int> counts;
  for (int i = 0; i < 2000; ++i) {
    const std::string symbols = AccessCode::random().symbols();
    codes.insert(symbols);
    for (const char symbol : symbols) ++counts[symbol];
  }
  BOOST_TEST(codes.size() == 2000U);
  BOOST_TEST(counts.size() == 32U);
  for (const auto& [symbol, count] : counts) {
    BOOST_TEST_CONTEXT(symbol) {
      BOOST_TEST(count > 1300);
      BOOST_TEST(count < 1950);
    }
  }
}

BOOST_AUTO_TEST_CASE(text_is_in_groups) {
  BOOST_TEST(AccessCode::read(kSymbols)->text() == kText);
}

const std::vector<std::string> kSpellings = {
    kText,
    "0123456789abcdefghjkmnpqrs",
    " 0123 4567\t89ab-cdef\r\nghjkm npqrs ",
    "O123-4567-89AB-CDEF-GHJKM-NPQRS",
    "oI23-4567-89AB-CDEF-GHJKM-NPQRS",
    "0l23-4567-89AB-CDEF-GHJKM-NPQRS",
    "０１２３－４５６７－８９ＡＢ－ＣＤＥＦ－ＧＨＪＫＭ－ＮＰＱＲＳ",
    "０１２３　４５６７　８９ａｂ　ｃｄｅｆ　ｇｈｊｋｍ　ｎｐｑｒｓ",
    "0123–4567—89AB‐CDEF\u00A0GHJKM\u2212NPQRS",
};
BOOST_DATA_TEST_CASE(common_ways_to_type_a_code_are_understood, data::make(kSpellings), spelling) {
  const auto code = AccessCode::read(spelling);
  BOOST_REQUIRE(code.has_value());
  BOOST_TEST(code->symbols() == kSymbols);
}

const std::vector<std::string> kRefused = {
    "",
    "-",
    kSymbols.substr(1),
    kSymbols + "0",
    "U" + kSymbols.substr(1),
    "u" + kSymbols.substr(1),
    "!" + kSymbols.substr(1),
    "[" + kSymbols.substr(1),
    "@" + kSymbols.substr(1),
    std::string(1, '\0') + kSymbols.substr(1),
    kSymbols + std::string(1, '\0'),
    "码" + kSymbols.substr(1),
    "\xFF" + kSymbols.substr(1),
    "\xE0" + kSymbols.substr(1),
    kSymbols + "\xEF\xBC",
    kSymbols + "\xC2",
    // Overlong and four-byte forms of a symbol.
    "\xC0\xB0" + kSymbols.substr(1),
    "\xF0\x9D\x9F\x8E" + kSymbols.substr(1),
    kSymbols.substr(0, 25) + "'",
    "<script>alert(1)</script>",
    std::string(256, '0'),
    kSymbols + std::string(231, ' '),
};
BOOST_DATA_TEST_CASE(other_texts_are_refused, data::make(kRefused), text) {
  BOOST_TEST(!AccessCode::read(text).has_value());
}

BOOST_AUTO_TEST_CASE(symbols_are_read_up_to_a_number) {
  BOOST_TEST(
      (policycalc::vault::readSymbols("ｆ-7k3m-9q", 7) == std::optional<std::string>("F7K3M9Q")));
  BOOST_TEST((policycalc::vault::readSymbols("", 7) == std::optional<std::string>("")));
  BOOST_TEST(policycalc::vault::readSymbols("7K3M9Q", 6).has_value());
  BOOST_TEST(!policycalc::vault::readSymbols("7K3M9Q", 5).has_value());
  BOOST_TEST(!policycalc::vault::readSymbols("7K3M9U", 7).has_value());
  BOOST_TEST(policycalc::vault::randomSymbols(6).size() == 6U);
}

BOOST_AUTO_TEST_CASE(separators_may_fill_the_text_up_to_256_bytes) {
  BOOST_TEST(AccessCode::read(kSymbols + std::string(230, ' ')).has_value());
}

BOOST_AUTO_TEST_CASE(no_text_breaks_the_reader) {
  std::string text = kText;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string mutated = text;
      mutated[at] = static_cast<char>(byte);
      const auto code = AccessCode::read(mutated);
      if (code) BOOST_TEST(AccessCode::read(code->text())->symbols() == code->symbols());
      (void)AccessCode::read(std::string_view(mutated).substr(0, at + 1));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
