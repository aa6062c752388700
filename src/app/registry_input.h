#pragma once

#include <memory>
#include <optional>
#include <string>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/registry/bytes.h"
#include "policycalc/registry/mapping.h"
#include "policycalc/registry/records.h"

#include "app/batch_files.h"
#include "app/settings.h"
#include "app/stop_pipe.h"

namespace CLI {
class App;
}

namespace policycalc::app {

/// What a command that reads a registry is told of it, and of the policies and the day.
struct RegistryOptions {
  std::string file = "-";
  std::string input_form;  ///< `ndjson`, `csv`; "": by the name of the file
  std::string encoding;    ///< "": found out
  std::string mapping;     ///< a file; "" for none
  std::string key;         ///< "": that of the mapping, else `id`
  std::string as_of;       ///< "": today
  std::string catalogue;   ///< the hash of a version in the database; "": the policies folder
  unsigned jobs = 0;       ///< 0: one for each core
};

/// Adds FILE and the options that say how it is read.
void addRegistryOptions(CLI::App& command, RegistryOptions& options);
/// Adds `--as-of`, `--catalogue` and `--jobs`.
void addMatchOptions(CLI::App& command, RegistryOptions& options);

/// Refuses what is not a form of input or output.
std::string refuseOtherForm(const std::string& form);

/// The mapping in `file`. Prints for the command `who` what is wrong, and returns nothing then.
std::optional<registry::Mapping> mappingIn(const std::string& who, const std::string& file,
                                           const facts::Vocabulary& vocabulary);

/// The registry that a command reads, and what it is matched by. Each step prints what is wrong and
/// returns the exit code if the command ends there. The steps are taken in this order.
class RegistryInput {
 public:
  using Ended = std::optional<int>;

  /// `who` is the command as its messages name it.
  RegistryInput(std::string who, const RegistryOptions& options, const Settings& settings);

  /// The file can be read, and is not `output`, which is to be written.
  Ended checkFiles(const std::string& output) const;
  Ended loadPolicies();
  Ended loadMapping();
  /// Opens the records. Unless `only_look`, a CSV must then have the columns of the mapping;
  /// without one its columns are facts.
  Ended openRecords(bool only_look);

  const std::shared_ptr<const catalogue::Catalogue>& catalogue() const { return catalogue_; }
  base::Date day() const { return *day_; }
  /// Null: lines of JSON that hold profiles.
  const registry::Mapping* mapping() const { return mapping_ ? &*mapping_ : nullptr; }
  registry::RecordReader& records() const { return *reader_; }
  /// The member or column that names a company.
  std::string key() const;
  unsigned jobs() const;
  /// Whether the user has asked to stop.
  bool isStopped() const { return stop_.isAsked(); }
  std::uint64_t bytesRead() const { return source_->bytesRead(); }
  std::uint64_t bytes() const { return static_cast<std::uint64_t>(input_.size()); }

  int usage(const std::string& message) const;
  /// Prints that `id` is not a measure, with those nearest to it.
  int refuseMeasure(const std::string& id) const;

 private:
  Ended loadVersion();

  std::string who_;
  const RegistryOptions& options_;
  const Settings& settings_;
  bool is_csv_;
  StopPipe stop_;
  BatchFile input_;
  std::shared_ptr<const catalogue::Catalogue> catalogue_;
  std::optional<base::Date> day_;
  std::optional<registry::Mapping> mapping_;
  const registry::FileSource* source_ = nullptr;  ///< of reader_
  std::unique_ptr<registry::RecordReader> reader_;
};

}  // namespace policycalc::app
