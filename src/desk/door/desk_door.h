#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "policycalc/desk/desk.h"
#include "policycalc/desk/rules/permission.h"
#include "policycalc/store/sessions.h"
#include "policycalc/store/staff.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/host_names.h"

namespace policycalc::desk {

/// Somebody who is logged in, as the store knew them when the request came.
struct SignedIn {
  store::StaffMember member;
  Role role = Role::kHandler;
  store::StaffSession session;
};

/// The one way in for the staff: every endpoint of the hall stands behind it, each under exactly
/// one permission. In this order it asks for an allowed Host (else 421), a way that nobody can read
/// along (403 `open_transport`), a session that lasts (401 `signed_out`), for unsafe methods an
/// Origin of ours, if one is sent, and the session's X-CSRF-Token (403 `foreign_origin`,
/// `wrong_csrf`), a password of one's own (403 `password_change_required`, but for kOwnAccount) and
/// the permission (403 `not_permitted`). Only then the media type, the query and the body are
/// looked at. Answers are stored by nobody on their way. Safe from any thread; what it adds to a
/// router keeps it alive.
class DeskDoor : public std::enable_shared_from_this<DeskDoor> {
 public:
  using Answer = std::function<http::Response(const http::Request&, const SignedIn&)>;
  explicit DeskDoor(const Services& services);

  /// Adds a row whose endpoint asks for a session and `permission`.
  void add(web::Routes& routes, web::Operation operation, Permission permission, Answer answer);

  /// Adds the one row that begins a session and so asks for none. It asks for Host, transport and
  /// Origin all the same.
  void addLogin(web::Routes& routes, web::Operation operation, http::Endpoint answer);

  /// For routes without parameters: 400 for a request that has any.
  static Answer withoutQuery(Answer answer);

  /// Why the request may not come in at all; nothing if it may.
  std::optional<http::Response> refuseStranger(const http::Request& request) const;

  /// Who sends the request; nothing without a session that lasts. Notes that they were seen.
  std::optional<SignedIn> whoIs(const http::Request& request) const;

 private:
  std::optional<http::Response> refuseForeign(const http::Request& request) const;
  std::optional<http::Response> refuse(const http::Request& request, const SignedIn& who,
                                       Permission permission) const;
  bool lasts(const store::StaffSession& session) const;

  store::Store& store_;
  std::function<std::chrono::sys_seconds()> now_;
  std::chrono::seconds idle_;
  std::chrono::seconds absolute_;
  HostNames hosts_;
};

}  // namespace policycalc::desk
