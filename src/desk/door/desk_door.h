#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/desk/rules/permission.h"
#include "policycalc/store/sessions.h"
#include "policycalc/store/staff.h"
#include "policycalc/web/contract/routes.h"

#include "desk/door/failure_trail.h"
#include "desk/door/host_names.h"
#include "desk/door/second_factor.h"

namespace policycalc::desk {

/// The sender of a request, as the store knew them when it came.
struct SignedIn {
  store::StaffMember member;
  Role role = Role::kHandler;
  store::StaffSession session;
  std::vector<std::int64_t> stands_in_for = {};  ///< see Seat
};

/// The entrance for the staff. Every endpoint of the desk is added through it, with exactly one
/// permission. Before an endpoint is called, the door checks, in this order:
/// - the Host is allowed (else 421);
/// - the transport is private (403 `open_transport`);
/// - the session lasts (401 `signed_out`);
/// - for unsafe methods, the Origin, if there is one, is ours (403 `foreign_origin`) and the
///   X-CSRF-Token is the session's (403 `wrong_csrf`);
/// - the session has shown its second factor, if it has one (403 `second_factor_required`);
/// - the member has chosen their own password (403 `password_change_required`), except for
///   kOwnAccount;
/// - the member has set up a second factor, if one is asked (403 `second_factor_required`), except
///   for kOwnAccount;
/// - the role has the permission (403 `not_permitted`, which the audit trail is told);
/// - the media type.
/// Refusals are counted.
/// Safe from any thread. The routes that it adds to a router keep it alive.
class DeskDoor : public std::enable_shared_from_this<DeskDoor> {
 public:
  using Answer = std::function<http::Response(const http::Request&, const SignedIn&)>;
  DeskDoor(const Services& services, std::shared_ptr<FailureTrail> failures,
           std::shared_ptr<SecondFactor> factor);

  /// Adds a row whose endpoint asks for a session and `permission`.
  void add(web::Routes& routes, web::Operation operation, Permission permission, Answer answer);

  /// The same, open even while the session has yet to show its second factor.
  void addHalfway(web::Routes& routes, web::Operation operation, Permission permission,
                  Answer answer);

  /// Adds the one row that begins a session and so asks for none. It asks for Host, transport and
  /// Origin all the same.
  void addLogin(web::Routes& routes, web::Operation operation, http::Endpoint answer);

  /// An answer that refuses every query parameter with 400.
  static Answer withoutQuery(Answer answer);

  /// The refusal for a wrong Host or transport, or nothing.
  std::optional<http::Response> refuseStranger(const http::Request& request) const;

  /// The sender, or nothing without a session that lasts. Notes the time, so that the session goes
  /// on.
  std::optional<SignedIn> whoIs(const http::Request& request) const;

  /// Whether the session is neither idle for too long nor too old.
  bool lasts(const store::StaffSession& session) const;

 private:
  std::optional<http::Response> refuseForeign(const http::Request& request) const;
  /// What an endpoint asks of a session.
  struct Demand {
    Permission permission = Permission::kOwnAccount;
    bool is_halfway = false;
  };

  void add(web::Routes& routes, web::Operation operation, Demand demand, Answer answer);
  std::optional<http::Response> refuse(const http::Request& request, const SignedIn& who,
                                       Demand demand) const;
  std::optional<http::Response> refuseUnfinished(const http::Request& request, const SignedIn& who,
                                                 Demand demand) const;
  http::Endpoint counted(http::Endpoint endpoint) const;

  store::Store& store_;
  std::function<std::chrono::sys_seconds()> now_;
  std::chrono::seconds idle_;
  std::chrono::seconds absolute_;
  HostNames hosts_;
  std::shared_ptr<FailureTrail> failures_;
  std::shared_ptr<SecondFactor> factor_;
  std::shared_ptr<web::DoorCounters> counters_;
};

}  // namespace policycalc::desk
