#include "site/notice/notice_pages.h"
#include "site/structured.h"
#include "site/words.h"

namespace policycalc::site {
namespace {

using catalogue::Clause;
using catalogue::Item;
using engine::Edition;

Data itemEntry(const Item& item, const Edition& edition) {
  std::vector<Data> clauses;
  for (const Clause& clause : item.clauses) {
    Data made = link(edition.fillIn(clause.title), measurePath(clause.id));
    put(made, "internal", !clause.isMeasure());
    clauses.push_back(std::move(made));
  }
  Data made = link(item.title, itemPath(item.number));
  put(made, "number", itemName(item.number).zh);
  put(made, "clauses", clauses);
  return made;
}

Data chapterEntry(const catalogue::Chapter& chapter, const Edition& edition) {
  std::vector<Data> items;
  for (const Item& item : edition.catalogue().items()) {
    if (item.number < chapter.first_item || item.number > chapter.last_item) continue;
    items.push_back(itemEntry(item, edition));
  }
  Data made(Data::type::object);
  put(made, "number", std::to_string(chapter.number));
  put(made, "name", std::string_view(chapter.title));
  put(made, "items", items);
  return made;
}

}  // namespace

Page noticePage(const Edition& edition, const Services& services) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const catalogue::Document* notice = catalogue.notice();
  Page page;
  page.content = "notice";
  page.part = Part::kNotice;
  page.path = "/notice";
  page.title = "通知原表";
  page.description = "按通知的顺序列出各章、各项、各款，每一款都能点开看条件和责任单位。";
  if (notice != nullptr) {
    page.description = notice->number + "《" + notice->title + "》：" + page.description;
    page.json_ld = noticeAsJson(*notice, services);
  }
  Data& data = page.data;
  put(data, "document", notice == nullptr ? std::string() : notice->number + " " + notice->title);
  put(data, "document_href",
      notice == nullptr ? std::string() : "/documents#" + percentEncoded(notice->id));
  put(data, "items_count", std::to_string(catalogue.items().size()));
  put(data, "clauses_count", std::to_string(catalogue.clauses().size()));
  put(data, "measures_count", std::to_string(catalogue.measures().size()));
  std::vector<Data> chapters;
  if (notice != nullptr) {
    for (const catalogue::Chapter& chapter : notice->chapters) {
      chapters.push_back(chapterEntry(chapter, edition));
    }
  }
  put(data, "chapters", chapters);
  return page;
}

}  // namespace policycalc::site
