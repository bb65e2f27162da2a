/**
 * Nodes in (0, 1) and weights for integrating smooth functions over 0 to 1.
 *
 * Source: Gauss–Legendre quadrature, roots of the Legendre polynomial by Newton steps; DLMF 3.5(v).
 * @example gaussLegendre(2).nodes // [0.2113…, 0.7886…]
 */
export function gaussLegendre(count: number): { nodes: Float64Array; weights: Float64Array } {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    let x = -Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 30; step += 1) {
      const legendre = legendreAt(count, x);
      slope = legendre.slope;
      const change = legendre.value / slope;
      x -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    slope = legendreAt(count, x).slope;
    nodes[index] = (1 + x) / 2;
    weights[index] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

function legendreAt(count: number, x: number): { value: number; slope: number } {
  let [before, value] = [1, x];
  for (let n = 2; n <= count; n += 1)
    [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  return { value, slope: (count * (x * value - before)) / (x * x - 1) };
}
