/** 保管期限: 永久, 30年, 10年 (国家档案局令第8号; codes of DA/T 22-2015). */
export type Retention = "Y" | "D30" | "D10";

/** What 件 a package may hold. */
export type ItemKind = "monthly" | "quarterly" | "annual" | "originals";

/** What an office sets for its archive. */
export interface ArchiveSetting {
  readonly fonds: string | null; // 全宗号; null until the archive has given one
  readonly fondsName: string;
  readonly archive: string | null; // 档案馆名称
  readonly organisation: string; // 立档单位, 责任者
  readonly prefix: string; // of 电子文件号: "TL-FGW"
  readonly category: string; // 档案门类代码: "WS"
  readonly department: string; // 机构（问题）代码: "FGW"
  readonly secrecy: string | null; // 密级
  readonly retention: Readonly<Record<ItemKind, Retention>>;
  readonly address: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}
