/** An answer other than success: its status, the sentence of its `error` field and further fields of the body. Never charged. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly extra: Record<string, unknown> = {},
    /** What the earlier edition's `details` say on top; the contract's bodies do not show it. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}
