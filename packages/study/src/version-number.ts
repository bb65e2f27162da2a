/** What a change does to the comparability of answers: nothing, an addition that can be told apart, a break. */
export type ChangeEffect = "text" | "minor" | "major";

const places: Record<ChangeEffect, number> = { major: 0, minor: 1, text: 2 };

/** The three numbers of a version, most significant first. */
export function versionParts(version: string): [number, number, number] {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  return [major, minor, patch];
}

/** Order of two versions by number, not by letter: `1.10.0` comes after `1.9.0`. For `sort`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [versionParts(a), versionParts(b)];
  for (const place of [0, 1, 2] as const) {
    if (left[place] !== right[place]) return left[place] - right[place];
  }
  return 0;
}

/**
 * The smallest version number that says what changed.
 *
 * @example nextVersion("1.4.2", "minor") // "1.5.0"
 */
export function nextVersion(version: string, effect: ChangeEffect): string {
  const parts = versionParts(version);
  const place = places[effect];
  return parts
    .map((number, index) => (index < place ? number : index === place ? number + 1 : 0))
    .join(".");
}
