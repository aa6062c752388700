#include "policycalc/catalogue/catalogue.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include <Poco/DigestEngine.h>
#include <Poco/SHA2Engine.h>

#include "policycalc/base/text.h"
#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

#include "catalogue/checks.h"
#include "catalogue/load_clause.h"

namespace policycalc::catalogue {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{4} * 1024 * 1024;
constexpr std::string_view kMeasuresFolder = "measures/";
constexpr std::string_view kContacts = "contacts.csv";
constexpr std::string_view kAnswerTexts = "answer.json";
constexpr std::string_view kScreens = "screens.json";

std::string sha256(const std::string& content) {
  Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
  engine.update(content);
  return "sha256:" + Poco::DigestEngine::digestToHex(engine.digest());
}

}  // namespace

/// Builds a catalogue step by step. Each step adds its issues and continues with what is there.
class CatalogueBuilder {
 public:
  explicit CatalogueBuilder(const PolicyFiles& files) : files_(files) {}

  base::Result<std::shared_ptr<const Catalogue>, base::Issues> build() {
    parseAll();
    loadShared();
    // Measures refer to all of these files: without them every name in a measure would be a fault.
    // A smaller fault in one file hides no fault in another.
    if (isSound("facts.json") && areRead({"documents.json", "parameters.json", "units.json"})) {
      loadAnswerTexts();
      loadItems();
      index();
      if (areSound({"documents.json", "parameters.json", "units.json", "size-standard.json"})) {
        checkCatalogue(*catalogue_, issues_);
      }
    }
    if (base::hasErrors(issues_)) {
      base::sortIssues(issues_);
      return std::move(issues_);
    }
    findBoundaries();
    writeContent();
    return std::shared_ptr<const Catalogue>(std::move(catalogue_));
  }

 private:
  bool isSound(std::string_view path) const {
    return documents_.count(path) != 0 &&
           std::none_of(issues_.begin(), issues_.end(),
                        [&](const base::Issue& issue) { return issue.file == path; });
  }
  bool areSound(std::initializer_list<std::string_view> paths) const {
    return std::all_of(paths.begin(), paths.end(), [&](auto path) { return isSound(path); });
  }
  bool areRead(std::initializer_list<std::string_view> paths) const {
    return std::all_of(paths.begin(), paths.end(),
                       [&](auto path) { return documents_.count(path) != 0; });
  }

  void parseAll() {
    for (const auto& [path, text] : files_) {
      if (path == kContacts) continue;
      json::ReadLimits limits;
      limits.max_bytes = kMaxFileBytes;
      auto document = json::read(text, path, limits);
      if (document.ok()) {
        documents_.emplace(path, std::move(document).value());
      } else {
        issues_.insert(issues_.end(), document.error().begin(), document.error().end());
      }
    }
  }

  /// Calls `load` with the file's root, or reports a missing file.
  template <typename Load>
  void withFile(const std::string& path, const Load& load) {
    const auto document = documents_.find(path);
    if (document == documents_.end()) {
      if (files_.count(path) == 0) {
        issues_.push_back(
            {base::Severity::kError, "missing_file", path, "", 0, 0, "the file is missing"});
      }
      return;
    }
    const json::IssueSink sink{document->first, issues_};
    json::Decoder root(document->second, "", sink);
    load(root);
  }

  void loadShared() {
    Catalogue& c = *catalogue_;
    withFile("facts.json",
             [&](json::Decoder& root) { c.vocabulary_ = facts::Vocabulary::load(root); });
    std::vector<Document> documents;
    std::vector<Unit> units;
    withFile("documents.json",
             [&](json::Decoder& root) { documents = Registry::loadDocuments(root); });
    withFile("parameters.json",
             [&](json::Decoder& root) { c.parameters_ = criteria::Parameters::load(root); });
    const bool has_vocabulary = isSound("facts.json");
    if (has_vocabulary) {
      withFile("units.json",
               [&](json::Decoder& root) { units = Registry::loadUnits(root, c.vocabulary_); });
    }
    c.registry_ = Registry(std::move(documents), std::move(units));
    loadContacts();
    if (has_vocabulary) {
      withFile("size-standard.json", [&](json::Decoder& root) { loadSizeStandard(root); });
    }
    loadScreens();
  }

  /// Optional, because earlier versions have no such file.
  void loadScreens() {
    const bool absent = files_.count(std::string(kScreens)) == 0;
    if (absent || !areSound({"facts.json", "size-standard.json"})) return;
    withFile(std::string(kScreens), [&](json::Decoder& root) {
      catalogue_->screens_ =
          Screens::load(root, catalogue_->vocabulary_, catalogue_->size_standard_);
    });
  }

  /// Optional, because earlier versions have no such file.
  void loadContacts() {
    const auto csv = files_.find(std::string(kContacts));
    if (csv == files_.end() || !areSound({"facts.json", "units.json"})) return;
    catalogue_->contacts_ =
        Contacts::load(csv->second, catalogue_->registry_, catalogue_->vocabulary_, issues_);
  }

  void loadAnswerTexts() {
    if (files_.count(std::string(kAnswerTexts)) == 0) return;
    withFile(std::string(kAnswerTexts), [&](json::Decoder& root) {
      catalogue_->texts_ = AnswerTexts::load(root, catalogue_->symbols(), catalogue_->registry_);
    });
  }

  void loadSizeStandard(json::Decoder& root) {
    facts::SizeStandard& standard = catalogue_->size_standard_;
    standard = facts::SizeStandard::load(root, catalogue_->vocabulary_);
    const std::string& document = standard.document();
    if (!document.empty() && areRead({"documents.json"}) &&
        catalogue_->registry_.findDocument(document) == nullptr) {
      root.reportAt("document", "unknown_document", base::quoted(document) + " is not a document");
    }
  }

  void loadItems() {
    std::set<int> numbers;
    for (const auto& [path, document] : documents_) {
      if (path.rfind(kMeasuresFolder, 0) != 0) continue;
      const json::IssueSink sink{path, issues_};
      json::Decoder root(document, "", sink);
      catalogue_->items_.push_back(
          loadItem(root, {catalogue_->symbols(), catalogue_->registry_, path}));
      const int number = catalogue_->items_.back().number;
      if (number != 0 && !numbers.insert(number).second) {
        root.reportAt("item", "duplicate_id", "item " + std::to_string(number) + " appears twice");
      }
    }
    std::sort(catalogue_->items_.begin(), catalogue_->items_.end(),
              [](const Item& a, const Item& b) { return a.number < b.number; });
  }

  void index() {
    Catalogue& c = *catalogue_;
    for (const Item& item : c.items_) {
      for (const Clause& clause : item.clauses) {
        if (!c.by_id_.emplace(clause.id, &clause).second) {
          issues_.push_back({base::Severity::kError, "duplicate_id", clause.file, clause.pointer,
                             clause.position.line, clause.position.column,
                             base::quoted(clause.id) + " appears twice"});
        }
        c.clauses_.push_back(&clause);
        if (clause.isMeasure()) c.measures_.push_back(&clause);
      }
    }
    const auto first_item = files_.lower_bound(std::string(kMeasuresFolder));
    if (first_item == files_.end() || first_item->first.rfind(kMeasuresFolder, 0) != 0) {
      issues_.push_back({base::Severity::kError, "missing_file", std::string(kMeasuresFolder), "",
                         0, 0, "there are no measures"});
    }
  }

  void findBoundaries() {
    std::set<base::Date> days;
    const auto add = [&](base::Date from, const std::optional<base::Date>& to) {
      days.insert(from);
      if (to) days.insert(to->next());
    };
    for (const Clause* measure : catalogue_->measures_) add(measure->valid.from, measure->valid.to);
    for (const criteria::Parameter& parameter : catalogue_->parameters_.all()) {
      for (const auto& period : parameter.periods) add(period.from, period.to);
    }
    // Answers mention a citation only while its document is in force.
    for (const Document& document : catalogue_->registry_.documents()) {
      const auto from = base::Date::parse(document.in_force_from);
      const auto to = base::Date::parse(document.in_force_to);
      if (from.ok()) days.insert(*from);
      if (to.ok()) days.insert(to->next());
    }
    catalogue_->boundaries_.assign(days.begin(), days.end());
  }

  void writeContent() {
    json::Writer writer;
    writer.beginObject();
    for (const auto& [path, document] : documents_) {
      writer.key(path).raw(json::canonical(document));
    }
    if (files_.count(std::string(kContacts)) != 0) {
      writer.key(kContacts).string(catalogue_->contacts_.toCsv());
    }
    writer.endObject();
    catalogue_->content_ = writer.take();
    catalogue_->hash_ = sha256(catalogue_->content_);
  }

  const PolicyFiles& files_;
  std::map<std::string, json::Value, std::less<>> documents_;
  base::Issues issues_;
  // Not make_unique: the constructor is private.
  std::unique_ptr<Catalogue> catalogue_{new Catalogue()};
};

base::Result<std::shared_ptr<const Catalogue>, base::Issues> Catalogue::load(
    const PolicyFiles& files) {
  return CatalogueBuilder(files).build();
}

base::Result<std::shared_ptr<const Catalogue>, base::Issues> Catalogue::restore(
    std::string_view content) {
  json::ReadLimits limits;
  limits.max_bytes = content.size();
  ++limits.max_depth;  // here each document is inside another object
  const auto document = json::read(content, "content", limits);
  if (!document.ok()) return document.error();
  PolicyFiles files;
  for (const json::Member& member : document->members) {
    files.emplace(member.key,
                  member.value.isString() ? member.value.text : json::canonical(member.value));
  }
  return load(files);
}

const Clause* Catalogue::find(std::string_view clause_id) const {
  const auto at = by_id_.find(clause_id);
  return at == by_id_.end() ? nullptr : at->second;
}

const Item* Catalogue::findItem(int number) const {
  for (const Item& item : items_) {
    if (item.number == number) return &item;
  }
  return nullptr;
}

const Document* Catalogue::notice() const {
  for (const Document& document : registry_.documents()) {
    if (!document.chapters.empty()) return &document;
  }
  return nullptr;
}

const Chapter* Catalogue::chapterOf(int item) const {
  const Document* document = notice();
  if (document == nullptr) return nullptr;
  for (const Chapter& chapter : document->chapters) {
    if (chapter.first_item <= item && item <= chapter.last_item) return &chapter;
  }
  return nullptr;
}

}  // namespace policycalc::catalogue
