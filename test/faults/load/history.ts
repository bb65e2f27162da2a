import type { DraftSave, Submission } from "@mehrwert/study";

/** Something a participant's browser asks for, by the door it knocks at. */
export type Operation =
  | { door: "draft-saves"; study: string; body: DraftSave }
  | { door: "responses"; study: string; body: Submission }
  | { door: "credentials"; study: string; body: { participationCode: string; blinded: string } };

/** What its sender knows: nothing, after a reply that never came; or that the server has said yes. */
export type Entry = { operation: Operation; isAcknowledged: boolean };

/**
 * What clients have asked for and what they were told, kept by the clients themselves, outside of everything that is
 * killed. What was sent and never answered is unknown: it may be there or not, but never twice.
 */
export class History {
  readonly #entries = new Map<string, Entry>();

  invoke(operation: Operation): void {
    const key = keyOf(operation);
    if (!this.#entries.has(key)) this.#entries.set(key, { operation, isAcknowledged: false });
  }

  acknowledge(operation: Operation): void {
    this.#entries.set(keyOf(operation), { operation, isAcknowledged: true });
  }

  entries(): Entry[] {
    return [...this.#entries.values()];
  }

  acknowledged(door: Operation["door"]): number {
    return this.entries().filter((entry) => entry.isAcknowledged && entry.operation.door === door)
      .length;
  }
}

function keyOf({ door, body }: Operation): string {
  if (door === "credentials") return `${door} ${body.participationCode}`;
  return door === "responses" ? `${door} ${body.id}` : `${door} ${body.id} ${body.revision}`;
}
