import { DEFAULT_BRAKES } from '../../core/domain/brake.ts';

/** So low that small stories meet them. */
export const BRAKES = { ...DEFAULT_BRAKES, importAllowance: 2 };
