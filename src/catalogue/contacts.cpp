#include "policycalc/catalogue/contacts.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

#include "policycalc/base/text.h"
#include "policycalc/base/unicode.h"
#include "policycalc/catalogue/csv_rows.h"

namespace policycalc::catalogue {
namespace {

constexpr std::string_view kFile = "contacts.csv";
constexpr std::string_view kHall = "hall";
constexpr std::array<std::string_view, 7> kColumns{"place", "address", "telephone",   "hours",
                                                   "page",  "source",  "last_checked"};
constexpr std::size_t kLongestCell = 400;

/// A date as written here or by a spreadsheet: 2026-11-29, 2026/11/29, 2026/1/5.
std::optional<base::Date> readDate(std::string text) {
  std::replace(text.begin(), text.end(), '/', '-');
  const std::size_t month = text.find('-');
  const std::size_t day = month == std::string::npos ? month : text.find('-', month + 1);
  if (day == std::string::npos) return {};
  if (text.size() - day == 2) text.insert(day + 1, "0");
  if (day - month == 2) text.insert(month + 1, "0");
  const auto date = base::Date::parse(text);
  if (!date.ok()) return {};
  return *date;
}

/// Numbers separated by 、: an area code of three or four digits and a number, a mobile, or a short
/// service number. A spreadsheet removes a leading 0 from a number without a hyphen.
bool isTelephone(std::string_view text) {
  constexpr std::string_view kSeparator = "、";
  while (true) {
    const std::size_t end = std::min(text.find(kSeparator), text.size());
    const std::string_view one = text.substr(0, end);
    const bool plain = one.find_first_not_of("0123456789-") == std::string_view::npos;
    const bool short_number = one.size() >= 3 && one.size() <= 6 && one.front() == '1' &&
                              one.find('-') == std::string_view::npos;
    const bool mobile = one.size() == 11 && one.front() == '1';
    const bool with_area = one.size() >= 11 && one.front() == '0' &&
                           (one.substr(3, 1) == "-" || one.substr(4, 1) == "-");
    const bool service = one.size() >= 10 && one.substr(0, 3) == "400";
    if (!plain || !(short_number || mobile || with_area || service)) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + kSeparator.size());
  }
}

bool isWebAddress(std::string_view text) {
  return text.rfind("https://", 0) == 0 || text.rfind("http://", 0) == 0;
}

bool isControl(char c) {
  return (c >= 0 && c < ' ') || c == '\x7f';
}

bool isFormula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t").find(cell.front()) != std::string_view::npos;
}

class ContactsReader {
 public:
  ContactsReader(const Registry& registry, const facts::Vocabulary& vocabulary,
                 base::Issues& issues)
      : registry_(registry),
        district_(vocabulary.fact(vocabulary.known().district)),
        issues_(issues) {}

  std::vector<Contact> read(std::string_view csv) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (csv.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
      csv.remove_prefix(kByteOrderMark.size());
    }
    if (!base::isUtf8(csv)) {
      report(0, "syntax", "the file is not UTF-8: save it as “CSV UTF-8”");
      return {};
    }
    const auto rows = readCsv(csv);
    if (!rows) {
      report(0, "syntax", rows.error().message);
      return {};
    }
    if (rows->empty() || !isHeader(rows->front())) {
      report(1, "wrong_columns",
             "the columns are place, address, telephone, hours, page, source, last_checked");
      return {};
    }
    std::vector<Contact> contacts;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
      if (auto contact = readRow(*row)) contacts.push_back(*std::move(contact));
    }
    return contacts;
  }

 private:
  void report(int line, std::string code, std::string message) {
    issues_.push_back({base::Severity::kError, std::move(code), std::string(kFile), "", line,
                       line == 0 ? 0 : 1, std::move(message)});
  }

  /// Ignores empty columns at the end, which spreadsheets add.
  static bool fits(const CsvRow& row) {
    return row.cells.size() >= kColumns.size() &&
           std::all_of(row.cells.begin() + kColumns.size(), row.cells.end(),
                       [](const std::string& cell) { return cell.empty(); });
  }

  static bool isHeader(const CsvRow& row) {
    return fits(row) && std::equal(kColumns.begin(), kColumns.end(), row.cells.begin());
  }

  std::optional<Contact> readRow(const CsvRow& row) {
    if (!fits(row)) {
      report(row.line, "wrong_columns", "a row has seven cells");
      return {};
    }
    for (std::size_t i = 0; i < kColumns.size(); ++i) checkCell(row, i);
    Contact contact;
    contact.place = row.cells[0];
    contact.address = row.cells[1];
    contact.telephone = row.cells[2];
    contact.hours = row.cells[3];
    contact.page = row.cells[4];
    contact.source = row.cells[5];
    contact.line = row.line;
    checkValues(contact, row.cells[6]);
    if (!locate(contact)) {
      report(row.line, "unknown_place",
             base::quoted(contact.place) + " is not a unit, `hall`, or `hall-` with a district");
    } else if (!places_.insert(contact.place).second) {
      report(row.line, "duplicate_id", base::quoted(contact.place) + " has two rows");
    }
    return contact;
  }

  void checkCell(const CsvRow& row, std::size_t column) {
    const std::string& cell = row.cells[column];
    const std::string name = base::quoted(kColumns[column]);
    if (isFormula(cell)) report(row.line, "formula", name + " would run in a spreadsheet");
    if (std::any_of(cell.begin(), cell.end(), isControl)) {
      report(row.line, "wrong_value", name + " holds a line end or another control character");
    }
    if (base::countCodePoints(cell) > kLongestCell) {
      report(row.line, "wrong_value", name + " is longer than a line");
    }
  }

  void checkValues(Contact& contact, const std::string& last_checked) {
    contact.last_checked = readDate(last_checked);
    if (!last_checked.empty() && !contact.last_checked) {
      report(contact.line, "wrong_value", base::quoted(last_checked) + " is not a date");
    }
    if (!contact.telephone.empty() && !isTelephone(contact.telephone)) {
      report(contact.line, "wrong_value",
             base::quoted(contact.telephone) +
                 " is not a telephone number: write the area code with a hyphen, and 、 between "
                 "numbers");
    }
    if (!contact.page.empty() && !isWebAddress(contact.page)) {
      report(contact.line, "wrong_value",
             base::quoted(contact.page) + " is not the address of a page");
    }
    if (!contact.isEmpty() && (contact.source.empty() || !contact.last_checked)) {
      report(contact.line, "missing_source", "a contact needs its source and the day of its check");
    }
  }

  bool locate(Contact& contact) const {
    contact.unit = registry_.findUnit(contact.place);
    if (contact.unit || contact.place == kHall) return true;
    const std::string begin = std::string(kHall) + "-";
    if (contact.place.rfind(begin, 0) != 0) return false;
    contact.district = district_.findOption(contact.place.substr(begin.size()));
    return contact.district && registry_.countyOf(*contact.district) != nullptr;
  }

  const Registry& registry_;
  const facts::Fact& district_;
  base::Issues& issues_;
  std::set<std::string> places_;
};

/// A cell quoted for CSV.
std::string csvCell(const std::string& cell) {
  if (cell.find_first_of("\", ") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? std::string(2, c) : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

bool Contact::isEmpty() const {
  return address.empty() && telephone.empty() && hours.empty() && page.empty();
}

bool Contact::isOutdated(base::Date today) const {
  return last_checked && last_checked->yearLater() < today;
}

Contacts Contacts::load(std::string_view csv, const Registry& registry,
                        const facts::Vocabulary& vocabulary, base::Issues& issues) {
  Contacts contacts;
  contacts.all_ = ContactsReader(registry, vocabulary, issues).read(csv);
  return contacts;
}

std::string Contacts::toCsv() const {
  std::string csv = base::join({kColumns.begin(), kColumns.end()}, ",") + "\n";
  for (const Contact& contact : all_) {
    const std::string day = contact.last_checked ? contact.last_checked->toString() : "";
    std::vector<std::string> cells{contact.place,
                                   contact.address,
                                   contact.telephone,
                                   contact.hours,
                                   contact.page,
                                   contact.source,
                                   day};
    std::transform(cells.begin(), cells.end(), cells.begin(), csvCell);
    csv += base::join(cells, ",") + "\n";
  }
  return csv;
}

const Contact* Contacts::ofUnit(std::size_t unit) const {
  const auto at = std::find_if(all_.begin(), all_.end(),
                               [&](const Contact& contact) { return contact.unit == unit; });
  return at == all_.end() ? nullptr : &*at;
}

const Contact* Contacts::hallOf(std::optional<std::size_t> district) const {
  const auto at = std::find_if(all_.begin(), all_.end(), [&](const Contact& contact) {
    return contact.isHall() && contact.district == district;
  });
  return at == all_.end() ? nullptr : &*at;
}

}  // namespace policycalc::catalogue
