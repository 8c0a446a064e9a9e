import type { GridValue } from "../../support/grid.ts";
import type { Chance } from "./chance.ts";

/** A figure as it stands in a cell, and what it is. */
export interface Written {
  readonly cell: GridValue;
  readonly value: number | null; // null for a sign in place of a number
  readonly unit?: string; // that the cell itself states
}

/** An amount in one of the ways in which offices write it. */
export function amount(chance: Chance): Written {
  const value = (1 + chance.below(900_000)) / chance.pick([1, 10, 100]);
  const plain = String(value);
  const grouped = value >= 1000 ? plain.replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ",")) : plain;
  const styles: readonly GridValue[] = [
    value,
    value,
    value,
    { value, format: "0.00_ " },
    { value, format: "#,##0.0" },
    plain,
    ` ${plain} `,
    grouped,
    plain.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    `${plain}①`,
    `${plain}*`,
  ];
  return { cell: chance.pick(styles), value };
}

/** A growth in per cent, in one of the ways in which offices write it. */
export function growth(chance: Chance): Written {
  const value = (chance.below(900) - 300) / 10;
  const size = String(Math.abs(value));
  const words: readonly GridValue[] = [
    value < 0 ? `下降${size}%` : `增长${size}%`,
    value < 0 ? `↓${size}` : `↑${size}`,
    value < 0 ? `－${size}` : `+${size}`,
    `${value}%`,
    `${value}`,
    { value: Number((value / 100).toFixed(4)), format: "0.0%" },
    { value, format: "0.0;[Red]-0.0" },
    { value, format: "0.0_ ;[Red]\\-0.0\\ " },
  ];
  return { cell: chance.often(60) ? value : chance.pick(words), value };
}

/** A sign in place of a number. */
export function sign(chance: Chance): Written {
  return { cell: chance.pick(["—", "——", "-", "--", "…", "……", "/"]), value: null };
}
