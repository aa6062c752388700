// References and sealed words of feedback.
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/api/feedback.h"
#include "policycalc/store/error.h"

#include "api/feedback/feedback_endpoints.h"
#include "live/live_service.h"

namespace policycalc::api::test {
namespace {

struct Typed {
  std::string typed;
  std::string reference;  ///< "" where it is none
};
std::ostream& operator<<(std::ostream& out, const Typed& row) {
  return out << row.typed;
}

const Typed kTyped[] = {
    {"F-7K3M-9Q", "F-7K3M-9Q"},
    {"f 7k3m 9q", "F-7K3M-9Q"},
    {"7K3M9Q", "F-7K3M-9Q"},
    {"f7k3m9q", "F-7K3M-9Q"},
    {"F-oOiI-lL", "F-0011-11"},
    {"F00000", "F-F000-00"},
    {"FF00000", "F-F000-00"},
    {"7K3M9", ""},
    {"F-7K3M-9QZ", ""},
    {"77K3M9Q", ""},
    {"F-7K3M-9U", ""},
    {"F-7K3M-9*", ""},
    {"", ""},
    {"----", ""},
    {std::string(100'000, 'A'), ""},
    {"F-7K3M-9Q\x1b[31m", ""},
    {"策", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(FeedbackSealing)

BOOST_DATA_TEST_CASE(a_reference_is_read_as_people_type_it, kTyped, row) {
  BOOST_TEST(readReference(row.typed).value_or("") == row.reference);
}

BOOST_AUTO_TEST_CASE(references_are_drawn_at_random) {
  std::set<std::string> drawn;
  for (int i = 0; i < 100; ++i) {
    const std::string reference = randomReference();
    BOOST_TEST(reference.size() == 9U);
    BOOST_TEST(readReference(reference).value_or("") == reference);
    drawn.insert(reference);
  }
  BOOST_TEST(drawn.size() >= 99U);  // of 2^30; two alike among a hundred come once in 200 000 runs
}

BOOST_AUTO_TEST_CASE(a_taken_reference_is_drawn_again) {
  const live::LiveService service;
  store::Feedback& store = service.store().feedback();
  const vault::Key& key = service.serviceKey();
  store::FeedbackEntry entry;
  entry.kind = "suggestion";
  entry.state = "received";
  entry.query_lookup = "first";
  keepFeedback(store, entry, {"甲", {}}, key, [] { return std::string("F-AAAA-AA"); });
  std::vector<std::string> draws{"F-BBBB-BB", "F-AAAA-AA", "F-AAAA-AA"};
  entry.query_lookup = "second";
  keepFeedback(store, entry, {"乙", {}}, key, [&] {
    std::string drawn = draws.back();
    draws.pop_back();
    return drawn;
  });
  BOOST_TEST(entry.reference == "F-BBBB-BB");
  // Sealed for the reference that it got at last.
  BOOST_TEST(openFeedback(*store.find("F-BBBB-BB"), key).value().message == "乙");
  BOOST_TEST(openFeedback(*store.find("F-AAAA-AA"), key).value().message == "甲");
  entry.query_lookup = "third";
  const auto taken = [] { return std::string("F-AAAA-AA"); };
  BOOST_CHECK_THROW(keepFeedback(store, entry, {"丙", {}}, key, taken), store::StoreError);
}

BOOST_AUTO_TEST_CASE(words_open_only_in_their_own_place) {
  const vault::Key key = vault::Key::random();
  store::FeedbackEntry entry;
  entry.reference = "F-AAAA-AA";
  sealFeedback(entry, {"message", "contact"}, key);
  BOOST_TEST(openFeedback(entry, key).value().message == "message");
  BOOST_TEST(!openFeedback(entry, vault::Key::random()).has_value());

  store::FeedbackEntry moved = entry;
  moved.reference = "F-AAAA-AB";
  BOOST_TEST(!openFeedback(moved, key).has_value());
  store::FeedbackEntry swapped = entry;
  std::swap(swapped.sealed_message, swapped.sealed_contact);
  BOOST_TEST(!openFeedback(swapped, key).has_value());
  store::FeedbackEntry broken = entry;
  broken.sealed_contact.back() = broken.sealed_contact.back() == 'A' ? 'Q' : 'A';
  BOOST_TEST(!openFeedback(broken, key).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
