/** What stands around the briefing's text: 报头 above, 版记 below (standards of the field, section 1.7). */
export interface Letterhead {
  readonly name: string; // 简报名, in red
  readonly issuer: string; // 编发机关
  readonly issueNumber: string | null; // 第6期（总第18期）; null leaves the line out
  readonly date: string | null; // 签发日期 as printed; null prints how far the data reach instead
  readonly secrecy: string | null; // 密级, e.g. 内部资料　注意保存
  readonly report: string | null; // 报：…
  readonly send: string | null; // 送：…
  readonly distribute: string | null; // 发：…
  readonly copies: string | null; // 印数: 共印30份
  readonly demoNotice: string; // in every page's header while a figure rests on 演示数据
}
