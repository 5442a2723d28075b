import type { Response } from 'express'

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

/** Styles are a file of their own: the content security policy allows none in the page. */
export const pageStyle = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { max-width: 38rem; margin: 4rem auto; padding: 0 1.25rem }
h1 { font-size: 1.5rem }
code { overflow-wrap: anywhere }
`

interface Page {
  readonly title: string
  /** Plain text, escaped here. */
  readonly paragraphs: readonly string[]
  readonly link?: { readonly text: string; readonly href: string }
}

/** The few pages that are needed where the web app cannot be: without a session, without a build. */
export function sendPage(response: Response, status: number, { title, paragraphs, link }: Page): void {
  const anchor = link ? `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>\n` : ''
  response.status(status).set('cache-control', 'no-store').type('html').send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Patchbay</title>
<link rel="stylesheet" href="/auth/page.css">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
${anchor}</main>
</body>
</html>
`)
}
