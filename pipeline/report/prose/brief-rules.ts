import type { Light } from "../../model/assessment.ts";
import { absolute, isZero, signOf } from "../../model/decimal.ts";
import type { Band, LightRules } from "../../model/rules.ts";
import type { Words } from "./runs.ts";

const LIGHT_WORDS: Readonly<Record<Light, string>> = { green: "绿灯", yellow: "黄灯", red: "红灯", grey: "灰灯" };

/** How a scale words what is above its goal, below it, at it, and beyond its last edge. */
interface ScaleWords {
  readonly above: string;
  readonly below: string;
  readonly level: string;
  readonly rest: string;
  readonly unit: string;
}

/**
 * The limits that this paper's lights were given by, in one paragraph, and where the whole rules stand.
 *
 * @param sheet the workbook's sheet that has them; undefined where it is gone
 */
export function briefRules({ name, pace, growth, level, around, exceptions }: LightRules, sheet?: string): Words {
  const paceUnit = pace.measure === "points" ? "个百分点" : "%";
  const ofPace = pace.measure === "points" ? "" : "的";
  const where = sheet === undefined ? "" : `，完整规则见工作簿“${sheet}”表`;
  const sentences = [
    `年内累计的指标，完成率${scale(pace.bands, { above: `快于序时进度${ofPace}`, below: `慢于序时进度${ofPace}`, level: "不慢于序时进度", rest: "更慢", unit: paceUnit })}`,
    `增速，${scale(growth.bands, { above: "高于目标", below: "低于目标", level: "不低于目标", rest: "更低", unit: "个百分点" })}`,
    `应当保持的水平，比率相差${level.yellowPoints}个百分点、其他相差目标值的${level.yellowPercent}%以内的黄灯`,
    "应当在期限前达到的水平，期限未到而尚未达到的黄灯",
    "“力争”的目标，未达到的不亮红灯",
    `“左右”为上下${around.points}个百分点或目标值的${around.percent}%`,
    "还不能评价的灰灯，不表示落后",
  ];
  const others = exceptions.length === 0 ? "" : "部分指标另有界限。";
  return [`评价界限（${name}）：${sentences.join("；")}。${others}印出的数四舍五入${where}。`];
}

/** 不慢于序时进度的绿灯，慢于序时进度5个百分点以内的黄灯，更慢的红灯: where the light changes only. */
function scale(bands: readonly Band[], words: ScaleWords): string {
  const changes = bands.filter(({ light }, index) => light !== bands[index + 1]?.light);
  return changes.map((band) => `${edgeWords(band, words)}的${LIGHT_WORDS[band.light]}`).join("，");
}

function edgeWords({ edge, isClosed }: Band, { above, below, level, rest, unit }: ScaleWords): string {
  if (edge === null) return rest;
  if (isZero(edge)) return isClosed ? level : above;
  const size = `${absolute(edge)}${unit}`;
  if (signOf(edge) > 0) return `${above}${isClosed ? `${size}以上` : `超过${size}`}`;
  return `${below}${isClosed ? `${size}以内` : `不到${size}`}`;
}
