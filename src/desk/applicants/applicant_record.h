#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "policycalc/facts/profile.h"
#include "policycalc/json/value.h"
#include "policycalc/json/writer.h"
#include "policycalc/vault/sealing.h"

#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

/// What each text under an applicant's key is sealed for: one kind cannot be put in another's
/// place.
namespace sealed_as {
inline constexpr std::string_view kName = "applicant/name";
inline constexpr std::string_view kProfile = "applicant/profile";
inline constexpr std::string_view kGivenBy = "applicant/given_by";
inline constexpr std::string_view kNote = "matter/note";
inline constexpr std::string_view kReason = "matter/reason";
}  // namespace sealed_as

/// Where a fact of a profile comes from.
struct FactOrigin {
  bool verified = false;      ///< somebody saw the original; else the applicant said so
  std::int64_t staff_id = 0;  ///< who wrote it down
  std::chrono::sys_seconds at{};

  bool operator==(const FactOrigin&) const = default;
};

/// What is kept sealed of an applicant, beside the name.
struct ApplicantRecord {
  std::string contact;
  json::Value profile;  ///< an object that readProfile() read when it was stored, or renewed since
  std::map<std::string, FactOrigin, std::less<>> provenance;  ///< by the fact's id
  std::vector<facts::Renewal> renewals;  ///< what an earlier vocabulary had said otherwise
};

/// An applicant's own key, as the service keeps it, and back. Opening throws std::runtime_error,
/// which tells nothing of it, where it was changed or is another service's.
std::string wrapApplicantKey(const vault::Key& key, const vault::Key& service_key);
vault::Key openApplicantKey(std::string_view key_by_service, const vault::Key& service_key);

/// What vault::seal() sealed under an applicant's key; throws as openApplicantKey() does.
std::string openSealed(std::string_view sealed, const vault::Key& key, std::string_view as);

/// An applicant's name for a line among others; where it cannot be opened a text that says so,
/// since one that was changed must not hide all the others.
std::string nameForList(std::string_view sealed_name, std::string_view key_by_service,
                        const vault::Key& service_key);

std::string sealRecord(const ApplicantRecord& record, const vault::Key& key);
/// In the words of `vocabulary`, see facts::renew(). Throws as openApplicantKey() does.
ApplicantRecord openRecord(std::string_view sealed, const vault::Key& key,
                           const facts::Vocabulary& vocabulary);

/// The profile as today's vocabulary knows it: what that cannot read any more is left out.
facts::Profile profileOf(const ApplicantRecord& record, const facts::Vocabulary& vocabulary);

/// `{"fact":{"by":"declared|verified","staff":{…},"at":…}}`.
void writeProvenance(json::Writer& writer, const ApplicantRecord& record, StaffRefs& staff);

}  // namespace policycalc::desk
