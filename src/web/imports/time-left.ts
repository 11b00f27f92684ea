export type Progress = { at: Date; bytesDone: number };

const secondsMin = 3;

/** Seconds to the end at the pace since `first`; undefined while that is too short to tell. */
export function secondsLeft(first: Progress, last: Progress, bytesTotal: number): number | undefined {
  const seconds = (last.at.getTime() - first.at.getTime()) / 1000;
  const bytes = last.bytesDone - first.bytesDone;
  if (seconds < secondsMin || bytes <= 0) return undefined;
  return Math.max(0, Math.round(((bytesTotal - last.bytesDone) / bytes) * seconds));
}
