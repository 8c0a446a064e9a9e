/** Trouble with figures that were read, each for itself or one beside another; what every field is, see ISSUE_KINDS. */
export const FIGURE_ISSUE_KINDS = {
  "unlikely-unit": {
    severity: "error",
    title: "计量单位可能写错",
    template: "{label} 读出来是{found}，这个指标通常以{expected}计，相差上万倍，未采用",
    hint: "请核对单位；单位行的单位不适用于这一行的，请在指标名称后写明，如“（元）”",
  },
  "unlikely-amount": {
    severity: "error",
    title: "数太大或太小",
    template: "{label} 读出来是{found}，全市{expected}，{problem}，未采用",
    hint: "请核对单位是否写错（如把亿元写成万元）、数是否填错行；数确实如此的，请与编报人员联系确认",
  },
  "impossible-value": {
    severity: "error",
    title: "不可能的数",
    template: "{label} 读出来是{found}，{problem}，未采用",
    hint: "请核对小数点、单位和行列是否填错，改正后重新上传",
  },
  "unfinished-month": {
    severity: "error",
    title: "期间还没有结束",
    template: "{label} 读出来是{found}的数，表里写的日期是{expected}，那时这一期还没有结束，未采用",
    hint: "请核对标题、表头里的月份和填报日期，改正后重新上传；预计数请写明“预计”",
  },
  "unlikely-growth": {
    severity: "error",
    title: "增速太大或太小",
    template: "{label} 的增速读出来是{found}，超出了通常可能的范围，未采用",
    hint: "请核对是否把总量填进了增速栏、小数点是否点错；上年基数很小的，请把上年同期数一并列出",
  },
  "month-above-total": {
    severity: "error",
    title: "当月数大于累计数",
    template: "{label} 的{found}，大于包含它的{expected}，两个数都未采用",
    hint: "请核对当月与累计是否填反、整行是否错了一格，改正后重新上传",
  },
  "growth-contradiction": {
    severity: "error",
    title: "增速与两年的数对不上",
    template: "{label} 本期{found}、上年同期{other}，算出来是{expected}，表里写的是{problem}，三个数都未采用",
    hint: "请核对本期与上年同期是否填反、总量与增速是否填反、年份是否写错；按可比口径计算且相差很大的，请只报增速，不列上年同期数",
  },
  "leftover-year": {
    severity: "error",
    title: "年份可能没有改",
    template: "{label} 的同比{problem}正是本期与表头写着{found}的数之比，那个数像是{expected}的，三个数都未采用",
    hint: "请核对各栏的年份是否照抄了上年的表，改正后重新上传",
  },
  "swapped-growth": {
    severity: "error",
    title: "总量与增速可能填反",
    template: "{label} 读出来是{found}、增速{problem}，像是总量与增速填反了，两个数都未采用",
    hint: "请核对总量与增速两栏是否填反，改正后重新上传；没有填反的，请把上年同期数一并列出，或与编报人员联系确认",
  },
  "part-above-total": {
    severity: "error",
    title: "部分与总数对不上",
    template: "{found}是{expected}的一部分，大小对不上，未采用",
    hint: "请核对两行的计量单位（如把万元写成亿元）和数是否填错行；单位不同的，请在各自的指标名称后或单位栏写明",
  },
  "region-above-city": {
    severity: "error",
    title: "旗县的数大于全市",
    template: "{label}：{found}，大于全市的{expected}，这些数都未采用",
    hint: "请核对数是否错了一行、是否多写一位、单位是否一致，改正后重新上传",
  },
  "blank-first-row": {
    severity: "error",
    title: "整列可能错行",
    template: "{label}一行空着，它下面各地区却都有数，这一列像是向下错了一行，{found} 未采用",
    hint: "请核对这一列是否向下错了一行；{label}确实没有数的，请在空格处填“—”",
  },
  "unexpected-month": {
    severity: "warning",
    title: "这个月不应有数",
    template: "{label} 按制度{expected}，这里却有{found}的数",
    hint: "请核对期间；1—2月合并发布的指标不单独填1月、2月",
  },
} as const;
