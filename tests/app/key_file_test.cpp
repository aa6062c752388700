// The key belongs to its database: no start with another, a lost or a swapped key.
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/api/feedback.h"
#include "policycalc/vault/service_key.h"

#include "app/sealed_hall.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;

/// Checks that the command failed with one line that names both files.
void checkRefused(const SealedHall& hall, const Finished& refused, std::string_view reason) {
  BOOST_TEST(refused.exit_code == 3, refused.err);
  BOOST_TEST(holds(refused.err, hall.key().string()), refused.err);
  BOOST_TEST(holds(refused.err, hall.database().string()), refused.err);
  BOOST_TEST(holds(refused.err, reason), refused.err);
  BOOST_TEST(std::count(refused.err.begin(), refused.err.end(), '\n') == 1, refused.err);
}

/// Starts the service, does `work` with it and ends it.
template <typename Work>
Finished whileServing(const SealedHall& hall, const Work& work) {
  const auto serving = hall.serve();
  BOOST_TEST_REQUIRE(serving->port() != 0);
  work(*serving);
  serving->signal(SIGTERM);
  return serving->wait();
}

void putRandomKey(const fs::path& path) {
  fs::remove(path);
  BOOST_TEST_REQUIRE(vault::loadOrCreateServiceKey(path).ok());
}

/// A database as the program left it before it recorded keys, with one piece of feedback.
std::string tellBeforeKeysWereRecorded(const SealedHall& hall) {
  store::FeedbackEntry entry;
  entry.query_lookup = "lookup";
  entry.kind = "error";
  entry.state = "received";
  api::keepFeedback(hall.open()->feedback(), entry, {"old words", {}},
                    *vault::loadOrCreateServiceKey(hall.key()));
  return entry.reference;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(KeyOfDatabase, SealedHall)

BOOST_AUTO_TEST_CASE(a_lost_key_is_not_replaced_by_a_new_one) {
  whileServing(*this, [&](const Serving& serving) {
    BOOST_TEST(addFirm(serving, 1) == 201);
    BOOST_TEST(!tell(serving, "larger type").empty());
  });
  const std::string kept = keyText();
  fs::remove(key());
  for (const auto& command : {std::vector<std::string>{"serve", "--port", "0"},
                              {"key-file", "check"},
                              {"key-file", "rotate"}}) {
    checkRefused(*this, run(command), "put that key file back");
    BOOST_TEST(!fs::exists(key()));
  }
  std::ofstream(key()) << kept;
  fs::permissions(key(), fs::perms::owner_read | fs::perms::owner_write);
  whileServing(*this, [&](const Serving& serving) { BOOST_TEST(addFirm(serving, 1) == 409); });
}

BOOST_AUTO_TEST_CASE(a_key_is_not_made_again_for_a_database_that_is_still_empty) {
  whileServing(*this, [](const Serving&) {});
  fs::remove(key());
  checkRefused(*this, run({"serve", "--port", "0"}), "belongs to the key");
  BOOST_TEST(!fs::exists(key()));
}

BOOST_AUTO_TEST_CASE(keys_of_two_databases_are_not_taken_for_each_other) {
  const SealedHall other;
  for (const SealedHall* hall : {static_cast<const SealedHall*>(this), &other}) {
    whileServing(*hall,
                 [&](const Serving& serving) { BOOST_TEST(hall->addFirm(serving, 1) == 201); });
  }
  fs::rename(key(), folder() / "aside");
  fs::rename(other.key(), key());
  fs::rename(folder() / "aside", other.key());
  for (const SealedHall* hall : {static_cast<const SealedHall*>(this), &other}) {
    checkRefused(*hall, hall->run({"serve", "--port", "0"}), "does not fit the database");
    checkRefused(*hall, hall->run({"key-file", "check"}), "does not fit the database");
    checkRefused(*hall, hall->run({"key-file", "rotate"}), "does not fit the database");
  }
}

BOOST_AUTO_TEST_CASE(a_mistyped_folder_of_the_key_is_not_made) {
  const fs::path wrong = folder() / "typo" / "x.key";
  const Finished refused = run({"serve", "--port", "0", "--service-key", wrong.string()});
  BOOST_TEST(refused.exit_code == 3);
  BOOST_TEST(holds(refused.err, wrong.string()));
  BOOST_TEST(holds(refused.err, "its folder does not exist"));
  BOOST_TEST(!fs::exists(wrong.parent_path()));
}

BOOST_AUTO_TEST_CASE(an_older_database_takes_the_key_that_opens_it) {
  const std::string reference = tellBeforeKeysWereRecorded(*this);
  whileServing(*this, [](const Serving&) {});
  BOOST_TEST(holds(run({"feedback", "show", reference}).out, "old words"));
  BOOST_TEST(holds(run({"key-file", "check"}).out, "1 piece of feedback"));
  putRandomKey(key());
  checkRefused(*this, run({"serve", "--port", "0"}), "belongs to the key");
}

BOOST_AUTO_TEST_CASE(an_older_database_takes_no_key_that_opens_nothing) {
  tellBeforeKeysWereRecorded(*this);
  const std::string right = keyText();
  fs::remove(key());
  checkRefused(*this, run({"serve", "--port", "0"}), "a key sealed");
  putRandomKey(key());
  checkRefused(*this, run({"serve", "--port", "0"}), "which another key sealed");
  BOOST_TEST(!open()->keyRecord().kept().current.has_value());
  std::ofstream(key()) << right;
  whileServing(*this, [](const Serving&) {});
  BOOST_TEST(open()->keyRecord().kept().current.has_value());
}

BOOST_AUTO_TEST_CASE(check_names_what_does_not_open) {
  std::string reference;
  whileServing(*this, [&](const Serving& serving) {
    BOOST_TEST(addFirm(serving, 1) == 201);
    BOOST_TEST(save(serving) == 201);
    reference = tell(serving, "larger type");
  });
  const Finished sound = run({"key-file", "check"});
  BOOST_TEST(sound.exit_code == 0, sound.err);
  BOOST_TEST(holds(sound.out, vault::keyId(*vault::loadOrCreateServiceKey(key()))));
  BOOST_TEST(holds(sound.out,
                   "1 saved profile, 1 piece of feedback, 1 applicant, 0 authenticator apps\n"));
  open()->keyRecord().reseal(store::SealedKind::kFeedback, 0, [](store::SealedRow& row) {
    row.message[30] = row.message[30] == 'A' ? 'B' : 'A';
    return store::KeyRecord::Outcome::kResealed;
  });
  const Finished broken = run({"key-file", "check"});
  BOOST_TEST(broken.exit_code == 1);
  BOOST_TEST(holds(broken.out,
                   "1 saved profile, 0 pieces of feedback, 1 applicant, 0 authenticator apps\n"));
  BOOST_TEST(holds(broken.err, reference + " cannot be opened"));
  // It does not keep the rest from a new key.
  BOOST_TEST(run({"key-file", "rotate"}).exit_code == 1);
  const Finished after = run({"key-file", "check"});
  BOOST_TEST(holds(after.out,
                   "1 saved profile, 0 pieces of feedback, 1 applicant, 0 authenticator apps\n"));
  BOOST_TEST(!holds(after.out, "unfinished"));
}

BOOST_AUTO_TEST_CASE(no_database_is_made_to_be_checked) {
  const fs::path nowhere = folder() / "none.db";
  for (const char* work : {"check", "rotate"}) {
    const Finished refused = test::run({"key-file", work, "--database", nowhere.string()});
    BOOST_TEST(refused.exit_code == 3);
    BOOST_TEST(holds(refused.err, "does not exist"));
    BOOST_TEST(!fs::exists(nowhere));
  }
  BOOST_TEST(run({"key-file"}).exit_code == 2);
  BOOST_TEST(run({"key-file", "dance"}).exit_code == 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
