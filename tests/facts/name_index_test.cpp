#include "policycalc/facts/name_index.h"

#include <string>

#include <boost/test/unit_test.hpp>

#include "facts/real_facts.h"

namespace policycalc::test {

BOOST_AUTO_TEST_SUITE(NameIndexFinds)

BOOST_AUTO_TEST_CASE(every_name_of_the_vocabulary_and_no_other) {
  const facts::Vocabulary& vocabulary = realFacts().vocabulary;
  const facts::NameIndex index(vocabulary);
  for (facts::FactIndex fact = 0; fact < vocabulary.facts().size(); ++fact) {
    const std::string& id = vocabulary.fact(fact).id;
    BOOST_TEST(index.findFact(id).value() == fact);
    for (const std::string& other :
         {id + "x", "x" + id, id.substr(1), id.substr(0, id.size() - 1)}) {
      BOOST_TEST((index.findFact(other) == vocabulary.find(other)), other);
    }
    // The codes of each fact are its own.
    for (const facts::Fact& owner : vocabulary.facts()) {
      for (const facts::Option& option : owner.options) {
        BOOST_TEST(
            (index.findOption(fact, option.code) == vocabulary.fact(fact).findOption(option.code)),
            id + " " + option.code);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(no_name_that_differs_by_a_nul) {
  using namespace std::string_view_literals;
  const facts::NameIndex index(realFacts().vocabulary);
  BOOST_TEST(!index.findFact({}));
  BOOST_TEST(!index.findFact("employees\0"sv));
  BOOST_TEST(!index.findFact("\0employees"sv));
  BOOST_TEST(index.findFact("employees"sv).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
