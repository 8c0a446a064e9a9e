import type { Observation } from "../model/observation.ts";

/** An observation as `--json` prints it, whichever command does. */
export function observationJson(o: Observation) {
  return {
    ...{ sheet: o.sheet, cell: o.cell, label: o.label, path: o.path, indicator: o.indicator, region: o.region },
    ...{ period: o.period, span: o.span, quantity: o.quantity, scope: o.scope, value: o.value, unit: o.unit },
    ...{ status: o.status, reason: o.statusReason },
  };
}
