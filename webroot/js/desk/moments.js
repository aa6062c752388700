// Days and times as the desk writes them: those of China, wherever the browser is.

const kAhead = 8 * 3600_000; // milliseconds

/** `2026-11-25 09:30` of a time that ends with Z; what is no time stays as it is. */
export function timeText(at) {
  const time = Date.parse(at ?? '');
  if (Number.isNaN(time)) return at ?? '';
  return new Date(time + kAhead).toISOString().slice(0, 16).replace('T', ' ');
}

/** The time of day now. */
export function clockText(now = Date.now()) {
  return new Date(now + kAhead).toISOString().slice(11, 16);
}
