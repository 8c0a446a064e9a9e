/** What a cell can turn out to be. */
export type DispositionKind =
  | "used"
  | "header"
  | "label"
  | "title"
  | "unit"
  | "note"
  | "sentinel"
  | "ignored" // for a stated reason
  | "asked" // an issue says what
  | "unread";

/** What became of a cell; every non-blank cell of a book has exactly one. */
export interface Disposition {
  readonly sheet: string;
  readonly cell: string; // A1
  readonly kind: DispositionKind;
  readonly reason: string | null; // Chinese, for people
}

/** A cell that an issue asks about. */
export interface AskedPlace {
  readonly sheet: string;
  readonly cell: string; // A1
}

/** The same dispositions, with the cells at these places asked, whatever they were taken for. */
export function withAsked(dispositions: readonly Disposition[], places: readonly AskedPlace[]): readonly Disposition[] {
  if (places.length === 0) return dispositions;
  const asked = new Set(places.map(placeKey));
  return dispositions.map((mark) => (asked.has(placeKey(mark)) ? { ...mark, kind: "asked" } : mark));
}

function placeKey({ sheet, cell }: AskedPlace): string {
  return `${cell}|${sheet}`;
}

/** What each is called, in the order in which a reader asks for them. */
export const DISPOSITION_NAMES: Readonly<Record<DispositionKind, string>> = {
  used: "采用",
  asked: "待核",
  unread: "没有读到",
  sentinel: "缺数符号",
  header: "表头",
  label: "行名",
  title: "标题",
  unit: "单位",
  note: "说明文字",
  ignored: "不读",
};

/** How many cells went one way. */
export interface DispositionCount {
  readonly kind: DispositionKind;
  readonly cells: number;
  readonly reasons: readonly { readonly reason: string; readonly cells: number }[]; // most frequent first
}

/** Counts cells by what became of them, in the order of `DISPOSITION_NAMES`; kinds without a cell are left out. */
export function countDispositions(dispositions: readonly Disposition[]): readonly DispositionCount[] {
  return (Object.keys(DISPOSITION_NAMES) as DispositionKind[]).flatMap((kind) => {
    const here = dispositions.filter((each) => each.kind === kind);
    return here.length === 0 ? [] : [{ kind, cells: here.length, reasons: countReasons(here) }];
  });
}

function countReasons(dispositions: readonly Disposition[]): DispositionCount["reasons"] {
  const counts = new Map<string, number>();
  for (const { reason } of dispositions) if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, cells]) => ({ reason, cells })).sort((a, b) => b.cells - a.cells);
}

/** "序号 12、栏次 4": why, and how often. Empty where no reason is known. */
export function reasonsText({ reasons }: DispositionCount): string {
  return reasons.map(({ reason, cells }) => `${reason} ${cells}`).join("、");
}
