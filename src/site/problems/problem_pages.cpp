#include "site/problems/problem_pages.h"

#include "policycalc/http/problem_codes.h"

#include "site/structured.h"

namespace policycalc::site {
namespace {

Label labelOf(const http::InBoth& text) {
  return {text.zh, text.en};
}

Data entry(const http::ProblemCode& code) {
  Data made(Data::type::object);
  put(made, "code", std::string_view(code.code));
  put(made, "title", labelOf(code.title));
  put(made, "cause", labelOf(code.cause));
  put(made, "cure", labelOf(code.cure));
  return made;
}

}  // namespace

Page problemsPage(const Services& services) {
  Page page;
  page.content = "problems";
  page.path = "/problems";
  page.title = "错误代码";
  page.description = "接口拒绝请求时给出的代码：每个代码的含义、原因和处理办法。";
  page.json_ld = listAsJson(page.title, page.path, services);
  std::vector<Data> list;
  for (const http::ProblemCode& code : http::problemCodes()) list.push_back(entry(code));
  put(page.data, "list", list);
  return page;
}

std::optional<Page> problemPage(std::string_view code) {
  const http::ProblemCode* found = http::findProblemCode(code);
  if (found == nullptr) return std::nullopt;
  Page page;
  page.content = "problem";
  page.path = http::problemType(code);
  page.title = found->title.zh + " " + found->code;
  page.description = found->cause.zh + found->cure.zh;
  page.data = entry(*found);
  return page;
}

}  // namespace policycalc::site
