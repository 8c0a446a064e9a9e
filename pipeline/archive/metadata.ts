import type { ArchiveSetting } from "../model/archive-setting.ts";
import { beijingClock } from "../model/beijing-time.ts";
import type { PackageWords } from "./catalogue.ts";
import { type ArchiveItem, archiveCode, type ItemFile, RETENTION_WORDS } from "./item.ts";
import { renderXml, type XmlNode } from "./xml.ts";

/** Something that was done with a paper, told among its metadata (业务实体). */
export interface ProcessStep {
  readonly item: string;
  readonly act: string; // 生成文稿
  readonly time: string; // ISO 8601, UTC
  readonly basis: string; // what it was done by
  readonly agent: string | null; // 行为主体; null where nobody said who
}

/** The metadata of a package, 件 by 件, under the names of DA/T 46-2009; what nobody knows is an empty element. */
export function renderMetadata(
  words: PackageWords,
  setting: ArchiveSetting,
  { items, steps }: { readonly items: readonly ArchiveItem[]; readonly steps: readonly ProcessStep[] },
): Uint8Array {
  return renderXml([
    "元数据",
    [
      ["元数据方案", "DA/T 46-2009"],
      ["说明", "空元素：未知，或本单位尚未填写；行为时间是北京时间"],
      ...items.map((item): XmlNode => ["文件实体", itemNodes(item, words, setting)]),
      ...steps.map((step): XmlNode => ["业务实体", stepNodes(step, items)]),
      [
        "机构人员实体",
        [
          ["机构人员类型", "单位"],
          ["机构人员名称", setting.organisation],
          ["机构代码", setting.department],
        ],
      ],
    ],
  ]);
}

function itemNodes(item: ArchiveItem, words: PackageWords, setting: ArchiveSetting): readonly XmlNode[] {
  return [
    ["聚合层次", "件"],
    [
      "来源",
      [
        ["档案馆名称", setting.archive],
        ["全宗名称", setting.fondsName],
        ["立档单位名称", setting.organisation],
      ],
    ],
    ["电子文件号", `${words.name}-${item.item}`],
    [
      "档号",
      [
        ["全文", archiveCode(setting, item)],
        ["全宗号", setting.fonds],
        ["档案门类代码", setting.category],
        ["年度", item.year],
        ["保管期限", RETENTION_WORDS[item.retention]],
        ["机构或问题", setting.department],
        ["件号", item.ordinal],
      ],
    ],
    [
      "内容描述",
      [
        ["题名", item.title],
        ["文件编号", item.documentNumber],
        ["责任者", setting.organisation],
        ["日期", item.date],
        ["文种", item.genre],
        ["主送", item.sentTo.join("；")],
        ["密级", setting.secrecy],
      ],
    ],
    [
      "形式特征",
      [
        ["件数", 1],
        ["页数", item.pages],
        ["语种", "汉语"],
      ],
    ],
    ...item.files.map(
      (file): XmlNode => [
        "电子属性",
        [
          ["稿本", file.role],
          ["计算机文件名", file.path],
          ["格式信息", formatOf(file)],
          ["计算机文件大小", file.bytes],
          ["SHA-256", file.sha256],
          ["文档创建程序", file.creator],
        ],
      ],
    ),
    ["信息系统", `jindu ${words.version}`],
    ["存储位置", item.files.map(({ path }) => path).join("；")],
    ["附注", item.remark],
  ];
}

const FORMATS: Readonly<Record<string, string>> = {
  docx: "docx（ISO/IEC 29500）",
  xlsx: "xlsx（ISO/IEC 29500）",
  pdf: "PDF（ISO 32000；PDF/A 见四性检测报告）",
  csv: "csv（RFC 4180）",
  json: "json（RFC 8259）",
};

function formatOf({ path }: ItemFile): string {
  const ending = path.split(".").at(-1) ?? "";
  return FORMATS[ending.toLowerCase()] ?? ending;
}

function stepNodes({ item, act, time, basis, agent }: ProcessStep, items: readonly ArchiveItem[]): readonly XmlNode[] {
  return [
    ["业务状态", "历史行为"],
    ["对象", items.find((one) => one.item === item)?.title ?? item],
    ["业务行为", act],
    ["行为时间", beijingClock(time)],
    ["行为依据", basis],
    ["行为主体", agent],
  ];
}
