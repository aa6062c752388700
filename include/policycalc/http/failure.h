#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <string>
#include <string_view>

namespace policycalc::http {

struct Problem;
struct Request;
struct Response;

/// Everything that keeps a request from its answer, whichever module finds it. What each is
/// answered is decided in failure.cpp and nowhere else.
enum class Failure : std::uint8_t {
  // The bytes on the wire: refused before any endpoint sees the request.
  kLineEnd,
  kRequestLine,
  kVersion,
  kLineTooLong,
  kHeaderLine,
  kHeadersTooLarge,
  kRepeatedHeader,
  kHost,
  kTarget,
  kEscape,
  kPath,
  kContentLength,
  kLengthAndCoding,
  kTransferCoding,
  kLengthRequired,
  kChunk,
  kBodyTooLarge,
  kExpectation,
  kTruncated,
  kLate,
  kFull,  ///< all connections are in use
  // The request as a whole.
  kNoSuchPath,
  kMethod,
  kMediaType,
  kInvalid,  ///< its query or body; the issues say why
  kNoCredentials,
  kForbidden,  ///< the sender is known, and may not do this
  kHostName,   ///< well formed, but not one that the service answers to
  kNotFound,   ///< the path exists, the thing that it names does not
  kGone,       ///< it did, and was removed as its time was over
  kConflict,   ///< with what is stored
  kTooManyRequests,
  // What endpoints work with.
  kBusy,         ///< locked or out of memory: trying again in a second may help
  kStorageFull,  ///< the disk has no space left but for deletions
  kCeiling,      ///< as much is stored as the service keeps of that kind
  kUnavailable,  ///< missing, damaged or unreadable: it must be repaired first
  kInternal,     ///< a fault of this program, or an unknown one
};

/// The failure's status, code and title, with `detail` or, if that is empty, the failure's own
/// text. `code` names more closely what happened (see problem_codes.h).
Problem problemOf(Failure failure, std::string detail = {}, std::string_view code = {});

/// The failure's status. Never throws, even without memory.
int statusOf(Failure failure) noexcept;

/// problemOf() as a response, with Retry-After where waiting may help.
Response failureResponse(Failure failure, const Request& request, std::string detail = {});

/// The same for a `problem` that problemOf() began.
Response failureResponse(Failure failure, const Request& request, const Problem& problem);

/// Says which failure an exception is. Called from many threads at once; must not throw.
using FailureOf = std::function<Failure(const std::exception_ptr&)>;

}  // namespace policycalc::http
