import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { PolicyWords } from '../words/policy-words.js';
import { Words } from '../words/words.js';
import type { Findings } from './policy-api.js';

/** What a change would do: who gains and loses what, and what would have been decided otherwise. */
@Component({
  selector: 'md-policy-findings',
  template: `
    @let found = findings();
    <section class="card policy-why" aria-live="polite">
      <p>
        {{ words.t('policy.sound', { rules: found.rules, decisions: found.decisions }) }}
      </p>
      <h3>{{ words.count('policy.differences', found.differenceCount) }}</h3>
      <ul class="small policy-list">
        @for (one of found.differences; track $index) {
          <li>
            <b>{{ words.t(one.change === 'gains' ? 'policy.gains' : 'policy.loses') }}</b>
            {{ one.person.name }}: {{ policyWords.action(one.action) }} ({{
              words.t(scopeKeys[one.relation])
            }}) · {{ one.channels.join(', ') }}
          </li>
        }
      </ul>
      <h3>
        {{ words.count('policy.replayed', found.replay.differentCount) }}
      </h3>
      <p class="small muted">
        {{ words.t('policy.replayedOf', { n: found.replay.asked.toLocaleString(words.locale()) }) }}
      </p>
      <ul class="small policy-list">
        @for (one of found.replay.different; track $index) {
          <li>
            {{ one.person.name }}: {{ policyWords.action(one.action) }} ({{
              words.t(scopeKeys[one.relation])
            }}) · {{ one.channel }}:
            {{ words.t(one.was === 'allow' ? 'policy.wasAllowed' : 'policy.wasDenied') }}
            × {{ one.times }}
          </li>
        }
      </ul>
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingsView {
  readonly words = inject(Words);
  readonly policyWords = inject(PolicyWords);
  readonly findings = input.required<Findings>();
  readonly scopeKeys = {
    own: 'policy.scope.own',
    unassigned: 'policy.scope.unassigned',
    other: 'policy.scope.other',
  } as const;
}
