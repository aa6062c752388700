#pragma once

#include <chrono>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "policycalc/store/store.h"

namespace policycalc::store {

// So that a failed check prints the word.
std::ostream& operator<<(std::ostream& out, const AuditEntry& entry);

}  // namespace policycalc::store

namespace policycalc::store::test {

/// `seconds` after 2026-01-01.
std::chrono::sys_seconds at(int seconds);

/// `seconds` after 2026-01-01, from one address.
Actor actor(std::int64_t staff_id, int seconds);

/// An active clerk, made at `at(100)`.
StaffMember staffMember(const std::string& login);

/// A new active clerk of the county 360702; the id.
std::int64_t addClerk(Store& store, const std::string& login = "li.na");

/// Begun at `at(100)`, last seen at `at(110)`.
StaffSession staffSession(const std::string& token_id, std::int64_t staff_id);

/// Begins it with the hash that its member has.
bool logIn(Store& store, const StaffSession& session);

/// Saved at `at(100)`, expires at `at(200)`.
SavedProfile savedProfile(const std::string& lookup, const std::string& sealed = "sealed");

/// Received at `at(received)`; the lookup is made of the reference.
FeedbackEntry feedbackEntry(const std::string& reference, int received = 100);

/// Of the county 360702, without a firm; authorised on paper, for matters too, until `at(1000)`.
Applicant applicant(const std::string& name);

/// As applicant(), of that firm.
Applicant applicantOfFirm(const std::string& firm, const std::string& county = "360702");

/// As applicant(), but authorised by the code of the saved profile `lookup`.
Applicant applicantByCode(const std::string& lookup);

/// Checks that nothing finds or changes that applicant at that time.
void expectGone(Store& store, std::int64_t id, int seconds);

/// As applicant(), kept at `at(100)`; the id.
std::int64_t addApplicant(Store& store, std::int64_t staff_id, const std::string& name = "name");

/// As applicantOfFirm(), kept at `at(100)`; the id.
std::int64_t addFirm(Store& store, std::int64_t staff_id, const std::string& firm,
                     const std::string& county = "360702");

/// Received from that applicant: the measure 11.1.1a for the unit big_data, without a handler.
Matter receivedMatter(std::int64_t applicant_id, const std::string& reference);

/// Opens `matter` with the documents `licence` and `statement` at `at(seconds)`; the id.
std::int64_t openMatter(Store& store, std::int64_t staff_id, const Matter& matter,
                        int seconds = 110);

/// A clerk, an applicant and an open matter `R1`, each the only one.
struct OneMatter {
  explicit OneMatter(Store& store);

  std::int64_t staff;
  std::int64_t applicant_id;
  std::int64_t id;
};

/// The matter as the store keeps it, which must be there.
MatterFile keptMatter(Store& store, std::int64_t id, int seconds = 150);

/// Refused with kConstraint.
void expectRefused(const std::function<void()>& call);

/// What is on the trail except about accounts, the latest first.
std::vector<AuditEntry> deskTrail(Store& store);

/// `action object revision fields…; ` of each entry about that object, the earliest first.
std::string trailOf(Store& store, desk::AuditObject object, std::int64_t object_id);

/// Hostile to SQL, JSON, HTML and terminals, with characters beyond the basic plane.
inline const std::string kHostile = "'; DROP TABLE applicant -- \"\\%:x ?\r\n\t<b>𠮷\u202e";

}  // namespace policycalc::store::test
