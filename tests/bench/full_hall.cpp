#include "bench/full_hall.h"

#include <cstdio>
#include <string>

#include <soci/soci.h>

#include "store/sqlite/connection.h"

namespace policycalc::bench {
namespace {

using desk::test::Browser;

constexpr std::array kCounties{"360702", "360703", "360704"};
constexpr int kCountyCount = static_cast<int>(kCounties.size());

std::string numbered(const char* format, int number) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), format, number);
  return text.data();
}

// Row n of the copies is matter n + 1: the first is the one that was opened. Its state, people and
// days follow from n, so that each view has its share; every sixteenth is closed.
constexpr const char* kMixed =
    "UPDATE made SET id = rowid + 1, reference = printf('R%07d', rowid + 1),"
    " applicant_id = 2 + rowid % :applicants,"
    " county = '36070' || (2 + rowid % 3),"
    " owner_id = CASE WHEN rowid % 5 = 0 THEN 0 ELSE owner_id END,"
    " handler_id = CASE WHEN rowid % 4 = 2 THEN :handler ELSE 0 END,"
    " state = CASE WHEN rowid % 16 = 15 THEN 'refused' WHEN rowid % 4 = 0 THEN 'received'"
    " WHEN rowid % 4 = 1 THEN 'preparing' WHEN rowid % 4 = 2 THEN 'in_progress'"
    " ELSE 'handed_over' END,"
    " handed_over = rowid % 4 > 1,"
    " due_day = CASE WHEN rowid % 16 = 15 THEN 0 ELSE due_day + rowid % 41 - 20 END,"
    " soon_day = CASE WHEN rowid % 16 = 15 THEN 0 ELSE soon_day + rowid % 41 - 22 END";

}  // namespace

FullHall::FullHall(const HallSize& size) : size_(size) {
  work_.open();
  addApplicants();
  copyMatters();
  seatPeople();
}

std::string FullHall::nameOf(int applicant) {
  return numbered("甲%05d乙", applicant);
}

std::string FullHall::referenceOf(int matter) {
  return numbered("R%07d", matter);
}

int FullHall::matterOf(int desk, int choice) const {
  // Matter n + 1 belongs to county n % 3; with n % 16 below 4 it is open.
  const int sixteenths = (size_.matters - 1) / 16;
  for (int i = choice % sixteenths;; ++i) {
    const int n = i % sixteenths * 16 + 1;
    if (n % kCountyCount == desk % kCountyCount) return n + 1;
  }
}

void FullHall::addApplicants() {
  for (int i = 1; i <= size_.applicants; ++i) {
    desk::test::help(work_.clerk, desk::test::helpedBody("赣州" + nameOf(i) + "食品有限公司"));
  }
}

void FullHall::copyMatters() {
  const auto session =
      store::sqlite::connect({service().folder() / "store.db"}, store::sqlite::Access::kReadWrite);
  const int copies = size_.matters - 1;
  *session << "BEGIN IMMEDIATE";
  *session << "CREATE TEMP TABLE made AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL"
              " SELECT i + 1 FROM n WHERE i < :copies) SELECT matter.* FROM n, matter",
      soci::use(copies);
  *session << kMixed, soci::use(size_.applicants, "applicants"),
      soci::use(work_.handler_id, "handler");
  *session << "INSERT INTO matter SELECT * FROM made";
  *session << "COMMIT";
}

void FullHall::seatPeople() {
  for (int i = 0; i < size_.desks; ++i) {
    const std::string login = "seat" + std::to_string(i);
    const char* county = kCounties[static_cast<std::size_t>(i) % kCounties.size()];
    if (isClerk(i)) {
      desks_.push_back(desk::test::signedInAt(service(), login, "clerk", county));
    } else if (i % 2 == 0) {
      desks_.push_back(
          desk::test::signedInAt(service(), login, "handler", "", desk::test::kMarketRegulation));
    } else {
      desks_.push_back(desk::test::signedInAt(service(), login, "supervisor", ""));
    }
  }
}

}  // namespace policycalc::bench
