#include "registry/roll/roll_lines.h"

#include "policycalc/json/writer.h"

#include "registry/batch/answer_lines.h"
#include "registry/batch/csv_cells.h"

namespace policycalc::registry {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // spreadsheets need it to see UTF-8
constexpr std::string_view kNotPublic =
    "供责任单位内部核对，不对外公开；是否符合以主管部门认定为准";
constexpr std::string_view kNotPublicEn =
    "for the responsible unit to check, not for the public; the authority decides";
constexpr std::string_view kColumns =
    "line,id,name,standing,county,size,missing,change,former,error\n";

std::string noteOf(const engine::Edition& edition, base::Date day, const std::string& measure) {
  return std::string(kMeasureNote) + measure + "; catalogue " + edition.catalogue().hash() +
         "; as of " + day.toString() + "\n";
}

void addMember(std::string_view key, std::string_view text, std::string& out) {
  if (text.empty()) return;
  json::Writer writer;
  writer.string(text);
  out += ",\"";
  out += key;
  out += "\":";
  out += writer.take();
}

void addCells(std::initializer_list<std::string_view> cells, std::string& out) {
  for (const std::string_view cell : cells) {
    out += ',';
    addCsvText(out, cell);
  }
  out += '\n';
}

std::string_view nameOf(const std::optional<Standing>& standing) {
  return standing ? toString(*standing) : std::string_view();
}

}  // namespace

std::string RollLines::head() const {
  const engine::Edition& edition = setup_.batch.edition;
  const catalogue::Clause& measure = *edition.entries()[setup_.measure].measure;
  if (as_csv_) {
    std::string head(kByteOrderMark);
    head += std::string("# ") + std::string(kRollName) + "：" + std::string(kNotPublic) + "\n";
    head += std::string("# ") + std::string(kNotPublicEn) + "\n";
    return head + noteOf(edition, setup_.batch.day, measure.id) + std::string(kColumns);
  }
  json::Writer writer;
  writer.beginObject();
  writer.key("roll").string(kRollName);
  writer.key("notice").string(kNotPublic);
  writer.key("notice_en").string(kNotPublicEn);
  writer.key("measure").string(measure.id);
  writer.key("title").string(edition.fillIn(measure.title));
  writer.key("catalogue").string(edition.catalogue().hash());
  writer.key("as_of").string(setup_.batch.day.toString());
  writer.endObject();
  return writer.take() + '\n';
}

std::string_view RollLines::change(const Entry& entry, const Listed& listed) const {
  if (setup_.former == nullptr || entry.id.empty()) return {};
  if (!listed.former) return "new";
  return *listed.former == listed.standing ? "same" : "changed";
}

void RollLines::add(const Entry& entry, const Listed& listed, std::string& out) const {
  const std::string_view standing = toString(listed.standing);
  const std::string_view change = this->change(entry, listed);
  if (as_csv_) {
    out += std::to_string(entry.line);
    addCells({idText(entry), listed.name, standing, listed.county, listed.size, listed.missing,
              change, nameOf(listed.former), ""},
             out);
    return;
  }
  beginLine(entry, out);
  addMember("name", listed.name, out);
  addMember("standing", standing, out);
  addMember("county", listed.county, out);
  addMember("size", listed.size, out);
  addMember("missing", listed.missing, out);
  addMember("change", change, out);
  addMember("former", nameOf(listed.former), out);
  out += "}\n";
}

void RollLines::addRefused(const Entry& entry, std::string& out) const {
  if (as_csv_) {
    out += std::to_string(entry.line);
    addCells({idText(entry), "", "", "", "", "", "", "", base::formatIssue(entry.faults.front())},
             out);
    return;
  }
  beginLine(entry, out);
  addFaults(entry, setup_.batch, out);
  out += "}\n";
}

void RollLines::addGone(const FormerRoll::Firm& firm, std::string& out) const {
  if (as_csv_) {
    addCells({firm.id, "", "", "", "", "", "gone", toString(firm.standing), ""}, out);
    return;
  }
  json::Writer writer;
  writer.beginObject();
  writer.key("id").string(firm.id);
  writer.key("change").string("gone");
  writer.key("former").string(toString(firm.standing));
  writer.endObject();
  out += writer.take() + '\n';
}

std::string RollLines::last(const RollSummary& summary) const {
  if (as_csv_) {
    std::string line = stateOf(summary.run);
    addCells({"", "", "", "", "", "", "", "", countsText(summary.run)}, line);
    return line;
  }
  json::Writer writer;
  writer.beginObject();
  addDone(summary.run, setup_.batch, writer);
  for (std::size_t i = 0; i < kStandings; ++i) {
    writer.key(toString(static_cast<Standing>(i)));
    writer.integer(static_cast<std::int64_t>(summary.counts.all[i]));
  }
  writer.endObject();
  return writer.take() + '\n';
}

}  // namespace policycalc::registry
