import { checkAnswers, checkPrice } from '../jobs/account/answer-check';
import type { Bench } from '../jobs/run/click';
import type { AnswerReport } from './calls';

/** The comparison as the page shows it. */
export function answerReport(bench: Bench, isPaid: boolean): AnswerReport {
  const { charged, checks } = checkAnswers(bench, isPaid);
  const compared = checks.flatMap(({ name, look }) => (look ? [{ name, ...look }] : []));
  return {
    compared: compared.length,
    charged,
    price: checkPrice(bench),
    findings: checks.flatMap(({ name, findings }) => findings.map((text) => `${name}: ${text}`)),
    text: JSON.stringify(
      { version: 1, madeAt: new Date(bench.host.clock.now()).toISOString(), calls: compared },
      null,
      1,
    ),
  };
}
