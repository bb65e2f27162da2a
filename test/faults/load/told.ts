import type { Findings } from "./check-history.ts";
import type { History } from "./history.ts";

/** One line for people: what was acknowledged, and what became of it. */
export function told(
  history: History,
  { lost, altered, invented }: Findings,
  within: string,
): string {
  const count = (door: Parameters<History["acknowledged"]>[0]) => history.acknowledged(door);
  const [saves, responses, credentials] = [
    count("draft-saves"),
    count("responses"),
    count("credentials"),
  ];
  const unknown = history.entries().filter(({ isAcknowledged }) => !isAcknowledged).length;
  return `acknowledged ${saves + responses + credentials} (${saves} saves, ${responses} responses, ${credentials} credentials; ${unknown} more never answered), lost ${lost.length}, doubled ${altered.length + invented.length} in ${within}`;
}
