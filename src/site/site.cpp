#include "policycalc/site/site.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/http/decorators.h"
#include "policycalc/web/match/rendering.h"
#include "policycalc/web/query.h"

#include "site/developers/answer_sizes.h"
#include "site/developers/developers_page.h"
#include "site/found/for_robots.h"
#include "site/found/not_found.h"
#include "site/measures/measure_page.h"
#include "site/measures/measures_page.h"
#include "site/notice/notice_pages.h"
#include "site/problems/problem_pages.h"
#include "site/units/unit_pages.h"

namespace policycalc::site {
namespace {

using http::Request;
using http::Response;

Response text(std::string body, const char* type) {
  Response response;
  response.headers.emplace("Content-Type", type);
  response.body = std::make_shared<const std::string>(std::move(body));
  return response;
}

/// The endpoints, as plain functions of a request. Safe from any thread.
class Pages {
 public:
  explicit Pages(const Services& services) : services_(services) {}

  Response measure(const Request& request) {
    const std::string& id = request.parameters.at("id");
    const auto rendering = renderingToday();
    const engine::Edition& edition = rendering->edition();
    const catalogue::Clause* clause = edition.catalogue().find(id);
    if (clause == nullptr) return notFoundPage(Sought::kMeasure, id, services_);
    if (!clause->isMeasure()) return written(internalPage(*clause, edition), services_);
    const auto entry =
        std::find_if(edition.entries().begin(), edition.entries().end(),
                     [&](const engine::Edition::Entry& one) { return one.measure == clause; });
    return written(measurePage(*entry, edition, services_), services_);
  }

  Response measures(const Request& request) {
    const auto rendering = renderingToday();
    const auto index = indexOf(rendering);
    return written(
        measuresPage(MeasureFilter::read(request), *index, rendering->edition(), services_),
        services_);
  }

  Response unit(const Request& request) {
    const std::string& id = request.parameters.at("id");
    const auto rendering = renderingToday();
    auto page = unitPage(id, rendering->edition(), services_);
    return page ? written(*std::move(page), services_) : notFoundPage(Sought::kUnit, id, services_);
  }

  Response units(const Request& request) {
    const auto rendering = renderingToday();
    std::string level;
    for (const auto& [name, value] : request.query) {
      if (name == "level") level = value;
    }
    return written(
        unitsPage(MeasureFilter::read(request).sought, level, rendering->edition(), services_),
        services_);
  }

  Response item(const Request& request) {
    const std::string& number = request.parameters.at("number");
    const auto rendering = renderingToday();
    const auto read = web::readId(number);
    const catalogue::Item* item = nullptr;
    for (const catalogue::Item& one : rendering->edition().catalogue().items()) {
      if (read && one.number == *read) item = &one;
    }
    return item == nullptr ? notFoundPage(Sought::kItem, number, services_)
                           : written(itemPage(*item, rendering->edition(), services_), services_);
  }

  Response notice(const Request&) {
    return written(noticePage(renderingToday()->edition(), services_), services_);
  }
  Response documents(const Request&) {
    return written(documentsPage(renderingToday()->edition(), services_), services_);
  }

  Response developers(const Request&) {
    const auto rendering = renderingToday();
    const auto sizes = sizesOf(rendering);
    return written(developersPage(rendering->edition(), *sizes, services_), services_);
  }
  Response facts(const Request&) {
    return written(factsPage(renderingToday()->edition()), services_);
  }
  Response problems(const Request&) { return written(problemsPage(services_), services_); }
  Response problem(const Request& request) {
    const std::string& code = request.parameters.at("code");
    auto page = problemPage(code);
    return page ? written(*std::move(page), services_)
                : notFoundPage(Sought::kPage, code, services_);
  }

  Response robots(const Request&) {
    return text(robotsText(services_), "text/plain; charset=utf-8");
  }
  Response sitemap(const Request& request) {
    if (services_.public_url.empty()) return notFoundPage(Sought::kPage, request.path, services_);
    return text(sitemapXml(*services_.catalogue(), services_), "text/xml; charset=utf-8");
  }

 private:
  std::shared_ptr<const web::Rendering> renderingToday() {
    return services_.catalogues.renderingFor(services_.catalogue(), services_.today());
  }

  /// Made once for each rendering, which it keeps alive.
  std::shared_ptr<const SearchIndex> indexOf(
      const std::shared_ptr<const web::Rendering>& rendering) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (indexed_ != rendering) {
      index_ = std::make_shared<const SearchIndex>(rendering->edition());
      indexed_ = rendering;
    }
    return index_;
  }

  /// Measured once for each rendering, which it keeps alive.
  std::shared_ptr<const std::vector<AnswerSize>> sizesOf(
      const std::shared_ptr<const web::Rendering>& rendering) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (measured_ != rendering) {
      sizes_ = std::make_shared<const std::vector<AnswerSize>>(answerSizes(rendering));
      measured_ = rendering;
    }
    return sizes_;
  }

  const Services& services_;
  std::mutex mutex_;  // guards the next four
  std::shared_ptr<const web::Rendering> indexed_;
  std::shared_ptr<const SearchIndex> index_;
  std::shared_ptr<const web::Rendering> measured_;
  std::shared_ptr<const std::vector<AnswerSize>> sizes_;
};

struct Row {
  const char* path;
  Response (Pages::*page)(const Request&);
};
constexpr Row kRows[] = {{"/measures", &Pages::measures},
                         {"/measures/{id}", &Pages::measure},
                         {"/units", &Pages::units},
                         {"/units/{id}", &Pages::unit},
                         {"/items/{number}", &Pages::item},
                         {"/notice", &Pages::notice},
                         {"/documents", &Pages::documents},
                         {"/developers", &Pages::developers},
                         {"/developers/facts", &Pages::facts},
                         {"/problems", &Pages::problems},
                         {"/problems/{code}", &Pages::problem},
                         {"/robots.txt", &Pages::robots},
                         {"/sitemap.xml", &Pages::sitemap}};

}  // namespace

void addRoutes(http::Router& router, const Services& services) {
  const auto pages = std::make_shared<Pages>(services);
  for (const Row& row : kRows) {
    router.get(row.path, http::withEtag([pages, page = row.page](const Request& request) {
                 return ((*pages).*page)(request);
               }));
  }
}

http::Endpoint withPageForUnknown(http::Endpoint inner, const Services& services) {
  return [inner = std::move(inner), &services](const Request& request) {
    Response response = inner(request);
    const bool is_unknown = response.status == http::statusOf(http::Failure::kNoSuchPath);
    if (!is_unknown || !wantsPage(request)) return response;
    Response page = notFoundPage(Sought::kPage, request.path, services);
    page.headers.emplace("Vary", "Accept");
    return page;
  };
}

}  // namespace policycalc::site
