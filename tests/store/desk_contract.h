#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "policycalc/store/store.h"

namespace policycalc::store::test {

/// One promise of the desk's part of the store: Applicants, Matters, Handlers and AuditTrail, which
/// know of each other. To be kept by every implementation. Starts from an empty store.
struct DeskCase {
  const char* name;
  void (*check)(Store&);
};

std::ostream& operator<<(std::ostream& out, const DeskCase& contract_case);

const std::vector<DeskCase>& applicantsContract();
const std::vector<DeskCase>& authorisationsContract();
const std::vector<DeskCase>& mattersContract();
const std::vector<DeskCase>& handlersContract();
const std::vector<DeskCase>& auditContract();

/// A new active clerk of the county 360702; the id.
std::int64_t addClerk(Store& store, const std::string& login = "li.na");

/// `seconds` after 2026-01-01, from one address.
Actor actor(std::int64_t staff_id, int seconds);

/// Of the county 360702, without a firm; authorised on paper, for matters too, until `at(1000)`.
Applicant applicant(const std::string& name);

/// As applicant(), of that firm.
Applicant applicantOfFirm(const std::string& firm, const std::string& county = "360702");

/// As applicant(), but authorised by the code of the saved profile `lookup`.
Applicant applicantByCode(const std::string& lookup);

/// Nobody finds or changes that applicant at that time.
void expectGone(Store& store, std::int64_t id, int seconds);

/// As applicant(), kept at `at(100)`; the id.
std::int64_t addApplicant(Store& store, std::int64_t staff_id, const std::string& name = "name");

/// Received from that applicant: the measure 11.1.1a for the unit big_data, as `at(100)` and by
/// nobody.
Matter hallMatter(std::int64_t applicant_id, const std::string& reference);

/// As hallMatter(), with the documents `licence` and `statement`, opened at `at(seconds)`; the id.
std::int64_t openMatter(Store& store, std::int64_t staff_id, const Matter& what, int seconds = 110);

/// Refused with kConstraint.
void expectRefused(const std::function<void()>& call);

/// `action object revision fields…; ` of each entry about that object, the earliest first.
std::string trailOf(Store& store, const std::string& object, std::int64_t object_id);

/// Hostile to SQL, JSON, HTML and terminals, with characters beyond the basic plane.
inline const std::string kHostile = "'; DROP TABLE applicant -- \"\\%:x ?\r\n\t<b>𠮷\u202e";

}  // namespace policycalc::store::test
