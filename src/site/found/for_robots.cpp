#include "site/found/for_robots.h"

#include <vector>

#include "site/page.h"

namespace policycalc::site {
namespace {

class Addresses {
 public:
  explicit Addresses(const Services& services) : services_(services) {}

  void add(std::string_view path, std::string_view changed = {}) {
    Data made(Data::type::object);
    put(made, "address", publicAddress(services_, path));
    put(made, "changed", changed);
    list_.push_back(std::move(made));
  }

  const std::vector<Data>& list() const { return list_; }

 private:
  const Services& services_;
  std::vector<Data> list_;
};

}  // namespace

std::string robotsText(const Services& services) {
  Data data(Data::type::object);
  put(data, "sitemap", publicAddress(services, "/sitemap.xml"));
  return fillTemplate("robots", data);
}

std::string sitemapXml(const catalogue::Catalogue& catalogue, const Services& services) {
  Addresses addresses(services);
  for (const char* path :
       {"/", "/measures", "/units", "/notice", "/documents", "/developers", "/problems"})
    addresses.add(path);
  for (const catalogue::Item& item : catalogue.items()) addresses.add(itemPath(item.number));
  for (const catalogue::Clause* measure : catalogue.measures()) {
    addresses.add(measurePath(measure->id), measure->last_checked);
  }
  for (const catalogue::Unit& unit : catalogue.registry().units()) {
    addresses.add(unitPath(unit.id));
  }
  Data data(Data::type::object);
  put(data, "addresses", addresses.list());
  return fillTemplate("sitemap", data);
}

}  // namespace policycalc::site
