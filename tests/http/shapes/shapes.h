#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The table shapes.txt: what arrives on a connection, and what comes of it. The file says how it is
// written.
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

/// Throws std::runtime_error with the line number when the table is malformed.
std::vector<Shape> readShapes(std::string_view table);
/// The committed table.
std::vector<Shape> loadShapes();

}  // namespace policycalc::http::test
