#include <algorithm>

#include "site/notice/notice_pages.h"
#include "site/structured.h"
#include "site/words.h"

namespace policycalc::site {
namespace {

using catalogue::Clause;
using catalogue::Item;
using engine::Edition;

Data clauseEntry(const Clause& clause, const Edition& edition) {
  Data made = link(edition.fillIn(clause.title), measurePath(clause.id));
  put(made, "id", std::string_view(clause.id));
  put(made, "title_en", std::string_view(clause.title_en));
  put(made, "kind", wordFor(clause.kind));
  put(made, "internal", !clause.isMeasure());
  put(made, "said", edition.fillIn(clause.isMeasure() ? clause.summary : clause.why_internal));
  put(made, "said_en", edition.fillInEnglish(clause.summary_en));
  put(made, "units", responsibleUnits(clause, edition.catalogue().registry()));
  return made;
}

bool sameUnits(const Clause& one, const Clause& other) {
  return std::equal(one.units.begin(), one.units.end(), other.units.begin(), other.units.end(),
                    [](const auto& a, const auto& b) { return a.unit == b.unit; });
}

/// {cell, clauses, once, units}: if all clauses of a cell have the same units, the cell names them
/// once, as the notice does.
Data cellEntry(const std::vector<const Clause*>& clauses, const Item& item,
               const Edition& edition) {
  const bool once = std::all_of(clauses.begin(), clauses.end(), [&](const Clause* clause) {
    return sameUnits(*clause, *clauses.front());
  });
  std::vector<Data> list;
  for (const Clause* clause : clauses) {
    Data entry = clauseEntry(*clause, edition);
    put(entry, "names_units", !once);
    list.push_back(std::move(entry));
  }
  Data made(Data::type::object);
  put(made, "cell",
      item.cells > 1 ? std::to_string(clauses.front()->sources.front().cell) : std::string());
  put(made, "clauses", list);
  put(made, "once", once);
  put(made, "shared_units", responsibleUnits(*clauses.front(), edition.catalogue().registry()));
  return made;
}

std::vector<Data> cells(const Item& item, const Edition& edition) {
  std::vector<Data> list;
  for (auto begin = item.clauses.begin(); begin != item.clauses.end();) {
    const int cell = begin->sources.front().cell;
    std::vector<const Clause*> clauses;
    for (; begin != item.clauses.end() && begin->sources.front().cell == cell; ++begin) {
      clauses.push_back(&*begin);
    }
    list.push_back(cellEntry(clauses, item, edition));
  }
  return list;
}

std::vector<Data> neighbour(int number, const catalogue::Catalogue& catalogue) {
  const Item* item = catalogue.findItem(number);
  if (item == nullptr) return {};
  return {link(itemName(number).zh + " " + item->title, itemPath(number))};
}

}  // namespace

Page itemPage(const Item& item, const Edition& edition, const Services& services) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const catalogue::Chapter* chapter = catalogue.chapterOf(item.number);
  Page page;
  page.content = "item";
  page.part = Part::kNotice;
  page.path = itemPath(item.number);
  page.title = itemName(item.number).zh + "：" + item.title;
  page.json_ld = itemAsJson(item, catalogue, services);
  std::string titles;
  for (const Clause& clause : item.clauses) {
    titles += (titles.empty() ? "" : "；") + edition.fillIn(clause.title);
  }
  page.description = "通知" + page.title + "。" + titles;
  Data& data = page.data;
  put(data, "number", itemName(item.number));
  put(data, "title", Label{item.title, item.title_en});
  put(data, "chapter",
      chapter == nullptr ? std::string()
                         : "第" + std::to_string(chapter->number) + "章 " + chapter->title);
  put(data, "cells", cells(item, edition));
  const std::vector<Data> provincial = unitLinks(item.provincial_units, catalogue.registry());
  put(data, "has_provincial", !provincial.empty());
  put(data, "provincial", provincial);
  put(data, "before", neighbour(item.number - 1, catalogue));
  put(data, "after", neighbour(item.number + 1, catalogue));
  return page;
}

}  // namespace policycalc::site
