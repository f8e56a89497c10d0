import { InfluError } from '../core/error';
import type { Right } from '../core/ports';
import { CONSENT } from './said-text';

export const notGranted = (rights: readonly Right[]): InfluError =>
  new InfluError('notGranted', CONSENT.refused(rights));
