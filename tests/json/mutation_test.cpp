// Documents broken at random: the reader returns, and what it accepts it understands the same way
// again. The seed of a failing document is printed; set it as kSeed to see that one first.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"

#include "json/mutator.h"
#include "json/reader_contract.h"

namespace {

using policycalc::json::contractFault;
using policycalc::json::read;
using policycalc::json::test::Mutator;

constexpr std::uint32_t kSeed = 20240313;
constexpr std::uint32_t kRounds = 20'000;

const std::string_view kDocuments[] = {
    R"({"profile":{"district":"360702","staff":15,"revenue":1999999.99,"awards":["china_quality_award"]},"as_of":"2026-11-25","catalogue":null,"include":["eligible"]})",
    R"([0,-0,1.50,15e-1,1E+2,-12.5e-3,99999999999999999999999999999999999999,true,false,null])",
    R"({"\u0061":"\ud83d\ude00\u0000\n\"\\","赣州":"章贡区 😀","":{"~":[],"/":{}}})",
    "{\n\t\"a\" : [ [ [ { \"b\" : [ { } , [ ] ] } ] ] ] ,\r\n \"c\" : \"\" }\n",
    R"("text alone")",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Mutations)

BOOST_AUTO_TEST_CASE(never_crash_the_reader_or_change_their_meaning) {
  std::size_t accepted = 0;
  for (std::uint32_t round = 0; round < kRounds; ++round) {
    const std::uint32_t seed = kSeed + round;
    const std::string text = Mutator(seed).changed(kDocuments);
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
