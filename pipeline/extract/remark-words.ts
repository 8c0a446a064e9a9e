import { findUnit } from "../model/unit.ts";
import { findTimes, type TimeWords } from "./period-words.ts";
import { canonicalScope, parseScopes } from "./scope-words.ts";
import { parseUnits } from "./unit-words.ts";

/** What a remark says of the figures that it speaks of. */
export interface RemarkWords {
  readonly subject: string; // what stands in front of 为: 工业利润; "" where it names nothing
  readonly coupled: boolean; // 为, 按 or the like stands between; 利润总额1-5月 counts where a row is called so
  readonly time: TimeWords | null;
  readonly units: readonly string[];
  readonly scopes: readonly string[];
}

const FRONT = /^(?:(?:注释?|说明|备注|附注|统计范围|\*)?\d{0,2}[:、.])+|^\(|^[*①-⑳]/;
const FILLER =
  /本表|表中|表内|以上|以下|下列|上述|各项|全部|所有|其中|此|该|本|列|行|栏|数据|指标|数|均|都|系|按|的|[:"“”《》]/g;
const COUPLING = /(?:为|是|系|采用|使用|按|期间?|时间|:)$/;
const BEHIND = /^(?:累计|当月|完成|统计|合计|末|的)*(?:数据|数字|数|值|口径|情况)?$/;
const FILING = /发布|公布|填报|报送|制表|上报|印发|更新|编印/;
const LAGGING = /(?:上月|上个月)(?:的|累计)?(?:数|值)|滞后.{0,3}月|错月|(?:为|是)(?:上年|去年)(?:同期)?(?:数|值)/;
const LAST_UNIT = /(?:为|是|系)([^为是系]{1,6})$/;
const STATED_UNIT = /单位(?:均?为|均?是|:)?([^,;。、()]{1,6})|(?:以|按)([^,;。、()]{1,5})(?:为单位|计(?![价算入]))/;
const HELD = "(限额以上|限上|规模以上|规上|不含农户|全口径|主城区|市辖区|法人口径|在地口径|属地口径|新口径|老口径)";
const NARROWING = new RegExp(`^${HELD}$`); // 现价 and 含留抵退税 make no part of a whole
const STATED_SCOPE = new RegExp(
  `(?:为|是|系|按|仅含|只含|限于)${HELD}|${HELD}(?:单位|企业|法人)?(?:口径|数|部分|统计)|${HELD}$`,
);

/**
 * Reads what a remark, a note or a cell of 备注 says about the period, the unit or the 口径 of figures, clause by clause;
 * empty where it says nothing of the kind. 2023年6月数据为初步数 does not say of which period figures are.
 */
export function readRemark(squashed: string): readonly RemarkWords[] {
  return squashed.split(/[;。!]/).flatMap((sentence) => {
    const clauses = sentence.split(",").map((clause) => clause.replace(FRONT, "").replace(/\)$/, ""));
    const found = clauses.flatMap((clause) => readClause(clause) ?? []);
    const subject = found.find((words) => words.subject !== "")?.subject ?? "";
    return found.map((words) => (words.subject === "" ? { ...words, subject } : words));
  });
}

function readClause(clause: string): RemarkWords | null {
  if (clause === "" || FILING.test(clause)) return null;
  const bare = clause.replace(/^(?:此|该|本)?(?:数据|数|行|栏)?(?:均?为|是|系|按)?|(?:数据|数|计)$/g, "");
  const whole = {
    subject: "",
    coupled: true,
    time: null,
    units: parseUnits(bare) ?? [],
    scopes: (parseScopes(bare) ?? []).filter((scope) => NARROWING.test(scope)),
  };
  if (whole.units.length > 0 || whole.scopes.length > 0) return whole;
  const time = statedTime(clause);
  const unit = STATED_UNIT.exec(clause) ?? LAST_UNIT.exec(clause);
  const scope = STATED_SCOPE.exec(clause);
  const name = findUnit(unit?.[1] ?? unit?.[2] ?? "")?.name;
  const places = [time?.start, name === undefined ? undefined : unit?.index, scope?.index];
  const at = places.filter((place) => place !== undefined).sort((a, b) => a - b)[0];
  if (at === undefined) return null;
  const held = scope?.slice(1).find((word) => word !== undefined);
  return {
    subject: subjectOf(clause.slice(0, at)),
    coupled: (time?.coupled ?? true) && scope?.[3] === undefined,
    time: time?.time ?? null,
    units: name === undefined ? [] : [name],
    scopes: held === undefined ? [] : [canonicalScope(held)],
  };
}

/** The words in front of 为 without those that only point: 以下指标, 表中各项. */
function subjectOf(front: string): string {
  return front.replace(COUPLING, "").replace(FILLER, "").replace(/为$/, "");
}

interface StatedTime extends Pick<RemarkWords, "coupled"> {
  readonly start: number;
  readonly time: TimeWords;
}

/** 为1-5月数据, 数据截至5月; 上月数 is of no stated month. */
function statedTime(clause: string): StatedTime | undefined {
  const lag = LAGGING.exec(clause);
  if (lag) return { start: lag.index, time: UNSTATED, coupled: true };
  const found = findTimes(clause).find(
    ({ time, end }) => time.month !== null && !time.lastYear && BEHIND.test(clause.slice(end)),
  );
  if (!found) return undefined;
  const before = clause.slice(0, found.start);
  const coupled = found.time.span === "as-of" || COUPLING.test(before) || subjectOf(before) === "";
  return { start: found.start, time: found.time, coupled };
}

const UNSTATED: TimeWords = { year: null, month: null, span: null, lastYear: false, unclear: true };
