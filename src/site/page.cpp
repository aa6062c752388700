#include "site/page.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace policycalc::site {
namespace {

constexpr std::size_t kLongestDescription = 150;  // search engines show about as many characters
constexpr std::string_view kSite = "赣州市惠企政策计算器";

struct NavigationEntry {
  Part part;
  const char* href;
  const char* label;
  const char* label_en;
};
constexpr std::array kNavigation = {
    NavigationEntry{Part::kNone, "/", "算一算", "Calculate"},
    NavigationEntry{Part::kMeasures, "/measures", "全部措施", "Measures"},
    NavigationEntry{Part::kUnits, "/units", "责任单位", "Units"},
    NavigationEntry{Part::kNotice, "/notice", "通知原表", "The notice"}};

std::vector<Data> navigation(Part part) {
  std::vector<Data> list;
  for (const NavigationEntry& entry : kNavigation) {
    Data made = link(entry.label, entry.href);
    put(made, "title", entry.label_en);
    put(made, "name", entry.part == Part::kNotice ? "notice" : "");  // hidden in large type
    put(made, "current", entry.part == part && part != Part::kNone);
    list.push_back(std::move(made));
  }
  return list;
}

std::vector<Data> styleSheets(const Services& services) {
  std::vector<Data> list;
  for (const char* path : {"/css/tokens.css", "/css/base.css", "/css/parts.css", "/css/site.css"}) {
    list.push_back(link({}, services.asset(path)));
  }
  return list;
}

}  // namespace

std::string publicAddress(const Services& services, std::string_view path) {
  return services.public_url.empty() || path.empty() ? std::string()
                                                     : services.public_url + std::string(path);
}

std::string measurePath(std::string_view id) {
  return "/measures/" + percentEncoded(id);
}

std::string unitPath(std::string_view id) {
  return "/units/" + percentEncoded(id);
}

std::string itemPath(int item) {
  return "/items/" + std::to_string(item);
}

http::Response written(Page page, const Services& services) {
  Data& data = page.data;
  put(data, "page_title", page.title + " · " + std::string(kSite));
  put(data, "page_name", std::string_view(page.title));
  put(data, "page_description", shortened(page.description, kLongestDescription));
  put(data, "page_hidden", page.hidden);
  put(data, "page_address", publicAddress(services, page.path));
  put(data, "page_picture",
      services.public_url.empty() ? std::string() : services.public_url + "/icon-512.png");
  put(data, "page_json", forScript(page.json_ld));
  put(data, "page_navigation", navigation(page.part));
  put(data, "page_sheets", styleSheets(services));
  put(data, "page_print", services.asset("/css/print.css"));
  put(data, "page_script", services.asset("/js/site/main.js"));
  // Rendered by its own template, which escapes: the frame takes it as it is.
  const std::string content = fillTemplate(page.content, data);
  put(data, "page_content", std::string_view(content));

  http::Response response;
  response.status = page.status;
  response.headers.emplace("Content-Type", "text/html; charset=utf-8");
  response.headers.emplace("Content-Language", "zh-Hans");
  response.body = std::make_shared<const std::string>(fillTemplate("frame", data));
  return response;
}

}  // namespace policycalc::site
