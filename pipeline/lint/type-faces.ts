import type { RunLook } from "./look.ts";

/** The families of GB/T 9704-2012, by the names that fonts go by in Word, WPS and LibreOffice. */
export const FAMILIES = {
  title: { word: "小标宋体", names: /小标宋|XiaoBiaoSong|FZXBS|^STZhongsong$|^华文中宋$/i },
  hei: { word: "黑体", names: /^(?:.*黑体.*|SimHei|STHeiti|Heiti SC|FandolHei|FZHei.*)$/i },
  kai: { word: "楷体", names: /楷体|KaiTi|STKaiti|FandolKai|UKai|FZKai/i },
  fang: { word: "仿宋体", names: /仿宋|FangSong|FandolFang|FZFS/i },
  song: { word: "宋体", names: /^(?:宋体|新宋体|SimSun|NSimSun|STSong|华文宋体|Noto Serif CJK SC|方正书宋.*)$/i },
} as const;

/** One of the families. */
export type Family = (typeof FAMILIES)[keyof typeof FAMILIES];

const SIZES: readonly (readonly [number, string])[] = [
  [84, "初号"],
  [72, "小初"],
  [52, "一号"],
  [48, "小一"],
  [44, "二号"],
  [36, "小二"],
  [32, "三号"],
  [30, "小三"],
  [28, "四号"],
  [24, "小四"],
  [21, "五号"],
  [18, "小五"],
  [15, "六号"],
];

/** Whether a font's name is one of the family. */
export function isOfFamily(name: string | undefined, { names }: Family): boolean {
  return name !== undefined && names.test(name);
}

/** A size as printers say it: 三号, or 17磅 where it has no name. */
export function sizeWord(halfPoints: number | undefined): string {
  if (halfPoints === undefined) return "未写明字号";
  return SIZES.find(([size]) => size === halfPoints)?.[1] ?? `${halfPoints / 2}磅`;
}

/** The font that Chinese text takes, as it is to be told; a theme's beats the one named beside it. */
export function chineseFont({ eastAsia, eastAsiaTheme }: RunLook): string {
  return eastAsiaTheme === undefined ? (eastAsia ?? "未写明字体") : `主题字体 ${eastAsiaTheme}`;
}
