import * as z from 'zod/mini';
import { lazy } from '../core/lazy';

// Parts of the schemas of stored state, each made once an execution: making them takes longer than checking with them.
export const aFigure = lazy(() => z.number());
export const someText = lazy(() => z.string());
export const aFlag = lazy(() => z.boolean());
/** A sentence as `Said`; what is stored for older versions as well stands beside it. */
export const aSaid = lazy(() => z.optional(z.object({ code: someText(), figures: z.readonly(z.array(z.unknown())) })));
export const maybeFigure = lazy(() => z.optional(aFigure()));
export const maybeFlag = lazy(() => z.optional(aFlag()));
export const texts = lazy(() => z.array(someText()));
