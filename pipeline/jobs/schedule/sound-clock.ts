import { PipelineError } from "../../errors.ts";
import { beijingTime } from "../../model/beijing-time.ts";

/** No machine that runs this program shows an earlier time truly; one whose battery is empty begins in 1970, 2000 or the like. */
const EARLIEST = "2021-12-31T16:00:00.000Z"; // a year before the first plan

/**
 * How far a clock may be ahead of when it was last looked at and still be believed: a machine was off for so long, over the
 * Spring Festival and the weeks around it. A clock that is wrong by a year is not believed.
 */
const LONGEST_OUTAGE_MS = 60 * 24 * 60 * 60 * 1000;

/** By so much a clock is corrected all the time. */
const SLIGHT_MS = 60 * 1000;

/**
 * What is doubtful about a clock, CLOCK_DOUBTFUL; null where nothing is. Nothing falls due by a doubtful clock, and no run goes
 * on by one: papers would bear a wrong date and lack what has come. The same words as long as the doubt is the same.
 *
 * @param lastLook what the clock showed when the schedule was last looked at; null where it never was
 */
export function doubtOfClock(now: string, lastLook: string | null): PipelineError | null {
  if (now < EARLIEST)
    return doubt("这台机器的时钟还在 2022 年以前，一定不对", "请校准时钟（北京时间），校准后定时工作自己接着做");
  if (lastLook === null) return null;
  const ahead = Date.parse(now) - Date.parse(lastLook);
  const last = `上次看时是 ${beijingTime(lastLook)}`;
  const confirm = "请运行 jobs confirm-clock";
  if (ahead > LONGEST_OUTAGE_MS)
    return doubt(`时钟往前跳了 60 天以上（${last}）`, `时钟不对的，请校准；停机真有这么久、时钟是对的，${confirm}`);
  if (ahead < -SLIGHT_MS)
    return doubt(
      `时钟倒退了（${last}），做过的不再做`,
      `时钟走过那时，自己接着做；现在的时钟才对、那时不对的，${confirm}`,
    );
  return null;
}

function doubt(message: string, hint: string): PipelineError {
  return new PipelineError("CLOCK_DOUBTFUL", message, { hint });
}
