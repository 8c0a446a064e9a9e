/** What may be wrong with a bag, each with what it means and what to do. */
export const BAG_PROBLEMS = {
  "not-a-folder": { severity: "error", title: "不是文件夹，不能当作归档包检查" },
  "declaration-missing": { severity: "error", title: "缺少 bagit.txt" },
  "declaration-malformed": {
    severity: "error",
    title: "bagit.txt 应恰好两行：BagIt-Version 和 Tag-File-Character-Encoding，UTF-8 无 BOM",
  },
  "version-unknown": { severity: "error", title: "不认识这个 BagIt 版本" },
  "encoding-unknown": { severity: "error", title: "不认识标签文件的编码" },
  "payload-missing": { severity: "error", title: "缺少 data 文件夹" },
  "manifest-missing": { severity: "error", title: "没有清单" },
  "algorithm-unknown": { severity: "error", title: "这台机器不会算这种摘要" },
  "text-unreadable": { severity: "error", title: "不是声明的编码，或以 BOM 开头" },
  "text-too-large": { severity: "error", title: "太大，不能当作清单或说明读" },
  "line-malformed": { severity: "error", title: "这一行写得不合格式" },
  "digest-malformed": { severity: "error", title: "摘要的长度不对" },
  "path-unsafe": { severity: "error", title: "路径指向包外" },
  "path-misplaced": { severity: "error", title: "这个文件不应列在这份清单里" },
  "path-repeated": { severity: "error", title: "同一个文件列了两次" },
  "path-repeated-alike": { severity: "warning", title: "同一个文件列了两次，摘要相同" },
  "path-asterisk": { severity: "warning", title: "路径前有 md5sum 一类命令写的星号，有的工具会当作文件名的一部分" },
  "path-dot-slash": { severity: "warning", title: "路径以 ./ 开头，有的工具会当作另一个文件" },
  "percent-unescaped": { severity: "warning", title: "路径中的 % 没有写作 %25" },
  "file-missing": { severity: "error", title: "清单里有，包里没有" },
  "file-unlisted": { severity: "error", title: "包里有，清单里没有" },
  "tag-unlisted": { severity: "warning", title: "标签文件没有列入标签清单，改动了也查不出" },
  "digest-differs": { severity: "error", title: "内容与清单的摘要不符，文件被改动或损坏" },
  "not-sealed": { severity: "error", title: "清单与本程序写下的不是一个字节都不差" },
  "oxum-malformed": { severity: "error", title: "Payload-Oxum 应写作 字节数.文件数" },
  "oxum-repeated": { severity: "error", title: "Payload-Oxum 写了不止一次" },
  "oxum-differs": { severity: "error", title: "字节数或文件数与 Payload-Oxum 不符" },
  "tag-repeated": { severity: "warning", title: "这一项不应重复" },
  "fetch-unlisted": { severity: "error", title: "fetch.txt 里有，清单里没有" },
  "fetch-needed": { severity: "error", title: "文件还没有按 fetch.txt 取来，包不完整" },
  "fetch-present": { severity: "info", title: "fetch.txt 里的文件已经在包里" },
  "link-outside": { severity: "error", title: "是指向包外或指不到文件的链接" },
  "system-file": { severity: "warning", title: "是操作系统自己放的文件，不是内容" },
  "special-file": { severity: "error", title: "既不是文件也不是文件夹" },
  unreadable: { severity: "error", title: "读不出来" },
  "name-not-normal": { severity: "warning", title: "文件名与清单里的写法只在 Unicode 组合方式上不同" },
  "name-conflict": { severity: "warning", title: "有两个名字只差大小写或 Unicode 组合方式，别的系统上会冲突" },
} as const satisfies Record<string, { readonly severity: "error" | "warning" | "info"; readonly title: string }>;

export type BagProblemCode = keyof typeof BAG_PROBLEMS;

/** Something wrong with a bag, at a place. */
export interface BagProblem {
  readonly code: BagProblemCode;
  readonly path: string; // from the bag's folder; "" for the bag itself
  readonly line: number | null; // of a tag file, from 1
  readonly found: string | null;
  readonly expected: string | null;
}

/** A problem in the reader's words: 位置：问题。发现：…。应为：… */
export function describeBagProblem({ code, path, line, found, expected }: BagProblem): string {
  const place = [path === "" ? "归档包" : path, ...(line === null ? [] : [`第${line}行`])].join(" › ");
  const facts = [
    found === null ? "" : `。发现：${JSON.stringify(found)}`,
    expected === null ? "" : `。应为：${expected}`,
  ];
  return `${place}：${BAG_PROBLEMS[code].title}${facts.join("")}`;
}
