/** One check of 四性检测. */
export interface QualityCheck {
  readonly property: "真实性" | "完整性" | "可用性" | "安全性";
  readonly id: string; // kebab-case
  readonly name: string;
  readonly result: "passed" | "failed" | "manual"; // manual: for a person to do
  readonly detail: string; // "" where there is nothing to add
}

/** What is known of a package when it is closed. */
export interface PackageFacts {
  readonly papers: readonly string[]; // "2023-06-monthly", with certificates that were proved again
  readonly missing: readonly string[]; // papers of the quarter that were never made
  readonly different: readonly string[]; // files that came out differently when made again from the package alone
  readonly unrecordedBasis: readonly string[]; // papers whose templates and seeds were not kept: today's are in the package
  readonly altered: readonly string[]; // files whose digest is not the one in the store
  readonly disagreeing: readonly string[]; // papers that are not what is said of them: kind, title, digests of their certificate
  readonly total: string; // 5件，162个文件，19692192字节
  readonly miscounted: readonly string[]; // files that are listed and not there, there and not listed, or of another size
  readonly incomplete: readonly string[]; // files that a 件 should have
  readonly gaps: readonly string[]; // numbers of 件 that nobody has
  readonly unfilled: readonly string[]; // settings that nobody has filled in
  readonly withoutRun: readonly string[]; // papers that the run log does not tell of
  readonly approved: readonly string[]; // papers with 签发人 and time; Chinese
  readonly unapproved: readonly string[]; // papers without, each with why; Chinese
  readonly final: readonly string[]; // papers in the version that was approved or has left; Chinese
  readonly notFinal: readonly string[]; // drafts, and papers that a later draft is to replace; Chinese
  readonly sent: number; // entries of the register of what was sent
  readonly unsettled: readonly string[]; // deliveries that have not come to an end; Chinese
  readonly unopened: readonly string[]; // papers' files that do not open
  readonly withoutPdf: readonly string[]; // papers' files that no 版式件 was made of
  readonly withoutFonts: readonly string[]; // 版式件 of which it does not show that they carry their fonts
  readonly strangers: readonly string[]; // originals in a format for which there is no rule
  readonly active: readonly string[]; // files with macros, links or objects of other programs
  readonly unseen: readonly string[]; // files into which there was no looking: damaged, encrypted, of an unknown kind
  readonly illustrative: boolean;
}

/** 四性检测 at 归档 (DA/T 70-2018): every check with its result, in the order of the standard. */
export function checkQualities(facts: PackageFacts): readonly QualityCheck[] {
  return [...authenticity(facts), ...integrity(facts), ...usability(facts), ...safety(facts)];
}

function authenticity(facts: PackageFacts): readonly QualityCheck[] {
  const check = checkOf("真实性");
  return [
    check("signature", "数字签名、时间戳有效", "manual", "本程序不加签名；请按本单位规定签名或盖章"),
    judged(
      check("agreement", "元数据与文稿一致", "passed", "题名、期次、核对证书里的摘要与文件相符"),
      facts.disagreeing,
    ),
    judged(check("digest", "文件与系统登记的摘要一致", "passed", ""), facts.altered),
    check("certificate", "文稿的每一个数都有出处", "passed", `重新核对了 ${facts.papers.join("、")}`),
    judged(check("replay", "由包内原件重新生成的文稿逐字节相同", "passed", ""), facts.different),
    judged(check("basis", "计划、规则、模板是成文时的", "passed", ""), facts.unrecordedBasis),
    check("source-unit", "来件确由报送部门发出", "manual", "请核对收文登记"),
  ];
}

function integrity(facts: PackageFacts): readonly QualityCheck[] {
  const check = checkOf("完整性");
  return [
    judged(check("counts", "件数、文件数、字节数与登记相符", "passed", facts.total), facts.miscounted),
    judged(check("papers", "本季度各期文稿齐全", "passed", ""), facts.missing),
    judged(check("files", "每件的内容文件齐全", "passed", ""), facts.incomplete),
    judged(check("numbers", "件号连续、没有重号漏号", "passed", ""), facts.gaps),
    leftToPeople(check("metadata", "元数据项齐全", "passed", ""), facts.unfilled, (list) => {
      return `还没有填写：${list}（seeds/archive.yaml、templates/letterhead.yaml）`;
    }),
    judged(check("log", "处理过程有记录", "passed", ""), facts.withoutRun),
    leftToPeople(check("final", "收入的是定稿", "passed", facts.final.join("；")), facts.notFinal, (list) => {
      return `请核对是否为定稿：${list}`;
    }),
    leftToPeople(
      check("signing", "定稿、签发单齐全", "passed", facts.approved.join("；")),
      facts.unapproved,
      (list) => {
        return `请另附签发单：${list}`;
      },
    ),
    leftToPeople(check("deliveries", "发送过程有记录", "passed", `登记 ${facts.sent} 次`), facts.unsettled, (list) => {
      return `归档时还没有结果：${list}`;
    }),
  ];
}

function usability(facts: PackageFacts): readonly QualityCheck[] {
  const check = checkOf("可用性");
  return [
    judged(check("opens", "文稿能打开、没有加密", "passed", ""), facts.unopened),
    leftToPeople(
      check("fixed-layout", "有版式件", "passed", "PDF/A-2b，由 LibreOffice 转换"),
      facts.withoutPdf,
      (list) => {
        return `请人工转换：${list}`;
      },
    ),
    leftToPeople(check("formats", "格式适合长期保存", "passed", ""), facts.strangers, (list) => list),
    leftToPeople(
      check("fonts", "版式件嵌入字体", "passed", "声明为 PDF/A，所用字体都在文件里"),
      [...facts.withoutFonts, ...facts.withoutPdf],
      (list) => `请用阅读软件查看文档属性：${list}`,
    ),
    check("environment", "读取环境有说明", "passed", "见说明文件.txt"),
  ];
}

function safety(facts: PackageFacts): readonly QualityCheck[] {
  const check = checkOf("安全性");
  return [
    check("virus", "没有病毒", "manual", "请用本单位的杀毒软件扫描"),
    leftToPeople(
      check("active-content", "没有宏、外部链接和嵌入对象", "passed", ""),
      [...facts.active.map((path) => `${path}（有）`), ...facts.unseen.map((path) => `${path}（打不开，没有查）`)],
      (list) => `原件按收到的样子保存，打开时请勿启用：${list}`,
    ),
    check("secrecy", "密级标注正确", "manual", facts.illustrative ? "含演示数据" : "请核对是否有尚未公布的数据"),
    check("carrier", "载体完好", "manual", "移交时检查"),
  ];
}

function checkOf(property: QualityCheck["property"]) {
  return (id: string, name: string, result: QualityCheck["result"], detail: string): QualityCheck => {
    return { property, id, name, result, detail };
  };
}

/** Failed where there are objections. */
function judged(check: QualityCheck, objections: readonly string[]): QualityCheck {
  return objections.length === 0 ? check : { ...check, result: "failed", detail: objections.join("；") };
}

/** For a person to do where there is anything to look at. */
function leftToPeople(check: QualityCheck, found: readonly string[], describe: (list: string) => string): QualityCheck {
  return found.length === 0 ? check : { ...check, result: "manual", detail: describe(found.join("、")) };
}
