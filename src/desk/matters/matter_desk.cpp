#include "desk/matters/matter_desk.h"

#include "desk/conflict.h"
#include "desk/door/seat.h"
#include "desk/matters/matter_writer.h"
#include "desk/refusals.h"

namespace policycalc::desk {

using http::Request;
using http::Response;

Response noMatter(const Request& request) {
  return refusal(request, 404, "no_matter", "没有这个办件。There is no such matter.");
}

Response MatterDesk::withCase(const Request& request, const SignedIn& who, const Use& use) const {
  const auto id = web::readId(request.parameters.at("id"));
  const auto file = id ? book_.find(seatOf(who), *id) : std::nullopt;
  return file ? use(*file) : noMatter(request);
}

Response MatterDesk::show(const Request& request, const SignedIn& who, std::int64_t id,
                          int status) const {
  const auto file = matters().find(id);
  if (!file) return noMatter(request);
  return Response::json(MatterWriter(services_, book_).detail(*file, seatOf(who)), status);
}

Response MatterDesk::answer(const Request& request, const SignedIn& who, std::int64_t id,
                            std::int64_t revision, store::Matters::Change change) const {
  switch (change) {
    case store::Matters::Change::kDone:
      return show(request, who, id);
    case store::Matters::Change::kOtherRevision:
      return changed(request, id, revision);
    case store::Matters::Change::kNone:
      break;
  }
  return noMatter(request);
}

Response MatterDesk::changed(const Request& request, std::int64_t id, std::int64_t revision) const {
  StaffRefs staff(services_.store.staff());
  return changedElsewhere(
      request,
      "这个办件刚被别人改过，您的修改没有保存，请看过后再改。"
      "Somebody else has just changed this matter and yours was not saved: look "
      "at it, then change it.",
      services_.store.audit().since("matter", id, revision), staff);
}

}  // namespace policycalc::desk
