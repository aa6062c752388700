#include "desk/matters/query_code.h"

#include <string>

#include "policycalc/web/query_code.h"
#include "policycalc/web/refusals.h"

#include "desk/applicants/applicant_record.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_body.h"

namespace policycalc::desk {

using http::Request;
using http::Response;

Response makeQueryCode(const MatterBook& book, const Request& request, const SignedIn& who) {
  return withMatter(book, request, who, [&](const store::MatterFile& file) {
    const Services& services = book.services();
    const store::Matter& matter = file.matter;
    const auto body = readUndo(request.body);
    if (!body.ok()) return web::invalid(request, body.error());
    if (matter.erased) return refusal(request, DeskFailure::kClosed);
    if (!mayMakeQueryCode(matter, seatOf(who))) return noMatter(request);
    if (body->revision != matter.revision) {
      return matterChanged(book, request, matter.id, body->revision);
    }
    const std::string code = web::newQueryCode();
    const std::string hash =
        web::queryCodeHash(web::readQueryCode(code).value(),
                           openApplicantKey(matter.key_by_service, services.service_key));
    if (!services.store.askedMatters().replaceCode(matter.id, hash,
                                                   actorOf(request, who, services.now()))) {
      return noMatter(request);
    }
    auto next = book.matters().find(matter.id, services.now());
    if (!next) return noMatter(request);
    return showMatter(book, who, viewOf(*std::move(next), services), {.query_code = code});
  });
}

}  // namespace policycalc::desk
