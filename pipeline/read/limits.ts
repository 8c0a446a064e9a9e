/** How much a file may ask of this machine before it is refused. */
export interface ReadLimits {
  readonly fileBytes: number; // the file as received
  readonly inflatedBytes: number; // all parts of an .xlsx, unpacked
  readonly inflationRatio: number; // unpacked size over file size
  readonly zipEntries: number;
  readonly cells: number; // cells that hold something, all sheets together
}

const MEGABYTE = 1024 * 1024;

/** Far above any bureau's sheet, far below what would hurt. */
export const DEFAULT_READ_LIMITS: ReadLimits = {
  fileBytes: 50 * MEGABYTE,
  inflatedBytes: 300 * MEGABYTE,
  inflationRatio: 200,
  zipEntries: 2_000,
  cells: 2_000_000,
};

/** A size for people: "50 MB", "1.5 MB", never rounded to zero. */
export function formatBytes(bytes: number): string {
  if (bytes < MEGABYTE) return `${Math.max(1, Math.ceil(bytes / 1024))} KB`;
  return `${Math.ceil((bytes / MEGABYTE) * 10) / 10} MB`;
}
