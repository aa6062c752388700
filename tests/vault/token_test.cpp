#include "policycalc/vault/token.h"

#include <set>
#include <string>

#include <boost/test/unit_test.hpp>

namespace policycalc::vault::test {
namespace {

constexpr std::string_view kSymbols =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

Token tokenOf(const std::string& text) {
  return Token::read(text).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Tokens)

BOOST_AUTO_TEST_CASE(each_is_another_and_fits_into_a_cookie) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const Token token = Token::random();
    BOOST_TEST(token.text().size() == 43U);
    BOOST_TEST(token.text().find_first_not_of(kSymbols) == std::string::npos);
    BOOST_TEST(seen.insert(token.text()).second);
    BOOST_TEST(tokenOf(token.text()).text() == token.text());
  }
}

BOOST_AUTO_TEST_CASE(other_texts_are_not_read_as_a_token) {
  const std::string good(43, 'A');
  BOOST_TEST(Token::read(good).has_value());
  // Two bits of the last symbol must be 0, so that each token has one spelling.
  const std::string spelled = good.substr(1) + "B";
  for (const std::string& text :
       {std::string(), good.substr(1), good + "A", good + "=", good.substr(1) + " ",
        " " + good.substr(1), good.substr(1) + "+", good.substr(1) + "/", spelled,
        std::string(43, '\0'), good.substr(1) + "\n", std::string(1'000'000, 'A'),
        std::string("章贡区章贡区章贡区章贡区章") + "AAAA"}) {
    BOOST_TEST(!Token::read(text).has_value(), text.substr(0, 60));
  }
}

BOOST_AUTO_TEST_CASE(the_id_is_one_way_and_stays) {
  const std::string id = tokenId(tokenOf(std::string(43, 'A')));
  BOOST_TEST(id.size() == 43U);
  BOOST_TEST(id.find_first_not_of(kSymbols) == std::string::npos);
  // Fixed values: another derivation would end every session at an update.
  BOOST_TEST(id == "71fK-H_9s2OCTPEhBgyHfQRs2UwQPX0MMNkehbtrCXk");
  std::set<std::string> ids;
  for (int i = 0; i < 100; ++i) {
    const Token token = Token::random();
    BOOST_TEST(tokenId(token) == tokenId(tokenOf(token.text())));
    BOOST_TEST(tokenId(token) != token.text());
    ids.insert(tokenId(token));
  }
  BOOST_TEST(ids.size() == 100U);
}

BOOST_AUTO_TEST_CASE(secrets_are_the_same_or_not) {
  BOOST_TEST(sameSecret("", ""));
  BOOST_TEST(sameSecret("abc", "abc"));
  BOOST_TEST(!sameSecret("abc", "abd"));
  BOOST_TEST(!sameSecret("abc", "Abc"));
  BOOST_TEST(!sameSecret("abc", "ab"));
  BOOST_TEST(!sameSecret("", "a"));
  BOOST_TEST(!sameSecret(std::string_view("a\0b", 3), std::string_view("a\0c", 3)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::vault::test
