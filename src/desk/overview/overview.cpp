#include "desk/overview/overview.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "policycalc/json/writer.h"
#include "policycalc/web/refusals.h"
#include "policycalc/web/times.h"

#include "desk/counties.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_writer.h"
#include "desk/overview/overview_query.h"
#include "desk/overview/overview_tables.h"
#include "desk/withdrawals/waiting.h"

namespace policycalc::desk {
namespace {

using http::Request;
using http::Response;
using store::PlaceNumbers;

void writeNumber(json::Writer& writer, std::string_view key, std::size_t count) {
  writer.key(key).integer(static_cast<std::int64_t>(count));
}

void writePlace(json::Writer& writer, const PlaceNumbers& place, const std::string& name) {
  writer.beginObject();
  writer.key("id").string(place.place);
  writer.key("name").string(name);
  writeNumber(writer, "open", place.open);
  writeNumber(writer, "overdue", place.overdue);
  writeNumber(writer, "nobody", place.nobody);
  writeNumber(writer, "returned_twice", place.returned_twice);
  writeNumber(writer, "inactive", place.inactive);
  writeNumber(writer, "permission_ending", place.permit_ends);
  writeNumber(writer, "company", place.company);
  writeNumber(writer, "measure_moved", place.measure_moved);
  writeNumber(writer, "to_tell", place.to_tell);
  writer.key("oldest");
  if (place.open == 0) {
    writer.null();
    writer.endObject();
    return;
  }
  writer.beginObject();
  writer.key("id").integer(place.oldest_id);
  writer.key("reference").string(place.oldest_reference);
  writer.key("opened_on").string(base::dayInChina(place.oldest_at).toString());
  writer.endObject();
  writer.endObject();
}

void writeWeeks(json::Writer& writer, const std::vector<store::WeekNumbers>& weeks) {
  writer.key("weeks").beginArray();
  for (const store::WeekNumbers& week : weeks) {
    writer.beginObject();
    writer.key("monday").string(week.monday.toString());
    writeNumber(writer, "opened", week.opened);
    writeNumber(writer, "closed", week.closed);
    writer.endObject();
  }
  writer.endArray();
}

void writeAges(json::Writer& writer, const std::vector<store::AgeNumbers>& ages) {
  writer.key("age_bounds").beginArray();
  for (const int bound : store::kAgeBounds) writer.integer(bound);
  writer.endArray();
  writer.key("ages").beginArray();
  for (const store::AgeNumbers& each : ages) {
    writer.beginObject();
    writer.key("state").string(nameOf(each.state));
    writer.key("numbers").beginArray();
    for (const std::size_t count : each.by_age) writer.integer(static_cast<std::int64_t>(count));
    writer.endArray();
    writer.endObject();
  }
  writer.endArray();
}

void writeEnds(json::Writer& writer, const std::vector<store::EndNumbers>& ends) {
  writer.key("ends").beginArray();
  for (const store::EndNumbers& each : ends) {
    writer.beginObject();
    writer.key("state").string(nameOf(each.state));
    writeNumber(writer, "number", each.number);
    const auto days = [&](std::string_view key, std::int64_t count) {
      writer.key(key);
      if (each.number == 0) {
        writer.null();
      } else {
        writer.integer(count);
      }
    };
    days("median_days", each.median_days);
    days("most_days", each.most_days);
    writer.endObject();
  }
  writer.endArray();
}

/// One request: its question, for the seat of its sender.
class Overview {
 public:
  Overview(const Services& services, const SignedIn& who, OverviewQuery asked)
      : book_(services), seat_(seatOf(who)), asked_(std::move(asked)) {
    MatterFilter filter;
    filter.query.county = asked_.county;
    filter.query.unit = asked_.unit;
    query_ = book_.queryOf(seat_, filter);
  }

  std::string places() const {
    json::Writer writer;
    writer.beginObject();
    writer.key("today").string(services().today().toString());
    writer.key("by").string(asked_.by_county ? "county" : "unit");
    writer.key("places").beginArray();
    for (const PlaceNumbers& place : readPlaces()) {
      writePlace(writer, place,
                 asked_.by_county ? countyName(place.place, book_.catalogue())
                                  : unitName(place.place, book_.catalogue()));
    }
    writer.endArray();
    // A withdrawal is of no unit.
    writeWaiting(writer.key("withdrawals"),
                 asked_.unit.empty() ? waitingFor(seat_, asked_.county, services()) : std::nullopt);
    writer.endObject();
    return writer.take();
  }

  std::string flow() const {
    json::Writer writer;
    writer.beginObject();
    writer.key("from").string(asked_.from.toString());
    writer.key("to").string(asked_.to.toString());
    writeWeeks(writer, numbers().weeks(query_, asked_.from, asked_.to));
    writeAges(writer, numbers().ages(query_, services().now()));
    writeEnds(writer, numbers().ends(query_, asked_.from, asked_.to));
    writer.endObject();
    return writer.take();
  }

  tables::Table table() const {
    if (asked_.table == "weeks") {
      return tableOfWeeks(numbers().weeks(query_, asked_.from, asked_.to));
    }
    if (asked_.table == "ages") return tableOfAges(numbers().ages(query_, services().now()));
    if (asked_.table == "ends") {
      return tableOfEnds(numbers().ends(query_, asked_.from, asked_.to));
    }
    return tableOfPlaces(readPlaces(), asked_.by_county, book_.catalogue());
  }

 private:
  const Services& services() const { return book_.services(); }
  const store::Overview& numbers() const { return services().store.overview(); }
  std::vector<PlaceNumbers> readPlaces() const {
    return asked_.by_county ? numbers().byCounty(query_, services().now())
                            : numbers().byUnit(query_, services().now());
  }

  MatterBook book_;
  Seat seat_;
  OverviewQuery asked_;
  store::MatterQuery query_;
};

Response csv(const tables::Table& table, const std::string& name) {
  Response response = Response::json(tables::writeCsv(table));
  response.headers.insert_or_assign("Content-Type", "text/csv; charset=utf-8");
  response.headers.insert_or_assign("Content-Disposition",
                                    "attachment; filename=\"overview-" + name + ".csv\"");
  return response;
}

}  // namespace

void addOverviewRoutes(web::Routes& routes, const Services& services,
                       const std::shared_ptr<DeskDoor>& door) {
  const auto call = [&services](OverviewPart part, auto answer) {
    return [&services, part, answer](const Request& request, const SignedIn& who) {
      auto asked =
          readOverviewQuery(request, *services.catalogues.current(), part, services.today());
      if (!asked.ok()) return web::invalid(request, asked.takeError());
      const std::string table = asked->table;
      return answer(Overview(services, who, *std::move(asked)), table);
    };
  };
  const Permission permission = Permission::kReassign;
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/overview",
             .id = "show_overview",
             .tag = "overview",
             .summary = "Open matters by unit or county",
             .description = "Each number is that of a question to the queue, which has the same "
                            "name.",
             .parameters = {"OverviewBy", "County", "MatterUnit"},
             .answers = {{200, "Places that have open matters.", "OverviewPlaces"}}},
            permission, call(OverviewPart::kPlaces, [](const Overview& overview, const auto&) {
              return Response::json(overview.places());
            }));
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/overview/flow",
             .id = "show_overview_flow",
             .tag = "overview",
             .summary = "How matters come in, age and end",
             .parameters = {"County", "MatterUnit", "PeriodFrom", "PeriodTo"},
             .answers = {{200, "By week, by age and by end.", "OverviewFlow"}}},
            permission, call(OverviewPart::kFlow, [](const Overview& overview, const auto&) {
              return Response::json(overview.flow());
            }));
  door->add(routes,
            {.method = "GET",
             .path = "/api/v1/hall/overview.csv",
             .id = "export_overview_csv",
             .tag = "overview",
             .summary = "One table of the overview as CSV",
             .parameters = {"OverviewTable", "OverviewBy", "County", "MatterUnit", "PeriodFrom",
                            "PeriodTo"},
             .answers = {{200,
                          "UTF-8 with a byte order mark. It holds numbers and names of places.",
                          "CsvFile",
                          "text/csv",
                          {"Content-Disposition"}}}},
            permission,
            call(OverviewPart::kTable, [](const Overview& overview, const std::string& name) {
              return csv(overview.table(), name);
            }));
}

}  // namespace policycalc::desk
