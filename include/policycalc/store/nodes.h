#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace policycalc::store {

class Database;

/// A service that answers from this database, as it last said.
struct Node {
  std::string place;       ///< where it listens: its host name and port
  std::int64_t beats = 0;  ///< how often it has said that it lives

  bool operator==(const Node&) const = default;
};

/// The services that answer from this database. No time is kept, as their clocks may differ: a
/// service lives as long as its beats go on. Every function may be called from any thread and
/// throws StoreError when the store fails.
class Nodes {
 public:
  /// `database` outlives this object.
  explicit Nodes(Database& database) : database_(database) {}
  Nodes(const Nodes&) = delete;
  Nodes& operator=(const Nodes&) = delete;

  /// Adds a beat to the node at `place`, which may be new, and gives all nodes by place. An empty
  /// place and a NUL are refused with kConstraint.
  std::vector<Node> beat(const std::string& place);

  /// Removes a node, if it has not beaten since it was `seen`.
  void remove(const Node& seen);

  /// Removes the node at `place`: it ends.
  void leave(const std::string& place);

 private:
  Database& database_;
};

}  // namespace policycalc::store
