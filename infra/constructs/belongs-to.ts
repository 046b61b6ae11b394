/** Marks what belongs to a stage; the budget counts by this tag, the operator's command line finds by it. */
import { type Stack, Tags } from 'aws-cdk-lib';
import type { StageSettings } from '../stages.ts';

export const STAGE_TAG = 'calf-coach:stage';
/** Types that the CDK tags and whose published schema has no tags: CloudFormation may refuse them. */
const UNTAGGED = ['AWS::CloudWatch::Dashboard'];

export const belongsTo = (stack: Stack, settings: StageSettings): void =>
  Tags.of(stack).add(STAGE_TAG, settings.name, { excludeResourceTypes: UNTAGGED });
