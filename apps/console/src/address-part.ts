import { useState } from "react";

/**
 * One choice on a page, kept in its address, so that a link or a reload shows the same. `read` turns what the address
 * says, if anything, into a value that is possible.
 */
export function useAddressPart<T extends string>(
  name: string,
  read: (text: string | null) => T,
): [T, (next: T) => void] {
  const [value, setValue] = useState(() =>
    read(new URLSearchParams(window.location.search).get(name)),
  );
  const choose = (next: T) => {
    setValue(next);
    writeAddressPart(name, next);
  };
  return [value, choose];
}

/** Writes one part of the address and leaves the others alone. An empty one is left out. */
export function writeAddressPart(name: string, value: string): void {
  const address = new URL(window.location.href);
  if (value === "") address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  window.history.replaceState(null, "", address);
}
