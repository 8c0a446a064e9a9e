// Loaded before a program (node --import): counts the changes that it makes to disk, database and network, and ends it without
// warning at one of them. JINDU_KILL_AT is "17 before insert into run", "17 within ..." or "17 after ..."; JINDU_KILL_TRACE is a
// file for the kinds of all.
import fs from "node:fs";
import { createRequire, syncBuiltinESMExports } from "node:module";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { basename, extname, relative } from "node:path";

const BY_PATH = ["writeFileSync", "mkdirSync", "rmSync", "rmdirSync", "chmodSync", "unlinkSync"] as const;
const BY_TARGET = ["renameSync", "copyFileSync", "linkSync"] as const;
const BY_DESCRIPTOR = ["writeSync", "fsyncSync"] as const;

const home = process.env.JINDU_HOME ?? "";
const [killAt, mode, ...expected] = (process.env.JINDU_KILL_AT ?? "0").split(" ");
const append = fs.appendFileSync;
const kinds: string[] = [];
const opened = new Map<number, string>(); // files open for writing, by descriptor

function change<T>(kind: string, make: () => T, makeHalf: () => unknown = () => {}): T {
  const isIt = kinds.push(kind) === Number(killAt);
  if (isIt && kind !== expected.join(" ")) throw new Error(`change ${killAt} is ${kind}, not ${expected.join(" ")}`);
  if (isIt && mode === "within") makeHalf();
  if (isIt && mode !== "after") die();
  const made = make();
  if (isIt) die();
  return made;
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

/** "inbox .xlsx": the folder of the home and the ending; "scratch" for what is thrown away with the process. */
function placeOf(path: unknown): string {
  const text = String(path);
  if (text.startsWith(tmpdir()) || text.includes("/jindu-replay-")) return "scratch";
  const [folder = ""] = relative(home, text).split("/");
  const ending = extname(basename(text).replace(/^\./, ""));
  return /^\.\d*$/.test(ending) || ending.length > 12 ? folder : `${folder} ${ending}`.trim();
}

const half = <T extends string | Uint8Array>(content: T) => content.slice(0, content.length >> 1) as T;

// biome-ignore lint/suspicious/noExplicitAny: functions of any form are put in the place of Node's own
type AnyFunction = (...words: any[]) => any;
const files = fs as unknown as Record<string, AnyFunction>;
const originals = { ...files };

function replace(name: string, by: (original: AnyFunction) => AnyFunction): void {
  files[name] = by(originals[name] as AnyFunction);
}

for (const name of BY_PATH) {
  replace(name, (original) => (path, ...words) => {
    if (typeof path === "number") return original(path, ...words);
    const makeHalf = name === "writeFileSync" ? () => original(path, half(words[0]), ...words.slice(1)) : undefined;
    return change(`${name} ${placeOf(path)}`, () => original(path, ...words), makeHalf);
  });
}
for (const name of BY_TARGET) {
  replace(
    name,
    (original) =>
      (from, to, ...words) =>
        change(`${name} ${placeOf(to)}`, () => original(from, to, ...words)),
  );
}
replace("openSync", (original) => (path, flags, ...words) => {
  if (flags === undefined || flags === "r" || flags === 0) return original(path, flags, ...words);
  const descriptor = change(`openSync ${placeOf(path)}`, () => original(path, flags, ...words));
  opened.set(descriptor, placeOf(path));
  return descriptor;
});
for (const name of BY_DESCRIPTOR) {
  replace(name, (original) => (descriptor, ...words) => {
    const place = opened.get(descriptor);
    if (place === undefined) return original(descriptor, ...words);
    const [bytes, offset = 0, length = bytes?.length - offset] = words;
    const makeHalf = name === "writeSync" ? () => original(descriptor, bytes, offset, length >> 1) : undefined;
    return change(`${name} ${place}`, () => original(descriptor, ...words), makeHalf);
  });
}
replace("closeSync", (original) => (descriptor) => {
  opened.delete(descriptor);
  return original(descriptor);
});
syncBuiltinESMExports();

const { prototype } = createRequire(import.meta.url)("better-sqlite3");
const prepare: AnyFunction = prototype.prepare;
prototype.prepare = function (sql: string) {
  const statement = prepare.call(this, sql);
  const [, verb, table = ""] =
    /^\s*(insert into|insert or \w+ into|update|delete from|begin|commit|create \w+|alter table|drop \w+)\s*"?(\w*)/i.exec(
      sql,
    ) ?? [];
  if (verb === undefined) return statement;
  const isScratch = placeOf(this.name) === "scratch";
  const words = /insert|update|delete/i.test(verb) ? `${verb} ${table}` : verb;
  for (const name of ["run", "all", "get"]) {
    const original: AnyFunction = statement[name];
    statement[name] = (...values: unknown[]) =>
      change(isScratch ? "scratch" : words.toLowerCase(), () => original.apply(statement, values));
  }
  return statement;
};

const write: AnyFunction = Socket.prototype.write;
Socket.prototype.write = function (chunk: string | Uint8Array, ...words: unknown[]): boolean {
  if (this.remotePort === undefined) return write.call(this, chunk, ...words);
  const makeHalf = () => write.call(this, half(chunk), ...words);
  return change(kindOfMail(String(chunk)), () => write.call(this, chunk, ...words), makeHalf);
};

function kindOfMail(text: string): string {
  const [command] = /^(?:EHLO|HELO|STARTTLS|MAIL FROM|RCPT TO|DATA|QUIT)\b/.exec(text) ?? [];
  if (command !== undefined) return `socket ${command}`;
  return text.endsWith("\r\n.\r\n") || text === ".\r\n" ? "socket last of the mail" : "socket mail";
}

const { JINDU_KILL_TRACE } = process.env;
if (JINDU_KILL_TRACE) process.on("exit", () => append(JINDU_KILL_TRACE, `${kinds.join("\n")}\n`));
