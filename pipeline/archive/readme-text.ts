import type { PackageWords } from "./catalogue.ts";

/** 说明文件: what is in a package, in which formats, and how to check it without this program. */
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
    "data/process/     replay.json 重新生成文稿所需的全部顺序，answers.json 编写人员的答复，runs.csv 处理日志",
    "metadata/         归档文件目录.xml，元数据.xml，四性检测报告.json，交接登记表.xml，sm3.txt（国密摘要）",
    "",
    "二、格式和读取环境",
    "文本、CSV、JSON、XML 都是 UTF-8；.docx、.xlsx 是 Office Open XML（ISO/IEC 29500），Word、WPS、LibreOffice 都能打开。不压缩、不加密。",
    hasPdf
      ? "版式件 .pdf 是 PDF/A-2b（ISO 19005-2，自带字体），由 LibreOffice 在归档时转换。转换结果因软件版本和字体而不同，所以重新生成时只比较其余文件。"
      : "没有版式件：归档时没有用 LibreOffice 转换。需要时请人工转换为 PDF/A 或 OFD。",
    `生成程序：jindu ${words.version}，运行于 Node.js。`,
    "",
    "三、怎样检查",
    "任何 BagIt 工具都能检查；只用系统自带的命令，在本文件夹中运行：",
    "  sha512sum -c manifest-sha512.txt",
    "  sha512sum -c tagmanifest-sha512.txt",
    `有本程序时：jindu archive check ${words.name}；jindu archive replay ${words.name}（由包内原件重新生成全部文稿，逐字节比较）。`,
  ];
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
