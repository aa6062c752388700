#include "policycalc/vault/api_key.h"

#include <algorithm>
#include <iostream>
#include <memory>

#include "policycalc/base/ascii.h"
#include "policycalc/base/date.h"
#include "policycalc/base/text.h"
#include "policycalc/http/host_port.h"
#include "policycalc/store/store.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/existing_store.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using store::ApiKeyEntry;
using store::ApiKeys;

constexpr int kMostDays = 3650;
constexpr int kMostPoints = 999'999;

/// What the words of `api-key` say.
struct KeyOptions {
  std::string holder;
  std::string kind;
  std::vector<std::string> origins;
  std::vector<std::string> scopes;
  int days = 365;
  int points = 0;
  std::string hint;
  int overlap = 14;
};

int refuse(const std::string& message) {
  return complain("policycalc api-key", message, kRefused);
}

/// As browsers send it: in lower case, without the usual port of the scheme.
std::string asBrowsersSendIt(const std::string& origin) {
  std::string sent = base::toLower(origin);
  const std::string_view usual = sent.starts_with("https://") ? ":443" : ":80";
  if (sent.ends_with(usual)) sent.resize(sent.size() - usual.size());
  return sent;
}

/// What is wrong with the description of a new key; "" for nothing.
std::string faultOf(const KeyOptions& options) {
  const bool is_secret = options.kind == "secret";
  for (const std::string& scope : options.scopes) {
    if (scope != "match" && scope != "profiles") {
      return base::quoted(scope) + " is not a scope: match or profiles";
    }
    if (!is_secret && scope != "match") {
      return "a publishable key is for matching: everyone can read it in the page";
    }
  }
  for (const std::string& origin : options.origins) {
    if (!http::isOrigin(origin)) {
      return base::quoted(origin) + " is not an origin, such as https://bank.example";
    }
  }
  if (is_secret && !options.origins.empty()) {
    return "a secret key takes no `--origin`: no page may send it";
  }
  if (!is_secret && options.origins.empty()) {
    return "a publishable key needs an `--origin` for each site whose pages send it";
  }
  return {};
}

ApiKeyEntry describedKey(const KeyOptions& options) {
  ApiKeyEntry entry;
  entry.holder = options.holder;
  entry.secret = options.kind == "secret";
  entry.scopes = options.scopes;
  if (entry.scopes.empty()) {
    entry.scopes = entry.secret ? std::vector<std::string>{"match", "profiles"}
                                : std::vector<std::string>{"match"};
  }
  for (const std::string& origin : options.origins) {
    entry.origins.push_back(asBrowsersSendIt(origin));
  }
  entry.points = options.points;
  entry.added_at = now();
  if (options.days > 0) entry.expires_at = entry.added_at + std::chrono::days(options.days);
  return entry;
}

void printOnce(const vault::ApiKey& key) {
  std::cout << "the key, which is shown only now: " << key.text() << '\n';
}

int add(const KeyOptions& options, const Settings& settings) {
  if (const std::string fault = faultOf(options); !fault.empty()) return refuse(fault);
  ApiKeyEntry entry = describedKey(options);
  const auto key = vault::ApiKey::random(entry.secret ? vault::ApiKeyKind::kSecret
                                                      : vault::ApiKeyKind::kPublishable);
  entry.digest = vault::apiKeyDigest(key);
  entry.hint = key.hint();
  if (openExistingStore(settings)->apiKeys().add(entry) == ApiKeys::Added::kHasOne) {
    return refuse(base::quoted(options.holder) +
                  " has a key: `rotate` gives the next one, `revoke` ends it");
  }
  printOnce(key);
  return kDone;
}

const ApiKeyEntry* aliveOf(const std::vector<ApiKeyEntry>& entries, const std::string& holder) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const ApiKeyEntry& entry) {
    return entry.holder == holder && entry.isAliveAt(now());
  });
  return found == entries.end() ? nullptr : &*found;
}

int rotate(const KeyOptions& options, const Settings& settings) {
  const auto store = openExistingStore(settings);
  const auto entries = store->apiKeys().list();
  const ApiKeyEntry* former = aliveOf(entries, options.holder);
  if (former == nullptr) return refuse(base::quoted(options.holder) + " has no key: `add` one");
  const auto key = vault::ApiKey::random(former->secret ? vault::ApiKeyKind::kSecret
                                                        : vault::ApiKeyKind::kPublishable);
  const auto at = now();
  const auto done =
      store->apiKeys().rotate(options.holder, {.digest = vault::apiKeyDigest(key),
                                               .hint = key.hint(),
                                               .at = at,
                                               .ends_at = at + std::chrono::days(options.overlap)});
  if (done != ApiKeys::Added::kDone) {
    return refuse(base::quoted(options.holder) +
                  " has two keys already: wait until the former ends, or revoke it");
  }
  printOnce(key);
  std::cout << "the former key " << former->hint << " ends in " << options.overlap << " days\n";
  return kDone;
}

int revoke(const KeyOptions& options, const Settings& settings) {
  const auto store = openExistingStore(settings);
  const std::size_t revoked = store->apiKeys().revoke(options.holder, options.hint, now());
  if (revoked == 0) return refuse(base::quoted(options.holder) + " has no such key that is alive");
  std::cout << (revoked == 1 ? "1 key is" : std::to_string(revoked) + " keys are")
            << " revoked and opens nothing from now on\n";
  return kDone;
}

std::string stateOf(const ApiKeyEntry& entry) {
  const auto day = [](std::chrono::sys_seconds time) { return base::dayInChina(time).toString(); };
  if (entry.revoked_at) return "revoked " + day(*entry.revoked_at);
  if (!entry.isAliveAt(now())) return "expired " + day(*entry.expires_at);
  return entry.expires_at ? "alive until " + day(*entry.expires_at) : "alive";
}

int list(const Settings& settings) {
  std::vector<std::vector<std::string>> rows{
      {"key", "state", "scopes", "points", "origins", "holder"}};
  const auto store = openExistingStore(settings);
  for (const ApiKeyEntry& entry : store->apiKeys().list()) {
    rows.push_back({visibleText(entry.hint), stateOf(entry), base::join(entry.scopes, ","),
                    entry.points == 0 ? "-" : std::to_string(entry.points),
                    entry.origins.empty() ? "-" : visibleText(base::join(entry.origins, ",")),
                    visibleText(entry.holder)});
  }
  std::cout << table(rows);
  return kDone;
}

using Work = int (*)(const KeyOptions&, const Settings&);

}  // namespace

void addApiKey(Program& program) {
  CLI::App& group = program.group("api-key", "give partners keys to the API");
  const std::vector<std::string_view> settings{"database"};
  const auto options = std::make_shared<KeyOptions>();
  const auto with_holder = [&](const char* name, const char* help, Work work) -> CLI::App& {
    CLI::App& command =
        program.command(group, name, help, settings,
                        [options, work](const Settings& given) { return work(*options, given); });
    addArgument(command, "HOLDER", options->holder, "the partner's page or server, as you call it")
        ->required()
        ->check(refuseEmpty);
    return command;
  };
  CLI::App& added = with_holder("add", "make a key and print it once", add);
  added.add_option("--kind", options->kind, "publishable, for a page, or secret, for a server")
      ->required()
      ->type_name("KIND")
      ->check(CLI::IsMember({"publishable", "secret"}));
  added.add_option("--origin", options->origins, "a site whose pages may send it; may be repeated")
      ->type_name("URL");
  added.add_option("--scope", options->scopes, "match or profiles; without it, all of its kind")
      ->type_name("SCOPE");
  added.add_option("--days", options->days, "until it expires; 0: never; without it, 365")
      ->type_name("N")
      ->check(CLI::Range(0, kMostDays));
  added.add_option("--points", options->points, "a minute; without it, as `key_points` says")
      ->type_name("N")
      ->check(CLI::Range(1, kMostPoints));
  program.command(group, "list", "list all keys, those that have ended included", settings, list);
  CLI::App& next =
      with_holder("rotate", "make the next key; the former one goes on for a while", rotate);
  next.add_option("--days", options->overlap, "until the former ends; without it, 14")
      ->type_name("N")
      ->check(CLI::Range(0, kMostDays));
  CLI::App& ended = with_holder("revoke", "end a holder's keys at once", revoke);
  ended.add_option("--key", options->hint, "only the key that `list` shows so")->type_name("KEY");
}

}  // namespace policycalc::app
