import { raw } from "hono/html";
import { encode } from "uqr";

/**
 * A QR code (ISO/IEC 18004) as an SVG that needs nothing from outside, black on white also on dark pages. `label` says what
 * it holds to whoever does not see it.
 */
export function qrCode(text: string, label: string) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const squares = data
    .map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")).join(""))
    .join("");
  const name = label.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return raw(
    `<svg class="qr" role="img" aria-label="${name}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${squares}"/></svg>`,
  );
}
