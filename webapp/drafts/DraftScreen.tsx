import { NotFoundScreen } from '#webapp/NotFoundScreen.tsx'

export default NotFoundScreen
