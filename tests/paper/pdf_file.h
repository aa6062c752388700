#pragma once

#include <string>
#include <string_view>

#include "store/temporary_folder.h"

namespace policycalc::paper::test {

/// A PDF in a file, seen by the programs of poppler, which share no code with what made it.
class PdfFile {
 public:
  explicit PdfFile(const std::string& bytes);

  /// Its text in the order of reading, without blanks and line ends, which keeps a sentence whole
  /// where it is broken into lines.
  std::string flow() const;
  /// The same as it is laid out; text that is printed twice at one place is there once.
  std::string text() const;
  /// What `pdfinfo` says of `field`; "" if it says nothing.
  std::string info(const std::string& field) const;
  int pages() const;
  /// The lines of `pdffonts` below its head.
  std::string fonts() const;
  /// The names of the tags, as `pdfinfo -struct` lists them.
  std::string structure() const;
  std::size_t bytes() const { return bytes_; }

 private:
  std::string run(const std::string& program) const;

  store::test::TemporaryFolder folder_;
  std::size_t bytes_;
};

/// Without blanks of any kind.
std::string squeezed(std::string_view text);

}  // namespace policycalc::paper::test
