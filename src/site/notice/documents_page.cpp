#include "site/notice/notice_pages.h"
#include "site/structured.h"

namespace policycalc::site {
namespace {

using catalogue::Document;

std::string levelOf(const Document& document) {
  if (document.level == "national") return "国家";
  return document.level == "provincial" ? "省" : "市";
}

std::string inForce(const Document& document) {
  if (document.in_force_from.empty()) return {};
  return document.in_force_to.empty() ? document.in_force_from + " 起"
                                      : document.in_force_from + " 至 " + document.in_force_to;
}

Data entry(const Document& document) {
  Data made(Data::type::object);
  put(made, "id", std::string_view(document.id));
  put(made, "level", levelOf(document));
  put(made, "number", std::string_view(document.number));
  put(made, "title", std::string_view(document.title));
  put(made, "note", std::string_view(document.note));
  put(made, "issuer", std::string_view(document.issuer));
  put(made, "date", std::string_view(document.date));
  put(made, "in_force", inForce(document));
  put(made, "url", std::string_view(document.url));
  put(made, "checked", std::string_view(document.last_checked));
  put(made, "is_notice", !document.chapters.empty());
  return made;
}

}  // namespace

Page documentsPage(const engine::Edition& edition, const Services& services) {
  Page page;
  page.content = "documents";
  page.part = Part::kNotice;
  page.path = "/documents";
  page.title = "引用的文件";
  page.description = "政策库的规则依据这些文件：通知、法律和标准的文号、发文单位、日期和施行时间。";
  page.json_ld = listAsJson(page.title, page.path, services);
  std::vector<Data> list;
  for (const Document& document : edition.catalogue().registry().documents()) {
    list.push_back(entry(document));
  }
  put(page.data, "list", list);
  return page;
}

}  // namespace policycalc::site
