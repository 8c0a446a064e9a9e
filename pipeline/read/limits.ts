/** How much a file may ask of this machine before it is refused. */
export interface ReadLimits {
  readonly fileBytes: number; // the file as received
  readonly inflatedBytes: number; // all parts of an .xlsx or .ods, unpacked
  readonly inflationRatio: number; // unpacked size over file size
  readonly zipEntries: number;
  readonly textBytes: number; // one text between two tags of a part; Excel itself ends at 32,767 characters
  readonly cells: number; // cells that hold something, all sheets together; in text files blank ones too
  readonly rows: number; // number of the last row that holds something
  readonly columns: number; // number of the last column that holds something
  readonly timeMs: number; // from handing the file over to its cells
  readonly memoryBytes: number; // of the thread that parses
}

const MEGABYTE = 1024 * 1024;

/** Far above any bureau's sheet, far below what would hurt. Rows and columns are those that Excel has. */
export const DEFAULT_READ_LIMITS: ReadLimits = {
  fileBytes: 50 * MEGABYTE,
  inflatedBytes: 100 * MEGABYTE,
  inflationRatio: 200,
  zipEntries: 2_000,
  textBytes: MEGABYTE,
  cells: 2_000_000,
  rows: 1_048_576,
  columns: 16_384,
  timeMs: 20_000,
  memoryBytes: 1_024 * MEGABYTE,
};

/** A size for people: "50 MB", "1.5 MB", never rounded to zero. */
export function formatBytes(bytes: number): string {
  if (bytes < MEGABYTE) return `${Math.max(1, Math.ceil(bytes / 1024))} KB`;
  return `${Math.ceil((bytes / MEGABYTE) * 10) / 10} MB`;
}
