#include "paper/pdf_file.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "policycalc/base/unicode.h"

namespace policycalc::paper::test {

std::string squeezed(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const base::CodePoint next = base::firstCodePoint(text);
    const std::size_t bytes = next.bytes == 0 ? 1 : next.bytes;
    const bool is_blank = base::isSpace(next.point) || next.point < U' ';
    if (!is_blank) kept += text.substr(0, bytes);
    text.remove_prefix(bytes);
  }
  return kept;
}

PdfFile::PdfFile(const std::string& bytes) : bytes_(bytes.size()) {
  std::ofstream(folder_.path() / "sheet.pdf", std::ios::binary) << bytes;
}

std::string PdfFile::run(const std::string& program) const {
  const std::string file = (folder_.path() / "sheet.pdf").string();
  const std::string command = program + " '" + file + "'" +
                              (program.rfind("pdftotext", 0) == 0 ? " -" : "") + " 2>/dev/null";
  struct Close {
    void operator()(std::FILE* stream) const { ::pclose(stream); }
  };
  const std::unique_ptr<std::FILE, Close> pipe(::popen(command.c_str(), "r"));
  if (!pipe) throw std::runtime_error("popen failed");
  std::string out;
  std::array<char, 4096> part{};
  for (std::size_t read = 0; (read = std::fread(part.data(), 1, part.size(), pipe.get())) > 0;) {
    out.append(part.data(), read);
  }
  return out;
}

std::string PdfFile::flow() const {
  return squeezed(run("pdftotext -enc UTF-8 -raw"));
}

std::string PdfFile::text() const {
  return squeezed(run("pdftotext -enc UTF-8"));
}

std::string PdfFile::info(const std::string& field) const {
  const std::string all = "\n" + run("pdfinfo -enc UTF-8");
  const std::string name = "\n" + field + ":";
  const std::size_t at = all.find(name);
  if (at == std::string::npos) return {};
  const std::size_t begin = all.find_first_not_of(' ', at + name.size());
  return all.substr(begin, all.find('\n', begin) - begin);
}

int PdfFile::pages() const {
  const std::string pages = info("Pages");
  return pages.empty() ? 0 : std::stoi(pages);
}

std::string PdfFile::fonts() const {
  const std::string all = run("pdffonts");
  const std::size_t second = all.find('\n', all.find('\n') + 1);
  return second == std::string::npos ? std::string() : all.substr(second + 1);
}

std::string PdfFile::structure() const {
  return run("pdfinfo -struct");
}

}  // namespace policycalc::paper::test
