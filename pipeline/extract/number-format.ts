/** What a number format does to the number behind it. */
export interface NumberLook {
  readonly percent: boolean; // shown a hundredfold, with %
  readonly decimals: number | null; // digits after the point; null where the format leaves it open
  readonly literal: string | null; // "%" or another unit that the format writes behind the number without scaling it
  readonly scaled: boolean; // shown in thousands or the like: the number behind is not the number seen
}

/** Reads an Excel number format; of several sections the first, which is that of positive numbers. */
export function readNumberFormat(format: string): NumberLook {
  const section = firstSection(format);
  const literals = [...section.matchAll(/"([^"]*)"|\\(.)|!(.)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
  const bare = section
    .replace(/"[^"]*"|[\\!_*]./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .trim();
  const digits = /[0#?]/.test(bare);
  const places = /\.([0#?]*)/.exec(bare)?.[1];
  return {
    percent: bare.includes("%"),
    decimals: !digits || bare.includes("/") || /E[+-]/i.test(bare) ? null : (places?.replace(/[#?]+$/, "").length ?? 0),
    literal: literals.map((text) => text.trim()).find((text) => text !== "" && !/^[-+()., ]+$/.test(text)) ?? null,
    scaled: /[0#?],+(?:\.|$|[^0#?,.])/.test(bare) || literals.includes("."),
  };
}

function firstSection(format: string): string {
  const match = /^(?:"[^"]*"|\\.|[^;])*/.exec(format);
  return match?.[0] ?? "";
}
