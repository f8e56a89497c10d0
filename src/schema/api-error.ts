import { isBlank, isRecord, parseJson } from '../core/text';
import { readAs } from './wire';

/** What a refusal says: three body styles, or none (notes, item 2). Text from the API is cut short and never trusted. */
export interface ApiRefusal {
  message: string;
  resetDate?: string;
  attemptsRemaining?: number;
  /** If the balance is too low: what the call needs and what is left, in requests. */
  required?: number;
  available?: number;
}

const LONGEST_MESSAGE = 200;

export function parseRefusal(text: string): ApiRefusal {
  const body = parseJson(text);
  if (!isRecord(body)) return { message: '' };
  const error = body['error'];
  const inner = isRecord(error) ? error['details'] : body['details'];
  const details = isRecord(inner) ? inner : {};
  const said = typeof error === 'string' ? error : isRecord(error) ? error['message'] : body['message'];
  const resetDate = body['resetDate'] ?? (isRecord(error) ? error['resetDate'] : undefined) ?? details['resetDate'];
  const numbers = (['attemptsRemaining', 'required', 'available'] as const).flatMap((name) => {
    const value = readAs('number', body[name] ?? details[name]);
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
  return {
    message: typeof said === 'string' ? said.replace(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE) : '',
    ...(isBlank(resetDate) ? {} : { resetDate: String(readAs('date', resetDate) ?? resetDate) }),
    ...Object.fromEntries(numbers),
  };
}
