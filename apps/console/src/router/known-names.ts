import { notFound } from "@tanstack/react-router";

/** What studies and instruments may be called. */
const name = /^[a-z][a-z0-9-]{0,63}$/;

/** A version of an instrument; `draft` is what is being written. */
const version = /^(\d+\.\d+\.\d+|draft)$/;

/** Before a page is loaded: an address with a part that could name nothing is an unknown page. @throws notFound */
export function knownNames(params: Readonly<Record<string, string>>): void {
  for (const [part, value] of Object.entries(params))
    if (!(part === "version" ? version : name).test(value)) throw notFound();
}
