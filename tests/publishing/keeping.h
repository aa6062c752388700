#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/process.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {

/// The policies of this source tree.
std::filesystem::path ownPolicies();

inline bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string textOf(const std::filesystem::path& file);

/// Replaces the first `from` behind `behind` in a file; the test fails if there is none.
void edit(const std::filesystem::path& file, std::string_view behind, std::string_view from,
          std::string_view to);

/// A database on which a service has run, and a copy of the policies that a keeper changes.
class Keeping {
 public:
  Keeping();

  std::string database() const { return (folder_.path() / "store.db").string(); }
  std::filesystem::path policies() const { return folder_.path() / "new"; }
  std::filesystem::path report() const { return folder_.path() / "report"; }

  /// Ends the first measure of item 11 on that day.
  void endAMeasure(const std::string& day = "2999-06-30") const;

  /// `policycalc serve` on the database, with the unchanged policies.
  std::vector<std::string> serve() const;
  Finished tries() const;
  Finished publish(const std::string& why = "换季") const;
  Finished command(std::vector<std::string> words) const;

 private:
  store::test::TemporaryFolder folder_;
};

}  // namespace policycalc::app::test
