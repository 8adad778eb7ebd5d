// Asks the inspector on Node's usual port: `node inspect.mjs heap | start | stop`. Needs a Node with WebSocket.
/* global WebSocket */
const [, , what] = process.argv;
const targets = await (await retry(() => fetch('http://127.0.0.1:9229/json/list'))).json();
const socket = new WebSocket(targets[0].webSocketDebuggerUrl);
await new Promise((resolve, reject) => {
  socket.addEventListener('open', resolve);
  socket.addEventListener('error', reject);
});
let id = 0;
const answers = new Map();
socket.addEventListener('message', ({ data }) => {
  const message = JSON.parse(data);
  answers.get(message.id)?.(message.result);
});
const send = (method, params = {}) =>
  new Promise((resolve) => {
    answers.set(++id, resolve);
    socket.send(JSON.stringify({ id, method, params }));
  });

/** In a session of the inspector's own a profile ends with its socket: the host itself keeps this one. */
const evaluate = async (expression) => {
  const { result, exceptionDetails } = await send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
    includeCommandLineAPI: true,
  });
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
};

switch (what) {
  case 'heap': {
    await send('HeapProfiler.collectGarbage');
    await send('HeapProfiler.collectGarbage');
    const { usedSize } = await send('Runtime.getHeapUsage');
    process.stdout.write(String(usedSize));
    break;
  }
  case 'start':
    await evaluate(`(() => {
      const { Session } = process.getBuiltinModule('node:inspector');
      const session = (globalThis.benchSession = new Session());
      session.connect();
      session.post('Profiler.enable');
      session.post('Profiler.start');
    })()`);
    break;
  case 'stop':
    process.stdout.write(
      await evaluate(`new Promise((resolve) => globalThis.benchSession.post('Profiler.stop', (error, { profile }) => {
        globalThis.benchSession.disconnect();
        resolve(JSON.stringify(profile));
      }))`),
    );
    break;
}
socket.close();

/** The signal opens the inspector a moment later. */
async function retry(ask) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 50) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
