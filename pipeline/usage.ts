/** A command's help, as the reader sees it. */
export interface Usage {
  readonly synopsis: readonly string[]; // a line each
  readonly summary: string;
  readonly details: readonly string[];
}

/** Every command, in the order in which a newcomer needs them. */
export const USAGE = {
  start: {
    synopsis: ["start"],
    summary: "读取随附的报表，生成两期文稿（月报、年报）",
    details: ["已经读过的报表、没有变化的文稿都不会重复处理。"],
  },
  ingest: {
    synopsis: [
      "ingest <文件或文件夹...> [--source 来源] [--period 期间] [--region 地区]",
      "[--dry-run] [--annotate 文件] [--json]",
    ],
    summary: "读取报表，写入数据库",
    details: [
      "--source   报表来源（seeds/sources/ 中的文件名，不带 .yaml）；不写则按表内文字识别",
      "--period   表内没有写明期间时用它，如 2023-06、2023-Q2、2023",
      "--region   表内没有写明地区时用它，如 150500 或 科尔沁区",
      "--dry-run  只看读出什么、每个单元格去了哪里，不保存",
      "--annotate 另写一份标注过的 .xlsx：每个单元格按去向着色，附图例；一次一个文件",
      "--json     输出 JSON：每个文件的数据、问题和退回件的位置；加 --dry-run 时还有每个单元格的去向",
      "有错误或提醒的报表，在 returns/ 下生成退回件：原件加批注、底色和“核对结果”表。",
    ],
  },
  run: {
    synopsis: ["run [--period 期间] [--json]"],
    summary: "读取收件文件夹里的报表，再生成已经报齐的文稿",
    details: [
      "部门把报表放进 inbox/部门/（第一次运行时建好，附说明）。读完移到 已处理/日期/，",
      "读不了的移到 未通过/，原因在旁边。正在打开、没有传完的文件等它放好，等多久见 seeds/schedule.yaml。",
      "同一份文件放两次只算一份。",
      "每月都报的表（本年此前已报过两个月的）都到了，就算报齐。",
      "--period   只看这个月是否报齐，不论这次收到什么",
      "--json     输出 JSON：{files, waiting, strays, unusable, published, held, incomplete}",
    ],
  },
  publish: {
    synopsis: ["publish <期间> [--kind monthly|quarterly|annual]", "[--as-of 日期] [--rules 规则] [--json]"],
    summary: "生成一期文稿：briefing.docx、workbook.xlsx、data.csv、edition.json",
    details: [
      "--kind   monthly 月报（默认）；quarterly 季报，期间写 2023-Q2 或季末月；",
      "         annual 年报，期间写年份或 12 月",
      "--as-of  只用这一天（含）以前发布或收到的数据，如 2023-07-15",
      "--rules  亮灯规则（seeds/rules/ 中的文件名，不带 .yaml），默认是 default",
      "--json   输出 JSON：文稿位置、版本、各色灯的个数",
    ],
  },
  progress: {
    synopsis: ["progress <期间> [--region 地区] [--as-of 日期]", "[--rules 规则] [--json|--csv]"],
    summary: "逐项对照计划目标：实际、完成率、序时、差距、灯",
    details: [
      "--rules  亮灯规则（seeds/rules/ 中的文件名，不带 .yaml），默认是 default",
      "--json   输出 JSON",
      "--csv    输出 CSV（UTF-8，带 BOM，可直接用 Excel 打开）",
    ],
  },
  plan: {
    synopsis: ["plan show [--year 年份] [--json]"],
    summary: "列出计划的全部目标和项目任务",
    details: ["--year   计划年份，默认是最近一年", "--json   输出 JSON：目标、项目任务，各附原文及其位置"],
  },
  review: {
    synopsis: ["review list | resolve <编号> <答复> | answers | undo <编号>", "[--source 来源] [--none] [--json]"],
    summary: "答复程序没有猜的名称：列出、答复、查看、撤回",
    details: [
      "list                    列出待答复的指标和地区名称：等着归入的数、一处例子、至多三个候选",
      "resolve <编号> <答复>   答复写候选序号、代码（指标可写 代码@口径）、全称或别名；随即重读有关文件",
      "resolve <编号> --none   不是本市的指标或地区：数照样保存，不归入，不再问",
      "answers                 列出全部答复，包括改过的和撤回的",
      "undo <编号>             撤回答复，随即重读有关文件；历史保留",
      "--source  只列这个来源的（用于 list、answers）",
      "--json    输出 JSON",
      "答复按来源记住，以后同一来源的报表不再问；有上级的名称只在同一上级之下有效；",
      "认不出来源的文件，答复只对那个文件有效。",
    ],
  },
  trace: {
    synopsis: ["trace <文件.docx|文件.xlsx> [数] [--json]"],
    summary: "文稿中的数从哪里来：算式、计划原文、单元格",
    details: [
      "简报只凭文件本身，工作簿凭旁边的 edition.json。",
      "数可以写编号、印出来的样子，或名称的一部分；不写则列出全部。",
      "--json   输出 JSON：{figures: [{id, name, value, unit, texts, places, derivation, cells}]}",
    ],
  },
  prove: {
    synopsis: ["prove <文件.docx|文件.xlsx|期次> [--json]"],
    summary: "核对文稿中的每一个数",
    details: [
      "重新打开写成的文件，找出文字、表格、图和页眉页脚里的每一个数：要么与台账所记的统计数一致，",
      "要么是台账说明了的日期、序号、名称、规则。手工改过的，逐处说出改了哪个数。不改动文件。",
      "期次写名称（2023-06-monthly，可加 /v2）或文件夹。退出码：全部对上为 0，否则为 1。",
      "--json   输出 JSON：{ok, figures, matched, unmatched: [{place, text, expected, ...}], ...}",
    ],
  },
  lint: {
    synopsis: ["lint <文件.docx> [--json]"],
    summary: "检查文稿的格式（GB/T 9704-2012）和文字",
    details: [
      "检查任何 .docx 文稿，不限于本程序生成的；不改动文件。",
      "逐处列出：位置、规则及出处、发现什么、应为什么。退出码：有错误为 1，只有提醒为 0。",
      "--json   输出 JSON：findings（问题，按阅读顺序）和 checked（检查了哪些规则）",
    ],
  },
  board: {
    synopsis: ["board <期间> [--json]"],
    summary: "谁报了、谁逾期、还缺什么",
    details: ["到期日写在 seeds/calendar.yaml，遇休息日顺延；逾期按工作日数。", "--json   输出 JSON"],
  },
  remind: {
    synopsis: ["remind [--dry-run] [--json]"],
    summary: "催办：提醒部门报送到期的报表",
    details: [
      "只在工作日，同一部门一天只催一次：到期前、到期、逾期；逾期已久的改为报告编制人员。没有到期的不催。",
      "先读收件文件夹；哪个部门的文件夹里还有没读的文件，就不催它。",
      "默认放进共享文件夹的“催办”文件夹；seeds/recipients.yaml 里 contacts 写了的用邮件。",
      "文字在 templates/reminder.yaml，到期日在 seeds/calendar.yaml。",
      "--dry-run  只列出要催谁，不收件，不发",
      "--json     输出 JSON",
    ],
  },
  approve: {
    synopsis: ["approve <期次> [--by 签发人] [--json]"],
    summary: "签发一期文稿",
    details: [
      "期次写 2023-06-monthly，签发的是最新一版；先核对证书与文件一致，不一致的不能签发。",
      "环境变量 JINDU_APPROVAL=on 时，没有签发的文稿不能发出。签发的时间和签发人随季度归档。",
      "--by     签发人的姓名",
      "--json   输出 JSON",
    ],
  },
  deliver: {
    synopsis: [
      "deliver <期次> [--to shared-folder|mail] [--dry-run] [--json]",
      "<期次> --again 地址 | --arrived 地址 | --bounced 地址",
      "--list [--json]",
      "--reply 文件.eml [--json]",
      "--check [--json]",
    ],
    summary: "把一期文稿发给收件人：共享文件夹、邮件",
    details: [
      "收件人在 seeds/recipients.yaml，邮件的文字在 templates/mail.md，",
      "邮件服务器用环境变量 JINDU_SMTP_... 设定。同一收件人、同一期、同一内容只发一次；",
      "核对证书不是“通过”、文件被改动过、该签发而没有签发的，一份也不发。",
      "--to       只用这一种方式，默认两种都用",
      "--dry-run  只列出要发给谁，不发",
      "先读取 replies/ 里的退信和回执（另存的 .eml；第一次运行时建好，附说明），被退回的不算送到。",
      "--list     列出发过什么、结果如何、来过什么退信和回执",
      "--again    被退回、被拒收的，或程序在交出邮件时中断、不知送到没有的，再发一次",
      "--arrived  被退回或不知送到没有的，已问明送到了",
      "--bounced  已经发出的，已知没有送到（退信程序读不懂，或只有口头告知）",
      "--reply    读一封退信或回执，记下结果；文件留在原处。不是我们的邮件的、不能确定的，退出码为 1",
      "--check    试一试邮件服务器的设定：连接、加密、登录，不发邮件；不能用时退出码为 1",
      "退出码：要发的都送到为 0；有拒收、退回、暂未送达或不知送到没有的为 1。",
    ],
  },
  archive: {
    synopsis: ["archive <季度> [--renew] [--json]", "check <包的文件夹> [--json]", "replay <包的文件夹> [--json]"],
    summary: "季度归档：打包、检查、由包重新生成",
    details: [
      "archive 2023-Q2  把一个季度的文稿、原始报表、数据、计划和规则、核对证书、日志打成一个包，",
      "                 附归档文件目录、元数据、四性检测报告、交接登记表；放在 archive/ 下，只读。",
      "                 没有变化就是原来的包；有更正时另出一个包，写明更正哪一个。",
      "                 包损坏、丢失的，先从备份找回；重做出来封签不同的，另编一个号。",
      "                 设置见 seeds/archive.yaml。有检查项没有通过时退出码为 1。",
      "--renew          归档以后只是又签发或发送过的，也另出一个包；不加时只说明有几次",
      "archive check    检查任何 BagIt 包（RFC 8493），不限于本程序生成的；不改动、不下载。",
      "                 一次列出全部问题，有错误时退出码为 1。",
      "archive replay   只用包里的东西重新生成全部文稿，逐字节比较；有不同时退出码为 1。",
      "--json           输出 JSON",
    ],
  },
  backup: {
    synopsis: ["backup <文件> [--json]"],
    summary: "把整个 JINDU_HOME 备份成一个文件（tar），运行中也可以",
    details: [
      "先取收件，数据库取同一时刻的样子，再取其余各文件夹。",
      "写下后重新读出核对，才给文件定名；已经有的文件不覆盖。",
      "数据库里有登记、文件夹里没有的，逐个列出，退出码为 1。",
      "每晚的备份由 schedule 做，放在 JINDU_BACKUPS，留多少见 seeds/schedule.yaml。",
      "--json   输出 JSON",
    ],
  },
  restore: {
    synopsis: ["restore <文件> [--json]"],
    summary: "由备份恢复到 JINDU_HOME",
    details: [
      "JINDU_HOME 要是空的或还没有；有东西的不动。",
      "逐个文件核对摘要，检查数据库，全部无误才出现，否则什么也不留下。",
      "备份以后也许发过的文稿不会自己再用邮件发：问过收件人，",
      "用 deliver 期次 --arrived 地址 或 --again 地址。",
      "--json   输出 JSON",
    ],
  },
  jobs: {
    synopsis: [
      "jobs list | run <工作> | history | confirm-clock | backfill <工作>",
      "[--period 期间] [--from 日期 --to 日期] [--json]",
      "[--job 工作] [--limit 次数]",
    ],
    summary: "定时工作：何时做、做过没有、现在就做、补做错过的",
    details: [
      "list      各项工作的时间、接下来三次、上一次的结果（时间在 seeds/schedule.yaml）",
      "run       现在就做一次；--period 写哪一期（月报、季报、年报、季度归档）",
      "history   做过的和略过的：为何时、结果、数目、原因。列最近 30 次，--limit 写列几次；",
      "          收件、发送文稿没有可做的不列，--job 只列一项工作，都列",
      "backfill  把这段日子里略过的、没有完成的文稿和季度归档补做，按先后；",
      "          其他工作只做当时的事，不能补做",
      "confirm-clock 说明现在的时钟是对的：时钟大跳或倒退以后，定时工作等这句话",
      "每个期次只做一次；中途断了的，从断的那一步接着做；两个进程不会做同一项。",
      "--json    输出 JSON：jobs 或 runs",
    ],
  },
  schedule: {
    synopsis: ["schedule"],
    summary: "一直运行，到时候就做定时工作",
    details: [
      "停机期间错过的，启动后按先后补做，次数有上限；手上的工作没做完时到期的，略过并记下。",
      "收到 SIGTERM 或按 Ctrl+C：做完手上的工作再停。status 可看它是否在运行。",
    ],
  },
  status: {
    synopsis: ["status [--json]"],
    summary: "数据库里有什么：报表、数据、问题、文稿；定时工作在不在运行",
    details: [],
  },
} as const satisfies Record<string, Usage>;

export type Command = keyof typeof USAGE;

/** Tells whether `word` names a command. */
export function isCommand(word: string): word is Command {
  return Object.hasOwn(USAGE, word);
}
