#pragma once

// Measures of the sheet: A4, in points of 1/72 inch.
namespace policycalc::paper::look {

inline constexpr double kPageWidth = 595.28;
inline constexpr double kPageHeight = 841.89;
inline constexpr double kLeft = 42;
inline constexpr double kRight = kPageWidth - 42;
inline constexpr double kWidth = kRight - kLeft;
inline constexpr double kTop = 40;
inline constexpr double kBottom = kPageHeight - 46;  ///< the page number comes below

inline constexpr double kTitle = 17;
inline constexpr double kFirm = 11;
inline constexpr double kHeading = 11.5;
inline constexpr double kBody = 9.4;
inline constexpr double kSmall = 8.3;
inline constexpr double kTiny = 7.4;

/// Of the height that the fonts ask for: theirs is meant for screens.
inline constexpr double kLeading = 0.93;

// Shares of white.
inline constexpr double kMuted = 0.33;
inline constexpr double kRule = 0.65;
inline constexpr double kBand = 0.94;

inline constexpr double kThick = 1.2;
inline constexpr double kThin = 0.5;

}  // namespace policycalc::paper::look
