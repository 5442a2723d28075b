/**
 * What the role for signing in to Amazon Connect may do, as Connect's own pages have it: get a token for the user that the
 * session is named after. https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export function createFederationPolicy(instanceArns: readonly string[]): object {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'SignInAsOneself',
        Effect: 'Allow',
        Action: 'connect:GetFederationToken',
        // ${aws:userid} is AWS's own variable: role id and session name.
        Resource: instanceArns.map((arn) => `${arn}/user/\${aws:userid}`),
      },
    ],
  }
}
