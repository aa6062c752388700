#include "desk/matters/matter_reference.h"

#include <stdexcept>
#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"

namespace policycalc::desk::test {
namespace {

/// A new matter of the applicant, without a reference yet.
store::Matter matterOf(const Casework& desk, const char* measure) {
  store::Matter matter;
  matter.applicant_id = std::stoll(desk.applicantId());
  matter.measure = measure;
  matter.county = kZhanggong;
  matter.unit = kMarketRegulation;
  return matter;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MatterReferences)

BOOST_AUTO_TEST_CASE(a_reference_is_read_in_any_spelling) {
  BOOST_TEST(readMatterReference(" abcd-1234 ").value_or("") == "ABCD1234");
  for (const char* other : {"", "ABCD123", "ABCD12345", "ABCD123!", "ABCD123U"}) {
    BOOST_TEST(!readMatterReference(other).has_value(), other);
  }
  BOOST_TEST(readMatterReference(newMatterReference()).has_value());
}

BOOST_AUTO_TEST_CASE(no_spreadsheet_takes_a_reference_for_a_number_or_a_date) {
  for (int i = 0; i < 2'000; ++i) {
    const std::string reference = newMatterReference();
    BOOST_TEST_REQUIRE(reference.size() == 8U);
    BOOST_TEST_REQUIRE((reference[0] >= 'A' && reference[0] <= 'Z'), reference);
    BOOST_TEST_REQUIRE((reference[1] >= '0' && reference[1] <= '9'), reference);
  }
}

BOOST_AUTO_TEST_CASE(a_taken_reference_is_drawn_again_and_a_broken_generator_is_noticed) {
  const Casework desk;
  store::Matters& matters = desk.service.store().matters();
  const store::Actor actor{desk.clerk_id, "", desk.service.now()};
  int draws = 0;
  const auto taken = [&draws] {
    ++draws;
    return std::string("TAKEN001");
  };
  const auto free_at_third = [&draws] {
    return ++draws < 3 ? std::string("TAKEN001") : std::string("FREE0001");
  };
  const auto first = openUnderFreeReference(matters, matterOf(desk, kAward), {}, actor, taken);
  BOOST_TEST((first.outcome == store::Matters::Opening::kDone));
  BOOST_TEST(draws == 1);

  draws = 0;
  const auto second =
      openUnderFreeReference(matters, matterOf(desk, kFair), {}, actor, free_at_third);
  BOOST_TEST((second.outcome == store::Matters::Opening::kDone));
  BOOST_TEST(draws == 3);
  BOOST_TEST(matters.find(second.id, desk.service.now())->matter.reference == "FREE0001");

  draws = 0;
  BOOST_CHECK_THROW(openUnderFreeReference(matters, matterOf(desk, "11.1.1b"), {}, actor, taken),
                    std::runtime_error);
  BOOST_TEST(draws == 8);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
