#include <bit>
#include <cstring>

#include "engine/compiled/column_words.h"

namespace policycalc::engine {
namespace {

using criteria::Criterion;

constexpr std::uint64_t kLowBits = 0x0101'0101'0101'0101;
constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080;
/// Brings the lowest bit of each of eight bytes together in the highest byte.
constexpr std::uint64_t kGather = 0x0102'0408'1020'4080;
constexpr std::size_t kBytes = 8;

/// Eight options; the first is the lowest byte on every machine.
std::uint64_t eightFrom(const std::uint8_t* at) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, kBytes);
  if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
  return eight;
}

void equal(const ColumnBlock::Options& column, std::uint8_t option, Plane& out) {
  const std::uint64_t wanted = option * kLowBits;
  for (std::size_t word = 0; word < kPlaneWords; ++word) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < kBytes; ++i) {
      const std::uint64_t other = eightFrom(column.data() + word * 64 + i * kBytes) ^ wanted;
      // The highest bit of a byte stays clear exactly if the byte is 0.
      const std::uint64_t differs = ((other & ~kHighBits) + ~kHighBits) | other;
      const std::uint64_t same = (~differs & kHighBits) >> 7U;
      bits |= (same * kGather >> 56U) << (i * kBytes);
    }
    out.words[word] = bits;
  }
}

template <typename Column, typename Test>
void testEach(const Column& column, const Test& test, Plane& out) {
  for (std::size_t word = 0; word < kPlaneWords; ++word) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 64; ++i) {
      bits |= static_cast<std::uint64_t>(test(column[word * 64 + i])) << i;
    }
    out.words[word] = bits;
  }
}

void hasAny(const ColumnBlock::Sets& column, facts::OptionSet asked, Plane& out) {
  testEach(
      column, [asked](facts::OptionSet set) { return set.hasAny(asked); }, out);
}

void hasAll(const ColumnBlock::Sets& column, facts::OptionSet asked, Plane& out) {
  testEach(
      column, [asked](facts::OptionSet set) { return set.hasAll(asked); }, out);
}

void atLeast(const ColumnBlock::Numbers& column, std::int64_t cut, Plane& out) {
  testEach(
      column, [cut](std::int64_t number) { return number >= cut; }, out);
}

void pass(Criterion::Kind kind, const ColumnMatcher::Truths* truths,
          std::span<const CompiledEdition::Slot> inputs, ColumnMatcher::Truths& out) {
  passWords(kind, truths, inputs, out);
}

void decide(const CompiledEdition::Rule& rule, const ColumnMatcher::Truths* truths,
            const Plane& closed, ColumnMatcher::VerdictPlanes& out) {
  decideWords(rule, truths, closed, out);
}

constexpr ColumnMatcher::Kernels kKernels{equal, hasAny, hasAll, atLeast, pass, decide};

}  // namespace

const ColumnMatcher::Kernels& ColumnMatcher::Kernels::portable() {
  return kKernels;
}

}  // namespace policycalc::engine
