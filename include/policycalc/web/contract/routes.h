#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/http/gate.h"
#include "policycalc/http/router.h"
#include "policycalc/web/contract/operation.h"

namespace policycalc::web {

/// The hand-written parts of one API document.
struct DocumentParts {
  std::string_view frame;                     ///< JSON: `openapi`, `info`, `servers`, `tags`
  std::span<const std::string_view> schemas;  ///< the product's `*.schema.json` files
};

/// The table of one product's routes. A row registers its endpoint with the router and is what the
/// API document says of it, so that no route exists without its row. Used from one thread, before
/// the router is shared.
class Routes {
 public:
  /// `router` outlives the table.
  explicit Routes(http::Router& router) : router_(router) {}
  /// Puts something around the endpoint of an operation.
  using Around = std::function<http::Endpoint(const Operation&, http::Endpoint)>;
  /// The endpoints of rows with a body, which anyone may send, work within `gate`. `limited` is put
  /// around each row that costs something.
  Routes(http::Router& router, std::shared_ptr<http::Gate> gate, Around limited = {})
      : router_(router), gate_(std::move(gate)), limited_(std::move(limited)) {}

  /// Adds a row. Before `endpoint` is asked, a row with a body refuses other media types than JSON,
  /// and a row without parameters refuses a query; a row with an ETag answers conditional requests.
  void add(Operation operation, http::Endpoint endpoint);

  /// Adds a row whose endpoint checks media type and query itself. A deprecated row says so with
  /// every answer. Throws std::logic_error if its days are not days, or its end is less than a
  /// year after its deprecation.
  void addAsIs(Operation operation, http::Endpoint endpoint);

  /// Adds the row of the API document, which describes every row of the table, this one included.
  /// Call it last. Throws std::logic_error if a row names a component that no file holds. `guard`
  /// may refuse a reader.
  using Guard = std::function<std::optional<http::Response>(const http::Request&)>;
  void addDocument(Operation operation, const DocumentParts& parts,
                   const catalogue::Catalogue& catalogue, Guard guard = {});

 private:
  http::Router& router_;
  std::shared_ptr<http::Gate> gate_;  ///< null: none
  Around limited_;                    ///< empty: no row costs anything
  std::vector<Operation> operations_;
};

}  // namespace policycalc::web
