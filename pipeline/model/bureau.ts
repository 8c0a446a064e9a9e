/** An office that reports figures or answers for targets. */
export interface Bureau {
  readonly code: string; // kebab-case
  readonly name: string; // 通辽市统计局
  readonly shortName: string; // 市统计局
  readonly aliases: readonly string[]; // former and colloquial names
}
