#include "desk/cases/case_book.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace policycalc::desk {
namespace {

using store::Case;

bool pressesMore(const SeenCase& a, const SeenCase& b) {
  if (comesFirst(a.standing, b.standing)) return true;
  if (comesFirst(b.standing, a.standing)) return false;
  return a.what.reference < b.what.reference;
}

void count(CaseCounts& counts, const SeenCase& seen) {
  if (!seen.isOpen()) return;
  counts.unassigned += seen.isUnassigned() ? 1 : 0;
  switch (seen.standing.urgency) {
    case Urgency::kOverdue:
      ++counts.overdue;
      break;
    case Urgency::kDueSoon:
      ++counts.due_soon;
      break;
    case Urgency::kCalm:
      ++counts.calm;
      break;
  }
}

}  // namespace

bool SeenCase::isUnassigned() const {
  return what.handler_id == 0 &&
         (state == CaseState::kHandedOver || state == CaseState::kInProgress);
}

CasePlace placeOf(const Case& what) {
  return {.county = what.county,
          .unit = what.unit,
          .handler_id = what.handler_id,
          .handed_over = what.handed_over};
}

SeenCase CaseBook::seen(Case what) const {
  SeenCase seen;
  // The store knows no other state than these.
  seen.state = caseStateNamed(what.state).value_or(CaseState::kReceived);
  const base::Date since(
      std::chrono::floor<std::chrono::days>(what.state_since + base::kChinaOffset));
  seen.standing = services_.deadlines.standing(seen.state, since, services_.today());
  seen.what = std::move(what);
  return seen;
}

std::vector<Case> CaseBook::read(const store::CaseQuery& query) const {
  std::vector<Case> cases = services_.store.cases().list(query);
  const auto now = services_.now();
  std::unordered_set<std::int64_t> in_force;
  for (const store::Applicant& each : services_.store.applicants().list(query.county, now)) {
    in_force.insert(each.id);
  }
  const bool all = std::all_of(cases.begin(), cases.end(), [&](const Case& each) {
    return each.erased || in_force.count(each.applicant_id) != 0;
  });
  if (all) return cases;
  services_.store.applicants().endOver(now);
  return services_.store.cases().list(query);
}

CaseList CaseBook::list(const Seat& seat, CaseFilter filter, std::size_t most) const {
  CaseList list;
  narrow(filter, seat);
  if (filter.finds_nothing) return list;
  filter.query.most = most + 1;
  std::vector<Case> found = read(filter.query);
  list.more = found.size() > most;
  if (list.more) found.resize(most);
  for (Case& what : found) {
    if (!sees(seat, placeOf(what))) continue;
    SeenCase one = seen(std::move(what));
    count(list.counts, one);
    const bool is_due = !filter.due || (one.isOpen() && one.standing.urgency == *filter.due);
    const bool is_free = !filter.unassigned || one.isUnassigned();
    if (is_due && is_free) list.cases.push_back(std::move(one));
  }
  std::sort(list.cases.begin(), list.cases.end(), pressesMore);
  return list;
}

std::optional<store::CaseFile> CaseBook::find(const Seat& seat, std::int64_t id) const {
  auto file = services_.store.cases().find(id);
  if (!file || !sees(seat, placeOf(file->what))) return std::nullopt;
  const auto now = services_.now();
  if (file->what.erased || services_.store.applicants().find(file->what.applicant_id, now)) {
    return file;
  }
  services_.store.applicants().endOver(now);
  return services_.store.cases().find(id);
}

}  // namespace policycalc::desk
