#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include "store/records.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/database.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"
#include "store/temporary_folder.h"

// SQLite overwrites what is deleted, but not the copies that stay in the slack of a page when it
// spreads rows over its neighbours. With one row a table no page is ever spread; here many are.
// Without `padding` in the schema these cases fail.

namespace desk = policycalc::desk;
using namespace policycalc::store;
using namespace policycalc::store::test;

namespace {

constexpr int kSteps = 1000;
constexpr int kStepsBetweenLooks = 20;  // looking is what takes time

/// `<<number>>` again and again, until there are about `size` bytes.
std::string marked(int number, std::size_t size) {
  const std::string mark = "<<" + std::to_string(number) + ">>";
  std::string text = mark;
  while (text.size() < size) text += mark;
  return text;
}

/// Every number that a file of `folder` holds as marked() writes it.
std::set<int> numbersIn(const TemporaryFolder& folder) {
  std::set<int> numbers;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    for (auto at = bytes.find("<<"); at != std::string::npos; at = bytes.find("<<", at + 1)) {
      const char* const digits = bytes.c_str() + at + 2;
      char* end = nullptr;
      const long number = std::strtol(digits, &end, 10);
      if (end != digits && *end == '>') numbers.insert(static_cast<int>(number));
    }
  }
  return numbers;
}

/// The tables on a writer that does not wait for the disk, which matters only when power fails.
struct UnsyncedStore {
  TemporaryFolder folder;
  sqlite::Place place{folder.database(), std::chrono::seconds(5)};
  sqlite::Database database{openSession(place), place, {.path = place.file, .readers = 1}};
  SavedProfiles profiles{database};
  Feedback feedback{database};
  StaffMembers staff{database};
  Applicants applicants{database};
  Matters matters{database};

  static std::unique_ptr<soci::session> openSession(const sqlite::Place& place) {
    auto session = sqlite::connect(place, sqlite::Access::kReadWrite);
    sqlite::useWriteAheadLog(*session, place.busy_timeout);
    sqlite::migrate(*session, sqlite::schema());
    *session << "PRAGMA synchronous = OFF";
    return session;
  }
};

struct Crowd {
  unsigned seed;
  std::size_t largest;  ///< bytes of the longest text
};
std::ostream& operator<<(std::ostream& out, const Crowd& crowd) {
  return out << "seed " << crowd.seed << ", up to " << crowd.largest << " bytes";
}

/// Small texts share a page, those around 4000 bytes fill one, longer ones need several.
const std::vector<Crowd> kCrowds = {{1, 100},  {1, 400},  {2, 800},  {1, 1500},
                                    {2, 1500}, {3, 2500}, {1, 4000}, {1, 9000}};

/// Draws names, texts and what is done next; the same for the same crowd.
class Draw {
 public:
  explicit Draw(const Crowd& crowd) : engine_(crowd.seed), largest_(crowd.largest) {}

  std::size_t below(std::size_t limit) { return engine_() % limit; }
  std::string text(int number) { return marked(number, below(largest_)); }
  std::string name(int number) { return std::to_string(engine_()) + "-" + std::to_string(number); }
  template <typename Map>
  typename Map::iterator oneOf(Map& map) {
    return std::next(map.begin(), static_cast<std::ptrdiff_t>(below(map.size())));
  }

 private:
  std::mt19937 engine_;
  std::size_t largest_;
};

SavedProfile markedProfile(const std::string& name, int number, Draw& draw) {
  SavedProfile profile = savedProfile(name, draw.text(number));
  profile.key_by_code = marked(number, 80);
  profile.key_by_service = marked(number, 80);
  return profile;
}

/// An applicant with marked texts wherever it is sealed.
Applicant markedApplicant(int number, Draw& draw) {
  Applicant given = applicant("");
  given.key_by_service = marked(number, 80);
  given.sealed_name = marked(number, 40);
  given.sealed = draw.text(number);
  given.authorisation.sealed_by = marked(number, 40);
  return given;
}

/// A matter with a note and a reason.
void openMarkedMatter(UnsyncedStore& store, std::int64_t applicant_id, int number, Draw& draw) {
  const std::string reference = std::to_string(number);
  const std::int64_t id =
      store.matters.open(receivedMatter(applicant_id, reference), {}, actor(1, 110)).id;
  store.matters.addNote(id, draw.text(number), actor(1, 110));
  store.matters.step(id, 1, {desk::MatterState::kPreparing, 0, false, draw.text(number)},
                     actor(1, 120));
}

using Kept = std::map<std::string, int>;

std::set<int> numbersOf(const Kept& kept) {
  std::set<int> numbers;
  for (const auto& [name, number] : kept) numbers.insert(number);
  return numbers;
}

/// Runs `step(number, kept)`, which changes one thing, again and again; now and then the files must
/// hold what is kept, and nothing else.
template <typename Step>
void checkSteps(const TemporaryFolder& folder, const Step& step) {
  Kept kept;
  for (int number = 1; number <= kSteps; ++number) {
    step(number, kept);
    if (number % kStepsBetweenLooks != 0) continue;
    BOOST_REQUIRE_MESSAGE(numbersIn(folder) == numbersOf(kept), "after step " << number);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(CrowdedPages)

BOOST_DATA_TEST_CASE(hold_no_copy_of_an_erased_profile, kCrowds, crowd) {
  UnsyncedStore store;
  Draw draw(crowd);
  std::map<std::string, std::int64_t> revisions;
  checkSteps(store.folder, [&](int number, Kept& kept) {
    const std::size_t choice = kept.empty() ? 0 : draw.below(10);
    if (choice < 5) {
      const std::string name = draw.name(number);
      store.profiles.add(markedProfile(name, number, draw));
      kept[name] = number;
      revisions[name] = 1;
      return;
    }
    const auto one = draw.oneOf(kept);
    if (choice < 7) {
      const SavedProfile next = markedProfile(one->first, number, draw);
      store.profiles.replace(next, revisions[one->first]++, at(150));
      one->second = number;
    } else {
      store.profiles.remove(one->first, at(150));
      kept.erase(one);
    }
  });
}

BOOST_DATA_TEST_CASE(hold_no_copy_of_removed_feedback, kCrowds, crowd) {
  UnsyncedStore store;
  Draw draw(crowd);
  checkSteps(store.folder, [&](int number, Kept& kept) {
    if (kept.empty() || draw.below(5) < 3) {
      FeedbackEntry entry = feedbackEntry(draw.name(number), static_cast<int>(draw.below(1000)));
      entry.sealed_message = draw.text(number);
      entry.sealed_contact = marked(number, 40);
      store.feedback.add(entry);
      kept[entry.reference] = number;
      return;
    }
    const auto one = draw.oneOf(kept);
    store.feedback.remove(one->first);
    kept.erase(one);
  });
}

// Rows of applicants stay, but grow and shrink among their neighbours.
BOOST_DATA_TEST_CASE(hold_no_copy_of_an_erased_applicant, kCrowds, crowd) {
  UnsyncedStore store;
  store.staff.add(staffMember("li.na"), actor(0, 100));
  Draw draw(crowd);
  std::map<std::string, Applicant> given;
  checkSteps(store.folder, [&](int number, Kept& kept) {
    const std::size_t choice = kept.empty() ? 0 : draw.below(10);
    if (choice < 4) {
      const std::string name = std::to_string(number);
      Applicant next = markedApplicant(number, draw);
      next.id = store.applicants.add(next, actor(1, 100)).value_or(0);
      openMarkedMatter(store, next.id, number, draw);
      given[name] = next;
      kept[name] = number;
      return;
    }
    const auto one = draw.oneOf(kept);
    Applicant& next = given[one->first];
    if (choice < 7) {
      next.sealed = draw.text(one->second);
      store.applicants.replace(next, next.revision++, {}, actor(1, 120));
    } else {
      store.applicants.withdraw(next.id, actor(1, 150));
      kept.erase(one);
    }
  });
}

BOOST_AUTO_TEST_SUITE_END()
