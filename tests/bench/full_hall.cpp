#include "bench/full_hall.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include <soci/soci.h>

#include "store/sqlite/connection.h"

namespace policycalc::bench {
namespace {

using desk::test::Browser;

/// The district codes of the city's counties.
std::vector<std::string> counties() {
  const facts::Vocabulary& vocabulary = live::realCatalogue()->vocabulary();
  std::vector<std::string> codes;
  for (const facts::Option& option : vocabulary.facts()[*vocabulary.find("district")].options) {
    if (option.code.starts_with("3607")) codes.push_back(option.code);
  }
  return codes;
}

std::vector<std::string> units() {
  std::vector<std::string> ids;
  for (const auto& unit : live::realCatalogue()->registry().units()) ids.push_back(unit.id);
  return ids;
}

/// A temporary table that numbers these words from 0.
void number(soci::session& session, const std::string& table,
            const std::vector<std::string>& words) {
  session << "CREATE TEMP TABLE " + table + " (n INTEGER PRIMARY KEY, id TEXT)";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto place = static_cast<std::int64_t>(i);
    session << "INSERT INTO " + table + " VALUES (:n, :id)", soci::use(place), soci::use(words[i]);
  }
}

std::string numbered(const char* format, int number) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), format, number);
  return text.data();
}

// Row n of the copies is matter n + 1: the first is the one that was opened. All else follows from
// n, so that each view has its share; every sixteenth is closed, every fifth has no owner.
constexpr const char* kMixed =
    "UPDATE made SET id = rowid + 1, reference = printf('R%07d', rowid + 1),"
    " applicant_id = 2 + rowid % :applicants,"
    " county = (SELECT id FROM counties WHERE n = made.rowid % :counties),"
    " unit = (SELECT id FROM units WHERE n = made.rowid / 7 % :units),"
    " state = CASE WHEN rowid % 16 = 15 THEN 'refused' WHEN rowid % 4 = 0 THEN 'received'"
    " WHEN rowid % 4 = 1 THEN 'preparing' WHEN rowid % 4 = 2 THEN 'in_progress'"
    " ELSE 'handed_over' END,"
    " handed_over = rowid % 4 > 1,"
    " due_day = CASE WHEN rowid % 16 = 15 THEN 0 ELSE due_day + rowid % 41 - 20 END,"
    " soon_day = CASE WHEN rowid % 16 = 15 THEN 0 ELSE soon_day + rowid % 41 - 22 END";

constexpr const char* kPeopled =
    "UPDATE made SET owner_id = CASE WHEN rowid % 5 = 0 THEN 0 ELSE coalesce((SELECT id FROM"
    " staff_member s WHERE s.role = 'clerk' AND s.county = made.county), 0) END,"
    " handler_id = CASE WHEN rowid % 4 = 2 THEN coalesce((SELECT id FROM staff_member s WHERE"
    " s.role = 'handler' AND s.unit = made.unit), 0) ELSE 0 END";

}  // namespace

FullHall::FullHall(const HallSize& size) : size_(size), counties_(counties()) {
  work_.open();
  seatPeople();
  addApplicants();
  copyMatters();
}

std::string FullHall::nameOf(int applicant) {
  return numbered("甲%05d乙", applicant);
}

std::string FullHall::referenceOf(int matter) {
  return numbered("R%07d", matter);
}

int FullHall::matterOf(int desk, int choice) const {
  const int number = static_cast<int>(counties_.size());
  for (int n = 1 + choice % (size_.matters - 1);; n = 1 + n % (size_.matters - 1)) {
    if (n % number == desk % number && n % 16 != 15) return n + 1;
  }
}

void FullHall::addApplicants() {
  for (int i = 1; i <= size_.applicants; ++i) {
    const int desk = i % size_.desks;
    Browser& clerk = desks_[static_cast<std::size_t>(isClerk(desk) ? desk : 0)];
    desk::test::help(clerk, desk::test::helpedBody("赣州" + nameOf(i) + "食品有限公司"));
  }
}

void FullHall::copyMatters() {
  const auto session =
      store::sqlite::connect({service().folder() / "store.db"}, store::sqlite::Access::kReadWrite);
  const int copies = size_.matters - 1;
  const std::vector<std::string> all_units = units();
  const auto county_number = static_cast<std::int64_t>(counties_.size());
  const auto unit_number = static_cast<std::int64_t>(all_units.size());
  number(*session, "counties", counties_);
  number(*session, "units", all_units);
  *session << "BEGIN IMMEDIATE";
  *session << "CREATE TEMP TABLE made AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL"
              " SELECT i + 1 FROM n WHERE i < :copies) SELECT matter.* FROM n, matter",
      soci::use(copies);
  *session << kMixed, soci::use(size_.applicants, "applicants"),
      soci::use(county_number, "counties"), soci::use(unit_number, "units");
  *session << kPeopled;
  *session << "INSERT INTO matter SELECT * FROM made";
  *session << "COMMIT";
}

void FullHall::seatPeople() {
  const std::vector<std::string> all_units = units();
  for (int i = 0; i < size_.desks; ++i) {
    const std::string login = "seat" + std::to_string(i);
    const auto place = static_cast<std::size_t>(i);
    const std::string& county = counties_[place % counties_.size()];
    if (isClerk(i)) {
      desks_.push_back(desk::test::signedInAt(service(), login, "clerk", county));
    } else if (i % 2 == 0) {
      desks_.push_back(desk::test::signedInAt(service(), login, "handler", "",
                                              all_units[place % all_units.size()]));
    } else {
      const bool of_city = i % 5 == 0;
      desks_.push_back(
          desk::test::signedInAt(service(), login, "supervisor", of_city ? "" : county));
    }
  }
}

}  // namespace policycalc::bench
