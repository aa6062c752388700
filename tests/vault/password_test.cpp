#include "policycalc/vault/password.h"

#include <limits>
#include <new>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace policycalc::vault::test {
namespace {

const PasswordCost kLeast = PasswordCost::least();

}  // namespace

BOOST_AUTO_TEST_SUITE(PasswordHashes)

BOOST_AUTO_TEST_CASE(the_password_fits_and_no_other) {
  const std::string hash = hashPassword("correct horse", kLeast);
  BOOST_TEST(passwordFits("correct horse", hash));
  for (const std::string& other :
       {std::string(), std::string("correct horsf"), std::string("Correct horse"),
        std::string("correct horse "), std::string("correct hors"),
        std::string("correct horse\0", 14)}) {
    BOOST_TEST(!passwordFits(other, hash), other);
  }
  // Characters after a NUL count.
  const std::string nul("a\0b", 3);
  BOOST_TEST(passwordFits(nul, hashPassword(nul, kLeast)));
  BOOST_TEST(!passwordFits(std::string("a\0c", 3), hashPassword(nul, kLeast)));
}

BOOST_AUTO_TEST_CASE(hashes_are_salted_argon2id_and_name_their_cost) {
  std::set<std::string> seen;
  for (int i = 0; i < 20; ++i) seen.insert(hashPassword("correct horse", kLeast));
  BOOST_TEST(seen.size() == 20U);
  for (const std::string& hash : seen) {
    BOOST_TEST(hash.rfind("$argon2id$v=19$m=8,t=1,p=1$", 0) == 0U);
    BOOST_TEST(hash.find("correct") == std::string::npos);
  }
  BOOST_TEST(hashPassword("correct horse").rfind("$argon2id$v=19$m=65536,t=2,p=1$", 0) == 0U);
}

BOOST_AUTO_TEST_CASE(an_empty_hash_fits_no_password) {
  const std::string hash = hashPassword("correct horse", kLeast);
  for (const std::string& text :
       {std::string(), std::string("correct horse"), hash.substr(1),
        hash.substr(0, hash.size() - 1), hash + "A", hash + std::string(1, '\0'),
        std::string(200, 'A'), std::string(8'000'000, '$'),
        std::string("$argon2id$v=19$m=8,t=1,p=1$$"),
        std::string("$argon2id$v=19$m=4294967295,t=4294967295,p=1$AAAA$AAAA"),
        std::string("$argon2i$v=19$m=8,t=1,p=1$"), "$argon2i" + hash.substr(9)}) {
    BOOST_TEST(!passwordFits("correct horse", text), text.substr(0, 60));
  }
}

BOOST_AUTO_TEST_CASE(another_cost_is_to_be_hashed_anew) {
  const std::string cheap = hashPassword("correct horse", kLeast);
  BOOST_TEST(!needsRehash(cheap, kLeast));
  BOOST_TEST(needsRehash(cheap));
  const PasswordCost more{kLeast.passes + 1, kLeast.memory};
  BOOST_TEST(needsRehash(cheap, more));
  for (const std::string& text : {std::string(), std::string("correct horse"), cheap.substr(1),
                                  std::string(200, 'A'), "$argon2i" + cheap.substr(9)}) {
    BOOST_TEST(needsRehash(text, kLeast), text);
  }
  BOOST_TEST(!needsRehash(hashPassword("correct horse", more), more));
  BOOST_TEST(!needsRehash(hashPassword("correct horse")));
}

BOOST_AUTO_TEST_CASE(many_threads_hash_at_once) {
  std::vector<std::thread> threads;
  std::vector<int> fit(8, 0);
  for (std::size_t i = 0; i < fit.size(); ++i) {
    threads.emplace_back([&fit, i] {
      const std::string password = "password of " + std::to_string(i);
      fit[i] = passwordFits(password, hashPassword(password, kLeast)) ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int one : fit) BOOST_TEST(one == 1);
}

BOOST_AUTO_TEST_CASE(no_password_fits_an_unknown_account) {
  BOOST_TEST(!passwordFitsNobody("", kLeast));
  BOOST_TEST(!passwordFitsNobody("correct horse", kLeast));
  BOOST_TEST(!passwordFitsNobody("correct horse"));
}

BOOST_AUTO_TEST_CASE(lack_of_memory_is_not_a_wrong_password) {
  const PasswordCost huge{1, std::numeric_limits<std::size_t>::max()};
  BOOST_CHECK_THROW(hashPassword("correct horse", huge), std::bad_alloc);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::vault::test
