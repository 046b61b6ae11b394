/** What a stack is made of. By the listing that has all of it: the plain description ends after a hundred. */
export interface StackResource {
  readonly type: string;
  /** As the template names it, such as `UrgentDeadLetters0A1B2C3D`. */
  readonly logicalId: string;
  /** As the service names it: the URL of a queue, the ARN of a topic, the name of a function. */
  readonly id: string;
}

/** Everything in the stack; nothing where there is no such stack. */
export async function resourcesOf(region: string, stack: string): Promise<readonly StackResource[]> {
  const cfn = await import('@aws-sdk/client-cloudformation');
  const client = new cfn.CloudFormationClient({ region });
  const found: StackResource[] = [];
  try {
    for await (const { StackResourceSummaries = [] } of cfn.paginateListStackResources(
      { client },
      { StackName: stack },
    ))
      for (const { ResourceType, LogicalResourceId, PhysicalResourceId } of StackResourceSummaries)
        found.push({
          type: ResourceType ?? '',
          logicalId: LogicalResourceId ?? '',
          id: PhysicalResourceId ?? '',
        });
  } catch (fault) {
    if (fault instanceof Error && /does not exist/.test(fault.message)) return [];
    throw fault;
  } finally {
    client.destroy();
  }
  return found;
}
