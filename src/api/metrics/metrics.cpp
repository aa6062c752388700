#include "api/metrics/metrics.h"

#include "policycalc/web/match/match_answer.h"

namespace policycalc::api {
namespace {

/// One metric family: its help and type, then its samples.
class Family {
 public:
  Family(std::string& out, std::string_view name, std::string_view type, std::string_view help)
      : out_(out), name_(name) {
    out_ += "# HELP " + name_ + " " + std::string(help) + "\n";
    out_ += "# TYPE " + name_ + " " + std::string(type) + "\n";
  }

  Family& sample(std::uint64_t value, std::string_view labels = {}) {
    out_ += name_;
    if (!labels.empty()) out_ += "{" + std::string(labels) + "}";
    out_ += " " + std::to_string(value) + "\n";
    return *this;
  }

  /// A time in the unit of Prometheus: `1.000250`.
  void seconds(std::chrono::microseconds time) {
    const std::string digits = std::to_string(time.count());
    constexpr std::size_t kDigits = 6;  // of a microsecond
    const std::string padded(digits.size() > kDigits ? 0 : kDigits + 1 - digits.size(), '0');
    std::string text = padded + digits;
    text.insert(text.size() - kDigits, ".");
    out_ += name_ + " " + text + "\n";
  }

 private:
  std::string& out_;
  std::string name_;
};

using Verdicts = std::array<std::atomic<std::uint64_t>, engine::kVerdicts>;

void writeVerdicts(std::string& out, std::string_view name, std::string_view help,
                   const Verdicts& verdicts) {
  Family family(out, name, "counter", help);
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    family.sample(verdicts[i],
                  "verdict=\"" + std::string(toString(static_cast<engine::Verdict>(i))) + "\"");
  }
}

void writeHttp(std::string& out, const http::ServerCounters& http) {
  Family requests(out, "policycalc_http_requests_total", "counter", "Requests answered.");
  for (std::size_t status_class = 1; status_class < http.requests.size(); ++status_class) {
    requests.sample(http.requests[status_class],
                    "status=\"" + std::to_string(status_class) + "xx\"");
  }
  Family(out, "policycalc_http_connections_open", "gauge", "Connections open now.")
      .sample(http.connections_open);
  Family(out, "policycalc_http_connections_total", "counter",
         "Connections, by what became of them.")
      .sample(http.connections_accepted, "result=\"accepted\"")
      .sample(http.connections_refused, "result=\"refused\"")
      .sample(http.connections_reset, "result=\"reset\"");
  Family(out, "policycalc_http_given_up_total", "counter",
         "Connections ended to make room for others, by what they did.")
      .sample(http.idle_given_up, "state=\"idle\"")
      .sample(http.slow_given_up, "state=\"slow\"");
  Family(out, "policycalc_http_bytes_in_flight", "gauge",
         "Bytes of bodies that arrive and of answers that are not taken yet.")
      .sample(http.bytes_in_flight);
  Family(out, "policycalc_http_timeouts_total", "counter",
         "Requests and answers cut for being slow.")
      .sample(http.request_timeouts, "part=\"request\"")
      .sample(http.answer_timeouts, "part=\"answer\"");
  Family(out, "policycalc_http_bytes_total", "counter", "Bytes received and sent.")
      .sample(http.bytes_in, "direction=\"in\"")
      .sample(http.bytes_out, "direction=\"out\"");
}

void writeFailures(std::string& out, const store::StoreCounters& store) {
  Family failures(out, "policycalc_database_failures_total", "counter",
                  "Calls of the database that failed, by what they did and why.");
  for (std::size_t i = 0; i < store::StoreError::kKinds; ++i) {
    const auto kind = static_cast<store::StoreError::Kind>(i);
    if (kind == store::StoreError::Kind::kConstraint) continue;
    const std::string reason = ",reason=\"" + std::string(store::reasonOf(kind)) + "\"";
    failures.sample(store.failed_reads.at(i), "operation=\"read\"" + reason);
    failures.sample(store.failed_writes.at(i), "operation=\"write\"" + reason);
  }
}

void writeCallers(std::string& out, const CallerCounters& callers) {
  Family refusals(out, "policycalc_key_refusals_total", "counter",
                  "Requests refused for their key, by the code of the issue.");
  for (std::size_t i = 0; i < kKeyFailures; ++i) {
    const auto failure = static_cast<KeyFailure>(i);
    refusals.sample(callers.refused(failure), "code=\"" + std::string(codeOf(failure)) + "\"");
  }
  Family(out, "policycalc_rate_limited_total", "counter", "Requests answered 429 for their cost.")
      .sample(callers.limited(false), "caller=\"anonymous\"")
      .sample(callers.limited(true), "caller=\"key\"");
}

void writeStore(std::string& out, const Metrics::Others& others) {
  writeFailures(out, others.store);
  Family(out, "policycalc_removed_total", "counter", "Records removed as their time was over.")
      .sample(others.store.expired_profiles, "what=\"saved_profiles\"")
      .sample(others.store.ended_applicants, "what=\"applicants\"")
      .sample(others.store.removed_catalogues, "what=\"catalogue_versions\"");
  Family(out, "policycalc_ready", "gauge", "1 if the database can be read and written.")
      .sample(others.readiness.trouble ? 0 : 1);
  const auto& unserved = others.readiness.unserved;
  Family(out, "policycalc_policies_unserved", "gauge",
         "1 while policies have a fault and the service goes on by former ones.")
      .sample(unserved ? 1 : 0, unserved ? "catalogue=\"" + unserved->catalogue + "\"" : "");
  Family(out, "policycalc_clock_believed", "gauge",
         "0 while the clock is so far from the confirmed time that nothing is removed by it.")
      .sample(others.readiness.clock == store::ClockSense::kAhead ? 0 : 1);
  if (!others.readiness.confirmed) return;
  const auto at = others.readiness.confirmed->time_since_epoch().count();
  Family(out, "policycalc_clock_confirmed_timestamp_seconds", "gauge",
         "The confirmed time, in seconds since 1970.")
      .sample(static_cast<std::uint64_t>(at > 0 ? at : 0));
}

void writeDoor(std::string& out, const web::DoorCounters& door) {
  using web::LogInResult;
  Family(out, "policycalc_desk_log_ins_total", "counter", "Attempts to log in at the desk.")
      .sample(door.logIns(LogInResult::kDone), "result=\"done\"")
      .sample(door.logIns(LogInResult::kWrong), "result=\"wrong\"")
      .sample(door.logIns(LogInResult::kWait), "result=\"wait\"")
      .sample(door.logIns(LogInResult::kBusy), "result=\"busy\"");
  Family refusals(out, "policycalc_desk_refusals_total", "counter", "Refusals at the desk.");
  for (std::size_t i = 0; i < web::DoorCounters::kCounted.size(); ++i) {
    refusals.sample(
        door.refusals(i),
        "status=\"" + std::to_string(http::statusOf(web::DoorCounters::kCounted[i])) + "\"");
  }
}

}  // namespace

void Metrics::countMatch(const std::array<int, engine::kVerdicts>& verdicts) {
  ++matches_;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    verdicts_[i] += static_cast<std::uint64_t>(verdicts[i]);
  }
}

void Metrics::countBatch(const Batch& batch) {
  ++batches_;
  batch_answered_ += batch.answered;
  batch_refused_ += batch.refused;
  batch_microseconds_ += static_cast<std::uint64_t>(batch.took.count());
  for (std::size_t i = 0; i < batch.verdicts.size(); ++i) batch_verdicts_[i] += batch.verdicts[i];
}

void Metrics::writeMatches(std::string& out) const {
  Family(out, "policycalc_matches_total", "counter", "Match requests.")
      .sample(matches_, "result=\"answered\"")
      .sample(refused_, "result=\"refused\"");
  writeVerdicts(out, "policycalc_verdicts_total", "Verdicts given, by kind.", verdicts_);
  Family(out, "policycalc_batches_total", "counter", "Batches answered.").sample(batches_);
  Family(out, "policycalc_batch_companies_total", "counter", "Companies of batches.")
      .sample(batch_answered_, "result=\"answered\"")
      .sample(batch_refused_, "result=\"refused\"");
  writeVerdicts(out, "policycalc_batch_verdicts_total",
                "Verdicts on the companies of batches, by kind.", batch_verdicts_);
  Family(out, "policycalc_batch_seconds_total", "counter", "Time that batches took.")
      .seconds(std::chrono::microseconds(batch_microseconds_.load()));
}

std::string Metrics::write(const Others& others) const {
  std::string out;
  Family(out, "policycalc_info", "gauge", "The program and the catalogue it answers by.")
      .sample(1, "version=\"" + std::string(web::programVersion()) + "\",catalogue=\"" +
                     std::string(others.catalogue_hash) + "\"");
  Family(out, "policycalc_nodes", "gauge",
         "Services that answer from this database and share the limits of callers.")
      .sample(static_cast<std::uint64_t>(others.nodes));
  writeHttp(out, others.http);
  Family(out, "policycalc_gate_refusals_total", "counter",
         "Requests answered 503 because too many others were being computed.")
      .sample(gate_->refused());
  Family(out, "policycalc_log_lines_dropped_total", "counter",
         "Lines of the log that could not be written in time.")
      .sample(others.dropped_log_lines);
  writeCallers(out, *callers_);
  writeDoor(out, others.door);
  writeStore(out, others);
  writeMatches(out);
  return out;
}

}  // namespace policycalc::api
