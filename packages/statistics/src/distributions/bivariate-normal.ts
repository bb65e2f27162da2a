import { gaussLegendre } from "../numerics/gauss-legendre.ts";

const few = gaussLegendre(8);
const many = gaussLegendre(24);
const steep = Math.asin(0.9);

/**
 * ∫₀^ρ of the bivariate normal density by its correlation: how much the probability of being below h and below k
 * exceeds that of independence.
 *
 * P(X < h, Y < k) = Φ(h)Φ(k) + this. Infinite h or k give 0. Absolute error below 1e-12 for |ρ| ≤ 0.9999.
 * Source: Drezner and Wesolowsky (1990), Journal of Statistical Computation and Simulation 35, 101–107, in the angle
 * of Genz (2004), Statistics and Computing 14, 251–260; near ±1 the range is cut into ever shorter pieces.
 * @throws RangeError if the correlation is not strictly between −1 and 1
 * @example bivariateNormalExcess(0, 0, 0.5) // asin(0.5) / 2π = 1/12
 */
export function bivariateNormalExcess(h: number, k: number, correlation: number): number {
  if (!(Math.abs(correlation) < 1))
    throw new RangeError("bivariateNormalExcess requires a correlation inside (−1, 1)");
  if (!Number.isFinite(h) || !Number.isFinite(k)) return 0;
  const sign = correlation < 0 ? -1 : 1;
  const angle = Math.asin(Math.abs(correlation));
  // For ρ < 0 the sine changes its sign; so does h·k·sin, and the integral as a whole.
  const [squares, product] = [(h * h + k * k) / 2, sign * h * k];
  const rule = angle < 0.3 ? few : many;
  let total = piece(rule, 0, Math.min(angle, steep), squares, product);
  let from = steep;
  while (from < angle) {
    const to = Math.min(angle, (from + Math.PI / 2) / 2);
    total += piece(many, from, to, squares, product);
    from = to;
  }
  return (sign * total) / (2 * Math.PI);
}

/**
 * Height of the bivariate normal curve with unit variances; 0 where h or k is infinite.
 *
 * @example bivariateNormalDensity(0, 0, 0) // 1/2π
 */
export function bivariateNormalDensity(h: number, k: number, correlation: number): number {
  if (!Number.isFinite(h) || !Number.isFinite(k)) return 0;
  const rest = (1 - correlation) * (1 + correlation);
  const distance = (h * h - 2 * correlation * h * k + k * k) / rest;
  return Math.exp(-distance / 2) / (2 * Math.PI * Math.sqrt(rest));
}

function piece(
  rule: { nodes: Float64Array; weights: Float64Array },
  from: number,
  to: number,
  squares: number,
  product: number,
): number {
  const width = to - from;
  let sum = 0;
  for (let index = 0; index < rule.nodes.length; index += 1) {
    const sine = Math.sin(from + width * (rule.nodes[index] ?? 0));
    sum += (rule.weights[index] ?? 0) * Math.exp((product * sine - squares) / (1 - sine * sine));
  }
  return width * sum;
}
