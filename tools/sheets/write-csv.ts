import { encodeGb18030 } from "./gb18030.ts";
import type { Grid, GridValue } from "./grid.ts";

/** Writes a grid as a comma-separated file in GB18030 with CRLF, as Excel saves 另存为 CSV on a Chinese Windows. */
export function writeCsv(grid: Grid): Uint8Array {
  const width = Math.max(...grid.rows.map(({ values }) => values.length));
  const lines = grid.rows.map(({ values }) =>
    Array.from({ length: width }, (_, column) => field(values[column] ?? null)).join(","),
  );
  return encodeGb18030(lines.map((line) => `${line}\r\n`).join(""));
}

function field(value: GridValue): string {
  const text = value === null ? "" : typeof value === "string" ? value : value.number;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
