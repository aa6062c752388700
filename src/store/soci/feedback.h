#pragma once

#include "policycalc/store/feedback.h"

#include "store/soci/readers.h"
#include "store/soci/writer.h"

namespace policycalc::store::sqlite {

class SociFeedback : public Feedback {
 public:
  /// Both outlive this object.
  SociFeedback(Writer& writer, Readers& readers) : writer_(writer), readers_(readers) {}

  void add(const FeedbackEntry& entry) override;
  std::optional<std::string> stateOf(std::string_view query_lookup) const override;
  std::optional<FeedbackEntry> find(std::string_view reference) const override;
  std::vector<FeedbackEntry> list() const override;
  bool setState(std::string_view reference, std::string_view state,
                std::chrono::sys_seconds now) override;
  bool remove(std::string_view reference) override;

 private:
  Writer& writer_;
  Readers& readers_;
};

}  // namespace policycalc::store::sqlite
