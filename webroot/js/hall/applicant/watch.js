// Leave that is withdrawn ends what is open: the page asks again while it is looked at, and at once
// when somebody comes back to it.

const kEvery = 30000;

/** Asks `record` until the returned function is called. */
export function watch(record) {
  const ask = () => {
    if (document.visibilityState === 'visible') record.ask();
  };
  const timer = setInterval(ask, kEvery);
  document.addEventListener('visibilitychange', ask);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', ask);
  };
}
