// Plays a slow machine: with SLOW=5 in the environment the browser computes 5 times slower and each
// answer comes half a second later. This finds tests that look at a page before it is ready, which fail
// by chance on a busy machine:
//   SLOW=5 ctest --test-dir build/check -R browser.desk_day --output-on-failure

const FACTOR = Number(process.env.SLOW ?? 1);
const LATENCY = 100; // milliseconds for each unit of the factor

/** How many milliseconds a test waits for the page. This ends a test that hangs; it judges no speed. */
export const patience = 120_000 * FACTOR;

/** Slows down the tabs of `context`, also those that it opens later. */
export async function slowDown(context) {
  if (FACTOR === 1) return;
  context.on('page', (page) => slowTab(page).catch(() => {})); // it may be closed by then
  for (const page of context.pages()) await slowTab(page);
}

async function slowTab(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: FACTOR });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: FACTOR * LATENCY,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}
