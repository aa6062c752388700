#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/store/store.h"
#include "policycalc/vault/token.h"

#include "app/process.h"
#include "http/raw_client.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {

/// A database with a clerk whose log-in outlasts the test, its key file, and the command line on
/// both.
class SealedHall {
 public:
  SealedHall();

  std::unique_ptr<store::Store> open() const;
  Finished run(std::vector<std::string> words) const;
  /// `more` are further words of the command line.
  std::unique_ptr<Serving> serve(std::vector<std::string> more = {}) const;
  std::vector<std::string> words(std::vector<std::string> command) const;

  std::filesystem::path folder() const { return folder_.path(); }
  std::filesystem::path database() const { return folder_.database(); }
  std::filesystem::path key() const { return folder_.path() / "policycalc.key"; }
  std::string keyText() const;

  /// Another log-in of the clerk.
  vault::Token newSession() const;
  /// A request of the clerk, by the first log-in or by another.
  http::test::Reply send(const Serving& serving, const std::string& line, const std::string& body,
                         const std::optional<vault::Token>& by = {}) const;

  /// Adds an applicant with the `number`th credit code; the answer's status.
  int addFirm(const Serving& serving, int number) const;
  /// How many applicants the search for the `number`th credit code finds, each by its name.
  int found(const Serving& serving, int number) const;
  /// The reference; "" if the feedback was refused.
  static std::string tell(const Serving& serving, const std::string& message);
  /// Saves a profile that staff may open; the status.
  static int save(const Serving& serving);

 private:
  void logIn(store::Store& store, const vault::Token& token) const;

  store::test::TemporaryFolder folder_;
  vault::Token token_ = vault::Token::random();
  std::int64_t clerk_ = 0;
};

bool holds(const std::string& text, std::string_view part);

/// Different numbers from 0 to 9999 give different sound credit codes.
std::string creditCode(int number);

}  // namespace policycalc::app::test
