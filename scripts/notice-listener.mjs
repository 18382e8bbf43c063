import fs from 'node:fs';
import { createNoticeListener } from './lib/notice-listener.mjs';

const { SINK_PORT, SINK_TARGET = '', SINK_KEY_FILE = '', SINK_CERT_FILE = '' } = process.env;
const server = createNoticeListener({
  key: fs.readFileSync(SINK_KEY_FILE, 'utf8'),
  cert: fs.readFileSync(SINK_CERT_FILE, 'utf8'),
  target: SINK_TARGET,
});
const stop = () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
server.listen(Number(SINK_PORT), '127.0.0.1', () => console.log('notice listener ready'));
