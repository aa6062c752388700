#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "policycalc/http/endpoint.h"

namespace policycalc::http {

// Each takes an endpoint and gives one that does more. All are safe to call from any thread if
// what they wrap is. The server puts the first six around what it is given, in this order.

/// Echoes the request's id in `X-Request-Id`.
Endpoint withRequestId(Endpoint inner);

/// One line a request, `<id> <method> <route pattern> <status> <ms> <bytes>`, bytes being those of
/// the body that is sent. Never the path, the query, a header or the body: they may tell who asks.
Endpoint withAccessLog(Endpoint inner, LineSink sink);

/// Lets a browser page of any origin read the answers under `prefix` (no credentials), and answers
/// preflights there. An empty prefix switches it off. Paths below `except`, if it is not empty, are
/// left as they are.
Endpoint withCors(Endpoint inner, std::string prefix, std::string except = {});

/// gzip, at the level that favours speed, for bodies above `min_bytes` of compressible types when
/// the client accepts it. A strong ETag becomes weak, as the bytes are no longer the same.
Endpoint withCompression(Endpoint inner, std::size_t min_bytes = 1024);

/// Answers whatever `inner` throws as the failure that `failure_of` says it is (kInternal without
/// one). The answer says nothing about it; `what()` goes to `sink` with the request's id.
Endpoint withErrorGuard(Endpoint inner, LineSink sink, FailureOf failure_of = {});

/// Answers requests that the server refused, so that `inner` sees only whole and valid ones.
Endpoint withLimits(Endpoint inner);

/// For GET and HEAD answers with status 200: adds a strong ETag (over the body, if `inner` gave
/// none) and `Cache-Control: no-cache`, and answers 304 where If-None-Match names it.
Endpoint withEtag(Endpoint inner);

/// Answers 415 unless the body is declared as application/json in UTF-8.
Endpoint requireJson(Endpoint inner);

/// The strong ETag, in its quotes, of these bytes.
std::string etagOf(std::string_view bytes);

/// Whether an If-None-Match value (a list, or `*`) names `etag`; weak comparison.
bool matchesEtag(std::string_view if_none_match, std::string_view etag);

/// `sent` if it is 1-64 characters of [A-Za-z0-9._-], else 32 random hexadecimal digits.
std::string chooseRequestId(std::string_view sent);

}  // namespace policycalc::http
