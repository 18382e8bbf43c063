import path from 'node:path';

/** @typedef {{ caFile: string, keyFile: string, certFile: string }} OwnCaFiles */

/** @param {string} directory @returns {OwnCaFiles} where `keepOwnCa` puts what it makes */
export const ownCaFiles = (directory) => ({
  caFile: path.join(directory, 'ca.pem'),
  keyFile: path.join(directory, 'listener.key.pem'),
  certFile: path.join(directory, 'listener.cert.pem'),
});
