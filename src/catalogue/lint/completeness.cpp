#include <algorithm>
#include <set>

#include "policycalc/base/text.h"

#include "catalogue/lint/families.h"

namespace policycalc::catalogue {
namespace {

/// The pointer of the document in its file.
std::string pointerTo(const Document& document, const Catalogue& catalogue) {
  const auto index = static_cast<std::size_t>(&document - catalogue.registry().documents().data());
  return base::childPointer("/documents", index);
}

/// The chapters define the items, so they must not leave one out.
void checkChapters(const Document& notice, const Catalogue& catalogue, Report& report) {
  int next = 1;
  for (std::size_t i = 0; i < notice.chapters.size(); ++i) {
    const Chapter& chapter = notice.chapters[i];
    if (chapter.first_item != next || chapter.last_item < chapter.first_item) {
      report.add("documents.json",
                 base::childPointer(pointerTo(notice, catalogue) + "/chapters", i), "chapter_gap",
                 "the chapter should begin with item " + std::to_string(next));
    }
    next = chapter.last_item + 1;
  }
}

void checkCells(const Item& item, Report& report) {
  std::set<int> filled;
  for (const Clause& clause : item.clauses) filled.insert(clause.sources.front().cell);
  for (int cell = 1; cell <= item.cells; ++cell) {
    if (filled.count(cell) != 0) continue;
    report.add(item.clauses.front().file, "/clauses", "missing_clause",
               "cell " + std::to_string(cell) + " of item " + std::to_string(item.number) +
                   " has no clause");
  }
}

}  // namespace

void checkCompleteness(const Catalogue& catalogue, Report& report) {
  const Document* notice = catalogue.notice();
  if (notice == nullptr) {
    report.add("documents.json", "/documents", "missing_notice",
               "no document has chapters, so nothing says which items there are");
    return;
  }
  checkChapters(*notice, catalogue, report);
  for (const Item& item : catalogue.items()) {
    checkCells(item, report);
    if (catalogue.chapterOf(item.number) == nullptr) {
      report.add(item.clauses.front().file, "/item", "unknown_item",
                 "item " + std::to_string(item.number) + " is in no chapter of the notice");
    }
  }
  for (const Chapter& chapter : notice->chapters) {
    for (int number = chapter.first_item; number <= chapter.last_item; ++number) {
      const bool found = std::any_of(catalogue.items().begin(), catalogue.items().end(),
                                     [&](const Item& item) { return item.number == number; });
      if (!found) {
        report.add("documents.json", pointerTo(*notice, catalogue) + "/chapters", "missing_clause",
                   "item " + std::to_string(number) + " has no file in `measures`");
      }
    }
  }
}

}  // namespace policycalc::catalogue
