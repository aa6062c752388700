#include "desk/applicants/name_index.h"

#include "policycalc/desk/rules/comparable_name.h"

#include "desk/applicants/applicant_record.h"

namespace policycalc::desk {

void NameIndex::refresh(const store::Applicants& applicants, const vault::KeyRing& service_key) {
  const std::lock_guard<std::mutex> lock(mutex_);
  for (const store::NameChange& change : applicants.nameChanges(seen_)) {
    seen_ = change.number;
    if (change.sealed_name.empty()) {
      names_.erase(change.applicant_id);
    } else {
      names_[change.applicant_id] =
          comparableName(nameForList(change.sealed_name, change.key_by_service, service_key));
    }
  }
}

std::vector<std::int64_t> NameIndex::find(std::string_view part) const {
  const std::string wanted = comparableName(part);
  std::vector<std::int64_t> found;
  if (wanted.empty()) return found;
  const std::lock_guard<std::mutex> lock(mutex_);
  for (const auto& [id, name] : names_) {
    if (name.find(wanted) != std::string::npos) found.push_back(id);
  }
  return found;
}

std::vector<std::int64_t> NameIndex::named(std::string_view name) const {
  const std::string wanted = comparableName(name);
  std::vector<std::int64_t> found;
  const std::lock_guard<std::mutex> lock(mutex_);
  for (const auto& [id, each] : names_) {
    if (each == wanted) found.push_back(id);
  }
  return found;
}

std::size_t NameIndex::size() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return names_.size();
}

}  // namespace policycalc::desk
