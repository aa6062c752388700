#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "policycalc/engine/explained_row.h"
#include "policycalc/registry/roll.h"

#include "registry/batch/answer_lines.h"
#include "registry/batch/match_block.h"
#include "registry/roll/roll_lines.h"

namespace policycalc::registry {
namespace {

using engine::Verdict;

/// What all threads have counted.
class SharedCounts {
 public:
  void add(const RollCounts& counts) {
    const std::lock_guard<std::mutex> lock(mutex_);
    counts_.add(counts);
  }
  const RollCounts& counts() const { return counts_; }  ///< once the threads are done

 private:
  std::mutex mutex_;
  RollCounts counts_;
};

/// The code of the only option that is left; "" if several are, `none` if the body has none.
std::string codeOf(const facts::Known& known, const facts::Fact& fact) {
  if (known.none) return {};
  if (known.options.isEmpty()) return "none";
  return known.options.isSingle() ? fact.options[known.options.first()].code : std::string();
}

/// Finds the companies of a roll. One thread at a time.
class RollWorker {
 public:
  RollWorker(const RollSetup& setup, SharedCounts& shared)
      : setup_(setup),
        edition_(setup.batch.edition),
        vocabulary_(edition_.catalogue().vocabulary()),
        name_(vocabulary_.find("company_name")),
        shared_(shared),
        lines_(setup),
        reader_(setup.batch),
        matcher_(edition_),
        explained_(edition_) {}

  Answers answer(const Block& block) {
    const std::span<const Entry> entries = reader_.readAll(block, entries_);
    const std::vector<Verdict>& verdicts = matcher_.match(entries);
    const std::size_t measures = edition_.entries().size();
    Answers answers;
    RollCounts counts;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      ++answers.lines;
      if (!entries[i].faults.empty()) {
        ++answers.refused;
        lines_.addRefused(entries[i], answers.text);
      } else if (const auto listed = find(entries[i], verdicts[i * measures + setup_.measure])) {
        count(entries[i], *listed, counts);
        lines_.add(entries[i], *listed, answers.text);
      }
    }
    shared_.add(counts);
    return answers;
  }

 private:
  /// Nothing if the company is not on the roll.
  std::optional<Listed> find(const Entry& entry, Verdict verdict) {
    const bool is_open = verdict == Verdict::kUndetermined;
    if (!is_open && verdict != Verdict::kEligible && verdict != Verdict::kConditional) return {};
    const catalogue::Catalogue& catalogue = edition_.catalogue();
    facts::deriveFacts(entry.profile, vocabulary_, catalogue.sizeStandard(),
                       edition_.compiled().bodyRules(), knowledge_);
    Listed listed;
    const facts::KnownFacts& is = vocabulary_.known();
    if (!entry.profile[is.entity_type].known) {
      listed.standing = Standing::kEntityTypeUnknown;
    } else if (is_open) {
      explained_.take(entry.profile, knowledge_);
      const auto missing = explained_.outcomes()[setup_.measure].missing;
      if (missing.size() != 1) return {};
      listed.standing = Standing::kOneFactShort;
      listed.missing = vocabulary_.fact(missing.front()).id;
    } else if (verdict == Verdict::kConditional) {
      listed.standing = Standing::kConditional;
    }
    if (name_) listed.name = entry.profile[*name_].text;
    const facts::Given& district = entry.profile[is.district];
    if (district.known) {
      listed.county = vocabulary_.fact(is.district).options[district.options.first()].code;
    }
    listed.size =
        codeOf(knowledge_.facts[is.enterprise_size], vocabulary_.fact(is.enterprise_size));
    if (setup_.former != nullptr && !entry.id.empty()) {
      listed.former = setup_.former->find(idText(entry));
    }
    return listed;
  }

  void count(const Entry& entry, const Listed& listed, RollCounts& counts) const {
    const auto standing = static_cast<std::size_t>(listed.standing);
    ++counts.all[standing];
    ++counts.by_county[listed.county][standing];
    ++counts.by_size[listed.size][standing];
    if (!listed.missing.empty()) ++counts.by_fact[listed.missing];
    if (entry.id.empty()) {
      ++counts.without_id;
    } else if (setup_.former != nullptr) {
      if (!listed.former) ++counts.added;
      if (listed.former && *listed.former != listed.standing) ++counts.changed;
    }
  }

  const RollSetup& setup_;
  const engine::Edition& edition_;
  const facts::Vocabulary& vocabulary_;
  std::optional<facts::FactIndex> name_;
  SharedCounts& shared_;
  RollLines lines_;
  EntryReader reader_;
  std::vector<Entry> entries_;
  BlockMatcher matcher_;
  engine::ExplainedRow explained_;
  facts::Knowledge knowledge_;
};

}  // namespace

RollSummary runRoll(RecordReader& reader, const RollSetup& setup, Sink& sink,
                    const RunOptions& options) {
  SharedCounts shared;
  RollSummary result;
  const RollLines lines(setup);
  const auto write_tail = [&](const Summary& summary) {
    result.run = summary;
    result.counts = shared.counts();
    std::string tail;
    // Only a registry that was read to its end tells who has gone.
    if (setup.former != nullptr && !summary.interrupted && !summary.read_fault) {
      for (const FormerRoll::Firm& firm : setup.former->notAsked()) {
        lines.addGone(firm, tail);
        ++result.counts.gone;
      }
    }
    return tail + lines.last(result);
  };
  const BlockWork work{.head = lines.head(),
                       .make_answer =
                           [&] {
                             const auto worker = std::make_shared<RollWorker>(setup, shared);
                             return [worker](const Block& block) { return worker->answer(block); };
                           },
                       .tail = write_tail};
  result.run = runBlocks(reader, work, sink, options);
  return result;
}

}  // namespace policycalc::registry
