import type { Manifest } from './manifest';
import type { Quotas } from './quotas';
import type { Workbook } from './spreadsheet/workbook';
import type { Stores } from './stores';
import type { Transport } from './transport';
import type { TriggerList } from './trigger-list';
import type { Users } from './users';
import type { Warehouse } from './warehouse';

/** What the services of one emulator share. What only one service needs it keeps in its closure. */
export interface World {
  clock: 'virtual' | 'real';
  nowMs(): number;
  container: 'bound' | 'addon' | 'none';
  owner: string;
  scriptId: string;
  manifest: Manifest;
  /** The pushed HTML files by name without extension. */
  html: Record<string, string>;
  workbook: Workbook;
  transport: Transport;
  honoursTimeoutSeconds: boolean;
  propertyMs(): number;
  propertyLagMs(): number;
  users: Users;
  stores: Stores;
  quotas: Quotas;
  triggers: TriggerList;
  warehouse: Warehouse;
  /** Drops every lock an execution holds, as a suspension by `Ui.alert` does. */
  releaseLocks(executionId: number): void;
  holdsLock(executionId: number): boolean;
}
