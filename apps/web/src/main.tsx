import './zod-setup.ts'
import './app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { prefetchUserList } from './features/users/prefetch-user-list.ts'
import { router } from './router.tsx'
import { applyColourMode } from './shell/colour-mode.ts'
import { applyTokens } from './shell/tokens.ts'

applyColourMode()
applyTokens()
void prefetchUserList(router.latestLocation.pathname, router.latestLocation.search)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root".')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
