/** The paper that leaders read. */
export const BRIEFING_FILE = "briefing.docx";

/** The workbook beside it. */
export const WORKBOOK_FILE = "workbook.xlsx";

/** The rows of the workbook's sheet 数据; no file where the workbook has no such sheet. */
export const DATA_FILE = "data.csv";

/** Every figure of both papers, where it stands and where it comes from. */
export const LEDGER_FILE = "edition.json";

/** What proof came to. */
export const CERTIFICATE_FILE = "certificate.json";

/** What the folder of an edition holds. */
export const EDITION_FILES: readonly string[] = [
  BRIEFING_FILE,
  WORKBOOK_FILE,
  DATA_FILE,
  LEDGER_FILE,
  CERTIFICATE_FILE,
];
