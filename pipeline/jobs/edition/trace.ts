import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PipelineError } from "../../errors.ts";
import { LEDGER_FILE } from "../../model/edition-files.ts";
import type { CellReference, Derivation, Figure, FigureId } from "../../model/figure.ts";
import { grouped } from "../../model/grouped.ts";
import { type ProofLedger, printedFigures } from "../../model/proof-ledger.ts";
import { readLedger } from "../../proof/ledger-reader.ts";
import type { WorkbookLedger } from "../../proof/prove-workbook.ts";
import type { ProofFault } from "../../proof/result.ts";
import { receiveFile } from "../../read/received-file.ts";
import { openBriefing } from "./open-paper.ts";
import { editionLedger, OWN_PAPER_LIMITS } from "./prove-files.ts";

const CHANGES: ReadonlySet<ProofFault> = new Set(["changed", "unit", "missing"]);

type OpenedBriefing = Awaited<ReturnType<typeof openBriefing>>;

/** What stands in a file where a figure was printed. */
export interface ChangedText {
  readonly place: string;
  readonly text: string; // as it is now; empty where it is gone
}

/** A printed figure back to its cells. */
export interface TracedFigure {
  readonly id: FigureId;
  readonly name: string;
  readonly value: string; // unrounded
  readonly unit: string | null;
  readonly texts: readonly string[]; // as printed, each once
  readonly places: readonly string[]; // where, in reading order
  readonly changed: readonly ChangedText[]; // of a briefing, where the file says something else by now
  readonly derivation: Derivation;
  readonly cells: readonly CellReference[]; // every cell below it, through its operands
}

/**
 * Tells where the figures of a paper come from: of a briefing from the file alone, of a workbook from edition.json beside
 * it.
 *
 * @param wanted id, printed text with or without its unit, what stands there by now, or part of the name; null for all that are printed
 * @returns in the order of the ledger
 * @throws PipelineError FILE_NOT_FOUND, FILE_TOO_LARGE, FILE_UNREADABLE, FORMAT_UNSUPPORTED; USAGE where no figure is meant
 */
export async function trace(path: string, wanted: string | null): Promise<readonly TracedFigure[]> {
  const { bytes, file } = receiveFile(path, OWN_PAPER_LIMITS);
  const isWorkbook = path.toLowerCase().endsWith(".xlsx");
  const figures = isWorkbook
    ? besideWorkbook(path, file)
    : await inBriefing(await openBriefing(bytes, file, OWN_PAPER_LIMITS), file);
  if (wanted === null) return figures.filter(({ places }) => places.length > 0);
  const meant = meantBy(wanted, figures);
  if (meant.length > 0) return meant;
  throw new PipelineError("USAGE", `文稿里没有 ${JSON.stringify(wanted)} 这个数`, {
    location: { file },
    hint: "可以写编号、印出来的数，或名称的一部分；不写则列出全部",
  });
}

/** By its id; else by what is printed; else by a part of its name. */
function meantBy(wanted: string, figures: readonly TracedFigure[]): readonly TracedFigure[] {
  const plain = wanted.replace("个百分点", "百分点");
  const ways = [
    ({ id }: TracedFigure) => id === wanted,
    ({ texts, unit }: TracedFigure) => texts.some((text) => text === wanted || `${text}${unit ?? ""}` === plain),
    ({ changed, unit }: TracedFigure) =>
      changed.some(({ text }) => text !== "" && (text === wanted || `${text}${unit ?? ""}` === plain)),
    ({ name, texts }: TracedFigure) => texts.length > 0 && name.includes(wanted),
  ];
  return ways.map((isMeant) => figures.filter(isMeant)).find((found) => found.length > 0) ?? [];
}

function ledgerOf(paper: OpenedBriefing, file: string): ProofLedger {
  const carried = readLedger(paper);
  if (carried) return carried.ledger;
  throw new PipelineError("FORMAT_UNSUPPORTED", "文件里没有数字台账，不能追溯", {
    location: { file },
    hint: "只能追溯本程序生成的文稿",
  });
}

async function inBriefing(paper: OpenedBriefing, file: string): Promise<readonly TracedFigure[]> {
  const ledger = ledgerOf(paper, file);
  const { proveBriefing } = await import("../../proof/prove-briefing.ts");
  const { unmatched } = proveBriefing(paper, ledger);
  const { figures } = ledger;
  const book = new Map(figures.map((figure) => [figure.id, figure]));
  const printed = grouped(printedFigures(ledger), ({ figure }) => figure);
  return figures.map(({ id, name, value, unit, derivation }) => {
    const own = printed.get(id) ?? [];
    return {
      ...{ id, name, value, unit },
      texts: [...new Set(own.map(({ text }) => text))],
      places: [...new Set(own.map(({ label }) => label))],
      changed: unmatched.flatMap(({ figure, fault, place, text }) =>
        figure === id && CHANGES.has(fault) ? [{ place, text }] : [],
      ),
      derivation,
      cells: cellsBelow(id, book),
    };
  });
}

function cellsBelow(id: FigureId, book: ReadonlyMap<FigureId, Figure>, seen = new Set<FigureId>()): CellReference[] {
  const derivation = book.get(id)?.derivation;
  if (derivation === undefined || seen.has(id)) return [];
  seen.add(id);
  if (derivation.kind === "observed") return [...derivation.observations];
  return derivation.kind === "computed"
    ? derivation.operands.flatMap((operand) => cellsBelow(operand, book, seen))
    : [];
}

interface EditionFigure extends Pick<Figure, "id" | "name" | "value" | "unit" | "derivation"> {
  readonly texts: readonly string[];
  readonly places: readonly { readonly paper: string; readonly place: string; readonly text: string }[];
  readonly observations: readonly CellReference[];
}

interface TracedLedger extends WorkbookLedger {
  readonly figures: readonly EditionFigure[];
}

function besideWorkbook(path: string, file: string): readonly TracedFigure[] {
  const ledger = join(dirname(path), LEDGER_FILE);
  if (!existsSync(ledger)) {
    throw new PipelineError("FILE_NOT_FOUND", "旁边没有 edition.json，不能追溯", {
      location: { file },
      hint: "请把工作簿放回它那一期的文件夹，或追溯简报：简报自带台账",
    });
  }
  const { figures } = editionLedger<TracedLedger>(readFileSync(ledger, "utf8"));
  return figures.map(({ observations, places, ...figure }) => ({
    ...figure,
    changed: [],
    places: [...new Set(places.filter(({ paper }) => paper === "workbook").map(({ place }) => place))],
    derivation: figure.derivation.kind === "observed" ? { kind: "observed", observations } : figure.derivation,
    cells: observations,
  }));
}
