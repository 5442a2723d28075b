/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, with or without a path. */
export const roleArnPattern = /^arn:aws(-cn|-us-gov)?:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/
