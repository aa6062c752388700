#include "desk/matters/matter_writer.h"

#include "policycalc/web/match/rendering.h"
#include "policycalc/web/times.h"

#include "desk/applicants/applicant_record.h"
#include "desk/counties.h"
#include "desk/matters/matter_handlers.h"

namespace policycalc::desk {

using store::Matter;

MatterMeasure measureOf(const Matter& what, web::Catalogues& catalogues) {
  MatterMeasure measure{catalogues.current(), nullptr};
  measure.clause = measure.catalogue->find(what.measure);
  if (measure.clause != nullptr) return measure;
  if (auto earlier = catalogues.find(what.catalogue)) {
    measure.clause = earlier->find(what.measure);
    measure.catalogue = std::move(earlier);
  }
  return measure;
}

std::string applicantName(const Matter& what, const vault::Key& service_key) {
  if (what.erased) return {};
  return nameForList(what.sealed_name, what.key_by_service, service_key);
}

std::string unitName(std::string_view id, const catalogue::Catalogue& catalogue) {
  const auto unit = catalogue.registry().findUnit(id);
  return unit ? catalogue.registry().units()[*unit].name : std::string(id);
}

std::string MatterWriter::list(const MatterList& list) {
  json::Writer writer;
  writer.beginObject();
  writer.key("matters").beginArray();
  for (const SeenMatter& seen : list.matters) {
    writer.beginObject();
    writeMembers(writer, seen);
    writer.endObject();
  }
  writer.endArray();
  writer.key("today").string(services_.today().toString());
  const auto number = [&](const char* key, std::size_t count) {
    writer.key(key).integer(static_cast<std::int64_t>(count));
  };
  writer.key("counts").beginObject();
  number("overdue", list.counts.overdue);
  number("due_soon", list.counts.due_soon);
  number("calm", list.counts.calm);
  number("unassigned", list.counts.unassigned);
  writer.endObject();
  writer.key("more").boolean(list.more);
  writer.endObject();
  return writer.take();
}

std::string MatterWriter::detail(const store::MatterFile& file, const Seat& seat) {
  const SeenMatter seen = book_.seen(file.what);
  json::Writer writer;
  writer.beginObject();
  writeMembers(writer, seen);
  writeDocuments(writer, file.documents);
  writeNotes(writer, file);
  writeHistory(writer, file);
  writeSteps(writer, seen, seat);
  writeHandlers(writer, seen);
  writeApplicant(writer, file.what);
  writeGuidanceOf(writer, file.what);
  writer.endObject();
  return writer.take();
}

void MatterWriter::writeMembers(json::Writer& writer, const SeenMatter& seen) {
  const Matter& what = seen.what;
  writer.key("id").integer(what.id);
  writer.key("reference").string(what.reference);
  writeClock(writer, seen);
  const MatterMeasure measure = measureOf(what, services_.catalogues);
  const bool known = measure.clause != nullptr;
  writer.key("measure").beginObject();
  writer.key("id").string(what.measure);
  writer.key("title").string(known ? catalogue::fillIn(measure.clause->title,
                                                       measure.catalogue->parameters(),
                                                       services_.today())
                                   : what.measure);
  writer.key("title_en").string(known ? measure.clause->title_en : what.measure);
  writer.endObject();
  writePlace(writer, seen);
  writer.key("opened_at").string(web::utcText(what.opened_at));
  staff_.write(writer.key("opened_by"), what.opened_by);
  writer.key("changed_at").string(web::utcText(what.changed_at));
  writer.key("revision").integer(what.revision);
}

void MatterWriter::writeClock(json::Writer& writer, const SeenMatter& seen) {
  const Standing& standing = seen.standing;
  const base::Date since(
      std::chrono::floor<std::chrono::days>(seen.what.state_since + base::kChinaOffset));
  writer.key("state").string(nameOf(seen.state));
  writer.key("since").string(since.toString());
  writer.key("due").stringOrNull(standing.due ? standing.due->day.toString() : std::string());
  writer.key("provisional").boolean(standing.due && standing.due->provisional);
  writer.key("urgency").string(nameOf(standing.urgency));
  writer.key("workdays_left").integer(standing.workdays_left);
  writer.key("reminders").integer(static_cast<std::int64_t>(standing.reminders));
  writer.key("escalated").boolean(seen.isOpen() && standing.isEscalated());
}

void MatterWriter::writePlace(json::Writer& writer, const SeenMatter& seen) {
  const Matter& what = seen.what;
  const catalogue::Catalogue& catalogue = *services_.catalogues.current();
  writeCounty(writer.key("county"), what.county, catalogue);
  writer.key("unit").beginObject();
  writer.key("id").string(what.unit);
  writer.key("name").string(unitName(what.unit, catalogue));
  writer.endObject();
  staff_.write(writer.key("handler"), what.handler_id);
  writer.key("handed_over").boolean(what.handed_over);
  writer.key("unassigned").boolean(seen.isUnassigned());
  writer.key("applicant");
  if (what.erased) {
    writer.null();
    return;
  }
  writer.beginObject();
  writer.key("id").integer(what.applicant_id);
  writer.key("name").string(applicantName(what, services_.service_key));
  writer.endObject();
}

void MatterWriter::writeDocuments(json::Writer& writer,
                                  const std::vector<store::MatterDocument>& documents) {
  writer.key("documents").beginArray();
  for (const store::MatterDocument& document : documents) {
    writer.beginObject();
    writer.key("name").string(document.name);
    writer.key("ticked");
    if (document.ticked_by == 0) {
      writer.null();
    } else {
      writer.beginObject();
      staff_.write(writer.key("by"), document.ticked_by);
      writer.key("at").string(web::utcText(document.ticked_at));
      writer.endObject();
    }
    writer.endObject();
  }
  writer.endArray();
}

std::string MatterWriter::opened(const Matter& what, const std::string& sealed,
                                 std::string_view as) {
  if (sealed.empty() || what.erased) return {};
  return openSealed(sealed, openApplicantKey(what.key_by_service, services_.service_key), as);
}

void MatterWriter::writeNotes(json::Writer& writer, const store::MatterFile& file) {
  writer.key("notes").beginArray();
  for (const store::MatterNote& note : file.notes) {
    if (note.sealed_text.empty()) continue;
    writer.beginObject();
    writer.key("at").string(web::utcText(note.at));
    staff_.write(writer.key("by"), note.staff_id);
    writer.key("text").string(opened(file.what, note.sealed_text, sealed_as::kNote));
    writer.endObject();
  }
  writer.endArray();
}

void MatterWriter::writeHistory(json::Writer& writer, const store::MatterFile& file) {
  writer.key("history").beginArray();
  for (const store::MatterChange& change : file.history) {
    writer.beginObject();
    writer.key("at").string(web::utcText(change.at));
    staff_.write(writer.key("by"), change.staff_id);
    writer.key("from").stringOrNull(change.from);
    writer.key("to").string(change.to);
    writer.key("reason").stringOrNull(opened(file.what, change.sealed_reason, sealed_as::kReason));
    staff_.write(writer.key("handler"), change.handler_id);
    writer.endObject();
  }
  writer.endArray();
}

void MatterWriter::writeSteps(json::Writer& writer, const SeenMatter& seen, const Seat& seat) {
  writer.key("steps").beginArray();
  for (const MatterStep& step : stepsFrom(seen.state)) {
    if (!mayTake(seat.role, step)) continue;
    writer.beginObject();
    writer.key("to").string(nameOf(step.to));
    writer.key("needs_reason").boolean(step.needs_reason);
    writer.key("names_handler").boolean(step.names_handler);
    writer.key("needs_handler").boolean(step.needs_handler);
    writer.endObject();
  }
  writer.endArray();
  writer.key("may").beginObject();
  writer.key("reassign").boolean(seen.isOpen() && may(seat.role, Permission::kReassign));
  writer.key("work").boolean(seen.isOpen() && may(seat.role, Permission::kWorkMatter));
  writer.endObject();
}

void MatterWriter::writeHandlers(json::Writer& writer, const SeenMatter& seen) {
  const Matter& what = seen.what;
  staff_.write(writer.key("suggested_handler"),
               seen.isOpen() ? namedFor(what, what.unit, services_.store) : 0);
  writer.key("candidates").beginArray();
  if (seen.isOpen()) {
    for (const auto& member : candidatesFor(what, what.unit, services_.store.staff())) {
      staff_.write(writer, member.id);
    }
  }
  writer.endArray();
}

void MatterWriter::writeApplicant(json::Writer& writer, const Matter& what) {
  const auto applicant =
      what.erased ? std::nullopt
                  : services_.store.applicants().find(what.applicant_id, services_.now());
  // Under a leave for no matters the window alone goes on seeing what the applicant told it.
  if (!applicant || !applicant->authorisation.for_matters) {
    writer.key("contact").null();
    writer.key("profile").null();
    writer.key("provenance").null();
    web::writeRenewals(writer.key("renewals"), {});
    return;
  }
  const vault::Key key = openApplicantKey(applicant->key_by_service, services_.service_key);
  const ApplicantRecord record =
      openRecord(applicant->sealed, key, services_.catalogues.current()->vocabulary());
  writer.key("contact").stringOrNull(record.contact);
  writer.key("profile").value(record.profile);
  writeProvenance(writer.key("provenance"), record, staff_);
  web::writeRenewals(writer.key("renewals"), record.renewals);
}

void MatterWriter::writeGuidanceOf(json::Writer& writer, const Matter& what) {
  const MatterMeasure measure = measureOf(what, services_.catalogues);
  const auto filled = [&](const std::string& text) {
    return catalogue::fillIn(text, measure.catalogue->parameters(), services_.today());
  };
  const catalogue::Clause none;
  const catalogue::Clause& clause = measure.clause != nullptr ? *measure.clause : none;
  std::vector<std::string> benefits;
  for (const catalogue::Benefit& benefit : clause.benefits) {
    benefits.push_back(filled(benefit.label));
  }
  writer.key("next_step").stringOrNull(filled(clause.next_step));
  web::writeStrings(writer.key("channels"), clause.channels);
  web::writeStrings(writer.key("benefits"), benefits);
}

}  // namespace policycalc::desk
