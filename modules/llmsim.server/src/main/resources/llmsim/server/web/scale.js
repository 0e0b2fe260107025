// Scales of charts.

const STEPS = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10];

/** The least round number that is not below this one: 1, 1.2, 1.6, 2, 3 and so on. */
export function ceiling(number, least = 2) {
  if (number <= least) {
    return least;
  }
  const power = 10 ** Math.floor(Math.log10(number));
  return power * STEPS.find(step => step * power >= number * (1 - 1e-9));
}

/** A number in one range at the same place of another one. */
export function placed(number, [from, to], [start, end]) {
  return to === from ? start : start + ((number - from) / (to - from)) * (end - start);
}

/** Runs of points with values, for lines with gaps where nothing is known. */
export function runs(points) {
  const all = [[]];
  for (const point of points) {
    if (point.value === null) {
      all.push([]);
    } else {
      all.at(-1).push(point);
    }
  }
  return all.filter(run => run.length > 0);
}
