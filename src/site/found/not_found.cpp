#include "site/found/not_found.h"

#include <algorithm>

#include "policycalc/base/ascii.h"

#include "site/page.h"
#include "site/words.h"

namespace policycalc::site {
namespace {

constexpr std::size_t kLongestId = 40;  // characters that are repeated to the reader

Label titleFor(Sought sought) {
  switch (sought) {
    case Sought::kMeasure:
      return {"没有找到这项措施", "There is no such measure"};
    case Sought::kUnit:
      return {"没有找到这个单位", "There is no such unit"};
    case Sought::kItem:
      return {"通知里没有这一项", "The notice has no such item"};
    case Sought::kPage:
      break;
  }
  return {"没有找到这个页面", "There is no such page"};
}

/// The item of a measure's number: 11 of `11.9.z`.
const catalogue::Item* itemOf(std::string_view id, const catalogue::Catalogue& catalogue) {
  const std::string_view number = id.substr(0, id.find('.'));
  const bool plain = !number.empty() && number.size() <= 2 &&
                     std::all_of(number.begin(), number.end(), base::isDigit);
  return plain ? catalogue.findItem(std::stoi(std::string(number))) : nullptr;
}

}  // namespace

bool wantsPage(const http::Request& request) {
  constexpr std::string_view kApi = "/api/";
  const bool reads = request.method == "GET" || request.method == "HEAD";
  return reads && !std::string_view(request.path).starts_with(kApi) &&
         request.header("Accept").find("text/html") != std::string_view::npos;
}

http::Response notFoundPage(Sought sought, std::string_view id, const Services& services) {
  const auto catalogue = services.catalogue();
  const Label title = titleFor(sought);
  Page page;
  page.content = "not_found";
  page.title = title.zh;
  page.description = title.zh;
  page.hidden = true;
  page.status = http::statusOf(http::Failure::kNotFound);
  Data& data = page.data;
  put(data, "title", title);
  put(data, "id", shortened(id, kLongestId));
  const catalogue::Item* item = sought == Sought::kMeasure ? itemOf(id, *catalogue) : nullptr;
  put(data, "item",
      item == nullptr ? std::vector<Data>()
                      : std::vector<Data>{link(itemName(item->number).zh + " " + item->title,
                                               itemPath(item->number))});
  return written(std::move(page), services);
}

}  // namespace policycalc::site
