#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The tables *.txt of this folder: what clients, proxies and attackers put on the wire, and what
// comes of it.
//
//   [group] template     begins a group; {} in the template is where the bytes of each shape go
//   name | outcome | bytes
//
// Bytes: \r \n \t \0 \\ \xHH are single bytes, and {TEXT*N} is TEXT N times. Blanks at both ends do
// not count; a shape that needs one there writes \x20.
//
// Outcome: the status of each answer in order, then how it ends. `200=TEXT` also says what the
// endpoint saw, see sawText(). No shape may ever let a request for a path with `hidden` reach it.
//
//   next    the following request on the connection (GET /next) is served
//   close   the server closes the connection, and the following request is not served
//   still   as close, but the client sends no more and waits: the answer comes without more bytes
//   cut     the client ends its side after these bytes, and then the server closes
//   wait    the client sends no more and waits, and the answer comes at the deadline
//
// The limits are kShapeLimits.
namespace policycalc::http::test {

/// What follows the bytes of a shape, and how its connection ends.
enum class Ending : std::uint8_t { kNext, kClose, kStill, kCut, kWait };

struct Outcome {
  int status = 0;
  std::string saw;  ///< as endpoints see it, see sawText(); "": not said

  bool operator==(const Outcome&) const = default;
};

struct Shape {
  std::string name;  ///< `group: name`
  std::string bytes;
  std::vector<Outcome> outcomes;
  Ending ending = Ending::kClose;
};

/// The request that a connection gets after a shape, unless the shape ends it.
inline constexpr std::string_view kNextRequest = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";

/// Throws std::runtime_error with `name` and the line number when the table is malformed.
std::vector<Shape> readShapes(std::string_view table, const std::string& name);
/// Those of all tables of this folder.
std::vector<Shape> loadShapes();

}  // namespace policycalc::http::test
