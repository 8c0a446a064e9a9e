import { z } from "zod";
import { nearestName } from "../model/nearest-name.ts";
import { printableText } from "../model/printable-text.ts";
import { SHEET_COLUMNS, type SheetKey, type SheetTemplate, type WorkbookTemplate } from "../model/workbook-template.ts";
import { parseYaml } from "./yaml-document.ts";

const LONGEST_TAB = 31; // characters, Excel's limit
const WIDEST_COLUMN = 120;

const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d+$/, "应是整数")
    .transform(Number)
    .refine((value) => value >= low && value <= high, `应在 ${low} 到 ${high} 之间`);

const tab = z
  .string()
  .trim()
  .min(1, "不能留空")
  .max(LONGEST_TAB, `最多${LONGEST_TAB}个字`)
  .regex(/^[^[\]:*?/\\'"<>&!]+$/, "不能有 [ ] : * ? / \\ ' \" < > & !")
  .refine((name) => printableText(name) === name && !/[\n\p{Cf}]/u.test(name), "不能有看不见的字符，也不能换行")
  .refine((name) => name.toLowerCase() !== "history", "Excel 不许用 History 作表名");

/** An object of just these keys; of any other the nearest of them is told. */
function named<T extends z.core.$ZodLooseShape>(shape: T) {
  const error = (issue: { readonly code?: string; readonly keys?: readonly string[] }) =>
    issue.code === "unrecognized_keys" && issue.keys
      ? issue.keys.map((key) => unknown(key, Object.keys(shape))).join("，")
      : undefined;
  return z.strictObject(shape, { error });
}

const columnTemplate = named({
  column: z.string(),
  header: z.string().trim().min(1, "不能留空"),
  width: whole(3, WIDEST_COLUMN),
  align: z.enum(["left", "center", "right"]).default("left"),
  group: z.string().trim().min(1, "不能留空").optional(),
});

const sheetTemplate = named({
  sheet: z.string(),
  name: tab,
  title: z.string().trim().min(1, "不能留空"),
  about: z.string().trim().default(""),
  empty: z.string().trim().min(1, "不能留空").regex(/^\D*$/, "不能写数字").optional(),
  paper: z.enum(["portrait", "landscape"]).default("landscape"),
  freeze: whole(0, 9).default(0),
  color: z
    .string()
    .regex(/^[0-9A-F]{6}$/, "应是六位十六进制颜色，如 C00000")
    .optional(),
  columns: z.array(columnTemplate).default([]),
}).superRefine(({ sheet, columns, empty }, context) => {
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  if (!isSheetKey(sheet)) return complain(["sheet"], unknown(sheet, Object.keys(SHEET_COLUMNS)));
  const isRecord = sheet === "issues" || sheet === "revisions";
  if (isRecord !== (empty !== undefined))
    complain(["empty"], isRecord ? "要写没有内容时目录里怎么说" : "只有 issues 和 revisions 写");
  const known: readonly string[] = SHEET_COLUMNS[sheet];
  if (known.length > 0 && columns.length === 0) complain([], `${sheet} 至少要有一栏`);
  for (const [index, { column }] of columns.entries()) {
    if (known.length === 0) complain(["columns"], `${sheet} 自己排版，不能写 columns`);
    else if (!known.includes(column)) complain(["columns", index, "column"], unknown(column, known));
    else if (columns.findIndex((other) => other.column === column) < index)
      complain(["columns", index, "column"], `${column} 写了两次`);
  }
});

const workbookTemplate = named({
  balance: z.enum(["是", "否"], "应是 是 或 否").default("否"),
  sheets: z.array(sheetTemplate).min(1, "至少要有一张表"),
}).superRefine(({ sheets }, context) => {
  // Excel does not tell capitals from small letters
  for (const key of ["sheet", "name"] as const)
    for (const [index, sheet] of sheets.entries())
      if (sheets.findIndex((other) => other[key].toLowerCase() === sheet[key].toLowerCase()) < index)
        context.addIssue({ code: "custom", path: ["sheets", index, key], message: `${sheet[key]} 写了两次` });
});

/**
 * Reads templates/workbook.yaml.
 *
 * @param file its path from the project's root, for messages
 * @throws PipelineError TEMPLATE_INVALID naming the line of every wrong, missing or unknown value, and the nearest valid name
 */
export function parseWorkbookTemplate(text: string, file: string): WorkbookTemplate {
  const { sheets, balance } = parseYaml(text, file, workbookTemplate, "TEMPLATE_INVALID");
  return { sheets: sheets.map(toSheet), balancesShares: balance === "是" };
}

function toSheet({
  sheet,
  name,
  title,
  about,
  empty,
  paper,
  freeze,
  color,
  columns,
}: z.output<typeof sheetTemplate>): SheetTemplate {
  return {
    sheet: sheet as SheetKey,
    name,
    title,
    about,
    ...(empty === undefined ? {} : { empty }),
    orientation: paper,
    frozenColumns: freeze,
    tabColour: color ?? null,
    columns: columns.map(({ column, header, width, align, group }) => ({
      column,
      header,
      widthChars: width,
      align,
      group: group ?? null,
    })),
  };
}

function isSheetKey(name: string): name is SheetKey {
  return Object.hasOwn(SHEET_COLUMNS, name);
}

function unknown(name: string, names: readonly string[]): string {
  return `没有 ${name}，最接近的是 ${nearestName(name, names)}`;
}
