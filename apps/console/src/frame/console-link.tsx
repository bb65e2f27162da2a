import { useRouter } from "@tanstack/react-router";
import type { ComponentProps, MouseEvent } from "react";

/**
 * A link by its whole address: to pages of the console without loading anew, to anything else as usual. Where the page
 * is one of a study, the router's own typed `Link` is shorter.
 */
export function ConsoleLink({ href, ...rest }: ComponentProps<"a"> & { href: string }) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
    if (!isPlain || event.altKey || !href.startsWith("/console/")) return;
    event.preventDefault();
    void router.navigate({ href });
  };
  return <a href={href} {...rest} onClick={follow} />;
}
