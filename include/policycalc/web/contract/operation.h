#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "policycalc/http/failure.h"
#include "policycalc/http/router.h"

namespace policycalc::web {

/// One refusal of an operation: its failure, which has a status, and the name of the response under
/// `components/responses` that describes it. `codes` tells which issue codes this operation refuses
/// with; without it the response's own description holds.
struct Refusal {
  http::Failure failure;
  std::string_view response;
  std::string_view codes = {};

  constexpr Refusal with(std::string_view words) const { return {failure, response, words}; }
};

/// The refusals that operations share.
namespace refused {
using http::Failure;
inline constexpr Refusal kInvalid{Failure::kInvalid, "Invalid"};
inline constexpr Refusal kNoCode{Failure::kNoCredentials, "NoCode"};
inline constexpr Refusal kSignedOut{Failure::kNoCredentials, "SignedOut"};
inline constexpr Refusal kWrongKey{Failure::kNoCredentials, "WrongKey"};
inline constexpr Refusal kNoCodeOrKey{Failure::kNoCredentials, "NoCodeOrKey"};
inline constexpr Refusal kKeyForbidden{Failure::kForbidden, "KeyForbidden"};
inline constexpr Refusal kForbidden{Failure::kForbidden, "Forbidden"};
inline constexpr Refusal kNotFound{Failure::kNotFound, "NotFound"};
inline constexpr Refusal kGone{Failure::kGone, "Gone"};
inline constexpr Refusal kSlowRequest{Failure::kLate, "SlowRequest"};
inline constexpr Refusal kConflict{Failure::kConflict, "Conflict"};
inline constexpr Refusal kLengthRequired{Failure::kLengthRequired, "LengthRequired"};
inline constexpr Refusal kTooLarge{Failure::kBodyTooLarge, "TooLarge"};
inline constexpr Refusal kLongTarget{Failure::kLineTooLong, "LongTarget"};
inline constexpr Refusal kNotJson{Failure::kMediaType, "NotJson"};
inline constexpr Refusal kUnknownHost{Failure::kHostName, "UnknownHost"};
inline constexpr Refusal kTooMany{Failure::kTooManyRequests, "TooMany"};
inline constexpr Refusal kLargeHead{Failure::kHeadersTooLarge, "LargeHead"};
inline constexpr Refusal kFailure{Failure::kInternal, "Failure"};
inline constexpr Refusal kUnavailable{Failure::kUnavailable, "Unavailable"};
}  // namespace refused

inline constexpr std::string_view kJson = "application/json";
inline constexpr std::string_view kJsonLines = "application/x-ndjson";

/// One answer that is not a refusal. `schema` is a name under `components/schemas`, "" for an
/// answer without a body; `headers` are names under `components/headers`.
struct Answer {
  int status;
  std::string_view what;
  std::string_view schema = {};
  std::string_view media = kJson;
  std::vector<std::string_view> headers = {};
};

/// An operation that is going to end: the days as `YYYY-MM-DD`. The page for developers tells what
/// takes its place.
struct Deprecated {
  std::string_view since = {};   ///< "": it is not
  std::string_view sunset = {};  ///< the day on which it ends; "" while that is not decided
};

/// Who may call an operation.
enum class Access : std::uint8_t {
  kAnyone,
  kKey,      ///< a partner with a key, sent as `X-Api-Key`
  kCode,     ///< the owner of a code, sent as `Authorization: Bearer`
  kSession,  ///< staff who are logged in and have `permission`
};

/// The most bytes of a body with a whole profile: several times the longest one.
inline constexpr std::size_t kProfileBody = std::size_t{64} * 1024;

/// One row of the table of routes: what its endpoint promises, as the API document says it. All
/// texts are literals.
struct Operation {
  std::string_view method;
  std::string_view path;  ///< with `{names}`, as the router takes it
  std::string_view id;    ///< for generated clients; unique
  std::string_view tag;
  std::string_view summary;
  std::string_view description = {};
  std::vector<std::string_view> parameters = {};  ///< names under `components/parameters`
  std::string_view body = {};                     ///< the schema of the JSON body it asks for
  std::string_view body_line = {};  ///< the schema of a line, if the body may also be NDJSON
  std::size_t max_body = http::Router::kUsualBody;  ///< bytes
  std::vector<Answer> answers;
  std::vector<Refusal> refusals = {};  ///< those that method, body and access do not imply
  bool etag = false;                   ///< answers a conditional GET
  Access access = Access::kAnyone;
  std::string_view permission = {};  ///< for Access::kSession
  bool takes_code = false;           ///< an owner's code may come with the session
  int cost = 1;                      ///< points of the caller's limit; 0: is never limited
  std::size_t bytes_a_point = 0;     ///< of the body, which costs so much more; 0: costs nothing
  std::string_view scope = {};       ///< that a key needs, if one is sent; "" for none
  Deprecated deprecated = {};
};

}  // namespace policycalc::web
