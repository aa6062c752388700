#pragma once

#include <string>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/site/site.h"

namespace policycalc::site {

/// `robots.txt`: all pages but the service hall; it names the sitemap if there is one.
std::string robotsText(const Services& services);

/// The sitemap: every page with a lasting address. To be called with a public address only.
std::string sitemapXml(const catalogue::Catalogue& catalogue, const Services& services);

}  // namespace policycalc::site
