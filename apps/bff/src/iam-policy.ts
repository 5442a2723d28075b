// `pnpm iam-policy`: prints the IAM policy that Patchbay's AWS role needs, from the table of what it calls.
import { parseArgs } from 'node:util'
import { roleArnPattern } from './connect/federation/role-arn.ts'
import { createIamPolicy } from './connect/iam-policy.ts'

const usage = `Usage: pnpm iam-policy [--account 123456789012] [--region eu-west-2] [--instance <id>]… [--read-only]
                       [--federation-role <arn>]

Prints the policy for Patchbay's AWS role. What is not given stands there as ACCOUNT, REGION and INSTANCE.
--federation-role adds what CONNECT_FEDERATION_ROLE_ARN needs.`

const forms = {
  account: /^(\d{12}|ACCOUNT)$/,
  region: /^([a-z]{2}(-[a-z]+)+-\d|REGION)$/,
  instance: /^([\w-]{1,100}|INSTANCE)$/,
  federationRole: roleArnPattern,
}

function fail(message: string): never {
  console.error(`${message}\n\n${usage}`)
  process.exit(2)
}

function read() {
  try {
    return parseArgs({
      options: {
        account: { type: 'string', default: 'ACCOUNT' },
        region: { type: 'string', default: 'REGION' },
        instance: { type: 'string', multiple: true, default: ['INSTANCE'] },
        'read-only': { type: 'boolean', default: false },
        'federation-role': { type: 'string' },
      },
    }).values
  } catch (error) {
    return fail((error as Error).message)
  }
}

const { account, region, instance: instances, 'read-only': isReadOnly, 'federation-role': federationRole } = read()
if (!forms.account.test(account)) fail(`--account: "${account}" is not an AWS account. Give its 12 digits.`)
if (!forms.region.test(region)) fail(`--region: "${region}" is not an AWS Region. Give one as in eu-west-2.`)
if (federationRole !== undefined && !forms.federationRole.test(federationRole))
  fail(`--federation-role: "${federationRole}" is not the ARN of an IAM role.`)
for (const id of instances) {
  if (!forms.instance.test(id))
    fail(`--instance: "${id}" is not an instance’s id. Give the part of its ARN after instance/.`)
}
console.log(JSON.stringify(createIamPolicy({ account, region, instances, isReadOnly, federationRole }), null, 2))
