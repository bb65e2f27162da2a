import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { AddressPart } from "./frame/language.ts";

/**
 * One choice on a page, kept in its address, so that a link or a reload shows the same. `read` turns what the address
 * says, if anything, into a value that is possible. An empty one is left out.
 */
export function useAddressPart<T extends string>(
  name: AddressPart,
  read: (text: string | null) => T,
): [T, (next: T) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  // Kept here as well: the address follows a moment later, and a field must not lose the key just pressed.
  const [value, setValue] = useState(() => read(search[name] ?? null));
  const choose = (next: T) => {
    setValue(next);
    void navigate({
      to: ".",
      search: (before) => ({ ...before, [name]: next === "" ? undefined : next }),
      replace: true,
      resetScroll: false,
    });
  };
  return [value, choose];
}
