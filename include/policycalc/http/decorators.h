#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/base/date.h"
#include "policycalc/http/endpoint.h"

namespace policycalc::http {

// Each takes an endpoint and returns one that does more. All are safe to call from any thread if
// the inner endpoint is. The server puts the first six around its endpoint, in this order.

/// Echoes the request's id in `X-Request-Id`.
Endpoint withRequestId(Endpoint inner);

/// One line per request, `<id> <method> <route pattern> <status> <ms> <bytes>`, where the bytes are
/// those of the body that is sent. Never the path, the query, a header or the body: they may tell
/// who asks.
Endpoint withAccessLog(Endpoint inner, LineSink sink);

/// Lets a browser page of any origin read and embed the answers under `prefix` (no credentials),
/// and answers preflights there. An empty prefix switches it off. Paths under `except`, unless it
/// is empty, are left as they are.
Endpoint withCors(Endpoint inner, std::string prefix, std::string except = {});

/// Compresses bodies of compressible types above `min_bytes` with gzip, at a fast level, when the
/// client accepts it. A strong ETag becomes weak, as the bytes are no longer the same.
Endpoint withCompression(Endpoint inner, std::size_t min_bytes = 1024);

/// Answers whatever `inner` throws as the failure that `failure_of` says it is (kInternal without
/// one), under the route that threw it. The answer says nothing about it; what logText() says goes
/// to `sink` with the request's id.
Endpoint withErrorGuard(Endpoint inner, LineSink sink, FailureOf failure_of = {});

/// Answers requests that the server refused, so that `inner` sees only whole and valid ones.
Endpoint withLimits(Endpoint inner);

/// For GET and HEAD answers with status 200: adds a strong ETag (of the body, unless `inner` sets
/// one) and `Cache-Control: no-cache`, and answers 304 if If-None-Match names it.
Endpoint withEtag(Endpoint inner);

/// An operation that is going to end.
struct Deprecation {
  base::Date since;
  std::optional<base::Date> sunset;  ///< the day on which it ends, not before `since`
  std::string page;                  ///< the address of the page that says what to use instead
};

/// Tells with every answer that the operation is deprecated: `Deprecation` (RFC 9745), `Sunset`
/// (RFC 8594) where its end is known, and `Link` to the page. Days begin at UTC.
Endpoint withDeprecation(Endpoint inner, const Deprecation& deprecation);

/// Refuses a body that is not declared as application/json in UTF-8, or is compressed.
Endpoint requireJson(Endpoint inner);

/// A JSON document on each line.
inline constexpr std::string_view kJsonLines = "application/x-ndjson";
/// The same, but a body may also be declared as kJsonLines.
Endpoint requireJsonOrLines(Endpoint inner);

/// The strong ETag, in its quotes, of these bytes.
std::string etagOf(std::string_view bytes);

/// Whether an If-None-Match value (a list, or `*`) names `etag`, by weak comparison.
bool matchesEtag(std::string_view if_none_match, std::string_view etag);

/// `sent` if it is 1-64 characters of [A-Za-z0-9._-], else 32 random hexadecimal digits.
std::string chooseRequestId(std::string_view sent);

}  // namespace policycalc::http
