#pragma once

#include <functional>
#include <string>

#include "policycalc/desk/desk.h"

#include "desk/door/desk_door.h"
#include "desk/matters/matter_book.h"
#include "desk/matters/matter_view.h"

namespace policycalc::desk {

/// 404: there is no such matter, or the seat does not see it. Both get the same answer.
http::Response noMatter(const http::Request& request);

using UseMatter = std::function<http::Response(const store::MatterFile&)>;

/// The answer of `use` for the matter of the path `{id}`, or noMatter().
http::Response withMatter(const MatterBook& book, const http::Request& request, const SignedIn& who,
                          const UseMatter& use);

/// What else an answer about a matter has.
struct AlsoShown {
  int status = 200;
  std::string query_code = {};  ///< a new one, for this answer only; "" for none
};

/// The matter in full, with its ETag.
http::Response showMatter(const MatterBook& book, const SignedIn& who, const MatterView& view,
                          const AlsoShown& also = {});

/// The matter after a change by `who`, who sees the result even if the change took the matter out
/// of their sight; 404 if it is gone, 409 matterChanged() if it had another revision.
http::Response answerChange(const MatterBook& book, const http::Request& request,
                            const SignedIn& who, std::int64_t id, std::int64_t revision,
                            store::Matters::Change change);

/// 409 that lists what has changed since `revision`.
http::Response matterChanged(const MatterBook& book, const http::Request& request, std::int64_t id,
                             std::int64_t revision);

}  // namespace policycalc::desk
