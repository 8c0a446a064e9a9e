import { randomUUID } from "node:crypto";

/** A name for this process by which others can tell whether it is still there: "4711 3f0c…". */
export function ownName(): string {
  return `${process.pid} ${randomUUID()}`;
}

/** Tells whether the process of that name is there still, on this machine; one that may not be asked is. */
export function isAlive(owner: string): boolean {
  try {
    process.kill(Number(owner.split(" ")[0]), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
