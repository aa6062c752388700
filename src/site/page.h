#pragma once

#include <string>
#include <string_view>

#include "policycalc/http/message.h"
#include "policycalc/site/site.h"

#include "site/template/data.h"

namespace policycalc::site {

/// The part of the site that a page belongs to: its link in the navigation is marked.
enum class Part { kNone, kMeasures, kUnits, kNotice };

/// One page before it is written.
struct Page {
  std::string_view content;  ///< the template of what the page is about
  Data data{Data::type::object};
  std::string title;
  std::string description;
  std::string path;  ///< of the page itself; "" for one without a lasting address
  Part part = Part::kNone;
  std::string json_ld;  ///< schema.org: a JSON document; "" for none
  bool hidden = false;  ///< from search engines
  int status = 200;
};

/// Writes the page into the frame that all pages share.
http::Response written(Page page, const Services& services);

/// The public address of `path`, or "" if the service does not know its own.
std::string publicAddress(const Services& services, std::string_view path);

std::string measurePath(std::string_view id);
std::string unitPath(std::string_view id);
std::string itemPath(int item);

}  // namespace policycalc::site
