import { render } from 'solid-js/web'
import { App } from './app.tsx'
import { followSandbox } from './live.ts'
import { listenToFrames } from './mini-app/launcher.ts'
import './styles/base.css'
import './styles/bar.css'
import './styles/chats.css'
import './styles/chat.css'
import './styles/bubble.css'
import './styles/media.css'
import './styles/composer.css'
import './styles/phone.css'
import './styles/phone-controls.css'
import './styles/dialogs.css'

followSandbox()
listenToFrames()
render(() => <App />, document.getElementById('app') as HTMLElement)
