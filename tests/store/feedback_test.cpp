
#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreFeedback)

void refused(Feedback& feedback, const FeedbackEntry& entry) {
  BOOST_CHECK_EXCEPTION(feedback.add(entry), StoreError, [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kConstraint;
  });
}

BOOST_FIXTURE_TEST_CASE(unknown_one_is_not_there, FreshStore) {
  Feedback& feedback = store.feedback();
  BOOST_TEST(!feedback.find("F-1").has_value());
  BOOST_TEST(!feedback.stateOf("q").has_value());
  BOOST_TEST(!feedback.setState("F-1", "answered", at(5)));
  BOOST_TEST(!feedback.remove("F-1"));
  BOOST_TEST(feedback.list().empty());
}

BOOST_FIXTURE_TEST_CASE(added_one_is_found_whole, FreshStore) {
  Feedback& feedback = store.feedback();
  const FeedbackEntry entry = feedbackEntry("F-1");
  feedback.add(entry);
  BOOST_TEST((feedback.find("F-1") == entry));
  BOOST_TEST((feedback.stateOf(entry.query_lookup) == std::optional<std::string>("received")));
  // The reference is no secret and opens nothing, nor does the lookup name anything.
  BOOST_TEST(!feedback.stateOf("F-1").has_value());
  BOOST_TEST(!feedback.find(entry.query_lookup).has_value());
}

BOOST_FIXTURE_TEST_CASE(taken_names_are_refused, FreshStore) {
  Feedback& feedback = store.feedback();
  feedback.add(feedbackEntry("F-1"));
  refused(feedback, feedbackEntry("F-1"));
  FeedbackEntry same_code = feedbackEntry("F-2");
  same_code.query_lookup = feedbackEntry("F-1").query_lookup;
  refused(feedback, same_code);
  FeedbackEntry same_reference = feedbackEntry("F-1");
  same_reference.query_lookup = "another";
  refused(feedback, same_reference);
  BOOST_TEST(feedback.list().size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(empty_names_and_nul_are_refused, FreshStore) {
  Feedback& feedback = store.feedback();
  const std::string nul(1, '\0');
  refused(feedback, feedbackEntry(""));
  for (std::string FeedbackEntry::*text :
       {&FeedbackEntry::reference, &FeedbackEntry::query_lookup, &FeedbackEntry::kind,
        &FeedbackEntry::measure, &FeedbackEntry::catalogue, &FeedbackEntry::state,
        &FeedbackEntry::sealed_message, &FeedbackEntry::sealed_contact}) {
    FeedbackEntry entry = feedbackEntry("F-1");
    entry.*text += nul;
    refused(feedback, entry);
  }
  FeedbackEntry nameless = feedbackEntry("F-1");
  nameless.query_lookup = "";
  refused(feedback, nameless);
  BOOST_TEST(feedback.list().empty());
}

BOOST_FIXTURE_TEST_CASE(only_known_kinds_and_states_are_taken, FreshStore) {
  Feedback& feedback = store.feedback();
  for (const char* const word : {"", "praise", "Error", "received "}) {
    FeedbackEntry entry = feedbackEntry("F-1");
    entry.kind = word;
    refused(feedback, entry);
    entry = feedbackEntry("F-1");
    entry.state = word;
    refused(feedback, entry);
  }
  for (const char* const kind : {"error", "objection", "suggestion"}) {
    FeedbackEntry entry = feedbackEntry(kind);
    entry.kind = kind;
    feedback.add(entry);
  }
  for (const char* const state : {"in_progress", "answered", "declined", "received"}) {
    BOOST_TEST(feedback.setState("error", state, at(50)));
    BOOST_TEST(feedback.find("error")->state == state);
  }
  for (const std::string& state : {std::string("done"), std::string(), std::string(1, '\0')}) {
    BOOST_CHECK_EXCEPTION(
        feedback.setState("error", state, at(60)), StoreError,
        [](const StoreError& error) { return error.kind() == StoreError::Kind::kConstraint; });
  }
  BOOST_TEST((feedback.find("error")->changed_at == at(50)));
}

BOOST_FIXTURE_TEST_CASE(list_is_newest_first, FreshStore) {
  Feedback& feedback = store.feedback();
  for (const auto& [reference, received] :
       {std::pair("middle", 20), std::pair("oldest", 10), std::pair("newest", 30),
        std::pair("middle, stored later", 20)}) {
    feedback.add(feedbackEntry(reference, received));
  }
  std::vector<std::string> order;
  for (const FeedbackEntry& entry : feedback.list()) order.push_back(entry.reference);
  const std::vector<std::string> expected = {"newest", "middle, stored later", "middle", "oldest"};
  BOOST_TEST(order == expected, boost::test_tools::per_element());
  BOOST_TEST((feedback.list().back() == feedbackEntry("oldest", 10)));
}

BOOST_FIXTURE_TEST_CASE(only_the_state_changes, FreshStore) {
  Feedback& feedback = store.feedback();
  feedback.add(feedbackEntry("F-1"));
  feedback.add(feedbackEntry("F-2"));
  BOOST_TEST(feedback.setState("F-1", "answered", at(500)));
  FeedbackEntry expected = feedbackEntry("F-1");
  expected.state = "answered";
  expected.changed_at = at(500);
  BOOST_TEST((feedback.find("F-1") == expected));
  BOOST_TEST((feedback.stateOf(expected.query_lookup) == std::optional<std::string>("answered")));
  BOOST_TEST((feedback.find("F-2") == feedbackEntry("F-2")));
  // Setting what it is already counts as done.
  BOOST_TEST(feedback.setState("F-1", "answered", at(500)));
}

BOOST_FIXTURE_TEST_CASE(removed_one_is_gone, FreshStore) {
  Feedback& feedback = store.feedback();
  feedback.add(feedbackEntry("F-1"));
  feedback.add(feedbackEntry("F-2"));
  BOOST_TEST(feedback.remove("F-1"));
  BOOST_TEST(!feedback.remove("F-1"));
  BOOST_TEST(!feedback.stateOf(feedbackEntry("F-1").query_lookup).has_value());
  BOOST_TEST(feedback.list().size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(every_text_survives, FreshStore) {
  Feedback& feedback = store.feedback();
  FeedbackEntry entry = feedbackEntry("'; DROP TABLE feedback --");
  while (entry.sealed_message.size() < (1U << 18U)) entry.sealed_message += "异议 \"'\\%:x\r\n𠮷";
  entry.measure = "";
  entry.sealed_contact = "";
  feedback.add(entry);
  BOOST_TEST((feedback.find(entry.reference) == entry));
  BOOST_TEST(!feedback.find("' OR '1'='1").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
