import net from 'node:net';
import { Stop } from './stop.mjs';

/**
 * @param {number} port 0 for any
 * @param {string} [host] every address when left out
 * @returns {Promise<number | undefined>} the port that could be listened on, undefined when it is taken
 */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EADDRINUSE') resolve(undefined);
      else reject(code === 'EACCES' ? forbidden(port) : error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}

/** @param {number} port */
function forbidden(port) {
  return new Stop(
    `You may not listen on port ${port}: choose one above 1023, for example PORT=3000 npm start.`,
  );
}

/**
 * A free port of the loopback address; the wanted one where it is free.
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  const kept = wanted ? await tryPort(wanted, '127.0.0.1') : undefined;
  const port = kept ?? (await tryPort(0, '127.0.0.1'));
  if (port === undefined)
    throw new Stop('No free port is left on this machine: close some programs.');
  return port;
}

/**
 * @param {string | undefined} text PORT as given
 * @returns {number}
 */
export function readPort(text) {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Stop(
    `PORT=${text} is not a port: give a number from 1 to 65535, for example PORT=3001 npm start.`,
  );
}

/**
 * Refuses in words when something else listens on the app's port.
 * @param {number} port
 */
export async function requireFreePort(port) {
  if ((await tryPort(port)) !== undefined) return;
  const other = port === 3000 ? 3001 : port + 1;
  throw new Stop(
    `Port ${port} is taken by another program: stop that program, or choose another port: PORT=${other} npm start.`,
  );
}
