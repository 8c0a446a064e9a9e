import { spawn } from "node:child_process";

export interface ScriptEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

export interface RunningScript {
  readonly kill: (signal: "SIGKILL") => boolean;
  readonly end: Promise<ScriptEnd>;
}

/** Starts a script of this folder in a process of its own. */
export function startScript(name: string, ...words: readonly string[]): RunningScript {
  const script = new URL(name, import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", script, ...words], { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  return {
    kill: (signal) => child.kill(signal),
    end: new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, stderr }))),
  };
}
