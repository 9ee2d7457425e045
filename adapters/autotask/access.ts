import type { EntityAccess } from '../../core/domain/connection.ts';
import { isJsonObject } from './answer.ts';
import { AutotaskFailure } from './autotask-failure.ts';
import type { Entity } from './entity.ts';
import type { CallOptions, Session } from './session.ts';
import { wireAccess } from './wire.ts';

/** Tells what the API user may see without reading a row; the only way to tell "none there" from "not allowed". */
export async function accessOf(session: Session, entity: Entity, options: CallOptions): Promise<EntityAccess> {
  try {
    const { data } = await session.call({ endpoint: entity, path: '/entityInformation', body: null }, options);
    return isJsonObject(data['info']) ? wireAccess(data['info']) : 'unknown';
  } catch (error) {
    if (error instanceof AutotaskFailure && error.kind === 'forbidden') return 'none';
    throw error;
  }
}
