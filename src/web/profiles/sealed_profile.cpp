#include "policycalc/web/profiles/sealed_profile.h"

#include <stdexcept>

#include "policycalc/facts/retired.h"
#include "policycalc/json/reader.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/profiles/left_out.h"
#include "policycalc/web/service_sealed.h"

namespace policycalc::web {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr std::string_view kLeftOut = "left_out";

}  // namespace

void sealProfile(store::SavedProfile& profile, std::string_view answers, Consent consent,
                 const vault::AccessCode& code, const vault::ServiceKeys& service_keys) {
  const vault::Key key = vault::Key::random();
  profile.may_help = consent.help;
  profile.may_notify = consent.notify;
  profile.sealed = vault::seal(answers, key, profile.lookup);
  profile.key_by_code =
      vault::wrap(key, vault::codeKey(code, vault::Purpose::kProfile), profile.lookup);
  profile.key_by_service =
      consent.any() ? vault::wrap(key, service_keys.current, profile.lookup) : std::string();
  profile.keys = idsOf(service_keys);
}

std::string openProfile(const store::SavedProfile& profile, const vault::AccessCode& code) {
  const auto key = vault::unwrap(profile.key_by_code,
                                 vault::codeKey(code, vault::Purpose::kProfile), profile.lookup);
  auto answers = key ? vault::open(profile.sealed, *key, profile.lookup) : std::nullopt;
  if (!answers) throw std::runtime_error("a saved profile cannot be opened: it was changed");
  return *std::move(answers);
}

store::KeyRecord::Outcome resealProfile(store::SealedRow& row, const vault::ServiceKeys& keys) {
  using Outcome = store::KeyRecord::Outcome;
  if (vault::unwrap(row.key_by_service, keys.current, row.bound_to)) return Outcome::kAsItWas;
  const auto key = keys.unwrap(row.key_by_service, row.bound_to);
  if (!key) return Outcome::kUnreadable;
  row.key_by_service = vault::wrap(*key, keys.current, row.bound_to);
  return Outcome::kResealed;
}

std::string renewedAnswers(const std::string& answers, const catalogue::Catalogue& catalogue) {
  const auto document = json::read("{" + answers + "}");
  if (!document.ok()) throw std::runtime_error("a saved profile is no JSON");
  std::vector<facts::Renewal> renewals;
  std::vector<std::string> left_out;
  return renderedMembers([&](json::Writer& writer) {
    for (const json::Member& member : document->members) {
      if (member.key == kLeftOut) continue;
      writer.key(member.key);
      if (member.key != "profile") {
        writer.value(member.value);
        continue;
      }
      facts::RenewedProfile renewed = facts::renew(member.value, catalogue.vocabulary());
      writer.value(renewed.profile);
      left_out = stillLeftOut(document->find(kLeftOut), renewed.profile, catalogue);
      renewals = std::move(renewed.renewals);
    }
    // Profiles that were saved before there were marks have none.
    writeStrings(writer.key(kLeftOut), left_out);
    writeRenewals(writer.key("renewals"), renewals);
  });
}

sys_seconds expiryAfter(sys_seconds now, int kept) {
  return base::beginInChina(base::Date(base::dayInChina(now).days() + days(kept + 1)));
}

base::Date lastDay(sys_seconds expires_at) {
  return base::dayInChina(expires_at - seconds(1));
}

}  // namespace policycalc::web
