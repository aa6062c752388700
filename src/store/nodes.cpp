#include "policycalc/store/nodes.h"

#include "store/database.h"
#include "store/statement.h"
#include "store/values.h"

namespace policycalc::store {
namespace {

struct Row : Node {
  void bind(Statement& query) { query.into(place).into(beats); }
  Node take() const { return *this; }
};

}  // namespace

std::vector<Node> Nodes::beat(const std::string& place) {
  if (place.empty()) refuse("a node needs a place");
  refuseNul("a node", {place});
  std::vector<Node> nodes;
  database_.write([&](soci::session& session) {
    session << "INSERT INTO service_node (place, beats) VALUES (:place, 1) "
               "ON CONFLICT (place) DO UPDATE SET beats = service_node.beats + 1",
        soci::use(place);
    nodes = readRows<Row>(session, "SELECT place, beats FROM service_node ORDER BY place",
                          [](Statement&) {});
  });
  return nodes;
}

void Nodes::remove(const Node& seen) {
  database_.writeAnyway([&](soci::session& session) {
    session << "DELETE FROM service_node WHERE place = :place AND beats = :beats",
        soci::use(seen.place), soci::use(seen.beats);
  });
}

void Nodes::leave(const std::string& place) {
  database_.writeAnyway([&](soci::session& session) {
    session << "DELETE FROM service_node WHERE place = :place", soci::use(place);
  });
}

}  // namespace policycalc::store
