#pragma once

#include <functional>
#include <memory>
#include <string>

#include "policycalc/base/date.h"
#include "policycalc/http/endpoint.h"
#include "policycalc/http/router.h"
#include "policycalc/web/catalogues.h"

namespace policycalc::site {

/// Limits of the API that its page tells.
struct ApiLimits {
  int anonymous_points = 0;  ///< a minute; 0: no limit
  int key_points = 0;        ///< likewise
  int catalogue_months = 0;  ///< for which a catalogue is kept
  int request_seconds = 0;   ///< in which a request has to arrive
};

/// What the served pages work with. Endpoints hold it by reference: it outlives every router.
/// Thread-safe.
struct Services {
  web::Catalogues& catalogues;
  std::function<base::Date()> today;  ///< the day at UTC+8
  /// Where the public finds the service, `https://…` without a slash at the end. Without it (""),
  /// no page names its own address and there is no sitemap: a request's Host proves nothing.
  std::string public_url;
  /// The address of a file of the webroot, with its version if the file has one.
  std::function<std::string(const std::string& path)> asset;
  ApiLimits limits = {};
  /// What the pages show in place of the current catalogue; null usually.
  std::shared_ptr<const catalogue::Catalogue> shown = {};

  std::shared_ptr<const catalogue::Catalogue> catalogue() const {
    return shown ? shown : catalogues.current();
  }
};

/// Adds the pages about measures, units, items, documents and the notice, which need no script,
/// and `robots.txt` and `sitemap.xml`. They are no part of the API.
void addRoutes(http::Router& router, const Services& services);

/// `inner`, but a browser that asks for an address that does not exist gets a page. Under `/api/`
/// all answers stay as they are.
http::Endpoint withPageForUnknown(http::Endpoint inner, const Services& services);

/// `inner`, which answers all paths, but `/preview?catalogue=…&as_of=…` lets a browser see all
/// pages by that version as of that day, each with a line that says so, until `/preview/end`. A
/// cookie carries it; the pages' scripts ask the API for that version and day themselves. The desk
/// and the operator's page stay as they are.
http::Endpoint withPreview(http::Endpoint inner, const Services& services);

}  // namespace policycalc::site
