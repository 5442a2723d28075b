import type { Response } from 'express'
import type { ConnectSignIn } from '../../connect/federation/sign-in-to-connect.ts'
import { escapeHtml } from '../../http/pages.ts'

export const GO_ON_SCRIPT_PATH = '/auth/open-connect.js'

/** Sent before the page has loaded, the form takes the page's place in the history. It leaves the page with what it holds. */
export const goOnScript = `const form = document.forms[0]
form.submit()
form.remove()
`

/**
 * The one document that holds a token: it sends it on to Amazon Connect in the body of a form, as Connect's own samples do, so
 * that it stands in no address, history or referrer. Its opener cannot reach it (decision 0021).
 */
export function sendConnectSignIn(response: Response, { url, credentials }: ConnectSignIn): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `form-action ${url.origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]
  response.set({
    'cache-control': 'no-store',
    'content-security-policy': policy.join(';'),
    // A group of its own: whoever opened the tab has no hand on it.
    'cross-origin-opener-policy': 'noopener-allow-popups',
    // Connect sees where the form comes from, as with its own samples.
    'referrer-policy': 'strict-origin',
  })
  response.type('html').send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Signing in to Amazon Connect · Patchbay</title>
<link rel="stylesheet" href="/auth/page.css">
<script src="${GO_ON_SCRIPT_PATH}" defer></script>
</head>
<body>
<main>
<h1>Signing in to Amazon Connect</h1>
<form method="post" action="${escapeHtml(url.href)}" autocomplete="off">
<input type="hidden" name="credentials" value="${escapeHtml(credentials)}">
<input type="hidden" name="destination" value="">
<button>Go on to Amazon Connect</button>
</form>
</main>
</body>
</html>
`)
}
