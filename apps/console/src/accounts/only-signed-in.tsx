import { useLocation, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { Refusal } from "../fetch-json.ts";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { useMe } from "./account-client.ts";

const words = { loading: { de: "Die Seite wird geladen …", en: "The page is loading …" } } as const;

const openPages = ["/setup", "/sign-in"];

/** Shows a page to whoever is signed in, and leads everybody else to the page where they can be, and back afterwards. */
export function OnlySignedIn({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const navigate = useNavigate();
  const { pathname, searchStr } = useLocation();
  const me = useMe();
  const isOpen = openPages.includes(pathname.replace(/\/$/, ""));
  const isSignedOut = me.error instanceof Refusal && me.error.isOf("signed-out");
  const mustSignIn = isSignedOut && !isOpen;
  useEffect(() => {
    if (!mustSignIn) return;
    const back = pathname === "/" ? undefined : `/console${pathname}${searchStr}`;
    void navigate({
      to: "/sign-in",
      search: (before) => ({ language: before.language, back }),
      replace: true,
    });
  }, [mustSignIn, navigate, pathname, searchStr]);
  if (isOpen) return children;
  if (isSignedOut || me.isPending)
    return <Waiting label={words.loading[language]} language={language} />;
  if (me.isError && me.data === undefined) return <Refused error={me.error} language={language} />;
  return children;
}
