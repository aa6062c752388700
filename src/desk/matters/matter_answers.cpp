#include "desk/matters/matter_answers.h"

#include <utility>

#include "desk/conflict.h"
#include "desk/desk_refusals.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_writer.h"

namespace policycalc::desk {

using http::Request;
using http::Response;

Response noMatter(const Request& request) {
  return refusal(request, DeskFailure::kNoMatter);
}

Response withMatter(const MatterBook& book, const Request& request, const SignedIn& who,
                    const UseMatter& use) {
  const auto id = web::readId(request.parameters.at("id"));
  const auto file = id ? book.find(seatOf(who), *id) : std::nullopt;
  return file ? use(*file) : noMatter(request);
}

Response showMatter(const MatterBook& book, const SignedIn& who, const MatterView& view,
                    const AlsoShown& also) {
  const Seat seat = seatOf(who);
  Response response =
      Response::json(MatterWriter(book).detail(view, seat, also.query_code), also.status);
  response.headers.insert_or_assign("ETag", etagOf(view, seat, book));
  return response;
}

Response answerChange(const MatterBook& book, const Request& request, const SignedIn& who,
                      std::int64_t id, std::int64_t revision, store::Matters::Change change) {
  if (change == store::Matters::Change::kOtherRevision) {
    return matterChanged(book, request, id, revision);
  }
  auto file = change == store::Matters::Change::kDone
                  ? book.matters().find(id, book.services().now())
                  : std::nullopt;
  if (!file) return noMatter(request);
  return showMatter(book, who, viewOf(*std::move(file), book.services()));
}

Response matterChanged(const MatterBook& book, const Request& request, std::int64_t id,
                       std::int64_t revision) {
  store::Store& store = book.services().store;
  StaffRefs staff(store.staff());
  return changedElsewhere(request, DeskFailure::kMatterChanged,
                          store.audit().since(AuditObject::kMatter, id, revision), staff);
}

}  // namespace policycalc::desk
