import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["tests/**/*.test.ts"],
    testTimeout: 120_000, // the whole of the shipped sheets several times over, on a busy machine
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
