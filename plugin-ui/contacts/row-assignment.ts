import { contactsText } from '../text/contacts-text.ts';
import { problemSentence } from '../text/problem-text.ts';
import type { Assignments } from './assignments.ts';
import type { AssignEvent } from './contact-events.ts';
import type { ContactList } from './contact-list.ts';
import { contactName } from './contact-name.ts';

interface RowAssignmentParts {
  readonly assignments: Assignments;
  readonly list: Pick<ContactList, 'redraw'>;
  readonly announce: (text: string) => void;
  /** The choice is saved. */
  readonly saved: (event: AssignEvent) => Promise<void>;
}

/** A choice in a row: shown at once, saved, and taken back if it is refused. */
export class RowAssignment {
  readonly #parts: RowAssignmentParts;

  constructor(parts: RowAssignmentParts) {
    this.#parts = parts;
  }

  async assign(event: AssignEvent): Promise<void> {
    const { assignments, list, announce, saved } = this.#parts;
    const { item, change, column, choice } = event;
    const saving = assignments.assign(item.id, change);
    list.redraw();
    const problem = await saving;
    const name = contactName(item);
    if (problem === null) {
      announce(choice === null ? contactsText.cleared(column, name) : contactsText.assigned(column, name, choice));
      await saved(event);
    } else {
      announce(contactsText.notAssigned(column, name, problemSentence(problem)));
      list.redraw();
    }
  }
}
