import type { Assessment, Light } from "../model/assessment.ts";

/** How the lights are said in a terminal. */
export const LIGHT_WORDS: Readonly<Record<Light, string>> = { green: "绿", yellow: "黄", red: "红", grey: "灰" };

/** How many targets stand under each light. */
export function countLights(assessments: readonly Assessment[]): Readonly<Record<Light, number>> {
  const counts = { green: 0, yellow: 0, red: 0, grey: 0 };
  for (const { light } of assessments) counts[light] += 1;
  return counts;
}

/** The counts in words: 绿 12，黄 3，红 5，灰 80. */
export function lightsLine(assessments: readonly Assessment[]): string {
  const counts = countLights(assessments);
  return (["green", "yellow", "red", "grey"] as const)
    .map((light) => `${LIGHT_WORDS[light]} ${counts[light]}`)
    .join("，");
}
