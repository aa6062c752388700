#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/catalogue/stories.h"

namespace policycalc::catalogue {
namespace {

namespace fs = std::filesystem;

base::Issue unreadable(const std::string& file, const std::string& why) {
  return {base::Severity::kError, "unreadable", file, "", 0, 0, why};
}

/// Whether the loader reads this file: JSON or contacts.csv.
bool isPolicyFile(const fs::path& path) {
  return path.extension() == ".json" || path.filename() == "contacts.csv";
}

/// Reads the policy files directly in one folder; their names are paths below `root`.
void readInto(const fs::path& root, const fs::path& below, PolicyFiles& files,
              base::Issues& issues) {
  std::error_code error;
  fs::directory_iterator entries(root / below, error);
  if (error) {
    issues.push_back(unreadable((root / below).string(), "the folder cannot be read"));
    return;
  }
  for (const fs::directory_entry& entry : entries) {
    if (!isPolicyFile(entry.path())) continue;
    const std::string path = (below / entry.path().filename()).generic_string();
    // Only files: reading a folder throws.
    std::ifstream stream;
    if (entry.is_regular_file(error)) stream.open(entry.path(), std::ios::binary);
    if (!stream.is_open()) {
      issues.push_back(unreadable(path, "the file cannot be read"));
      continue;
    }
    files.emplace(path, std::string{std::istreambuf_iterator<char>(stream),
                                    std::istreambuf_iterator<char>()});
  }
}

base::Result<PolicyFiles, base::Issues> finish(PolicyFiles files, base::Issues issues) {
  if (!issues.empty()) return issues;
  return files;
}

}  // namespace

base::Result<PolicyFiles, base::Issues> readPolicyFolder(const std::string& folder) {
  PolicyFiles files;
  base::Issues issues;
  readInto(folder, "", files, issues);
  if (issues.empty()) readInto(folder, "measures", files, issues);
  return finish(std::move(files), std::move(issues));
}

base::Result<PolicyFiles, base::Issues> readWorkedCases(const std::string& folder) {
  PolicyFiles files;
  base::Issues issues;
  readInto(folder, "cases", files, issues);
  return finish(std::move(files), std::move(issues));
}

base::Result<PolicyFiles, base::Issues> readStories(const std::string& folder) {
  PolicyFiles files;
  base::Issues issues;
  std::error_code error;
  if (fs::exists(fs::path(folder) / "stories", error)) readInto(folder, "stories", files, issues);
  return finish(std::move(files), std::move(issues));
}

}  // namespace policycalc::catalogue
