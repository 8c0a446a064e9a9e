import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { everyMinute } from "../pipeline/schedule.ts";

const MINUTE = 60 * 1000;

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2023-07-20T00:00:30.000Z") }));
afterEach(() => void vi.useRealTimers());

describe("everyMinute(work, events)", () => {
  it("never does two calls at once, tells each minute of the one in hand, and ends when that is over", async () => {
    const calls: boolean[] = [];
    const told: string[] = [];
    let end = () => {};
    const kept = everyMinute(
      (isFirst) => {
        calls.push(isFirst);
        return new Promise<void>((resolve) => {
          end = resolve;
        });
      },
      {
        failed: (error) => void told.push(`failed ${error}`),
        inHand: async () => {
          told.push("in hand");
          throw new Error("busy");
        },
        stopping: () => void told.push("stopping"),
      },
    );
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(calls).toEqual([true]);
    expect(told.filter((line) => line === "in hand")).toHaveLength(3);
    expect(told).toContain("failed Error: busy");
    end();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(calls).toEqual([true, false]);
    process.emit("SIGTERM");
    end();
    await kept;
    expect(told.at(-1)).toBe("stopping");
  });
});
