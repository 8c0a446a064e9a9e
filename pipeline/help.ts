import { type Command, USAGE } from "./usage.ts";

const CALL = "用法：npm run -s jindu -- ";
const CALL_COLUMNS = CALL.length + "用法：".length; // a Chinese character takes two

/** The page that `jindu --help` prints. */
export function generalHelp(): string {
  const width = Math.max(...Object.keys(USAGE).map((name) => name.length)) + 2;
  const commands = Object.entries(USAGE).map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`);
  return [
    "jindu（进度）：把各部门的统计报表与年度计划目标逐项对照，生成工作簿和简报",
    "",
    `${CALL}<命令> [选项]`,
    "",
    ...commands,
    "",
    "每个命令都可加 --help 查看说明；--debug 显示程序出错的细节。",
    "环境变量 JINDU_HOME：数据和文稿存放的文件夹，默认是 output/。",
    "环境变量 JINDU_RULES：亮灯规则，seeds/rules/ 中的文件名，默认是 default。",
    "环境变量 JINDU_SHARED：共享文件夹，默认是 JINDU_HOME 下的 shared/。",
    "环境变量 JINDU_BACKUPS：定时备份的文件夹，默认是 JINDU_HOME 下的 backups/。",
    "环境变量 JINDU_APPROVAL=on：签发后才能发出。",
    "环境变量 JINDU_SMTP_...：邮件服务器，名称和默认值见 README.zh-CN.md。",
    "环境变量 JINDU_OFFICE：归档时转换 PDF 用的 LibreOffice 程序，默认是 soffice；写 none 不转换。",
    "环境变量 JINDU_READ_MAX_...：读取一个文件时大小、用时等各项上限，名称和默认值见 README.zh-CN.md。",
    "退出码：0 完成；1 完成但数据有错误，或运行失败；2 用法或配置有误。",
  ].join("\n");
}

/** The page that `jindu <command> --help` prints. */
export function commandHelp(command: Command): string {
  const { synopsis, summary, details } = USAGE[command];
  const [first, ...rest] = synopsis;
  const name = " ".repeat(CALL_COLUMNS + command.length + 1);
  return [
    `${CALL}${first}`,
    ...rest.map((line) => `${name}${line}`),
    "",
    summary,
    ...details.map((line) => `  ${line}`),
  ].join("\n");
}
