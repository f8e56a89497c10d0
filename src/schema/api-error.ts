import { isRecord, parseJson } from '../core/text';

/** What a refusal says: three body styles, or none (notes, item 2). Text from the API is cut short and never trusted. */
export interface ApiRefusal {
  message: string;
  resetDate?: string;
  attemptsRemaining?: number;
}

const LONGEST_MESSAGE = 200;

export function parseRefusal(text: string): ApiRefusal {
  const body = parseJson(text);
  if (!isRecord(body)) return { message: '' };
  const error = body['error'];
  const details = isRecord(error) && isRecord(error['details']) ? error['details'] : {};
  const said = typeof error === 'string' ? error : isRecord(error) ? error['message'] : body['message'];
  const resetDate = body['resetDate'] ?? (isRecord(error) ? error['resetDate'] : undefined) ?? details['resetDate'];
  const attempts = body['attemptsRemaining'] ?? details['attemptsRemaining'];
  return {
    message: typeof said === 'string' ? said.replace(/\s+/g, ' ').trim().slice(0, LONGEST_MESSAGE) : '',
    ...(typeof resetDate === 'string' ? { resetDate } : {}),
    ...(typeof attempts === 'number' ? { attemptsRemaining: attempts } : {}),
  };
}
