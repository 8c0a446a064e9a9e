import type { ArchiveSetting } from "../model/archive-setting.ts";
import { type ArchiveItem, archiveCode, RETENTION_WORDS } from "./item.ts";
import { renderXml, type XmlNode } from "./xml.ts";

/** What a package says of itself wherever it is named. */
export interface PackageWords {
  readonly name: string; // 电子文件号, and the name of its folder
  readonly title: string; // 2023年第二季度计划执行情况归档包
  readonly supersedes: string | null; // name of the package that it corrects
  readonly version: string; // of this program
}

/** 归档文件目录 (DA/T 22-2015, 5.5): every 件 in the order given, as XML. */
export function renderCatalogue(
  words: PackageWords,
  setting: ArchiveSetting,
  items: readonly ArchiveItem[],
): Uint8Array {
  return renderXml([
    "归档文件目录",
    [
      ["电子文件号", words.name],
      ["全宗号", setting.fonds],
      ["全宗名称", setting.fondsName],
      ["更正", words.supersedes],
      ...items.map((item, index): XmlNode => ["归档文件", catalogueRow(item, index + 1, setting)]),
    ],
  ]);
}

function catalogueRow(item: ArchiveItem, number: number, setting: ArchiveSetting): readonly XmlNode[] {
  return [
    ["顺序号", number],
    ["档号", archiveCode(setting, item)],
    ["文号", item.documentNumber],
    ["责任者", setting.organisation],
    ["题名", item.title],
    ["日期", item.date],
    ["密级", setting.secrecy],
    ["保管期限", RETENTION_WORDS[item.retention]],
    ["页数", item.pages],
    ["电子档案名称", item.files.map(({ path }) => path).join("；")],
    ["备注", item.remark],
  ];
}

/** 交接登记表: what is handed over, with room for the two sides to sign (电子公文归档管理; 移交与接收办法). */
export function renderHandover(
  words: PackageWords,
  setting: ArchiveSetting,
  { items, files, bytes }: { readonly items: readonly ArchiveItem[]; readonly files: number; readonly bytes: number },
): Uint8Array {
  const side = (name: string, unit: string | null): XmlNode => [
    name,
    [
      ["单位", unit],
      ["经办人签字", null],
      ["负责人签字", null],
      ["日期", null],
      ["单位盖章", null],
    ],
  ];
  const codes = items.map((item) => archiveCode(setting, item));
  return renderXml([
    "电子档案交接登记表",
    [
      ["交接工作名称", words.title],
      ["内容描述", items.map(({ title }) => title).join("；")],
      ["电子文件号", words.name],
      ["档号", codes.join("；")],
      ["移交件数", items.length],
      ["文件数", files],
      ["移交数据量字节", bytes],
      ["载体起止顺序号", null],
      ["移交载体类型规格", null],
      ["检验内容", "准确性、完整性、可用性、安全性；见四性检测报告.json"],
      ["更正", words.supersedes],
      side("移交方", setting.organisation),
      side("接收方", setting.archive),
    ],
  ]);
}
