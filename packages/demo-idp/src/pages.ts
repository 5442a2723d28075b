import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { DemoPerson } from './people.ts'

const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { max-width: 34rem; margin: 3rem auto; padding: 0 1.25rem }
h1 { font-size: 1.5rem }
ul { list-style: none; padding: 0; display: grid; gap: .75rem }
button { font: inherit; width: 100%; padding: .75rem 1rem; text-align: start; cursor: pointer;
  border: 1px solid; border-radius: .5rem; background: transparent; color: inherit }
button:hover { border-color: Highlight }
button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px }
strong, span { display: block }
`
const styleHash = createHash('sha256').update(style).digest('base64')

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '')
}

/** A whole page around `body`, which has to be escaped already. */
export function renderPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`
}

/** `formTarget`: where a sent form ends up after redirects, since browsers hold `form-action` against those too. */
export function pageHeaders(formTarget?: string): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      `form-action 'self'${formTarget === undefined ? '' : ` ${formTarget}`}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}

export function sendPage(
  response: ServerResponse,
  status: number,
  { title, body, formTarget }: { title: string; body: string; formTarget?: string },
): void {
  response.writeHead(status, pageHeaders(formTarget)).end(renderPage(title, body))
}

export function choosePersonBody(
  action: string,
  people: readonly DemoPerson[],
  unknownHint: string | undefined,
): string {
  const notice = unknownHint === undefined ? '' : `<p>There is no demo person “${escapeHtml(unknownHint)}”.</p>\n`
  const buttons = people.map(
    ({ id, name, mayDo }) =>
      `<li><button name="person" value="${escapeHtml(id)}"><strong>${escapeHtml(name)}, ${escapeHtml(id)}</strong><span>${escapeHtml(mayDo)}</span></button></li>`,
  )
  return `${notice}<p>This is Patchbay’s demo identity provider. Choose who you want to be; there is no password.</p>
<form method="post" action="${escapeHtml(action)}">
<ul>
${buttons.join('\n')}
</ul>
</form>`
}
