import { printWholeSheet } from "./first-page/print-whole-sheet.ts";
import { showFirstPage } from "./first-page/show-first-page.ts";
import "@mehrwert/ui/page.css";
import "./views/views.css";
import "./questions/questions.css";

// Runs before the first paint and blocks it: keep what this file reaches without `import()` small.
printWholeSheet();
const root = document.getElementById("root");
const [, place, slug = "", version = ""] = location.pathname.split("/");
if (root && place === "preview") {
  void import("./preview/mount-preview.tsx").then(({ mountPreview }) =>
    mountPreview(root, { slug, version }),
  );
} else if (root && place === "pilot") {
  void import("./pilot/mount-pilot.tsx").then(({ mountPilot }) => mountPilot(root, slug));
} else if (root && version === "withdraw") {
  void import("./withdrawal/withdrawal.ts").then(({ showWithdrawal }) => showWithdrawal(root));
} else if (root) {
  showFirstPage(root, slug);
}
