/** Findings of the rule packs that we accept, each with the reason and what takes the rule's place. */
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

export interface Acknowledgement {
  readonly id: string;
  readonly reason: string;
}

export const SERVICE_ACKNOWLEDGEMENTS: readonly Acknowledgement[] = [];

export const acknowledgeService = (scope: IConstruct): void => {
  for (const { id, reason } of SERVICE_ACKNOWLEDGEMENTS) Validations.of(scope).acknowledge({ id, reason });
};
