import { z } from "zod";
import type { IndicatorCode } from "../model/indicator.ts";
import { EMPTY_STATUSES } from "../model/observation.ts";
import { SPANS } from "../model/period.ts";
import type { SourceProfile } from "../model/source.ts";
import { findUnit, INDEX_UNIT } from "../model/unit.ts";
import { code, regionCode, text } from "./csv-rows.ts";
import { parseYaml } from "./yaml-document.ts";

const INDICATOR = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:@(.+))?$/;

const meaning = z
  .string()
  .regex(INDICATOR, "应是指标代码，或“代码@口径”")
  .transform((field) => {
    const [, indicator = "", scope] = INDICATOR.exec(field) ?? [];
    return { code: indicator as IndicatorCode, scope: scope ?? null };
  });

const names = z.array(text).default([]);

const unit = z.string().transform((field, context) => {
  const known = field === INDEX_UNIT ? field : findUnit(field)?.name;
  if (known === undefined) context.addIssue("不是认识的计量单位");
  return known ?? z.NEVER;
});

/** Labels with their meanings; the same label twice, only spaced otherwise, would leave one of them unheard. */
function byLabel<T extends z.ZodType>(meaning: T) {
  return z
    .record(text, meaning)
    .default({})
    .superRefine((record, context) => {
      const keys = Object.keys(record).map((label) => label.replace(/\s/g, ""));
      for (const [index, label] of Object.keys(record).entries()) {
        if (keys.indexOf(keys[index] ?? "") < index)
          context.addIssue({ code: "custom", path: [label], message: "写了两次" });
      }
    });
}

const sourceProfile = z.strictObject({
  title: text,
  bureau: code,
  illustrative: z
    .enum(["true", "false"])
    .default("false")
    .transform((field) => field === "true"),
  recognise: z.array(text).min(1, "至少写一个词"),
  take: z.strictObject({ sheets: names, tables: names }).default({ sheets: [], tables: [] }),
  leave: z
    .strictObject({ sheets: names, tables: names, columns: names, rows: names })
    .default({ sheets: [], tables: [], columns: [], rows: [] }),
  region: regionCode.nullable().default(null),
  span: z.enum(SPANS).nullable().default(null),
  unit: unit.nullable().default(null),
  scope: text.nullable().default(null),
  status: z.enum(["provisional", "estimated"]).nullable().default(null),
  rates: names,
  projects: names,
  sentinels: byLabel(z.enum(EMPTY_STATUSES)),
  indicators: byLabel(meaning),
  regions: byLabel(regionCode),
  units: byLabel(unit),
});

/**
 * Reads a source's profile, seeds/sources/<name>.yaml.
 *
 * @param name the file's name without .yaml
 * @param yaml the file's text
 * @param file its path from the project's root, for messages
 * @throws PipelineError SEED_INVALID naming the line of every wrong, missing or unknown value
 */
export function parseSource(name: string, yaml: string, file: string): SourceProfile {
  return { name, ...parseYaml(yaml, file, sourceProfile) };
}
