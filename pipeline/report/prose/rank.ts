import type { Figure } from "../../model/figure.ts";
import { signOf } from "../edition/display.ts";
import { enumerate, enumerateNames } from "./list.ts";
import { joinRuns, say, type Words } from "./runs.ts";

/** Tells a rank, and how it moved where that is known: 居第3位，前移2位; 居第1位，位次不变. */
export function rankWords(rank: Figure, change: Figure | null): Words {
  const place = say`居第${rank}位`;
  return change === null ? place : joinRuns([...place, "，", ...rankChange(change)]);
}

/** 前移2位, 后移1位, 位次不变. */
export function rankChange(change: Figure): Words {
  const moved = signOf(change);
  return moved === 0 ? say`位次不变` : say`${moved > 0 ? "前移" : "后移"}${change}位`;
}

/** Who moved, those of one move together: 奈曼旗前移3位，科左后旗和霍林郭勒市均后移2位; in the order given. */
export function rankMoves(moved: readonly { readonly name: string; readonly change: Figure }[]): Words {
  const sizes = [...new Set(moved.map(({ change }) => change.value))];
  const groups = sizes.map((size) => moved.filter(({ change }) => change.value === size));
  return joinRuns(
    groups.flatMap((own, index): Words => {
      const [first] = own;
      if (!first) return [];
      const names = enumerateNames(own.map(({ name }) => name));
      return [...(index > 0 ? ["，"] : []), `${names}${own.length > 1 ? "均" : ""}`, ...rankChange(first.change)];
    }),
  );
}

/** Numbers side by side, each with its unit: 2.9个和23.9个百分点, 8.1%、7.0%和6.2%; with 分别 from two on. */
export function respectively(figures: readonly Figure[], unit: "%" | "个百分点"): Words {
  const last = figures.length - 1;
  const numbers = enumerate(
    figures.map((figure, index) => say`${figure}${unit === "%" || index === last ? unit : "个"}`),
  );
  return figures.length < 2 ? numbers : joinRuns(["分别", ...numbers]);
}
