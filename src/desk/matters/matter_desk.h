#pragma once

#include <functional>

#include "policycalc/desk/desk.h"

#include "desk/door/desk_door.h"
#include "desk/matters/matter_book.h"

namespace policycalc::desk {

/// One and the same for a matter that is not there and for one that is not theirs to see.
http::Response noMatter(const http::Request& request);

/// The matter of the path `{id}`, as somebody who asks for it sees it.
class MatterDesk {
 public:
  explicit MatterDesk(const Services& services) : services_(services), book_(services) {}

  const Services& services() const { return services_; }
  const MatterBook& book() const { return book_; }
  store::Matters& matters() const { return services_.store.matters(); }

  using Use = std::function<http::Response(const store::MatterFile&)>;
  /// What `use` answers for the matter, or 404.
  http::Response withCase(const http::Request& request, const SignedIn& who, const Use& use) const;

  /// The matter in full as it is now; for somebody who has just changed it, even where that took it
  /// out of their sight.
  http::Response show(const http::Request& request, const SignedIn& who, std::int64_t id,
                      int status = 200) const;

  /// What a change by revision came to.
  http::Response answer(const http::Request& request, const SignedIn& who, std::int64_t id,
                        std::int64_t revision, store::Matters::Change change) const;

  /// 409 that tells what was changed since that revision.
  http::Response changed(const http::Request& request, std::int64_t id,
                         std::int64_t revision) const;

 private:
  const Services& services_;
  MatterBook book_;
};

}  // namespace policycalc::desk
