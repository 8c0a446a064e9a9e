#!/usr/bin/env node
import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { runCommandLine } from "./command-line.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  now: () => new Date().toISOString(),
  wait: (ms) => setTimeout(ms),
  random: randomBytes,
  output: process.stdout,
  errors: process.stderr,
});
