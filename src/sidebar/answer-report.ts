import { checkAnswers, checkPrice } from '../jobs/account/answer-check';
import type { Tools } from '../jobs/run/tools';
import type { AnswerReport } from './calls';

/** The comparison as the page shows it. */
export function answerReport(tools: Tools, isPaid: boolean): AnswerReport {
  const { charged, checks } = checkAnswers(tools, isPaid);
  const compared = checks.flatMap(({ name, look }) => (look ? [{ name, ...look }] : []));
  return {
    compared: compared.length,
    charged,
    price: checkPrice(tools),
    findings: checks.flatMap(({ name, findings }) => findings.map((text) => `${name}: ${text}`)),
    text: JSON.stringify(
      { version: 1, madeAt: new Date(tools.host.clock.now()).toISOString(), calls: compared },
      null,
      1,
    ),
  };
}
