#include "live/older_profile.h"

#include "policycalc/vault/access_code.h"
#include "policycalc/web/profiles/sealed_profile.h"

namespace policycalc::live {

std::string keepOlderProfile(const LiveService& service, bool help, std::string_view profile) {
  const vault::AccessCode code = vault::AccessCode::random();
  store::SavedProfile saved;
  saved.lookup = vault::lookupId(code, vault::Purpose::kProfile);
  saved.saved_at = service.now();
  saved.expires_at = web::expiryAfter(service.now(), 30);
  std::string answers = R"("profile":)";
  answers.append(profile).append(R"(,"as_of":null,"needs":["rights"])");
  web::sealProfile(saved, answers, {.help = help, .notify = false}, code, service.serviceKey());
  service.store().savedProfiles().add(saved);
  return code.text();
}

}  // namespace policycalc::live
