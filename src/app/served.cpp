#include "app/served.h"

#include <string_view>
#include <utility>

#include "app/clock.h"

namespace policycalc::app {
namespace {

desk::SecondFactorRule secondFactorRule(std::string_view word) {
  if (word == "off") return desk::SecondFactorRule::kOff;
  return word == "everybody" ? desk::SecondFactorRule::kEverybody
                             : desk::SecondFactorRule::kAdministrators;
}

desk::DeskOptions deskOptions(const Settings& settings) {
  desk::DeskOptions options;
  options.allowed_hosts = settings.allowed_hosts;
  options.idle = std::chrono::minutes(settings.session_idle_minutes);
  options.absolute = std::chrono::minutes(settings.session_absolute_minutes);
  options.second_factor = secondFactorRule(settings.second_factor);
  return options;
}

}  // namespace

std::chrono::seconds catalogueKept(const Settings& settings) {
  return store::kCatalogueMonth * settings.catalogue_months;
}

Served::Served(const Lasting& lasting, Policies policies)
    : policies_(std::move(policies)),
      catalogues_(policies_.catalogue, &lasting.keyed.store->catalogueVersions()),
      shared_{.catalogues = catalogues_,
              .store = *lasting.keyed.store,
              .today = today,
              .now = lasting.now,
              .service_key = lasting.keyed.ring,
              .code_door = lasting.code_door,
              .door_counters = lasting.door_counters,
              .share = lasting.share},
      public_services_{
          shared_,
          lasting.settings.backup_days,
          {.anonymous = lasting.settings.anonymous_points, .key = lasting.settings.key_points},
          policies_.conformance,
          lasting.http_counters,
          lasting.dropped_log_lines,
          catalogueKept(lasting.settings),
          lasting.settings.public_url,
          lasting.unserved},
      desk_services_{shared_, policies_.deadlines, deskOptions(lasting.settings),
                     vault::Token::random().text(), lasting.names},
      site_services_{
          catalogues_,
          today,
          lasting.settings.public_url,
          [&pages = lasting.pages](const std::string& path) { return pages.versioned(path); },
          {.anonymous_points = lasting.settings.anonymous_points,
           .key_points = lasting.settings.key_points,
           .catalogue_months = lasting.settings.catalogue_months,
           .request_seconds = lasting.settings.request_deadline_seconds}} {
  catalogues_.renderingFor(policies_.catalogue, today());  // before the first request needs it
  desk::prepare(desk_services_);
  api::addRoutes(router_, public_services_,
                 lasting.settings.metrics_address.empty() ? nullptr : &metrics_router_);
  desk::addRoutes(router_, desk_services_);
  site::addRoutes(router_, site_services_);
  router_.fallback(site::withPageForUnknown(
      desk::withDeskPage(lasting.pages, desk_services_.options), site_services_));
  answer_ = site::withPreview([this](const http::Request& request) { return router_(request); },
                              site_services_);
}

}  // namespace policycalc::app
