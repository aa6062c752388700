#include "policycalc/vault/time_code.h"

#include <ostream>
#include <set>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::vault::test {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

/// `12345678901234567890`, the secret of the test vectors of RFC 6238, in base 32.
const std::string kSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

struct Vector {
  std::int64_t at;
  std::string code;
};
std::ostream& operator<<(std::ostream& out, const Vector& vector) {
  return out << vector.at;
}

/// Appendix B of RFC 6238, SHA1; the last six digits of its eight.
const Vector kVectors[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                           {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};

}  // namespace

BOOST_AUTO_TEST_SUITE(TimeCodes)

BOOST_DATA_TEST_CASE(the_codes_are_those_of_the_standard, kVectors, vector) {
  const sys_seconds at{seconds(vector.at)};
  BOOST_TEST(timeCodeAt(kSecret, at) == vector.code);
  BOOST_TEST((periodOfTimeCode(kSecret, vector.code, at) == vector.at / 30));
}

BOOST_AUTO_TEST_CASE(a_code_is_right_one_period_early_and_late) {
  const sys_seconds begin{seconds(1'764'000'000)};  // of a period
  const std::int64_t period = 1'764'000'000 / 30;
  const std::string code = timeCodeAt(kSecret, begin);
  BOOST_TEST(!periodOfTimeCode(kSecret, code, begin - seconds(31)).has_value());
  for (const int late : {-30, -1, 0, 29, 30, 59}) {
    BOOST_TEST((periodOfTimeCode(kSecret, code, begin + seconds(late)) == period), late);
  }
  BOOST_TEST(!periodOfTimeCode(kSecret, code, begin + seconds(60)).has_value());
}

BOOST_AUTO_TEST_CASE(what_was_typed_is_read_as_people_type) {
  const sys_seconds at{seconds(59)};
  for (const std::string typed : {"287082", " 287 082 ", "２８７０８２", "287　082"}) {
    BOOST_TEST(periodOfTimeCode(kSecret, typed, at).has_value(), typed);
  }
  for (const std::string& typed :
       {std::string(), std::string("28708"), std::string("2870820"), std::string("287083"),
        std::string("28708a"), std::string("-287082"), std::string("287082\0", 7),
        std::string("\xff\xff"), std::string(1'000'000, '2'), std::string(1'000'000, ' ')}) {
    BOOST_TEST(!periodOfTimeCode(kSecret, typed, at).has_value(), typed.substr(0, 10));
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_secret_has_no_code) {
  const sys_seconds at{seconds(59)};
  for (const std::string& secret :
       {std::string(), kSecret.substr(1), kSecret + "A", std::string(32, '1'),
        std::string(32, '\0'), std::string(1'000'000, 'A')}) {
    BOOST_TEST(timeCodeAt(secret, at) == "");
    BOOST_TEST(!periodOfTimeCode(secret, "287082", at).has_value());
    BOOST_TEST(!periodOfTimeCode(secret, "", at).has_value());
  }
  BOOST_TEST(timeCodeAt(kSecret, sys_seconds(seconds(-60))) == "");
}

BOOST_AUTO_TEST_CASE(secrets_are_random) {
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) {
    const std::string secret = newTimeCodeSecret();
    BOOST_TEST(secret.size() == 32U);
    BOOST_TEST(timeCodeAt(secret, sys_seconds(seconds(59))).size() == 6U);
    seen.insert(secret);
  }
  BOOST_TEST(seen.size() == 100U);
}

BOOST_AUTO_TEST_CASE(each_secret_has_one_key_which_does_not_show_it) {
  const std::string other = newTimeCodeSecret();
  BOOST_TEST((timeCodeKey(kSecret) == timeCodeKey(kSecret)));
  BOOST_TEST(!(timeCodeKey(kSecret) == timeCodeKey(other)));
  const auto bytes = timeCodeKey(kSecret).bytes();
  BOOST_TEST(std::string(bytes.begin(), bytes.end()) != kSecret);
}

BOOST_AUTO_TEST_CASE(an_app_is_told_all_it_needs) {
  BOOST_TEST(timeCodeUri(kSecret, "li.na", "赣州 hall") ==
             "otpauth://totp/%E8%B5%A3%E5%B7%9E%20hall:li.na?secret=" + kSecret +
                 "&issuer=%E8%B5%A3%E5%B7%9E%20hall");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::vault::test
