import "./tokens.css";
import "./plain-elements.css";
import "./page-frame.css";
import "./language-switch.css";
import "./button.css";
import "./notice.css";

export * from "./button.tsx";
export * from "./language-switch.tsx";
export * from "./notice.tsx";
export * from "./page-frame.tsx";
export * from "./preferred-language.ts";
