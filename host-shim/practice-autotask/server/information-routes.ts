import { type Answer, jsonAnswer } from '../../practice-server/answer.ts';
import type { EntityName } from '../dataset/database.ts';
import { knowsUser } from '../limits/api-user.ts';
import type { PracticeState } from '../practice-state.ts';
import type { Field, UserDefinedField } from '../table/field.ts';
import { refusalAnswer } from './answer.ts';
import type { Call } from './call.ts';

/** Names the zone of a user; needs no credentials (autotask-api.md §1, documented). */
export function zoneInformation(state: PracticeState, call: Call): Answer {
  const isFound = state.switches.zoneLookUp === 'found' && knowsUser(call.search.get('user'));
  if (!isFound) return refusalAnswer('Zone information could not be determined');
  const { origin } = new URL(call.url);
  return jsonAnswer(200, {
    zoneName: state.zone.name,
    url: state.zone.url(origin),
    webUrl: `${origin}/`,
    ci: state.database.ci,
  });
}

export function versionInformation(): Answer {
  return jsonAnswer(200, { apiVersions: ['1.0'] });
}

export function version(): Answer {
  return jsonAnswer(200, { majorVersion: 2026, minorVersion: 3, build: 118, customerType: 'Production' });
}

export function thresholdInformation(state: PracticeState): Answer {
  return jsonAnswer(200, {
    externalRequestThreshold: state.switches.hourlyLimit,
    requestThresholdTimeframe: 60,
    currentTimeframeRequestCount: state.hour.count(state.now()),
  });
}

const ACCESS = {
  words: { none: 'None', restricted: 'Restricted', all: 'All' },
  // The numbers follow the order in which the words are listed (autotask-api.md §2.2, inferred).
  numbers: { none: 0, all: 1, restricted: 2 },
} as const;

/** What the user may do, without reading any row (autotask-api.md §2.2, documented). */
export function entityInformation(state: PracticeState, entity: EntityName): Answer {
  const access = ACCESS[state.switches.accessSpelling];
  return jsonAnswer(200, {
    info: {
      name: entity === 'Contacts' ? 'Contact' : 'Company',
      canCreate: true,
      canDelete: entity === 'Contacts',
      canQuery: true,
      canUpdate: true,
      userAccessForCreate: access.none,
      userAccessForDelete: access.none,
      userAccessForQuery: access[state.permissions[entity]],
      userAccessForUpdate: access.none,
      hasUserDefinedFields: true,
      supportsWebhookCallouts: true,
    },
  });
}

export function entityFields(state: PracticeState, entity: EntityName): Answer {
  return jsonAnswer(200, { fields: state.database.tables[entity].fields.map(wireField) });
}

export function entityUserDefinedFields(state: PracticeState, entity: EntityName): Answer {
  return jsonAnswer(200, { fields: state.database.tables[entity].userDefinedFields.map(wireUserDefinedField) });
}

function wireField(field: Field) {
  return {
    name: field.name,
    dataType: field.type,
    length: field.length,
    isRequired: field.isRequired,
    isReadOnly: field.isReadOnly,
    isQueryable: field.isQueryable,
    isReference: field.reference !== null,
    referenceEntityType: field.reference ?? '',
    isPickList: field.picklist !== null,
    picklistValues:
      field.picklist?.map(({ value, label }, index) => ({
        value,
        label,
        isDefaultValue: index === 0,
        sortOrder: index + 1,
        parentValue: '',
        isActive: true,
        isSystem: true,
      })) ?? null,
    picklistParentValueField: '',
    isSupportedWebhookField: field.name !== 'id',
  };
}

function wireUserDefinedField(field: UserDefinedField) {
  return {
    name: field.name,
    label: field.name,
    type: field.type,
    length: 0,
    description: field.description,
    isRequired: false,
    isReadOnly: false,
    isQueryable: true,
    isReference: false,
    referenceEntityType: '',
    isPickList: false,
    picklistValues: null,
    picklistParentValueField: '',
    defaultValue: '',
    isSupportedWebhookField: true,
  };
}
