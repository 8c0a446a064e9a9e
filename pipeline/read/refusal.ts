import { type ErrorCode, type Location, PipelineError } from "../errors.ts";
import { READ_LIMITS, type ReadLimitName } from "../model/read-limit.ts";
import { formatAsked, formatLimit } from "./limits.ts";
import type { ForeignKind } from "./sniff.ts";

const RESAVE = "请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传";
const SEND_TABLE = "请上传 .xlsx、.xls、.et、.ods 或 .csv 格式的数据表";

const FOREIGN: Readonly<Record<ForeignKind, { readonly is: string; readonly hint: string }>> = {
  empty: { is: "空文件，里面没有任何内容", hint: "请确认文件已保存、已传完，再重新上传" },
  html: { is: "网页（HTML），里面没有表格", hint: SEND_TABLE },
  "xml-spreadsheet": { is: "XML 表格（Excel 2003 XML）", hint: RESAVE },
  slk: { is: "SYLK 表格（.slk）", hint: RESAVE },
  mhtml: { is: "单个文件网页（MHTML）", hint: RESAVE },
  rtf: { is: "RTF 文档", hint: SEND_TABLE },
  pdf: { is: "PDF 文件", hint: "请上传生成这个 PDF 的原表格，不要上传打印件或扫描件" },
  image: { is: "图片", hint: "请上传原表格，不要上传截图或扫描件" },
  archive: { is: "压缩包", hint: "请解压后逐个上传里面的表格" },
  docx: { is: "Word 文档", hint: SEND_TABLE },
  pptx: { is: "演示文稿", hint: SEND_TABLE },
  odf: { is: "OpenDocument 文档，不是其中的表格（.ods）", hint: SEND_TABLE },
  ofd: { is: "OFD 版式文件", hint: "请上传生成这个版式文件的原表格" },
  xlsb: { is: "Excel 二进制工作簿（.xlsb）", hint: RESAVE },
  "old-xls": { is: "很早版本的 Excel 工作簿（Excel 4.0 及以前）", hint: RESAVE },
  doc: { is: "Word 文档（.doc 或 .wps）", hint: SEND_TABLE },
  ppt: { is: "演示文稿（.ppt 或 .dps）", hint: SEND_TABLE },
  unknown: { is: "无法识别的文件", hint: SEND_TABLE },
};

const DAMAGED = "请用 Excel 或 WPS 打开检查，另存为新的 .xlsx 后重新上传";

interface RefusalDetails {
  readonly hint?: string;
  readonly cause?: unknown;
  readonly place?: Location;
  readonly mayPass?: boolean;
}

/** A file of a kind that is not a data table. FORMAT_UNSUPPORTED. */
export function unsupported(file: string, kind: ForeignKind): PipelineError {
  const { is, hint } = FOREIGN[kind];
  return refusal("FORMAT_UNSUPPORTED", file, `这个文件是${is}，不能读取`, { hint });
}

/** A file that should be a data table but cannot be read to the end. FILE_UNREADABLE. */
export function unreadable(file: string, message: string, details: RefusalDetails = {}): PipelineError {
  return refusal("FILE_UNREADABLE", file, message, { hint: DAMAGED, ...details });
}

/** A file that only opens with a password. FILE_UNREADABLE. */
export function encrypted(file: string): PipelineError {
  return unreadable(file, "文件设了打开密码（已加密），无法读取", { hint: "请去掉打开密码，另存后重新上传" });
}

interface LimitDetails {
  readonly what?: string; // where the limited thing has a more exact name than the limit
  readonly isAtLeast?: boolean; // whether counting stopped at `found`
  readonly hint?: string;
  readonly mayPass?: boolean;
}

/**
 * A file beyond one of the limits. FILE_TOO_LARGE.
 *
 * @param found what the file asks, and `limit` what it may, both in what the program counts
 */
export function tooLarge(
  file: string,
  name: ReadLimitName,
  { found, limit }: { readonly found: number; readonly limit: number },
  {
    what = READ_LIMITS[name].words,
    isAtLeast = false,
    hint = makeSmaller(READ_LIMITS[name].variable),
    mayPass = false,
  }: LimitDetails = {},
): PipelineError {
  const asked = `${isAtLeast ? "已达" : "为"} ${formatAsked(name, found)}`;
  return refusal("FILE_TOO_LARGE", file, `${what}${asked}，超过上限 ${formatLimit(name, limit)}`, { hint, mayPass });
}

function makeSmaller(variable: string): string {
  return `请删去无关的工作表、图片和空白行列，或拆成几个文件后重新上传；确有需要的，请管理员用环境变量 ${variable} 调高上限`;
}

/** A file that takes longer than it may, to be read or for another part of the work. FILE_TOO_LARGE, and may pass. */
export function tooSlow(file: string, limitMs: number, what: string = READ_LIMITS.timeMs.words): PipelineError {
  const hint = `机器正忙时也会这样，可以先重新上传一次；还是不行的，${makeSmaller(READ_LIMITS.timeMs.variable)}`;
  return tooLarge(file, "timeMs", { found: limitMs, limit: limitMs }, { what, isAtLeast: true, hint, mayPass: true });
}

/** A file that takes more memory to read than it may. FILE_TOO_LARGE. */
export function tooMuchMemory(file: string, limitBytes: number): PipelineError {
  return tooLarge(file, "memoryBytes", { found: limitBytes, limit: limitBytes }, { isAtLeast: true });
}

function refusal(code: ErrorCode, file: string, message: string, { place, ...details }: RefusalDetails) {
  return new PipelineError(code, message, { ...details, location: { file, ...place } });
}
