#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "policycalc/json/value.h"

namespace policycalc::web {

/// Reads a hand-written JSON file of the program, in which a `description` may be a list of lines.
/// Throws std::logic_error if it is not JSON.
json::Value readDescribed(std::string_view file);

/// The schemas, responses, parameters and headers that API documents refer to, read from the
/// `*.schema.json` files that lie beside the endpoints. Not thread-safe while it is filled.
class Components {
 public:
  /// Section (`schemas`, `responses`, …) and name.
  using Name = std::pair<std::string, std::string>;

  /// Adds the components of each file, `{"schemas":{…},"parameters":{…}}`. Throws std::logic_error
  /// if a file is not JSON or a name appears twice: the files are part of the program.
  void add(std::span<const std::string_view> files);
  void add(Name name, json::Value value);

  /// The component, or null.
  const json::Value* find(const Name& name) const;

  /// `wanted` and everything that these refer to. Throws std::logic_error for a name that no file
  /// holds.
  std::set<Name> closure(const std::set<Name>& wanted) const;

 private:
  std::map<Name, json::Value> all_;
};

}  // namespace policycalc::web
