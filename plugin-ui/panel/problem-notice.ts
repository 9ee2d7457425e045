import { html, type TemplateResult } from 'lit';
import type { ApiProblem } from '../api/api-problem.ts';
import '../shared/atc-notice.ts';
import { problemSentence } from '../text/problem-text.ts';
import { sharedText } from '../text/shared-text.ts';

/** What could not be read, why, and a button that tries again. */
export function problemNotice(intro: string, problem: ApiProblem, tryAgain: () => void): TemplateResult {
  return html`<atc-notice part="notice" tone="danger">
    <strong>${intro}</strong> ${problemSentence(problem)}
    <button type="button" class="button" slot="action" @click=${tryAgain}>${sharedText.tryAgain()}</button>
  </atc-notice>`;
}
