import type { PackageWords } from "./catalogue.ts";

/** Compares without regard to case, and says of a file that is not there that it is not. */
const POWERSHELL =
  "Get-Content manifest-sha512.txt -Encoding UTF8 | % { $h, $p = $_ -split '  ', 2; if ((Get-FileHash -Algorithm SHA512 -LiteralPath $p).Hash -ne $h) { \"不符 $p\" } }";

/** 说明文件: what is in a package, in which formats, and how to check it without this program, for an archivist of another decade. */
export function renderReadme(
  words: PackageWords,
  { hasPdf, illustrative }: { readonly hasPdf: boolean; readonly illustrative: boolean },
): Uint8Array {
  const lines = [
    words.title,
    "",
    `电子文件号：${words.name}`,
    ...(words.supersedes === null ? [] : [`更正：本包更正 ${words.supersedes}；原包保留不动，以本包为准。`]),
    ...(illustrative ? ["注意：含演示数据，不得作为工作依据。"] : []),
    "",
    "一、包的结构（BagIt 1.0，RFC 8493）",
    "data/papers/      各期文稿：briefing.docx 简报正文，workbook.xlsx 工作簿（附件），data.csv 数据，edition.json 台账（每个数的出处），certificate.json 核对证书",
    "data/originals/   各部门报送的原始报表，一个字节不改；名称、收到时间、摘要见 data/process/originals.csv",
    "data/snapshot/    observations.csv：成文时已知的全部数据，每个数有期间、口径、发布或收到日期（vintage）和出处单元格",
    "data/basis/       成文时有效的计划、指标、亮灯规则、文稿模板；每期文稿用哪一套见 data/process/replay.json",
    "data/process/     replay.json 重新生成文稿所需的全部顺序，answers.json 编写人员的答复，runs.csv 处理日志（导入、出稿），originals.csv 来件的技术记录",
    "metadata/         给人看的登记：归档文件目录.xml，元数据.xml（空元素表示未知或未填写），四性检测报告.json，交接登记表.xml，",
    "                  年度计划目标.csv，来件登记.csv（部门、时间、摘要），签发和发送登记.csv（到归档时为止，含以前各季归档以后发生的），sm3.txt（国密摘要）",
    "bagit.txt、bag-info.txt、manifest-*.txt、tagmanifest-*.txt  包的声明、说明和摘要清单",
    "",
    "二、格式和读取环境",
    "文本、CSV、JSON、XML 都是 UTF-8，换行为 LF；metadata/ 下的 CSV 可直接用 Excel、WPS 打开。CSV 里以 =、+、-、@ 开头的文字前加了一个撇号（'），以免被表格软件当作公式运行；数字不加，原件和 JSON 里没有这个撇号。metadata/ 下的时间是北京时间；别处时间后有 Z 的是协调世界时，北京时间要加 8 小时。",
    ".docx、.xlsx 是 Office Open XML（ISO/IEC 29500），Word、WPS、LibreOffice 都能打开。不压缩、不加密。",
    hasPdf
      ? "版式件 .pdf 是 PDF/A-2b（ISO 19005-2，自带字体），由 LibreOffice 在归档时转换。转换结果因软件版本和字体而不同，所以重新生成时只比较其余文件。"
      : "没有版式件：归档时没有用 LibreOffice 转换。需要时请人工转换为 PDF/A 或 OFD。",
    `生成程序：jindu ${words.version}，运行于 Node.js 20；不用本程序也能阅读和检查本包。`,
    "",
    "三、怎样检查（不需要本程序）",
    "1. 先把整个文件夹复制到本机硬盘，在这个文件夹（有 bagit.txt 的一层）里打开命令窗口。",
    "2. Linux、macOS：依次运行下面两行，每个文件都显示 OK 为完好；显示 FAILED 的文件已损坏或缺少。",
    "     sha512sum -c manifest-sha512.txt",
    "     sha512sum -c tagmanifest-sha512.txt",
    "   （macOS 写 shasum -a 512 -c manifest-sha512.txt。）",
    "3. Windows：打开 PowerShell，粘贴下面一行，什么也不显示为完好；再把其中的 manifest 改为 tagmanifest 运行一次。",
    `     ${POWERSHELL}`,
    "4. 核对件数：bag-info.txt 的 Payload-Oxum 是“字节数.文件数”，应与 data 文件夹的属性相同；有多出的文件，上面的命令查不出，这里查得出。",
    "5. 任何 BagIt 工具也能检查，例如美国国会图书馆的 bagit-python：bagit.py --validate 文件夹。",
    "6. 国密摘要：metadata/sm3.txt 每行是“摘要  路径”，单个文件用 openssl dgst -sm3 路径 计算后比较。",
    "7. 防整包替换：归档时登记过封签的，计算 tagmanifest-sha512.txt 的 SHA-256 与封签比较（sha256sum，或 certutil -hashfile 文件 SHA256）。",
    "",
    "四、有本程序时",
    `jindu archive check ${words.name}   检查全部内容，列出每一处问题`,
    `jindu archive replay ${words.name}  由包内原件重新生成全部文稿，逐字节比较；要用 ${words.version} 版程序（data/basis/*/package.json）`,
  ];
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
