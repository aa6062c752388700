#include "engine/compiled/column_words.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace policycalc::engine {

#if defined(__x86_64__)

namespace {

using criteria::Criterion;

// Only the functions with this target use AVX2; the rest of the program runs on any processor.

constexpr std::size_t kBytes = 32;  // of a vector
constexpr std::size_t kNumbers = 4;

[[gnu::target("avx2")]] __m256i load(const void* at) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(at));
}

[[gnu::target("avx2")]] std::uint64_t bitsOf(__m256i numbers) {
  return static_cast<std::uint64_t>(_mm256_movemask_pd(_mm256_castsi256_pd(numbers)));
}

[[gnu::target("avx2")]] std::uint64_t equalAt(const std::uint8_t* at, __m256i wanted) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(load(at), wanted)));
}

[[gnu::target("avx2")]] void equal(const ColumnBlock::Options& column, std::uint8_t option,
                                   Plane& out) {
  const __m256i wanted = _mm256_set1_epi8(static_cast<char>(option));
  for (std::size_t word = 0; word < kPlaneWords; ++word) {
    const std::uint8_t* at = column.data() + word * 64;
    out.words[word] = equalAt(at, wanted) | equalAt(at + kBytes, wanted) << kBytes;
  }
}

[[gnu::target("avx2")]] void hasAny(const ColumnBlock::Sets& column, facts::OptionSet asked,
                                    Plane& out) {
  static_assert(sizeof(facts::OptionSet) == sizeof(std::uint64_t));
  const __m256i wanted = _mm256_set1_epi64x(static_cast<long long>(asked.bits()));
  const __m256i nothing = _mm256_setzero_si256();
  for (std::size_t word = 0; word < kPlaneWords; ++word) {
    std::uint64_t none = 0;
    for (std::size_t i = 0; i < 64; i += kNumbers) {
      const __m256i held = _mm256_and_si256(load(column.data() + word * 64 + i), wanted);
      none |= bitsOf(_mm256_cmpeq_epi64(held, nothing)) << i;
    }
    out.words[word] = ~none;
  }
}

[[gnu::target("avx2")]] void hasAll(const ColumnBlock::Sets& column, facts::OptionSet asked,
                                    Plane& out) {
  const __m256i wanted = _mm256_set1_epi64x(static_cast<long long>(asked.bits()));
  for (std::size_t word = 0; word < kPlaneWords; ++word) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 64; i += kNumbers) {
      const __m256i held = _mm256_and_si256(load(column.data() + word * 64 + i), wanted);
      bits |= bitsOf(_mm256_cmpeq_epi64(held, wanted)) << i;
    }
    out.words[word] = bits;
  }
}

[[gnu::target("avx2")]] void atLeast(const ColumnBlock::Numbers& column, std::int64_t cut,
                                     Plane& out) {
  const __m256i bound = _mm256_set1_epi64x(cut);
  for (std::size_t word = 0; word < kPlaneWords; ++word) {
    std::uint64_t less = 0;
    for (std::size_t i = 0; i < 64; i += kNumbers) {
      less |= bitsOf(_mm256_cmpgt_epi64(bound, load(column.data() + word * 64 + i))) << i;
    }
    out.words[word] = ~less;
  }
}

[[gnu::target("avx2")]] void pass(Criterion::Kind kind, const ColumnMatcher::Truths* truths,
                                  std::span<const CompiledEdition::Slot> inputs,
                                  ColumnMatcher::Truths& out) {
  passWords(kind, truths, inputs, out);
}

[[gnu::target("avx2")]] void decide(const CompiledEdition::Rule& rule,
                                    const ColumnMatcher::Truths* truths, const Plane& closed,
                                    ColumnMatcher::VerdictPlanes& out) {
  decideWords(rule, truths, closed, out);
}

constexpr ColumnMatcher::Kernels kKernels{equal, hasAny, hasAll, atLeast, pass, decide};

}  // namespace

const ColumnMatcher::Kernels& ColumnMatcher::Kernels::avx2() {
  return kKernels;
}

bool ColumnMatcher::hasAvx2() {
  return __builtin_cpu_supports("avx2") != 0;
}

#else

const ColumnMatcher::Kernels& ColumnMatcher::Kernels::avx2() {
  return portable();
}

bool ColumnMatcher::hasAvx2() {
  return false;
}

#endif

}  // namespace policycalc::engine
