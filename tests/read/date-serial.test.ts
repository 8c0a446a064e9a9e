import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfSerial } from "../../pipeline/read/date-serial.ts";

describe("dateOfSerial(serial, date1904)", () => {
  it.each([
    [45078, false, "2023-06-01"],
    [43616, true, "2023-06-01"],
    [45078.99, false, "2023-06-01"],
    [45077.9999999, false, "2023-06-01"], // a computed midnight
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [60, false, null], // 29 February 1900 exists in Excel only
    [61, false, "1900-03-01"],
    [0, false, null],
    [-1, false, null],
    [0.5, false, null],
    [0, true, "1904-01-01"],
    [2958465, false, "9999-12-31"],
    [2958466, false, null],
    [Number.NaN, false, null],
  ])("%d (1904: %s) is %s", (serial, date1904, date) => {
    expect(dateOfSerial(serial, date1904)).toBe(date);
  });

  it("counts days as the calendar does, in either epoch", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1463, max: 2958465 }), (serial) => {
        const days = (Date.parse(dateOfSerial(serial, false) ?? "") - Date.UTC(1899, 11, 30)) / 86_400_000;
        expect(days).toBe(serial);
        expect(dateOfSerial(serial - 1462, true)).toBe(dateOfSerial(serial, false));
      }),
    );
  });
});
