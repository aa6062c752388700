#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/facts/profile.h"
#include "policycalc/json/value.h"
#include "policycalc/json/writer.h"
#include "policycalc/vault/key_ring.h"
#include "policycalc/web/query_code.h"

#include "desk/staff/staff_ref.h"

namespace policycalc::desk {

/// The purpose that each text under an applicant's key is sealed for, so that a text of one kind
/// cannot take the place of another. What is stored opens only under the same words, so these never
/// change, whatever the desk calls its matters.
namespace sealed_as {
inline constexpr std::string_view kName = "applicant/name";
inline constexpr std::string_view kProfile = "applicant/profile";
inline constexpr std::string_view kGivenBy = "applicant/given_by";
inline constexpr std::string_view kNote = "case/note";
inline constexpr std::string_view kReason = "case/reason";
inline constexpr std::string_view kEnd = "case/end";
inline constexpr std::string_view kDeed = "case/deed";
inline constexpr std::string_view kRating = web::kRatingWords;
}  // namespace sealed_as

/// Where a fact of a profile comes from.
struct FactOrigin {
  bool verified = false;      ///< staff saw the original; otherwise the applicant said so
  bool left_out = false;      ///< not said but left out of a list, which counts as no
  std::int64_t staff_id = 0;  ///< the member of the staff who wrote it down
  std::chrono::sys_seconds at{};

  bool operator==(const FactOrigin&) const = default;
};

/// The sealed part of an applicant, apart from the name.
struct ApplicantRecord {
  std::string contact;
  json::Value profile;  ///< an object that readProfile() can read, or could when it was stored
  std::map<std::string, FactOrigin, std::less<>> provenance;  ///< by the fact's id
  std::vector<facts::Renewal> renewals;  ///< how facts::renew() changed an older profile
};

/// The blind index of a credit code; "" without one.
std::string firmIndex(std::string_view credit_code, const vault::Key& key);

/// Wraps an applicant's key with the service's key, and opens it again. Opening a key that was
/// changed or is another service's throws std::runtime_error, whose text says nothing about it.
std::string wrapApplicantKey(const vault::Key& key, const vault::Key& service_key);
vault::Key openApplicantKey(std::string_view key_by_service, const vault::KeyRing& service_key);

/// Opens a text that vault::seal() sealed under an applicant's key. Throws as openApplicantKey()
/// does.
std::string openSealed(std::string_view sealed, const vault::Key& key, std::string_view as);

/// An applicant's name, for a list. A name that cannot be opened becomes a text that says so, so
/// that one broken name does not hide the rest of the list.
std::string nameForList(std::string_view sealed_name, std::string_view key_by_service,
                        const vault::KeyRing& service_key);

std::string sealRecord(const ApplicantRecord& record, const vault::Key& key);
/// Opens a record and renews its profile for `catalogue`, see facts::renew(). An answer that
/// today's screens no longer give by leaving it out counts as declared. Throws as
/// openApplicantKey() does.
ApplicantRecord openRecord(std::string_view sealed, const vault::Key& key,
                           const catalogue::Catalogue& catalogue);

/// The answers of the record that the vocabulary can read.
facts::Profile profileOf(const ApplicantRecord& record, const facts::Vocabulary& vocabulary);

/// `{"fact":{"by":"declared|left_out|verified","staff":{…},"at":…}}`.
void writeProvenance(json::Writer& writer, const ApplicantRecord& record, StaffRefs& staff);

}  // namespace policycalc::desk
