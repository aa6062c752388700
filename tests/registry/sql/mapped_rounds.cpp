#include "registry/sql/mapped_rounds.h"

#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

#include "policycalc/engine/match.h"
#include "policycalc/registry/batch.h"

#include "registry/made_register.h"
#include "registry/made_source.h"
#include "support/real_policies.h"

namespace policycalc::test {
namespace {

using registry::Mapping;

constexpr std::uint32_t kSeed = 17;
const base::Date kDay = *base::Date::parse("2026-11-25");

const facts::Vocabulary& vocabulary() {
  return realCatalogue()->vocabulary();
}

Mapping mappingOf(const std::string& text) {
  auto mapping = Mapping::read(text, "", vocabulary());
  if (!mapping.ok()) throw std::runtime_error(base::formatIssue(mapping.error().front()));
  return std::move(mapping).value();
}

std::string quoted(const std::string& text) {
  std::string literal = "'";
  for (const char c : text) literal += c == '\'' ? "''" : std::string(1, c);
  return literal + "'";
}

std::string name(const std::string& column) {
  std::string quoted = "\"";
  for (const char c : column) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

/// What no column of the register takes, or takes in an unusual spelling.
constexpr const char* kSpoilt[] = {"",
                                   " ",
                                   "　",
                                   "'",
                                   "\"",
                                   "''; DROP TABLE x; --",
                                   "未知",
                                   "１２",
                                   "1e400",
                                   "-1",
                                   "1,234.5",
                                   "1,23",
                                   "12.3456",
                                   "1e3",
                                   "0.0000001",
                                   "99999999999999999999",
                                   "\t5\t",
                                   "C39\xE2\x80\x8B"
                                   "11",
                                   "c-39 11",
                                   "Z1",
                                   "440305",
                                   "360799",
                                   "章贡区南康区",
                                   "a\x01z",
                                   "在业 ",
                                   "（存续）"};

MappedRound madeRound(std::size_t firms) {
  const std::string path = POLICYCALC_SOURCE_DIR "/policies/mappings/company-register.json";
  std::ifstream stream(path);
  MappedRound round{mappingOf({std::istreambuf_iterator<char>(stream), {}}), {}, {}, {}};
  round.key = round.mapping.key();
  const auto made = registry::test::madeRegister(kSeed, firms);
  auto reader = registry::readCsv(registry::test::sourceOf(made.csv, 1 << 16));
  round.columns = (*reader)->columns();
  std::mt19937 random(kSeed);
  registry::Block block;
  while (*(*reader)->next(block)) {
    for (const auto& record : block.records()) {
      TextRow row;
      for (std::size_t i = 0; i < round.columns.size(); ++i) {
        row.emplace_back(std::string(block.cell(record, i)));
        const bool is_key = round.columns[i] == round.key;
        if (!is_key && random() % 100 == 0) row.back() = kSpoilt[random() % std::size(kSpoilt)];
        if (!is_key && row.back()->empty() && random() % 2 == 0) row.back() = std::nullopt;
      }
      round.rows.push_back(std::move(row));
    }
  }
  return round;
}

/// A column for each form of mapping, and cells that try it.
struct Form {
  const char* rule;
  std::vector<const char*> cells;
};

const std::vector<const char*>& numbers() {
  static const std::vector<const char*> cells{
      "",
      "0",
      "-0",
      "12",
      " １２ ",
      "1,234",
      "12,34",
      "1,2345",
      ",123",
      "1234,567",
      "-12,345",
      "-123,456",
      "12,345.6",
      "1,234.5,6",
      "1,23d",
      "a,123",
      "0,123",
      "12人",
      "1.5",
      "-1",
      "-",
      "+1",
      "1.",
      ".5",
      "1.2.3",
      "00",
      "01",
      "0.0",
      "0.10",
      "1e2",
      "1E2",
      "1e+2",
      "1e-2",
      "100e-2",
      "1e",
      "e1",
      "1e+",
      "1e1.5",
      "1e400",
      "1e-400",
      "0e61",
      "0e60",
      "1e0060",
      "1e61",
      "9223372036854775807",
      "9223372036854775808",
      "-9223372036854775808",
      "922337203685477.5807",
      "92233720368547758.07",
      "92233720368547758.08",
      "9223372036854.775807",
      "9223372036854.775808",
      "170141183460469231731687303715884105727",
      "170141183460469231731687303715884105728",
      "1.000000000000000000000000000000000000000000",
      "0.000000000000000000000000000000000000000000000000000000000000001",
      "1e-60",
      "1e-61",
      "0.000001",
      "0.0000001",
      "300",
      "1e38",
      "1e17",
      "100",
      "100.0001",
      "99.99999",
      "Infinity",
      "NaN",
      "0x10",
      "１，２３４．５",
      "1 234",
      "٣"};
  return cells;
}

const std::vector<const char*>& days() {
  static const std::vector<const char*> cells{"",
                                              "2026-11-24",
                                              "2026-11-25",
                                              "2026/11/26",
                                              "2026.1.2",
                                              "20261125",
                                              "20261124",
                                              "2026年11月24日",
                                              "2026年1月2日 08:00",
                                              "2026-11-25 00:00:00",
                                              "2026-11-25T00:00Z",
                                              "2026-11-25x",
                                              "2026-02-29",
                                              "2024-02-29",
                                              "1900-02-29",
                                              "2000-02-29",
                                              "1899-12-31",
                                              "2999-12-31",
                                              "3000-01-01",
                                              "2026年11月24",
                                              "2026-11/24",
                                              "26-11-24",
                                              "2026",
                                              "20261324",
                                              "2026111",
                                              "202611255",
                                              "99999999999999999999",
                                              "2026-1-1",
                                              "2026-001-1",
                                              "2026-1-001",
                                              "2026--1",
                                              "2026-11-",
                                              "2026-11-0",
                                              "2026-0-11",
                                              "2026-4-31",
                                              "２０２６－１１－２５",
                                              "2026年11月25日T1",
                                              "0999-01-01",
                                              "-2026-01-01",
                                              "2026 11 25",
                                              "永久"};
  return cells;
}

const std::vector<Form>& forms() {
  static const std::vector<Form> all{
      {R"({"fact": "employees"})", numbers()},
      {R"({"fact": "annual_revenue", "factor": "10000"})", numbers()},
      {R"({"fact": "total_assets", "factor": 0.01, "otherwise": null})", numbers()},
      {R"({"fact": "procurement_budget", "factor": "100000000", "values": {"": 5, "不详": null}})",
       numbers()},
      {R"({"fact": "bank_npl_ratio"})", numbers()},
      {R"({"fact": "company_name"})",
       {"", " 赣州（Ａ） ", "a\tb", "a\nb", "\x7F", "a\x1F", "'\"", "\xC2\x85", "🙂"}},
      {R"({"fact": "industry_code"})",
       {"", "Ｃ3911", "3911制造", "c 39-11",
        "C39\xE2\x80\x8B"
        "11",
        "\xEE\x80\x80"
        "C3911",
        "C", "Z9", "C39111", "-", "\xE2\x80\x8B", "ſ12", "CC1", "1C", "a\x01", "3 9 1 1", "工业",
        "C\xC2\xA0"
        "39"}},
      {R"({"fact": "district", "form": "district", "values": {"360799": "ganzhou_etdz", "市局": null}, "beginnings": {"赣州经济": "ganzhou_etdz"}})",
       {"",
        "360702",
        "360702000000",
        "360702003",
        "360799",
        "360798",
        "440305",
        "440305000",
        "3607",
        "3607020",
        "章贡区",
        "江西省赣州市章贡区",
        "章贡区或南康区",
        "赣州市",
        "rongjiang",
        "outside",
        "赣州经济区",
        "市局",
        "市局局",
        "36070a",
        "３６０７０２",
        "章贡区章贡区"}},
      {R"({"fact": "exporter", "values": {"出口": true, "": false}})",
       {"", "出口", "是", "否", "0", "1", "true", "false", "FALSE", "t", "2", "　"}},
      {R"({"fact": "ownership", "beginnings": {"私": "private", "私募": "foreign"}, "values": {"未知": null, "'": "private"}})",
       {"", "private", "集体", "Private", "未知", "私营", "私募基金", "'", "\"", "PRIVATE", "民营",
        "（民营）"}},
      {R"({"fact": "business_tags", "separator": "、", "values": {"饭店": "catering", "软件": "digital_economy", "-": [], "保密": null}})",
       {"", "-", "软件", "软件、 饭店 、软件", "软件、", "、", "软件、景区", "软件;饭店",
        "保密、软件", "保密、x", "软件、-", "、、软件", "catering、软件", "软件 、\t饭店"}},
      {R"({"fact": "quality_awards", "separator": ";;"})",
       {"", "china_quality_award", "china_quality_award;", "china_quality_award;;;", ";;", ";",
        "china_quality_award;;china_quality_award", ";;china_quality_award;;x"}},
      {R"({"fact": "honours"})", {"", "x", ";", "top100_private"}},
      {R"({"fact": "tech_sme_status", "days": {"before": "lapsed", "from": "valid"}})", days()},
      {R"({"fact": "high_tech_status", "days": {"before": null, "from": "recertified"}, "values": {"永久": "lapsed"}, "otherwise": null})",
       days()},
  };
  return all;
}

/// Each hostile cell once beside good ones, then rows of any cells.
MappedRound hostileRound() {
  std::string text = R"({"key": "编号", "constants": {"chamber_member": true}, "columns": {)";
  MappedRound round{mappingOf(R"({"columns": {}})"), "编号", {"编号"}, {}};
  for (std::size_t i = 0; i < forms().size(); ++i) {
    const std::string column = "列 \\\"" + std::to_string(i) + "/~' ";
    text += (i == 0 ? "\"" : ", \"") + column + "\": " + forms()[i].rule;
    round.columns.push_back("列 \"" + std::to_string(i) + "/~' ");
  }
  round.mapping = mappingOf(text + "}}");
  std::mt19937 random(kSeed);
  constexpr std::size_t kDrawn = 1500;
  const auto add = [&](TextRow row) {
    row.front() = std::to_string(round.rows.size() + 1);
    round.rows.push_back(std::move(row));
  };
  for (std::size_t i = 0; i < forms().size(); ++i) {
    for (const char* cell : forms()[i].cells) {
      TextRow row(round.columns.size());
      row[i + 1] = cell;
      add(std::move(row));
    }
  }
  for (std::size_t drawn = 0; drawn < kDrawn; ++drawn) {
    TextRow row(round.columns.size());
    for (std::size_t i = 0; i < forms().size(); ++i) {
      const auto& cells = forms()[i].cells;
      if (random() % 3 == 0) row[i + 1] = cells[random() % cells.size()];
    }
    add(std::move(row));
  }
  TextRow long_texts(round.columns.size());
  long_texts[0] = std::string(201, 'k');
  round.rows.push_back(long_texts);
  for (const std::size_t length : {200U, 201U, 5000U}) {
    for (const char* character : {"a", "1", "赣", ","}) {
      for (std::size_t i = 1; i < round.columns.size(); ++i) {
        TextRow row(round.columns.size());
        row[i] = "";
        for (std::size_t at = 0; at < length; ++at) *row[i] += character;
        add(std::move(row));
      }
    }
  }
  return round;
}

/// What EntryReader and the engine say of a row: the first fault and a letter a measure.
struct Said {
  std::string refused;
  std::string verdicts;
};

Said sayOf(const MappedRound& round, registry::EntryReader& reader, const engine::Edition& edition,
           const TextRow& row) {
  json::Value line;
  line.type = json::Value::Type::kObject;
  for (std::size_t i = 0; i < row.size(); ++i) {
    json::Member member;
    member.key = round.columns[i];
    member.value.type = row[i] ? json::Value::Type::kString : json::Value::Type::kNull;
    member.value.text = row[i].value_or("");
    line.members.push_back(std::move(member));
  }
  const registry::Entry entry = reader.read(std::move(line), 1);
  if (!entry.faults.empty()) {
    return {entry.faults.front().pointer + ": " + entry.faults.front().code, {}};
  }
  Said said;
  for (const engine::Verdict verdict : engine::verdicts(edition, entry.profile)) {
    said.verdicts += static_cast<char>('a' + static_cast<int>(verdict));
  }
  return said;
}

std::string inserts(const std::string& table, const std::vector<std::string>& rows) {
  constexpr std::size_t kRowsAtOnce = 100;
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    text += i % kRowsAtOnce == 0 ? "INSERT INTO " + table + " VALUES\n" : ",\n";
    text += rows[i];
    if (i % kRowsAtOnce + 1 == kRowsAtOnce || i + 1 == rows.size()) text += ";\n";
  }
  return text;
}

std::string orNull(const std::string& text) {
  return text.empty() ? "NULL" : quoted(text);
}

/// The letters of the verdicts of a row of the view.
std::string letters(const engine::Edition& edition) {
  std::string text;
  for (const auto& entry : edition.entries()) {
    text += (text.empty() ? "CASE " : " || CASE ") + name(entry.measure->id);
    for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
      text += " WHEN " + quoted(std::string(toString(static_cast<engine::Verdict>(i)))) +
              " THEN '" + static_cast<char>('a' + static_cast<int>(i)) + "'";
    }
    text += " END";
  }
  return text;
}

std::string compareRound(const MappedRound& round, const engine::Edition& edition,
                         const std::string& number, registry::Dialect dialect) {
  const std::string table = "registry_" + number;
  const auto script =
      registry::writeSql(edition, {dialect, table, {}, {}, &round.mapping, round.key});
  if (!script.ok()) throw std::runtime_error(base::formatIssue(script.error().front()));
  registry::BatchSetup setup{.edition = edition, .day = kDay, .mapping = &round.mapping};
  setup.key = round.key;
  registry::EntryReader reader(setup);
  std::string columns;
  for (const std::string& column : round.columns) {
    columns += (columns.empty() ? "" : ", ") + name(column) + " TEXT";
  }
  std::vector<std::string> rows;
  std::vector<std::string> expected;
  for (const TextRow& row : round.rows) {
    std::string cells;
    for (const auto& cell : row) {
      cells += (cells.empty() ? "(" : ", ") + (cell ? quoted(*cell) : "NULL");
    }
    rows.push_back(cells + ")");
    const Said said = sayOf(round, reader, edition, row);
    expected.push_back("(" + quoted(row.front().value_or("")) + ", " + orNull(said.refused) + ", " +
                       orNull(said.verdicts) + ")");
  }
  const std::string got = "got_mapped_" + number;
  const std::string want = "expected_mapped_" + number;
  std::string text = script->about + "CREATE TABLE " + table + " (" + columns + ");\n" +
                     inserts(table, rows) + script->view + script->refused + "CREATE TABLE " +
                     want + " (id TEXT, refused TEXT, verdicts TEXT);\n" + inserts(want, expected) +
                     "CREATE TABLE " + got + " AS SELECT id, refused, " + letters(edition) +
                     " AS verdicts FROM " + table + "_verdicts;\n";
  for (const std::string what : {"refused", "verdicts"}) {
    text += "INSERT INTO differences SELECT '" + kDay.toString() + "', e.id, '" + what + "', g." +
            what + ", e." + what + " FROM " + want + " AS e LEFT JOIN " + got +
            " AS g ON g.id = e.id WHERE g." + what + " IS DISTINCT FROM e." + what + ";\n";
  }
  return text + "INSERT INTO compared SELECT " + number + ", (SELECT count(*) FROM " + want +
         "), (SELECT count(*) FROM " + got + "), (SELECT count(DISTINCT id) FROM " + table +
         "_verdicts_refused);\nINSERT INTO differences SELECT '', g.id, 'refused cells', '', '' "
         "FROM " +
         got + " AS g WHERE (g.refused IS NOT NULL) <> (g.id IN (SELECT id FROM " + table +
         "_verdicts_refused));\n";
}

}  // namespace

std::vector<MappedRound> mappedRounds(std::size_t firms) {
  std::vector<MappedRound> rounds;
  rounds.push_back(madeRound(firms));
  rounds.push_back(hostileRound());
  return rounds;
}

std::string mappedScript(const std::vector<MappedRound>& rounds, registry::Dialect dialect) {
  const engine::Edition edition(realCatalogue(), kDay);
  std::string text =
      "CREATE TABLE compared (round INTEGER, companies INTEGER, answers INTEGER, refused "
      "INTEGER);\n"
      "CREATE TABLE differences (day TEXT, profile TEXT, measure TEXT, by_sql TEXT, by_engine "
      "TEXT);\n";
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    text += compareRound(rounds[i], edition, std::to_string(i), dialect);
  }
  return text;
}

}  // namespace policycalc::test
