#pragma once

#include <memory>
#include <utility>

#include "policycalc/http/message.h"

#include "desk/door/desk_door.h"
#include "desk/door/signed_in.h"

namespace policycalc::desk {

/// Makes answers for DeskDoor::add() from member functions of `endpoints`, which take no query.
template <typename Endpoints>
auto callsOf(std::shared_ptr<Endpoints> endpoints) {
  using Member = http::Response (Endpoints::*)(const http::Request&, const SignedIn&);
  return [endpoints = std::move(endpoints)](Member member) {
    return DeskDoor::withoutQuery(
        [endpoints, member](const http::Request& request, const SignedIn& who) {
          return ((*endpoints).*member)(request, who);
        });
  };
}

}  // namespace policycalc::desk
