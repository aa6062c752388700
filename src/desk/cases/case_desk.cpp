#include "desk/cases/case_desk.h"

#include "desk/cases/case_writer.h"
#include "desk/conflict.h"
#include "desk/door/seat.h"
#include "desk/refusals.h"

namespace policycalc::desk {

using http::Request;
using http::Response;

Response noCase(const Request& request) {
  return refusal(request, 404, "no_case", "没有这个办件。There is no such case.");
}

Response CaseDesk::withCase(const Request& request, const SignedIn& who, const Use& use) const {
  const auto id = web::readId(request.parameters.at("id"));
  const auto file = id ? book_.find(seatOf(who), *id) : std::nullopt;
  return file ? use(*file) : noCase(request);
}

Response CaseDesk::show(const Request& request, const SignedIn& who, std::int64_t id,
                        int status) const {
  const auto file = cases().find(id);
  if (!file) return noCase(request);
  return Response::json(CaseWriter(services_, book_).detail(*file, seatOf(who)), status);
}

Response CaseDesk::answer(const Request& request, const SignedIn& who, std::int64_t id,
                          std::int64_t revision, store::Cases::Change change) const {
  switch (change) {
    case store::Cases::Change::kDone:
      return show(request, who, id);
    case store::Cases::Change::kOtherRevision:
      return changed(request, id, revision);
    case store::Cases::Change::kNone:
      break;
  }
  return noCase(request);
}

Response CaseDesk::changed(const Request& request, std::int64_t id, std::int64_t revision) const {
  StaffRefs staff(services_.store.staff());
  return changedElsewhere(request,
                          "这个办件刚被别人改过，您的修改没有保存，请看过后再改。"
                          "Somebody else has just changed this case and yours was not saved: look "
                          "at it, then change it.",
                          services_.store.audit().since("case", id, revision), staff);
}

}  // namespace policycalc::desk
