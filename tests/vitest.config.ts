import { defineConfig } from "vitest/config";
import { compiledPipeline } from "./compiled-pipeline.ts";

export default defineConfig({
  plugins: [compiledPipeline],
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/compiled-pipeline.ts"],
    server: { deps: { external: [/^(?!.*\/node_modules\/).*\/dist\/.+\.js$/] } },
    testTimeout: 120_000, // the whole of the shipped sheets several times over, on a busy machine
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
