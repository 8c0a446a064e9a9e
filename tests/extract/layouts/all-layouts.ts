import { L3, L4, L5, L6, L14 } from "./city.ts";
import { L1, L2, L13, L15 } from "./industry.ts";
import type { Layout } from "./layout.ts";
import { L7, L8A, L8B, L8C, L9, L10, L11, L12, L16 } from "./places.ts";

/** Every layout that has been seen in the field, as a fixture. */
export const LAYOUTS: readonly Layout[] = [
  L1,
  L2,
  L3,
  L4,
  L5,
  L6,
  L7,
  L8A,
  L8B,
  L8C,
  L9,
  L10,
  L11,
  L12,
  L13,
  L14,
  L15,
  L16,
];
