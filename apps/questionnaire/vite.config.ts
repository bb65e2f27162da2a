import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Who has begun must not see the first page for a moment before the script has taken it away. */
const scriptBeforeFirstPaint: Plugin = {
  name: "script-before-first-paint",
  transformIndexHtml: {
    order: "post",
    handler: (page) =>
      page.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: "/questionnaire/",
  plugins: [react(), scriptBeforeFirstPaint],
  build: { outDir: "dist", emptyOutDir: true, assetsInlineLimit: 0 },
});
