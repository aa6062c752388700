// Documents broken at random: the reader returns, and what it accepts it understands the same way
// again. The seed of a failing document is printed; set it as kSeed to see that one first.
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"

#include "json/reader_contract.h"

namespace {

using policycalc::json::contractFault;
using policycalc::json::read;

constexpr std::uint32_t kSeed = 20240313;
constexpr std::uint32_t kRounds = 20'000;

const std::string_view kDocuments[] = {
    R"({"profile":{"district":"360702","staff":15,"revenue":1999999.99,"awards":["china_quality_award"]},"as_of":"2026-11-25","catalogue":null,"include":["eligible"]})",
    R"([0,-0,1.50,15e-1,1E+2,-12.5e-3,99999999999999999999999999999999999999,true,false,null])",
    R"({"\u0061":"\ud83d\ude00\u0000\n\"\\","赣州":"章贡区 😀","":{"~":[],"/":{}}})",
    "{\n\t\"a\" : [ [ [ { \"b\" : [ { } , [ ] ] } ] ] ] ,\r\n \"c\" : \"\" }\n",
    R"("text alone")",
};

// The parts that faults are made of: JSON's own punctuation, halves of escapes, bytes that are not
// UTF-8.
const std::string_view kPieces[] = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "\\udc00",
    "\\u0000",
    "0",
    "-",
    ".",
    "e",
    "1e99",
    "null",
    "true",
    "NaN",
    " ",
    "\n",
    "\xEF\xBB\xBF",
    "\xED\xA0\x80",
    "\xFF",
    "\x80",
    "赣",
    "\t",
    "/*",
    "\"a\":1,",
};

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed) {}

  std::string document() {
    std::string text(kDocuments[below(std::size(kDocuments))]);
    const std::size_t changes = 1 + below(6);
    for (std::size_t i = 0; i < changes; ++i) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  void change(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(8);
    switch (below(6)) {
      case 0:
        text.insert(at, kPieces[below(std::size(kPieces))]);
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(below(text.size() + 1), text.substr(at, length));
        break;
      case 3:
        text.replace(at, length, kPieces[below(std::size(kPieces))]);
        break;
      case 4:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      default:
        text.resize(at);
    }
  }

  std::mt19937 random_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Mutations)

BOOST_AUTO_TEST_CASE(never_crash_the_reader_or_change_their_meaning) {
  std::size_t accepted = 0;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    const std::uint32_t seed = kSeed + round;
    const std::string text = Mutator(seed).document();
    const std::string fault = contractFault(text);
    if (!fault.empty()) BOOST_ERROR("seed " << seed << ": " << fault << "\n" << text);
    if (read(text).ok()) ++accepted;
  }
  // Without both kinds of outcome the checks above would prove nothing.
  BOOST_TEST(accepted > kRounds / 50);
  BOOST_TEST(accepted < kRounds * 9 / 10);
}

BOOST_AUTO_TEST_CASE(every_prefix_of_a_document_is_refused) {
  for (const std::string_view document : kDocuments) {
    std::size_t length = document.find_last_not_of('\n');
    for (; length > 0; --length) {
      if (read(document.substr(0, length)).ok()) BOOST_ERROR(document.substr(0, length));
    }
    BOOST_TEST(read(document).ok());
  }
}

BOOST_AUTO_TEST_SUITE_END()
