#include "desk/matters/matter_writer.h"

#include "policycalc/web/match/rendering.h"
#include "policycalc/web/profiles/sealed_profile.h"
#include "policycalc/web/times.h"

#include "desk/applicants/applicant_record.h"
#include "desk/counties.h"
#include "desk/matters/matter_handlers.h"
#include "desk/matters/matter_measures.h"
#include "desk/matters/matter_watch.h"
#include "desk/withdrawals/waiting.h"

namespace policycalc::desk {

using store::Matter;

MatterMeasure measureOf(const Matter& matter, const MatterBook& book) {
  MatterMeasure measure{book.sharedCatalogue(), book.catalogue().find(matter.measure)};
  if (measure.clause != nullptr) return measure;
  if (auto earlier = book.services().catalogues.find(matter.catalogue)) {
    measure.clause = earlier->find(matter.measure);
    measure.catalogue = std::move(earlier);
  }
  return measure;
}

std::string applicantName(const Matter& matter, const vault::KeyRing& service_key) {
  if (matter.erased) return {};
  return nameForList(matter.sealed_name, matter.key_by_service, service_key);
}

std::string unitName(std::string_view id, const catalogue::Catalogue& catalogue) {
  const auto unit = catalogue.registry().findUnit(id);
  return unit ? catalogue.registry().units()[*unit].name : std::string(id);
}

std::string MatterWriter::list(const store::MatterPage& page, bool more, const Seat& seat) {
  json::Writer writer;
  writer.beginObject();
  writer.key("matters").beginArray();
  for (const Matter& matter : page.matters) {
    writer.beginObject();
    writeMembers(writer, book_.today(matter), seat);
    writer.endObject();
  }
  writer.endArray();
  writer.key("today").string(services_.today().toString());
  const auto number = [&](std::string_view key, std::size_t count) {
    writer.key(key).integer(static_cast<std::int64_t>(count));
  };
  const store::MatterCounts& counts = page.counts;
  writer.key("counts").beginObject();
  number("found", counts.found);
  number("open", counts.open);
  for (const Urgency urgency : {Urgency::kOverdue, Urgency::kDueSoon, Urgency::kCalm}) {
    number(nameOf(urgency), counts.by_urgency.at(static_cast<std::size_t>(urgency)));
  }
  for (const Turn turn : kTurns) {
    number(nameOf(turn), counts.by_turn.at(static_cast<std::size_t>(turn)));
  }
  number("returned", counts.returned);
  number("permission_ending", counts.permit_ends);
  number("measure_moved", counts.measure_moved);
  writer.endObject();
  writeWaiting(writer.key("withdrawals"), waitingFor(seat, {}, services_));
  writer.key("next").stringOrNull(more ? cursorOf(store::positionOf(page.matters.back()))
                                       : std::string());
  writer.endObject();
  return writer.take();
}

std::string MatterWriter::detail(const MatterView& view, const Seat& seat,
                                 std::string_view query_code) {
  const store::MatterFile& file = view.file;
  staff_.learn(view.staff);
  json::Writer writer;
  writer.beginObject();
  writeMembers(writer, book_.today(file.matter), seat);
  writeDocuments(writer, file.documents);
  writeNotes(writer, file);
  writeHistory(writer, file);
  writeDeeds(writer, file);
  writeMeasureChanges(writer, file);
  writeRating(writer, file, seat);
  writer.key("query_code_at")
      .stringOrNull(file.query_code_at ? web::utcText(*file.query_code_at) : std::string());
  if (!query_code.empty()) writer.key("query_code").string(query_code);
  writeSteps(writer, file, seat);
  writeHandlers(writer, view);
  writeApplicant(writer, view);
  writeGuidanceOf(writer, file.matter);
  writer.endObject();
  return writer.take();
}

void MatterWriter::writeMembers(json::Writer& writer, const MatterToday& today, const Seat& seat) {
  const Matter& matter = today.matter;
  writer.key("id").integer(matter.id);
  writer.key("reference").string(matter.reference);
  writeClock(writer, today);
  const MatterMeasure measure = measureOf(matter, book_);
  const bool known = measure.clause != nullptr;
  writer.key("measure").beginObject();
  writer.key("id").string(matter.measure);
  writer.key("title").string(known ? catalogue::fillIn(measure.clause->title,
                                                       measure.catalogue->parameters(),
                                                       services_.today())
                                   : matter.measure);
  writer.key("title_en").string(known ? measure.clause->title_en : matter.measure);
  writer.endObject();
  writePlace(writer, today);
  writeResponsible(writer, today, seat);
  writeWatch(writer, today);
  writer.key("opened_at").string(web::utcText(matter.opened_at));
  staff_.write(writer.key("opened_by"), matter.opened_by);
  writer.key("changed_at").string(web::utcText(matter.changed_at));
  writer.key("revision").integer(matter.revision);
}

void MatterWriter::writeClock(json::Writer& writer, const MatterToday& today) {
  const Standing& standing = today.standing;
  writer.key("state").string(nameOf(today.matter.state));
  writer.key("since").string(today.since.toString());
  writer.key("due").stringOrNull(standing.due ? standing.due->day.toString() : std::string());
  writer.key("provisional").boolean(standing.due && standing.due->provisional);
  writer.key("urgency").string(nameOf(standing.urgency));
  writer.key("workdays_left").integer(standing.workdays_left);
  writer.key("target_source")
      .stringOrNull(today.isOpen() ? services_.deadlines.source(today.matter.state)
                                   : std::string());
  writer.key("age").integer(today.age);
}

void MatterWriter::writePlace(json::Writer& writer, const MatterToday& today) {
  const Matter& matter = today.matter;
  const catalogue::Catalogue& catalogue = book_.catalogue();
  writeCounty(writer.key("county"), matter.county, catalogue);
  writer.key("unit").beginObject();
  writer.key("id").string(matter.unit);
  writer.key("name").string(unitName(matter.unit, catalogue));
  writer.endObject();
  writer.key("handed_over").boolean(matter.handed_over);
  writer.key("erased").stringOrNull(
      !matter.erased ? std::string_view()
                     : nameOf(matter.taken_back ? MatterState::kWithdrawn : MatterState::kExpired));
  writer.key("applicant");
  if (matter.erased) {
    writer.null();
    return;
  }
  writer.beginObject();
  writer.key("id").integer(matter.applicant_id);
  writer.key("name").string(applicantName(matter, services_.service_key));
  writer.endObject();
}

void MatterWriter::writeResponsible(json::Writer& writer, const MatterToday& today,
                                    const Seat& seat) {
  const Matter& matter = today.matter;
  staff_.write(writer.key("owner"), matter.owner_id);
  staff_.write(writer.key("handler"), matter.handler_id);
  staff_.write(writer.key("stand_in"),
               today.isOpen() ? book_.standInFor(store::responsibleFor(matter)) : 0);
  writer.key("unassigned").boolean(today.isUnassigned());
  writer.key("turn").stringOrNull(
      today.isOpen()   ? nameOf(turnOf(seat, store::turnPlaceOf(matter, book_.permitHorizon())))
      : matter.to_tell ? nameOf(Turn::kToTell)
                       : std::string_view());
  writer.key("returns").integer(matter.returns);
  writer.key("permission_until")
      .stringOrNull(matter.erased ? std::string() : web::lastDay(matter.permit_until).toString());
  writer.key("permission_ending")
      .boolean(today.isOpen() && matter.permit_until <= book_.permitHorizon());
}

void MatterWriter::writeWatch(json::Writer& writer, const MatterToday& today) {
  const Matter& matter = today.matter;
  const auto warning = today.isOpen() ? services_.deadlines.permissionWarning(
                                            web::lastDay(matter.permit_until), services_.today())
                                      : std::nullopt;
  writer.key("permission_warning");
  if (warning) {
    writer.integer(*warning);
  } else {
    writer.null();
  }
  writer.key("completion");
  if (matter.completion) {
    writer.beginObject();
    writer.key("from").string(matter.completion->from.toString());
    writer.key("until").string(matter.completion->until.toString());
    writer.endObject();
  } else {
    writer.null();
  }
  writer.key("completions").integer(matter.completions);
  writer.key("reminders").integer(matter.reminders);
  writer.key("reminded");
  if (matter.reminders > 0) {
    writer.beginObject();
    staff_.write(writer.key("to"), matter.reminded_id);
    writer.key("at").string(web::utcText(matter.reminded_at));
    writer.endObject();
  } else {
    writer.null();
  }
  writer.key("measure_moved").boolean(matter.measure_moved);
}

void MatterWriter::writeSteps(json::Writer& writer, const store::MatterFile& file,
                              const Seat& seat) {
  const Matter& matter = file.matter;
  writer.key("steps").beginArray();
  for (const MatterStep& step : stepsFrom(matter.state)) {
    if (!mayTake(seat.role, step)) continue;
    writer.beginObject();
    writer.key("to").string(nameOf(step.to));
    writer.key("needs_reason").boolean(step.needs_reason);
    writer.key("names_handler").boolean(step.names_handler);
    writer.key("needs_handler").boolean(step.needs_handler);
    writer.endObject();
  }
  writer.endArray();
  const bool open = isOpen(matter.state);
  const bool works = may(seat.role, Permission::kWorkMatter);
  writer.key("may").beginObject();
  writer.key("reassign").boolean(open && may(seat.role, Permission::kReassign));
  writer.key("work").boolean(open && works);
  writer.key("tell").boolean(matter.to_tell && works);
  writer.key("undo").boolean(mayUndo(file, seat, services_.now()));
  writer.key("reopen").boolean(mayReopen(file, seat));
  writer.key("await_papers").boolean(!matter.completion && mayAwaitPapers(seat, matter.state));
  writer.key("resume").boolean(matter.completion && mayAwaitPapers(seat, matter.state));
  writer.key("remind").boolean(works && !reminderFailure(matter, seat, book_));
  writer.key("read_measure").boolean(works && matter.measure_moved && !isOfUnit(seat));
  writer.key("make_query_code").boolean(mayMakeQueryCode(matter, seat));
  writer.key("end_unreachable")
      .boolean(open && works && hasTriedEnough(file, services_.deadlines.workdays()));
  writer.endObject();
}

void MatterWriter::writeHandlers(json::Writer& writer, const MatterView& view) {
  const Matter& matter = view.file.matter;
  staff_.write(writer.key("suggested_handler"), view.named_handler);
  writer.key("unit_has_accounts").boolean(hasAccounts(matter.unit, view.staff));
  writer.key("candidates").beginArray();
  if (isOpen(matter.state)) {
    for (const auto& member : candidatesFor(matter, view.staff)) staff_.write(writer, member.id);
  }
  writer.endArray();
}

void MatterWriter::writeApplicant(json::Writer& writer, const MatterView& view) {
  if (!view.applicant) {
    writer.key("contact").null();
    writer.key("authorisation_text").null();
    writer.key("profile").null();
    writer.key("provenance").null();
    web::writeRenewals(writer.key("renewals"), {});
    return;
  }
  ApplicantRecord opened_now;
  if (!view.record) {
    const auto key = openApplicantKey(view.applicant->key_by_service, services_.service_key);
    opened_now = openRecord(view.applicant->sealed, key, book_.catalogue());
  }
  const ApplicantRecord& record = view.record ? *view.record : opened_now;
  writer.key("contact").stringOrNull(record.contact);
  writer.key("authorisation_text").stringOrNull(view.applicant->authorisation.text_number);
  writer.key("profile").value(record.profile);
  writeProvenance(writer.key("provenance"), record, staff_);
  web::writeRenewals(writer.key("renewals"), record.renewals);
}

void MatterWriter::writeGuidanceOf(json::Writer& writer, const Matter& matter) {
  const MatterMeasure measure = measureOf(matter, book_);
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
  web::writeStrings(writer.key("channels"), catalogue::namesOf(clause.channels));
  web::writeStrings(writer.key("benefits"), benefits);
}

}  // namespace policycalc::desk
