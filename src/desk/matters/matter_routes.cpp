#include "desk/matters/matter_routes.h"

#include <string_view>
#include <utility>

#include "policycalc/web/refusals.h"

#include "desk/conflict.h"
#include "desk/matters/matter_bulk.h"
#include "desk/matters/matter_reopening.h"
#include "desk/matters/matter_steps.h"
#include "desk/matters/matter_watch.h"
#include "desk/matters/query_code.h"

namespace policycalc::desk {
namespace {

constexpr web::Refusal kNoMatter =
    web::refused::kNotFound.with("`no_matter`: there is none, or the caller may not see it.");
constexpr web::Refusal kChangedOrClosed = kChangedElsewhere.with(
    "`changed_elsewhere`, with `changes`: the matter has another revision. `closed`: it is over.");

/// A row about one matter, without what all these rows share.
web::Operation rowOf(std::string_view method, std::string_view path, std::string_view id,
                     std::string_view summary, std::string_view done) {
  return {.method = method,
          .path = path,
          .id = id,
          .tag = "matters",
          .summary = summary,
          .parameters = {"Id"},
          .answers = {{200, done, "MatterDetail", web::kJson, {"ETag"}}},
          .refusals = {kNoMatter}};
}

web::Operation rowOfChange(web::Operation row, std::string_view body,
                           const web::Refusal& conflict) {
  row.body = body;
  row.refusals.push_back(conflict);
  return row;
}

/// What is done to many matters at once.
void addBulkRoutes(web::Routes& routes, DeskDoor& door, const PlainAnswer& plain) {
  const std::string_view judged =
      "Each matter is judged for itself; the answer tells which were done, and why the others were "
      "not.";
  door.add(routes,
           {.method = "POST",
            .path = "/api/v1/hall/bulk/hand-overs",
            .id = "hand_over_matters",
            .tag = "matters",
            .summary = "Hand many matters over to their units",
            .description = judged,
            .body = "BulkHandOver",
            .answers = {{200, "What was done.", "BulkAnswer"}}},
           Permission::kWorkMatter, plain(handOverMany));
  door.add(routes,
           {.method = "POST",
            .path = "/api/v1/hall/bulk/reassignments",
            .id = "reassign_matters",
            .tag = "matters",
            .summary = "Give many matters to another person",
            .description = judged,
            .body = "BulkReassignment",
            .answers = {{200, "What was done.", "BulkAnswer"}}},
           Permission::kReassign, plain(reassignMany));
  door.add(routes,
           {.method = "POST",
            .path = "/api/v1/hall/bulk/reminders",
            .id = "remind_of_matters",
            .tag = "matters",
            .summary = "Remind those who have to act on many matters",
            .description = judged,
            .body = "BulkHandOver",
            .answers = {{200, "What was done.", "BulkAnswer"}}},
           Permission::kWorkMatter, plain(remindMany));
}

/// What keeps a matter from being forgotten.
void addWatchRoutes(web::Routes& routes, DeskDoor& door, const PlainAnswer& plain) {
  const Permission work = Permission::kWorkMatter;
  const auto add = [&](web::Operation row, std::string_view body, std::string_view conflict,
                       MatterAnswer answer) {
    row.body = body;
    row.refusals.push_back(kChangedElsewhere.with(conflict));
    door.add(routes, std::move(row), work, plain(answer));
  };
  add(rowOf("POST", "/api/v1/hall/matters/{id}/completion", "await_matter_papers",
            "Let the company complete its papers", "The matter, whose clock rests."),
      "MatterCompletion",
      "`changed_elsewhere`, with `changes`: the matter has another revision. `cannot_await`: it is "
      "not on the side of the caller, or waits already.",
      awaitPapers);
  add(rowOf("POST", "/api/v1/hall/matters/{id}/completed", "resume_matter",
            "Go on with a matter whose papers are complete", "The matter, whose clock goes on."),
      "MatterUndo",
      "`changed_elsewhere`, with `changes`: the matter has another revision. `cannot_await`: it "
      "does not wait.",
      resume);
  add(rowOf("POST", "/api/v1/hall/matters/{id}/measure", "read_matter_measure",
            "Record that the changes of the measure were read", "The matter after the change."),
      "MatterUndo",
      "`changed_elsewhere`, with `changes`: the matter has another revision. `measure_read`: there "
      "is nothing new.",
      readMeasure);
  web::Operation reminds = rowOf("POST", "/api/v1/hall/matters/{id}/reminders", "remind_of_matter",
                                 "Remind who has to act on a matter", "The matter after it.");
  reminds.refusals.push_back(
      web::refused::kConflict.with("`closed`. `nothing_to_remind`: no one can act, it is the "
                                   "caller's own turn or the company's, "
                                   "or a reminder was recorded today."));
  door.add(routes, std::move(reminds), work, plain(remind));
}

void addMatterRoutesById(web::Routes& routes, DeskDoor& door, const PlainAnswer& plain) {
  const Permission work = Permission::kWorkMatter;
  door.add(routes,
           rowOfChange(rowOf("POST", "/api/v1/hall/matters/{id}/steps", "take_matter_step",
                             "Take a step", "The matter after the step."),
                       "MatterStep",
                       kChangedElsewhere.with(
                           "`changed_elsewhere`, with `changes`: the matter has another revision. "
                           "`no_such_step`: no step leads there. `not_tried`: a matter ends as "
                           "unreachable only after attempts on two workdays.")),
           work, plain(takeStep));
  door.add(
      routes,
      rowOfChange(
          rowOf("POST", "/api/v1/hall/matters/{id}/attempts", "add_matter_attempt",
                "Record that the company could not be reached", "The matter after the change."),
          "MatterAttempt", web::refused::kConflict.with("`closed`: the matter is over.")),
      work, plain(addAttempt));
  door.add(routes,
           rowOfChange(
               rowOf("POST", "/api/v1/hall/matters/{id}/told", "tell_company",
                     "Record that the company was told of the end", "The matter after the change."),
               "MatterTelling",
               kChangedElsewhere.with(
                   "`changed_elsewhere`, with `changes`: the matter has another revision. "
                   "`told_already`: there is nothing to tell.")),
           work, plain(tellCompany));
  door.add(routes,
           rowOfChange(rowOf("POST", "/api/v1/hall/matters/{id}/undo", "undo_matter_end",
                             "Undo an end", "The matter as it was before its end."),
                       "MatterUndo",
                       kChangedElsewhere.with(
                           "`changed_elsewhere`, with `changes`: the matter has another revision. "
                           "`too_late`: an end is undone within ten minutes by who recorded it or "
                           "a supervisor, and not after the company was told; a withdrawal is not. "
                           "`not_closed`. `matter_open`: the firm has another open matter for the "
                           "measure.")),
           work, plain(undoEnd));
  door.add(routes,
           rowOfChange(rowOf("POST", "/api/v1/hall/matters/{id}/reopening", "reopen_matter",
                             "Reopen a closed matter", "The matter, open in its last open state."),
                       "MatterReopening",
                       kChangedElsewhere.with(
                           "`changed_elsewhere`, with `changes`: the matter has another revision. "
                           "`not_closed`: it is open or erased. `matter_open`: the firm has "
                           "another open matter for the measure.")),
           Permission::kReassign, plain(reopenMatter));
  web::Operation code = rowOfChange(
      rowOf("POST", "/api/v1/hall/matters/{id}/query-code", "make_query_code",
            "Give the company another query code",
            "The matter, with the code. The last one opens nothing from then on."),
      "MatterNewCode",
      kChangedElsewhere.with("`changed_elsewhere`, with `changes`: the matter has another "
                             "revision. `closed`: its data is erased."));
  code.answers.front().schema = "MatterWithCode";
  door.add(routes, std::move(code), Permission::kAssist, plain(makeQueryCode));
  door.add(routes,
           rowOfChange(rowOf("PUT", "/api/v1/hall/matters/{id}/documents", "tick_matter_documents",
                             "Tick documents off", "The matter after the change."),
                       "MatterTicks", kChangedOrClosed),
           work, plain(tickDocuments));
  door.add(routes,
           rowOfChange(rowOf("POST", "/api/v1/hall/matters/{id}/notes", "add_matter_note",
                             "Write a note", "The matter after the change."),
                       "MatterNote", web::refused::kConflict.with("`closed`: the matter is over.")),
           work, plain(addNote));
  door.add(routes,
           rowOfChange(rowOf("PUT", "/api/v1/hall/matters/{id}/handler", "reassign_matter",
                             "Give a matter to another handler", "The matter after the change."),
                       "MatterHandler", kChangedOrClosed),
           Permission::kReassign, plain(reassign));
}

}  // namespace

void addMatterChangeRoutes(web::Routes& routes, DeskDoor& door, const PlainAnswer& plain) {
  addMatterRoutesById(routes, door, plain);
  addWatchRoutes(routes, door, plain);
  addBulkRoutes(routes, door, plain);
}

}  // namespace policycalc::desk
