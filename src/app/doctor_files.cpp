#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/http/static_files.h"

#include "app/doctor.h"
#include "app/workdays_file.h"

namespace policycalc::app {
namespace {

namespace fs = std::filesystem;
using Grade = Finding::Grade;

Finding issues(const char* what, const base::Issues& found) {
  return {Grade::kTrouble, what,
          std::to_string(found.size()) + (found.size() == 1 ? " issue: " : " issues, the first: ") +
              base::formatIssue(found.front()),
          "run `policycalc lint` and correct them"};
}

Finding checkCatalogue(const Settings& settings) {
  const auto files = catalogue::readPolicyFolder(settings.policies);
  if (!files.ok()) return issues("policies", files.error());
  const auto catalogue = catalogue::Catalogue::load(*files);
  if (!catalogue.ok()) return issues("policies", catalogue.error());
  return {Grade::kFine, "policies", "load: " + (*catalogue)->hash(), {}};
}

/// The pages, by which all else is reached.
constexpr const char* kPages[] = {"index.html", "hall.html", "operate.html"};

/// Follows what the pages load: `src="/…"` and `href="/…"` in pages, `from './…'` in scripts. An
/// address without an extension, such as `/measures`, is a page that the service writes itself.
class Webroot {
 public:
  explicit Webroot(fs::path root) : root_(std::move(root)) {}

  /// The first file that is missing; "" if all are there.
  std::string missing() {
    for (const char* page : kPages) visit(root_ / page);
    return missing_;
  }

  std::size_t files() const { return seen_.size(); }

 private:
  void visit(const fs::path& file) {
    if (!missing_.empty() || !seen_.insert(file.lexically_normal()).second) return;
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream),
                           std::istreambuf_iterator<char>()};
    if (!stream || text.empty()) {
      missing_ = file.lexically_normal().string();
      return;
    }
    if (file.extension() == ".html") {
      follow(text, {"src=\"/", '"'}, root_);
      follow(text, {"href=\"/", '"'}, root_);
    } else if (file.extension() == ".js") {
      follow(text, {"from '.", '\''}, file.parent_path());
    }
  }

  struct Reference {
    std::string_view start;  ///< its last character is the first of the path, or the root
    char end;
  };
  void follow(const std::string& text, Reference reference, const fs::path& folder) {
    for (std::size_t at = text.find(reference.start); at != std::string::npos;
         at = text.find(reference.start, at + 1)) {
      std::size_t begin = at + reference.start.size() - 1;
      if (text[begin] == '/') ++begin;
      const std::string address = text.substr(begin, text.find(reference.end, begin) - begin);
      const std::string path = address.substr(0, address.find_first_of("?#"));
      if (fs::path(path).has_extension()) visit(folder / path);
    }
  }

  fs::path root_;
  std::set<fs::path> seen_;
  std::string missing_;
};

}  // namespace

Finding judgeHolidays(const desk::Deadlines& deadlines, base::Date today) {
  base::Date last = today;
  bool provisional = false;
  for (const desk::MatterState state : desk::kMatterStates) {
    const auto due = deadlines.dueDate(state, today);
    if (!due) continue;
    provisional = provisional || due->provisional;
    last = std::max(last, due->day);
  }
  const std::string until = "matters that begin today are due by " + last.toString();
  if (!provisional) return {Grade::kFine, "holidays", until + ", within the table", {}};
  return {Grade::kNote, "holidays", until + ", in a year that hall/workdays.json lacks",
          "add the year once its notice is out: due days count only weekends as off until then"};
}

Findings checkPolicies(const Settings& settings, base::Date today) {
  Findings findings{checkCatalogue(settings)};
  const auto deadlines = readWorkdays(settings.policies);
  findings.push_back(deadlines.ok() ? judgeHolidays(*deadlines, today)
                                    : issues("holidays", deadlines.error()));
  return findings;
}

Finding checkWebroot(const Settings& settings) {
  const auto pages = http::StaticFiles::load(settings.webroot);
  if (!pages.ok()) {
    return {Grade::kTrouble, "pages", settings.webroot + ": " + pages.error().message,
            "name the folder of pages in `webroot`, or install it again"};
  }
  Webroot webroot(settings.webroot);
  const std::string missing = webroot.missing();
  if (missing.empty()) {
    return {Grade::kFine, "pages", std::to_string(webroot.files()) + " files are complete", {}};
  }
  return {Grade::kTrouble, "pages", missing + " is missing or empty", "install the pages again"};
}

}  // namespace policycalc::app
