import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PipelineError } from "../errors.ts";
import { DEFAULT_RULES, type LightRules } from "../model/rules.ts";
import { readTextFile } from "../read/text-file.ts";
import { defaultLightRules, parseCityRules, parseDefaultRules } from "../reference/light-rules.ts";

const FOLDER = "seeds/rules";

/**
 * Reads a rule set of seeds/rules/ by the name of its file.
 *
 * @param root the project's folder
 * @param name without .yaml
 * @param isIndicator tells the codes of indicators from others; left out, they are not looked at
 * @throws PipelineError USAGE listing the rule sets there are; SEED_INVALID, FILE_NOT_FOUND
 */
export function loadRules(root: string, name: string, isIndicator: (code: string) => boolean = () => true): LightRules {
  const names = readdirSync(join(root, FOLDER)).flatMap((file) => /^(.+)\.yaml$/.exec(file)?.[1] ?? []);
  if (!names.includes(name)) {
    throw new PipelineError("USAGE", `没有 ${JSON.stringify(name)} 这套亮灯规则`, {
      hint: `--rules 或 JINDU_RULES 可以写：${names.sort().join("、")}`,
    });
  }
  const read = <T>(set: string, parse: (text: string, file: string) => T): T =>
    parse(readTextFile(join(root, FOLDER, `${set}.yaml`)), `${FOLDER}/${set}.yaml`);
  const whole = read(DEFAULT_RULES, parseDefaultRules);
  if (name === DEFAULT_RULES) return defaultLightRules(whole);
  return read(name, (text, file) => parseCityRules(text, file, { whole, isIndicator }));
}
