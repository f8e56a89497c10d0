import { parseClientInfo } from '../../src/schema/client-info';
import { englishOf } from '../../src/core/said';
import { lookAt } from '../../src/jobs/account/answer-findings';
import { clientInfoProbe, probes, type Probe } from '../../src/jobs/account/answer-probe';
import { changesBetween, type CallReport, type Report } from './report';

export interface Sent {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Heard {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export interface CheckOptions {
  base: string;
  key: string;
  clientId?: string;
  /** In requests; nothing paid is asked beyond it. */
  spend: number;
  before?: Report;
  send: (request: Sent) => Promise<Heard>;
  nowMs: () => number;
  sleep: (ms: number) => Promise<void>;
  say: (line: string) => void;
}

/** A trial key may ask twice a second (contract, Rate limits). */
const PAUSE_MS = 600;
const SLOW_MS = 10_000;
/** Headers whose values are nobody's secret. */
const TOLD_HEADERS = /^(content-type|content-encoding|retry-after|x-ratelimit.*|ratelimit.*|x-request-cost|server)$/;

/** Asks the API what the probes say, cheapest first and never beyond `spend`, and compares its answers. */
export async function checkApi(options: CheckOptions): Promise<Report> {
  const { base, clientId, spend, say } = options;
  const calls: CallReport[] = [];
  const notAsked: string[] = ['createTrialKey and verifyTrialKey (their caps are others’ too)'];
  let most = 0;
  const first = await readInfo(options, clientId);
  calls.push(first.call);
  const known = first.clientId ?? clientId;
  let left = first.left;
  for (const probe of probes()) {
    if (most + probe.price > spend && probe.price > 0) {
      notAsked.push(`${probe.name} (${probe.price})`);
      continue;
    }
    if (probe.price > 0) say(`${probe.name}: ${probe.price} of ${spend - most} left to spend`);
    most += probe.price;
    const call = await asked(options, probe);
    calls.push(call);
    if (known === undefined || left === undefined || probe.price === 0) continue;
    const { left: now } = await readInfo(options, known);
    if (now !== undefined && left - now > probe.price)
      call.findings.push(`charged ${left - now} requests, the contract says ${probe.price}`);
    left = now ?? left;
  }
  const charged = first.left === undefined || left === undefined ? undefined : first.left - left;
  const report: Report = {
    version: 1,
    madeAt: new Date(options.nowMs()).toISOString(),
    base,
    spent: { most, ...(charged === undefined ? {} : { charged }) },
    calls,
    earlier: [...(options.before?.calls ?? []), ...(options.before?.earlier ?? [])].filter(
      ({ name }) => !calls.some((call) => call.name === name),
    ),
    notAsked,
    findings: calls.flatMap(({ name, findings }) => findings.map((text) => `${name}: ${text}`)),
    changes: [],
  };
  return options.before ? { ...report, changes: changesBetween(options.before, report) } : report;
}

/** The balance, and the client id where the answer tells it. */
async function readInfo(
  options: CheckOptions,
  clientId: string | undefined,
): Promise<{ call: CallReport; left?: number; clientId?: string }> {
  let body: unknown;
  const call = await asked(options, clientInfoProbe(clientId), (parsed) => (body = parsed));
  try {
    const info = parseClientInfo(body);
    return { call, left: info.requestsLeft, ...(info.clientId === undefined ? {} : { clientId: info.clientId }) };
  } catch {
    return { call };
  }
}

async function asked(
  { base, key, send, nowMs, sleep }: CheckOptions,
  probe: Probe,
  take: (body: unknown) => void = () => undefined,
): Promise<CallReport> {
  await sleep(PAUSE_MS);
  const { name, endpoint, method, query = {}, body, price } = probe;
  const url = `${base}/${endpoint}${method === 'GET' ? `?${new URLSearchParams(query).toString()}` : ''}`;
  const headers = {
    Authorization: `Bearer ${key}`,
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  const call: CallReport = {
    name,
    endpoint,
    query: endpoint === 'getClientInfo' ? {} : query,
    price,
    latencyMs: 0,
    headers: {},
    fields: {},
    sample: undefined,
    missing: [],
    unknown: [],
    findings: [],
  };
  const beganMs = nowMs();
  let heard: Heard;
  try {
    heard = await send({ method, url, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  } catch {
    call.findings.push('no answer came; it may have been charged');
    return call;
  }
  call.latencyMs = nowMs() - beganMs;
  call.status = heard.status;
  call.headers = Object.fromEntries(Object.entries(heard.headers).filter(([header]) => TOLD_HEADERS.test(header)));
  if (call.latencyMs > SLOW_MS) call.findings.push(`took ${Math.round(call.latencyMs / 1000)} s`);
  if (!probe.statuses.includes(heard.status))
    call.findings.push(`status ${heard.status}, not ${probe.statuses.join(' or ')}`);
  const parsed = parsedOr(heard.text, () => call.findings.push('the answer is no JSON'));
  if (parsed !== undefined) take(parsed);
  if (parsed === undefined || heard.status !== 200) return call;
  const { findings, ...found } = lookAt(probe, parsed);
  call.findings.push(...findings.map(englishOf));
  Object.assign(call, found);
  return call;
}

function parsedOr(text: string, otherwise: () => void): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    otherwise();
    return undefined;
  }
}
