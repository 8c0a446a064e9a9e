import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const SOURCE = /(?:^|\/)pipeline\/(.+)\.ts$/;

/** Has the tests run what is shipped: whatever they import of pipeline/ is loaded from dist/, as Node itself loads it. */
export const compiledPipeline = {
  name: "compiled-pipeline",
  enforce: "pre",
  resolveId(wanted: string): string | undefined {
    const [, module] = SOURCE.exec(wanted) ?? [];
    return module === undefined ? undefined : `${root}dist/${module}.js`;
  },
} as const;

/** Brings dist/ up to date before the first test, for those who start vitest by itself. */
export function setup(): void {
  const { status } = spawnSync(process.execPath, [`${root}tools/setup.mjs`], { stdio: "inherit" });
  if (status !== 0) throw new Error("the pipeline does not compile");
}
