import "./page.css";

export * from "./button.tsx";
export * from "./language-switch.tsx";
export * from "./notice.tsx";
export * from "./page-frame.tsx";
export * from "./preferred-language.ts";
