#include "app/sealed_hall.h"

#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "policycalc/facts/credit_code.h"
#include "policycalc/json/reader.h"

namespace policycalc::app::test {
namespace {

constexpr const char* kCsrf = "the token of the page";
constexpr const char* kHash = "none";

std::string nameOf(int number) {
  return "公司" + std::to_string(number);
}

std::string jsonRequest(const std::string& line, const std::string& headers,
                        const std::string& body) {
  return line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers +
         "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

}  // namespace

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string creditCode(int number) {
  const std::string digits = std::to_string(10'000 + number).substr(1);
  const std::string symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  // The two check characters are found by trying.
  for (const char organisation : std::string("0123456789X")) {
    for (const char last : symbols) {
      const std::string code = "91360702MA35" + digits + organisation + last;
      if (facts::checkCreditCode(code).empty()) return code;
    }
  }
  throw std::runtime_error("no credit code");
}

SealedHall::SealedHall() {
  const auto store = open();
  store::StaffMember clerk;
  clerk.login = "clerk";
  clerk.name = "李娜";
  clerk.role = desk::Role::kClerk;
  clerk.county = "360702";
  clerk.password_hash = kHash;
  clerk.must_change = false;
  clerk_ = store->staff().add(clerk, {});
  logIn(*store, token_);
}

void SealedHall::logIn(store::Store& store, const vault::Token& token) const {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (!store.staffSessions().logIn({vault::tokenId(token), clerk_, kCsrf, now, now}, kHash,
                                   {clerk_, "", now})) {
    throw std::runtime_error("no session");
  }
}

vault::Token SealedHall::newSession() const {
  const vault::Token token = vault::Token::random();
  logIn(*open(), token);
  return token;
}

std::unique_ptr<store::Store> SealedHall::open() const {
  return store::openStore({database()});
}

std::vector<std::string> SealedHall::words(std::vector<std::string> command) const {
  command.insert(command.end(), {"--database", database().string()});
  return command;
}

Finished SealedHall::run(std::vector<std::string> command) const {
  return test::run(words(std::move(command)));
}

std::unique_ptr<Serving> SealedHall::serve(std::vector<std::string> more) const {
  more.insert(more.begin(), {"serve", "--port", "0"});
  return std::make_unique<Serving>(words(std::move(more)), std::vector<std::string>{});
}

std::string SealedHall::keyText() const {
  std::ifstream file(key());
  return {std::istreambuf_iterator<char>(file), {}};
}

http::test::Reply SealedHall::send(const Serving& serving, const std::string& line,
                                   const std::string& body,
                                   const std::optional<vault::Token>& by) const {
  return http::test::exchange(
      serving.port(), jsonRequest(line,
                                  "Cookie: __Host-policycalc=" + by.value_or(token_).text() +
                                      "\r\nX-CSRF-Token: " + kCsrf + "\r\n",
                                  body));
}

int SealedHall::addFirm(const Serving& serving, int number) const {
  const std::string body = R"({"name":")" + nameOf(number) +
                           R"(","profile":{"district":"360702","credit_code":")" +
                           creditCode(number) +
                           R"("},"verified":[],"authorisation":{"given":"paper",)"
                           R"("for_matters":true,"given_by":"王经理","days":30}})";
  // A rotation may hold the database so long on a slow machine that the service asks to come again.
  constexpr int kTries = 5;
  constexpr int kUnavailable = 503;
  int status = kUnavailable;
  for (int i = 0; i < kTries && status == kUnavailable; ++i) {
    status = send(serving, "POST /api/v1/hall/applicants", body).status;
  }
  return status;
}

int SealedHall::found(const Serving& serving, int number) const {
  const auto reply = http::test::exchange(
      serving.port(), "GET /api/v1/hall/applicants?q=" + creditCode(number) +
                          " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                          "Cookie: __Host-policycalc=" +
                          token_.text() + "\r\n\r\n");
  const auto answer = json::read(reply.body);
  if (reply.status != 200 || !answer.ok()) return -1;
  int count = 0;
  for (const json::Value& each : answer->find("applicants")->elements) {
    if (each.find("name")->text == nameOf(number)) ++count;
  }
  return count;
}

std::string SealedHall::tell(const Serving& serving, const std::string& message) {
  const auto reply = http::test::exchange(
      serving.port(), jsonRequest("POST /api/v1/feedback", "",
                                  R"({"kind":"suggestion","message":")" + message + R"("})"));
  const auto answer = json::read(reply.body);
  return reply.status == 201 && answer.ok() ? answer->find("reference")->text : std::string();
}

int SealedHall::save(const Serving& serving) {
  return http::test::exchange(
             serving.port(), jsonRequest("POST /api/v1/profiles", "",
                                         R"({"profile":{"district":"360702"},"expires_in_days":30,)"
                                         R"("consent":{"help":true,"notify":false}})"))
      .status;
}

}  // namespace policycalc::app::test
