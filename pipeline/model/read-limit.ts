const MEGABYTE = 1024 * 1024;

interface ReadLimitKind {
  readonly variable: string; // the environment variable that sets it, in `unit`
  readonly words: string; // the limited thing, for people
  readonly unit: string;
  readonly scale: number; // of one `unit`, in what the program counts
  readonly standard: number; // in `unit`
  readonly most: number; // in `unit`; beyond it the program's own means end
  readonly isWhole: boolean;
}

const size = { unit: "MB", scale: MEGABYTE, isWhole: false } as const;
const count = { unit: "个", scale: 1, isWhole: true } as const;
const position = { unit: "", scale: 1, isWhole: true } as const;

/**
 * How much a file may ask of this machine before it is refused: far above any bureau's sheet, far below what would
 * hurt. Rows and columns are those that Excel has.
 */
export const READ_LIMITS = {
  fileBytes: { variable: "JINDU_READ_MAX_FILE_MB", words: "文件大小", ...size, standard: 50, most: 500 },
  inflatedBytes: { variable: "JINDU_READ_MAX_UNPACKED_MB", words: "解压后的大小", ...size, standard: 100, most: 500 },
  inflationRatio: {
    ...{ variable: "JINDU_READ_MAX_UNPACKED_RATIO", words: "解压后与解压前的大小之比" },
    ...{ unit: "倍", scale: 1, isWhole: false, standard: 200, most: 1_100 },
  },
  zipEntries: { variable: "JINDU_READ_MAX_PARTS", words: "压缩包内的部件数", ...count, standard: 2_000, most: 65_535 },
  textBytes: {
    ...{ variable: "JINDU_READ_MAX_TEXT_KB", words: "一个单元格的文字" },
    ...{ unit: "KB", scale: 1024, isWhole: false, standard: 1_024, most: 102_400 },
  },
  cells: {
    ...{ variable: "JINDU_READ_MAX_CELLS", words: "有内容的单元格数" },
    ...{ ...count, standard: 2_000_000, most: 20_000_000 },
  },
  rows: { variable: "JINDU_READ_MAX_ROWS", words: "行号", ...position, standard: 1_048_576, most: 9_999_999 },
  columns: { variable: "JINDU_READ_MAX_COLUMNS", words: "列号", ...position, standard: 16_384, most: 18_278 },
  timeMs: {
    ...{ variable: "JINDU_READ_MAX_SECONDS", words: "读取用时" },
    ...{ unit: "秒", scale: 1_000, isWhole: false, standard: 20, most: 3_600 },
  },
  memoryBytes: { variable: "JINDU_READ_MAX_MEMORY_MB", words: "读取所需内存", ...size, standard: 1_024, most: 65_536 },
} as const satisfies Record<string, ReadLimitKind>;

/** A limit by the name that the program has for it. */
export type ReadLimitName = keyof typeof READ_LIMITS;

/** All limits, in the order of `READ_LIMITS`. */
export const READ_LIMIT_NAMES = Object.keys(READ_LIMITS) as readonly ReadLimitName[];

/** Every limit, in what the program counts: bytes, milliseconds, cells. */
export type ReadLimitValues = Readonly<Record<ReadLimitName, number>>;
