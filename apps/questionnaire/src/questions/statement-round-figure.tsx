const step = 30;
const barWidth = 20;
const tallest = 56;
const base = 64;

/**
 * Bars for the panel's answers, under them the bar from first to third quartile with the median, and a mark for
 * the participant's own rating. What it shows is said in `label`, and once more in the text beside it.
 */
export function StatementRoundFigure({
  label,
  values,
  counts,
  quartiles,
  median,
  own,
}: {
  label: string;
  /** The points of the scale, lowest first, evenly spaced. */
  values: readonly number[];
  counts: readonly number[];
  quartiles: readonly [number, number];
  median: number;
  own: number | undefined;
}) {
  const [first = 0, last = 1] = [values[0], values.at(-1)];
  const width = values.length * step;
  const x = (value: number) =>
    step / 2 + ((value - first) / Math.max(last - first, 1)) * (width - step);
  const most = Math.max(...counts, 1);
  return (
    <svg className="feedback-figure" viewBox={`0 0 ${width} 112`} role="img" aria-label={label}>
      {values.map((value, at) => {
        const height = ((counts[at] ?? 0) / most) * tallest;
        return (
          <g key={value}>
            <rect
              className={value === own ? "feedback-bar feedback-own" : "feedback-bar"}
              x={x(value) - barWidth / 2}
              y={base - height}
              width={barWidth}
              height={height}
            />
            <text x={x(value)} y={base + 16} className={value === own ? "feedback-own" : undefined}>
              {value}
            </text>
          </g>
        );
      })}
      <line className="feedback-axis" x1={4} x2={width - 4} y1={base} y2={base} />
      <line
        className="feedback-quartiles"
        x1={x(quartiles[0])}
        x2={x(quartiles[1])}
        y1={96}
        y2={96}
      />
      <line className="feedback-median" x1={x(median)} x2={x(median)} y1={88} y2={104} />
    </svg>
  );
}
