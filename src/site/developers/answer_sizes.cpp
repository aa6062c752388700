#include "site/developers/answer_sizes.h"

#include "policycalc/web/match/match_answer.h"
#include "policycalc/web/match/match_request.h"

namespace policycalc::site {

std::vector<AnswerSize> answerSizes(const std::shared_ptr<const web::Rendering>& rendering) {
  const engine::Edition& edition = rendering->edition();
  std::shared_ptr<const catalogue::Catalogue> catalogue(rendering, &edition.catalogue());
  auto request = web::readMatchRequest(std::string(R"({"profile":)") + kMeasuredProfile + "}",
                                       [&](std::string_view) { return catalogue; });
  std::vector<AnswerSize> sizes;
  if (!request.ok()) return sizes;
  const engine::Match match = web::matchFor(*request, edition);
  for (const web::Detail detail :
       {web::Detail::kVerdicts, web::Detail::kCore, web::Detail::kFull}) {
    request->detail = detail;
    const std::string answer = web::writeMatchAnswer(*request, edition.day(), match, *rendering);
    sizes.push_back({std::string(web::toString(detail)), answer.size()});
  }
  return sizes;
}

}  // namespace policycalc::site
